package snapshot

import (
	"slices"
	"strings"
	"sync"

	"cadastre/store/record"
)

// staleMost is how many records of a segment may have changed before it is made anew.
const staleMost = segmentSize / 32

// The volumes of a library: the names, and the other searched fields.
const (
	inNames = iota
	inOthers
	volumes
)

// A library keeps the segments of a table for all its snapshots. Whichever snapshot a segment was made
// of, it serves every other: they compare what it was made of with what they hold.
type library struct {
	mu      sync.Mutex
	shelves [volumes][]*shelf
}

type shelf struct {
	mu      sync.Mutex
	segment *segment
}

func (l *library) shelf(volume, n int) *shelf {
	l.mu.Lock()
	defer l.mu.Unlock()
	for n >= len(l.shelves[volume]) {
		l.shelves[volume] = append(l.shelves[volume], &shelf{segment: newScribe().finish(nil)})
	}
	return l.shelves[volume][n]
}

// A part is a segment as one snapshot uses it: with the records that differ, and what they say now.
type part struct {
	*segment
	stale []uint16
	texts []string
}

// Containing returns the records in which every word occurs in one of the searched fields. The words
// are folded and hold no blanks. Until Snapshot.Prepare has made the index of the words all texts are read.
func (t *Table) Containing(words []string) Bits { return t.withAll(words, inNames, inOthers) }

// Named returns the records in whose name every word occurs.
func (t *Table) Named(words []string) Bits { return t.withAll(words, inNames) }

// prepare makes what the first sort by name and the first search would wait for.
func (t *Table) prepare() {
	t.Order(t.Schema.PrimaryField().Num)
	for volume := range volumes {
		t.parts(volume)
	}
}

// withAll returns the records that have every word in one of some volumes.
func (t *Table) withAll(words []string, volumes ...int) Bits {
	var library [][]part
	for _, volume := range volumes {
		if !t.derived.parts[volume].ready() {
			return t.sweep(words, volumes)
		}
		library = append(library, t.parts(volume))
	}
	return t.gather(1, func(n int, found *rows) {
		for i, word := range words {
			var has rows
			for _, parts := range library {
				parts[n].find(word, &has)
			}
			for j := range has {
				if i > 0 {
					has[j] &= found[j]
				}
			}
			*found = has
		}
	})
}

// sweep does what withAll does, by reading the texts of every record.
func (t *Table) sweep(words []string, volumes []int) Bits {
	var columns []*Column
	for _, volume := range volumes {
		columns = append(columns, t.searched(volume)...)
	}
	found := NewBits(t.slots)
	inParts(several, len(found), func(from, to int) {
		for s := Slot(64 * from); s < Slot(min(64*to, t.slots)); s++ {
			if t.Live(s) && haveAll(t.textsOf(columns, s), words) {
				found.Add(s)
			}
		}
	})
	return found
}

// haveAll is true when every word occurs in one of the texts.
func haveAll(texts, words []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, word) }) {
			return false
		}
	}
	return true
}

// gather puts together what ask finds in each run of records that shares a segment, with so many at work.
func (t *Table) gather(workers int, ask func(n int, found *rows)) Bits {
	runs := t.runs()
	all := NewBits(runs * segmentSize)
	inParts(workers, runs, func(from, to int) {
		for n := from; n < to; n++ {
			var found rows
			ask(n, &found)
			copy(all[n*segmentSize/64:], found[:])
		}
	})
	return all[:len(NewBits(t.slots))]
}

func (t *Table) runs() int { return (t.slots + segmentSize - 1) / segmentSize }

// find puts in the rows with a text that contains word.
func (p *part) find(word string, found *rows) {
	p.ask(found, func(all *rows) { p.segment.find(word, all) }, func(text string) bool { return strings.Contains(text, word) })
}

// ask puts in what the segment says of records that have not changed, and what the texts say of others.
func (p *part) ask(found *rows, segment func(*rows), text func(string) bool) {
	if len(p.stale) == 0 {
		segment(found)
		return
	}
	var all rows
	segment(&all)
	for i, row := range p.stale {
		all[row/64] &^= 1 << (row % 64)
		if text(p.texts[i]) {
			all[row/64] |= 1 << (row % 64)
		}
	}
	for i := range all {
		found[i] |= all[i]
	}
}

func (t *Table) parts(volume int) []part {
	columns := t.searched(volume)
	return t.derived.parts[volume].get(func() []part {
		parts := make([]part, t.runs())
		inParts(several, len(parts), func(from, to int) {
			for n := from; n < to; n++ {
				parts[n] = t.part(volume, columns, n)
			}
		})
		return parts
	}, func(base []part, touched []Slot) []part {
		parts := append(make([]part, 0, t.runs()), base...)[:t.runs()]
		for i, s := range touched {
			if n := int(s / segmentSize); i == 0 || n != int(touched[i-1]/segmentSize) {
				parts[n] = t.part(volume, columns, n)
			}
		}
		return parts
	})
}

// searched are the columns of a volume.
func (t *Table) searched(volume int) []*Column {
	var columns []*Column
	for _, key := range t.Schema.Searched {
		if c := t.Column(t.Schema.Field(key).Num); c.class == record.String && (key == t.Schema.Primary) == (volume == inNames) {
			columns = append(columns, c)
		}
	}
	return columns
}

// part takes the segment from its shelf, and makes it anew when it is too far from what the table holds.
func (t *Table) part(volume int, columns []*Column, n int) part {
	now := make([]*chunk[string], 0, len(columns)*segmentChunks)
	for _, c := range columns {
		for i := range segmentChunks {
			now = append(now, c.texts.chunk(n*segmentChunks+i))
		}
	}
	shelf := t.derived.library.shelf(volume, n)
	shelf.mu.Lock()
	defer shelf.mu.Unlock()
	stale := shelf.segment.stale(now)
	if len(stale) > staleMost {
		shelf.segment, stale = t.newSegment(columns, n, now), nil
	}
	p := part{segment: shelf.segment, stale: stale}
	for _, row := range stale {
		p.texts = append(p.texts, strings.Join(t.textsOf(columns, Slot(n*segmentSize+int(row))), "\n"))
	}
	return p
}

func (t *Table) newSegment(columns []*Column, n int, made []*chunk[string]) *segment {
	w := newScribe()
	for row := range min(segmentSize, t.slots-n*segmentSize) {
		for _, text := range t.textsOf(columns, Slot(n*segmentSize+row)) {
			w.add(uint16(row), text)
		}
	}
	return w.finish(made)
}

// textsOf returns what a search compares of a record.
func (t *Table) textsOf(columns []*Column, s Slot) []string {
	texts := make([]string, len(columns))
	for i, c := range columns {
		texts[i] = t.fold(c.num, s)
	}
	return texts
}

// stale returns the rows whose texts are not those that the segment was made of.
func (g *segment) stale(now []*chunk[string]) []uint16 {
	var differ rows
	for i, c := range now {
		var was *chunk[string]
		if g.made != nil {
			was = g.made[i]
		}
		if c != was {
			markDifferences(c, was, differ[i%segmentChunks*chunkSize/64:])
		}
	}
	var stale []uint16
	for s := range Bits(differ[:]).All() {
		stale = append(stale, uint16(s))
	}
	return stale
}

func markDifferences(a, b *chunk[string], differ []uint64) {
	blank := &chunk[string]{}
	if a == nil {
		a = blank
	}
	if b == nil {
		b = blank
	}
	for i := range a.cells {
		if a.cells[i] != b.cells[i] {
			differ[i/64] |= 1 << (i % 64)
		}
	}
}
