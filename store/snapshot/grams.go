package snapshot

import (
	"math"
	"slices"

	"cadastre/store/radix"
)

const (
	// gramLen is how many bytes of a word are found without looking at it.
	gramLen = 3
	// manyWords is in how many words a gram is for which the rows are kept beside the words.
	manyWords = 128
)

// grams tell which words of a concordance have some bytes in a row: for every place of a word the gram that
// begins there, with the line break after the word for what is missing.
type grams struct {
	known []uint32 // every gram that there is, in order
	ends  []uint32 // of their words in words
	words []uint16 // in order, one for every place
	sets  []uint32 // of their rows in rows, from 1; 0 for those in few words
	rows  lists
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
	x.sets, x.rows = x.common(&g.rows)
	return x
}

// common are the sets of rows of the grams that are in many words, whose rows are given.
func (x *grams) common(byWord *lists) ([]uint32, lists) {
	var common lists
	sets := make([]uint32, len(x.known))
	for n := range x.known {
		words := x.words[x.start(n):x.start(n+1)]
		if len(words) < manyWords {
			continue
		}
		var all rows
		for _, word := range words {
			byWord.mark(int(word), &all)
		}
		common.add(&all)
		sets[n] = uint32(len(common.ends))
	}
	return sets, lists{exactly(common.ends), exactly(common.all)}
}

// mark puts in the rows of the words that part is in, which is no longer than a gram.
func (x *grams) mark(part string, byWord *lists, found *rows) {
	from, to := x.with(gramAt(part, 0), len(part))
	for n := from; n < to; n++ {
		if set := x.sets[n]; set > 0 {
			x.rows.mark(int(set)-1, found)
			continue
		}
		for _, word := range x.words[x.start(n):x.start(n+1)] {
			byWord.mark(int(word), found)
		}
	}
}

// each calls found for every word that part, which is no shorter than a gram, may be in: those with all its grams.
func (x *grams) each(part string, found func(word int)) {
	var room [8][]uint16
	lists := room[:0]
	for at := 0; at+gramLen <= len(part); at++ {
		from, to := x.with(gramAt(part, at), gramLen)
		lists = append(lists, x.words[x.start(from):x.start(to)])
	}
	slices.SortFunc(lists, func(a, b []uint16) int { return len(a) - len(b) })
	for _, word := range lists[0] {
		if inEach(lists[1:], word) {
			found(int(word))
		}
	}
}

// inEach is true when a word is in every list of some, which are in order.
func inEach(lists [][]uint16, word uint16) bool {
	for _, words := range lists {
		if _, there := slices.BinarySearch(words, word); !there {
			return false
		}
	}
	return true
}

// with returns from which to which of the grams begin with so many bytes of one.
func (x *grams) with(gram uint32, size int) (from, to int) {
	span := uint32(1) << (8 * (gramLen - size))
	least := gram &^ (span - 1)
	from, _ = slices.BinarySearch(x.known, least)
	to, _ = slices.BinarySearch(x.known, least+span)
	return from, to
}

// start is where the words of a gram begin.
func (x *grams) start(n int) uint32 {
	if n == 0 {
		return 0
	}
	return x.ends[n-1]
}
