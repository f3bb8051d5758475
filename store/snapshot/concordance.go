package snapshot

import (
	"bytes"
	"strings"
)

// A concordance is the words of a run of records: each word once, with the rows that it is in. What a
// search looks for holds no blank, so it is in a record's texts when it is in one of their words, and
// looking through every word once is looking through every text.
type concordance struct {
	text    string   // the words, each with a line break before and after it
	starts  []uint32 // of the words in text, and of what would come next
	rows    lists    // by word
	letters lists    // by byte of a word
	grams   grams
}

// find puts in the rows with a word that contains part, which holds no blank.
func (g *concordance) find(part string, found *rows) {
	switch {
	case len(part) == 1:
		g.letters.mark(int(part[0]), found)
	case g.grams.made() && len(part) <= gramLen:
		g.grams.mark(part, &g.rows, found)
	case g.grams.made():
		g.grams.each(part, func(word int) {
			if strings.Contains(g.word(word), part) {
				g.rows.mark(word, found)
			}
		})
	default:
		g.scan(part, found)
	}
}

// word returns one of the words.
func (g *concordance) word(n int) string { return g.text[g.starts[n] : g.starts[n+1]-1] }

// scan finds by looking through all words.
func (g *concordance) scan(part string, found *rows) {
	word := 0
	for at := 0; ; at = int(g.starts[word]) {
		next := strings.Index(g.text[at:], part)
		if next < 0 {
			return
		}
		word = g.wordAt(word, uint32(at+next))
		g.rows.mark(word, found)
		word++
	}
}

// wordAt returns the word at a place of text; it is not before from.
func (g *concordance) wordAt(from int, place uint32) int {
	step := 1
	for from+step < len(g.starts) && g.starts[from+step] <= place {
		from += step
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if from+step < len(g.starts) && g.starts[from+step] <= place {
			from += step
		}
	}
	return from
}

// A scribe writes concordances down, row after row, one after the other in the same room.
type scribe struct {
	patience *patience // with those who search meanwhile; nil for none
	numbers  map[string]int
	text     []byte
	starts   []uint32
	rows     listing
	letters  listing
	bytes    []letters // by word
}

// letters are the bytes of a text.
type letters [256 / 64]uint64

func newScribe() *scribe {
	w := &scribe{numbers: map[string]int{}}
	w.clear()
	return w
}

// clear begins another concordance.
func (w *scribe) clear() {
	clear(w.numbers)
	w.text = append(w.text[:0], '\n')
	w.starts, w.bytes = w.starts[:0], w.bytes[:0]
	w.rows.clear(0)
	w.letters.clear(256)
}

// add writes the folded texts of a row.
func (w *scribe) add(row uint16, texts []byte) {
	var all letters
	for word := range bytes.FieldsSeq(texts) {
		n, known := w.numbers[string(word)]
		if !known {
			n = w.enter(string(word))
		}
		if w.rows.note(n, row) {
			for i, some := range w.bytes[n] {
				all[i] |= some
			}
		}
	}
	for c := range Bits(all[:]).All() {
		w.letters.note(int(c), row)
	}
}

func (w *scribe) enter(word string) int {
	n := len(w.starts)
	w.numbers[word] = n
	w.starts = append(w.starts, uint32(len(w.text)))
	w.rows.more()
	w.text = append(append(w.text, word...), '\n')
	var all letters
	for i := range len(word) {
		all[word[i]/64] |= 1 << (word[i] % 64)
	}
	w.bytes = append(w.bytes, all)
	return n
}

// finish returns what has been written down, and begins anew.
func (w *scribe) finish() *concordance {
	g := &concordance{text: string(w.text), starts: exactly(append(w.starts, uint32(len(w.text)))),
		rows: w.rows.finish(), letters: w.letters.finish()}
	g.grams = newGrams(g)
	w.clear()
	return g
}

// exactly returns a copy without room to grow.
func exactly[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }
