package snapshot

import (
	"math"
	"slices"

	"cadastre/store/radix"
)

// gramLen is how many bytes of a word are found without looking at it.
const gramLen = 3

// grams tell which words of a concordance have some bytes in a row: for every place of a word the gram that
// begins there, with the line break after the word for what is missing.
type grams struct {
	known []uint32 // every gram that there is, in order
	ends  []uint32 // of their words in words
	words []uint16 // in order, one for every place
}

// made is false for one with more words than grams can number, and for one without any.
func (x *grams) made() bool { return x.known != nil }

// gramAt is the gram at a place of text, which line breaks continue.
func gramAt(text string, at int) uint32 {
	gram := uint32(0)
	for i := range gramLen {
		c := byte('\n')
		if at+i < len(text) {
			c = text[at+i]
		}
		gram = gram<<8 | uint32(c)
	}
	return gram
}

func newGrams(g *concordance) (x grams) {
	if len(g.starts) > math.MaxUint16 {
		return x
	}
	places := make([]uint64, 0, len(g.text)) // gram and word
	for n := range len(g.starts) - 1 {
		word := g.word(n)
		for at := range len(word) {
			if place := uint64(gramAt(word, at))<<16 | uint64(n); len(places) == 0 || places[len(places)-1] != place {
				places = append(places, place)
			}
		}
	}
	places, _ = radix.Sort(places, make([]uint64, len(places)), 16, 16+8*gramLen) // their words are in order
	x.words = make([]uint16, len(places))
	for i, place := range places {
		if gram := uint32(place >> 16); i == 0 || gram != x.known[len(x.known)-1] {
			x.known, x.ends = append(x.known, gram), append(x.ends, 0)
		}
		x.words[i], x.ends[len(x.ends)-1] = uint16(place), uint32(i+1)
	}
	return x
}

// each calls found for every word that part may be in; where part is no longer than a gram it is.
func (x *grams) each(part string, found func(word int)) {
	words := x.with(gramAt(part, 0), len(part))
	for at := 1; at+gramLen <= len(part); at++ {
		if others := x.with(gramAt(part, at), gramLen); len(others) < len(words) {
			words = others
		}
	}
	last := -1
	for _, word := range words {
		if int(word) != last {
			last = int(word)
			found(last)
		}
	}
}

// with returns the words with grams that begin with so many bytes of one.
func (x *grams) with(gram uint32, size int) []uint16 {
	span := uint32(1) << (8 * max(gramLen-size, 0))
	least := gram &^ (span - 1)
	from, _ := slices.BinarySearch(x.known, least)
	to, _ := slices.BinarySearch(x.known, least+span)
	return x.words[x.start(from):x.start(to)]
}

// start is where the words of a gram begin.
func (x *grams) start(n int) uint32 {
	if n == 0 {
		return 0
	}
	return x.ends[n-1]
}
