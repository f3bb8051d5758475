package snapshot

import (
	"encoding/binary"
	"slices"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// The collation compares texts by the primary weights of their letters first, and by case and accents only where
// those are equal. The library makes weights of any text; those of ASCII are looked up, which is most of all that
// is ever sorted.

// weights say how primary weights are written so that bytes compare as they do: those of ASCII as one byte, any
// other as a byte between, and itself.
type weights struct {
	known []uint32            // those of ASCII, in order
	ascii [utf8.RuneSelf]byte // as written; 0 for what has no weight
}

// primaries are the same for every collator.
var primaries = sync.OnceValue(func() *weights {
	var w weights
	var of [utf8.RuneSelf]uint32
	rules, keys := collate.New(language.Und), collate.Buffer{}
	for c := range of {
		eachPrimary(rules.Key(&keys, []byte{byte(c)}), func(p uint32) { of[c] = p })
		if of[c] != 0 {
			w.known = append(w.known, of[c])
		}
	}
	slices.Sort(w.known)
	w.known = slices.Compact(w.known)
	for c, p := range of {
		if p != 0 {
			w.ascii[c] = w.append(nil, p)[0]
		}
	}
	return &w
})

// append writes a weight.
func (w *weights) append(to []byte, p uint32) []byte {
	i, known := slices.BinarySearch(w.known, p)
	if known {
		return append(to, byte(2*i+2))
	}
	return binary.BigEndian.AppendUint32(append(to, byte(2*i+1)), p)
}

// eachPrimary calls found for the primary weights that a key of the library begins with: each of two bytes, or of
// three where the first bit is set, up to a weight of zero.
func eachPrimary(key []byte, found func(uint32)) {
	for len(key) > 1 {
		p, size := uint32(key[0])<<8|uint32(key[1]), 2
		if key[0]&0x80 != 0 {
			p, size = p<<8|uint32(key[2]), 3
		}
		if p == 0 {
			return
		}
		found(p)
		key = key[size:]
	}
}

// AppendPrimary appends bytes that compare as the primary weights of a text do.
func (c *collator) AppendPrimary(to []byte, text string) []byte {
	c.a = appendSized(c.a[:0], text)
	w := primaries()
	for s := c.a; len(s) > 0; {
		plain := asciiLen(s)
		if plain < len(s) {
			plain = max(plain-1, 0) // the last may belong to what follows
		}
		for _, b := range s[:plain] {
			if p := w.ascii[b]; p != 0 {
				to = append(to, p)
			}
		}
		s = s[plain:]
		special := specialLen(s)
		c.keys.Reset()
		eachPrimary(c.rules.Key(&c.keys, s[:special]), func(p uint32) { to = w.append(to, p) })
		s = s[special:]
	}
	return to
}

// specialLen is how much of a text, which begins with what is not plain, has to be looked at together: nothing
// that the collation takes together has two letters of ASCII.
func specialLen(s []byte) int {
	for i := 1; i < len(s); i++ {
		if s[i-1] < utf8.RuneSelf && s[i] < utf8.RuneSelf {
			return i
		}
	}
	return len(s)
}
