package snapshot

import (
	"strings"
	"sync"
	"sync/atomic"

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

	// sweeping is held by those who read texts instead, to whom whoever makes segments gives way.
	sweeping sync.RWMutex
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
// are folded and hold no blanks. Until Snapshot.Prepare has made the index of the words, the texts of what
// it does not know yet are read.
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
			return t.unprepared(words, volumes)
		}
		library = append(library, t.parts(volume))
	}
	return t.gather(1, func(n int, found *rows) {
		parts := make([]part, 0, len(volumes))
		for _, all := range library {
			parts = append(parts, all[n])
		}
		findAll(parts, words, found)
	})
}

// findAll puts in the rows that have every word in one of some parts.
func findAll(parts []part, words []string, found *rows) {
	for i, word := range words {
		var has rows
		for p := range parts {
			parts[p].find(word, &has)
		}
		for j := range has {
			if i > 0 {
				has[j] &= found[j]
			}
		}
		*found = has
	}
}

// gather puts together what ask finds in each run of records that shares a segment, with so many at work.
func (t *Table) gather(workers int, ask func(n int, found *rows)) Bits {
	runs := t.runs()
	all := NewBits(runs * segmentSize)
	var next atomic.Int64
	inParts(workers, workers, func(int, int) {
		for n := int(next.Add(1)) - 1; n < runs; n = int(next.Add(1)) - 1 {
			var found rows
			ask(n, &found)
			copy(all[n*segmentSize/64:], found[:])
		}
	})
	return all[:len(NewBits(t.slots))]
}

func (t *Table) runs() int { return (t.slots + segmentSize - 1) / segmentSize }

// rowsOf is how many rows a run has.
func (t *Table) rowsOf(n int) int { return min(segmentSize, t.slots-n*segmentSize) }

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

// parts are made by one at work: whoever asks something meanwhile has the other half of a small computer.
func (t *Table) parts(volume int) []part {
	columns := t.searched(volume)
	return t.derived.parts[volume].get(func() []part {
		parts := make([]part, t.runs())
		for n := range parts {
			parts[n] = t.part(volume, columns, n)
		}
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
	shelf := t.derived.library.shelf(volume, n)
	shelf.mu.Lock()
	defer shelf.mu.Unlock()
	p, near := t.partOf(shelf.segment, columns, n)
	if !near {
		shelf.segment = t.newSegment(columns, n)
		p = part{segment: shelf.segment}
	}
	return p
}

// shelved returns the parts of a run; false when one is still to be made. It never waits.
func (t *Table) shelved(n int, volumes []int) ([]part, bool) {
	var parts []part
	for _, volume := range volumes {
		shelf := t.derived.library.shelf(volume, n)
		if !shelf.mu.TryLock() {
			return nil, false
		}
		segment := shelf.segment
		shelf.mu.Unlock()
		p, near := t.partOf(segment, t.searched(volume), n)
		if !near {
			return nil, false
		}
		parts = append(parts, p)
	}
	return parts, true
}

// partOf is a segment as the table uses it; false when that is too far from what the table holds.
func (t *Table) partOf(g *segment, columns []*Column, n int) (part, bool) {
	stale := g.stale(chunksOf(columns, n))
	if len(stale) > staleMost {
		return part{}, false
	}
	p := part{segment: g, stale: stale}
	var r reading
	for _, row := range stale {
		p.texts = append(p.texts, string(r.of(t, columns, Slot(n*segmentSize+int(row)))))
	}
	return p, true
}

// chunksOf are what the texts of a run are kept in.
func chunksOf(columns []*Column, n int) []*chunk[string] {
	chunks := make([]*chunk[string], 0, len(columns)*segmentChunks)
	for _, c := range columns {
		for i := range segmentChunks {
			chunks = append(chunks, c.texts.chunk(n*segmentChunks+i))
		}
	}
	return chunks
}

// giveWay waits while somebody waits for texts to be read.
func (l *library) giveWay() {
	l.sweeping.Lock()
	defer l.sweeping.Unlock()
}

func (t *Table) newSegment(columns []*Column, n int) *segment {
	var r reading
	w := newScribe()
	for row := range t.rowsOf(n) {
		if row%64 == 0 {
			t.derived.library.giveWay()
		}
		w.add(uint16(row), r.of(t, columns, Slot(n*segmentSize+row)))
	}
	return w.finish(chunksOf(columns, n))
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
