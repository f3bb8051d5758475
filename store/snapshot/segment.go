package snapshot

import "strings"

const (
	// segmentChunks is how many chunks of slots share one index of words.
	segmentChunks = 16
	segmentSize   = segmentChunks * chunkSize
	// bitmapLen is how many numbers a bitmap of a segment's rows takes; a word found in so many rows has one.
	bitmapLen = segmentSize / 16
)

// rows are a set of the rows of a segment.
type rows [segmentSize / 64]uint64

// A segment is the words of a run of records: each word once, with the rows that it is in. What a
// search looks for holds no blank, so it is in a record's texts when it is in one of their words, and
// looking through every word once is looking through every text.
type segment struct {
	made   []*chunk[string] // of what: each searched field's chunks
	text   string           // the words, each with a line break before and after it
	starts []uint32         // of the words in text, and of what would come next
	ends   []uint32         // of the words' lists in lists
	lists  []uint16         // rows in order, or a bitmap
}

// find puts in the rows with a word that contains part, which holds no blank.
func (g *segment) find(part string, found *rows) {
	word := 0
	for at := 0; ; at = int(g.starts[word]) {
		next := strings.Index(g.text[at:], part)
		if next < 0 {
			return
		}
		word = g.wordAt(word, uint32(at+next))
		g.mark(word, found)
		word++
	}
}

// wordAt returns the word at a place of text; it is not before from.
func (g *segment) wordAt(from int, place uint32) int {
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

// mark puts in the rows that have a word.
func (g *segment) mark(word int, found *rows) {
	list := g.list(word)
	if len(list) < bitmapLen {
		for _, row := range list {
			found[row/64%(segmentSize/64)] |= 1 << (row % 64)
		}
		return
	}
	for i := range found {
		four := list[i*4 : i*4+4]
		found[i] |= uint64(four[0]) | uint64(four[1])<<16 | uint64(four[2])<<32 | uint64(four[3])<<48
	}
}

func (g *segment) list(word int) []uint16 {
	from := uint32(0)
	if word > 0 {
		from = g.ends[word-1]
	}
	return g.lists[from:g.ends[word]]
}

// A scribe writes a segment down, row after row.
type scribe struct {
	numbers map[string]uint32
	text    strings.Builder
	starts  []uint32
	counts  []uint32 // rows, by word
	last    []uint16 // the row that had it last, by word
	uses    []use
}

type use struct {
	word uint32
	row  uint16
}

func newScribe() *scribe {
	w := &scribe{numbers: map[string]uint32{}}
	w.text.WriteByte('\n')
	return w
}

// add writes a folded text of a row.
func (w *scribe) add(row uint16, text string) {
	for word := range strings.FieldsSeq(text) {
		n, known := w.numbers[word]
		if !known {
			n = w.enter(word)
		} else if w.last[n] == row {
			continue
		}
		w.counts[n]++
		w.last[n] = row
		w.uses = append(w.uses, use{n, row})
	}
}

func (w *scribe) enter(word string) uint32 {
	n := uint32(len(w.starts))
	w.numbers[word] = n
	w.starts = append(w.starts, uint32(w.text.Len()))
	w.counts, w.last = append(w.counts, 0), append(w.last, 0)
	w.text.WriteString(word)
	w.text.WriteByte('\n')
	return n
}

// finish sorts what was written by word.
func (w *scribe) finish(made []*chunk[string]) *segment {
	g := &segment{made: made, text: strings.Clone(w.text.String()), starts: exactly(append(w.starts, uint32(w.text.Len())))}
	g.ends = make([]uint32, len(w.counts))
	next, sum := make([]uint32, len(w.counts)), uint32(0)
	for word, n := range w.counts {
		next[word] = sum
		sum += min(n, bitmapLen)
		g.ends[word] = sum
	}
	g.lists = make([]uint16, sum)
	for _, u := range w.uses {
		if w.counts[u.word] >= bitmapLen {
			g.lists[next[u.word]+uint32(u.row/16)] |= 1 << (u.row % 16)
			continue
		}
		g.lists[next[u.word]] = u.row
		next[u.word]++
	}
	return g
}

// exactly returns a copy without room to grow.
func exactly[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }
