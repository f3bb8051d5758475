package snapshot

import (
	"slices"
	"strings"
	"sync"

	"cadastre/store/record"
)

// staleMost is how many records of a segment may have changed before it is made anew.
const staleMost = segmentSize / 32

// A library keeps the segments of a table for all its snapshots. Whichever snapshot a segment was made
// of, it serves every other: they compare what it was made of with what they hold.
type library struct {
	mu      sync.Mutex
	shelves []*shelf
}

type shelf struct {
	mu      sync.Mutex
	segment *segment
}

func (l *library) shelf(n int) *shelf {
	l.mu.Lock()
	defer l.mu.Unlock()
	for n >= len(l.shelves) {
		l.shelves = append(l.shelves, &shelf{segment: newScribe().finish(nil)})
	}
	return l.shelves[n]
}

// A part is a segment as one snapshot uses it: with the records that differ, and what they say now.
type part struct {
	*segment
	stale []uint16
	texts []string
}

// Containing returns the records in which every word occurs in one of the searched fields. The words
// are folded and hold no blanks. The first to ask has the index of the words made; see Prepare.
func (t *Table) Containing(words []string) Bits {
	parts := t.parts()
	found := NewBits(len(parts) * segmentSize)
	inParts(len(parts), func(from, to int) {
		for n := from; n < to; n++ {
			copy(found[n*segmentSize/64:], parts[n].containing(words)[:])
		}
	})
	return found[:len(NewBits(t.slots))]
}

// Prepare makes what the first sort by name and the first search would wait for.
func (t *Table) Prepare() {
	t.parts()
	t.Order(t.Schema.PrimaryField().Num)
}

func (p *part) containing(words []string) *rows {
	var found rows
	for i, word := range words {
		var has rows
		p.find(word, &has)
		for j := range has {
			if i > 0 {
				has[j] &= found[j]
			}
		}
		found = has
	}
	for i, row := range p.stale {
		found[row/64] &^= 1 << (row % 64)
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(p.texts[i], word) }) {
			found[row/64] |= 1 << (row % 64)
		}
	}
	return &found
}

func (t *Table) parts() []part {
	return t.derived.parts.get(func() []part {
		parts := make([]part, (t.slots+segmentSize-1)/segmentSize)
		columns := t.searched()
		inParts(len(parts), func(from, to int) {
			for n := from; n < to; n++ {
				parts[n] = t.part(columns, n)
			}
		})
		return parts
	}, nil)
}

// searched are the columns that a search looks into.
func (t *Table) searched() []*Column {
	var columns []*Column
	for _, key := range t.Schema.Searched {
		if c := t.Column(t.Schema.Field(key).Num); c.class == record.String {
			columns = append(columns, c)
		}
	}
	return columns
}

// part takes the segment from its shelf, and makes it anew when it is too far from what the table holds.
func (t *Table) part(columns []*Column, n int) part {
	now := make([]*chunk[string], 0, len(columns)*segmentChunks)
	for _, c := range columns {
		for i := range segmentChunks {
			now = append(now, c.texts.chunk(n*segmentChunks+i))
		}
	}
	shelf := t.derived.library.shelf(n)
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
