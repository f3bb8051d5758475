package snapshot

import (
	"slices"
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
	mu       sync.Mutex
	shelves  [volumes][]*shelf
	patience *patience
}

type shelf struct {
	segment  atomic.Pointer[segment]
	reading  sync.Mutex // held by who reads its texts
	indexing sync.Mutex // held by who makes the concordance
}

func (l *library) shelf(volume, n int) *shelf {
	l.mu.Lock()
	defer l.mu.Unlock()
	for n >= len(l.shelves[volume]) {
		empty := &shelf{}
		empty.segment.Store(&segment{words: newScribe().finish()})
		l.shelves[volume] = append(l.shelves[volume], empty)
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
// are folded and hold no blanks; there is one at least. Until Prepare has made the index of the words, the texts
// of what it does not know yet are looked through.
func (t *Table) Containing(words []string) Bits { return t.withAll(words, inNames, inOthers) }

// Named returns the records in whose name every word occurs.
func (t *Table) Named(words []string) Bits { return t.withAll(words, inNames) }

// Prepare makes what the first sort by name and the first search would wait for.
func (t *Table) Prepare() {
	t.Order(t.Schema.PrimaryField().Num)
	for volume := range volumes {
		t.parts(volume)
	}
}

// withAll returns the records that have every word in one of some volumes.
func (t *Table) withAll(words []string, volumes ...int) Bits {
	before, prepared := t.derived.lately.Load(), t.prepared(volumes)
	found := t.look(1, volumes, func(n int, parts []part, found *rows) {
		before.among(words, len(volumes), n, found)
		keepAll(parts, words, found)
	})
	if !prepared {
		t.derived.lately.Store(&finding{words, len(volumes), found.Clone()})
	}
	return found
}

// look puts together what ask finds in the parts of each run of records, with so many at work. While the index of
// some volumes is not there nobody waits for it.
func (t *Table) look(workers int, volumes []int, ask func(n int, parts []part, found *rows)) Bits {
	defer t.derived.library.patience.note()
	if !t.prepared(volumes) {
		return t.unprepared(volumes, ask)
	}
	var library [][]part
	for _, volume := range volumes {
		library = append(library, t.parts(volume))
	}
	return t.gather(workers, func(n int, found *rows) {
		parts := make([]part, 0, len(volumes))
		for _, all := range library {
			parts = append(parts, all[n])
		}
		ask(n, parts, found)
	})
}

// prepared is true when the index of some volumes is there.
func (t *Table) prepared(volumes []int) bool {
	return !slices.ContainsFunc(volumes, func(volume int) bool { return !t.derived.parts[volume].ready() })
}

// keepAll keeps of some rows those that have every word in one of some parts.
func keepAll(parts []part, words []string, kept *rows) {
	for _, word := range words {
		var has rows
		for p := range parts {
			parts[p].find(word, kept, &has)
		}
		for i := range has {
			kept[i] &= has[i]
		}
	}
}

// gather puts together what ask finds in each run of records that shares a segment, with so many at work.
func (t *Table) gather(workers int, ask func(n int, found *rows)) Bits {
	runs := t.runs()
	all := NewBits(runs * segmentSize)
	var next atomic.Int64
	inParts(workers, workers, func(int, int) {
		for n := int(next.Add(1)) - 1; n < runs; n = int(next.Add(1)) - 1 {
			ask(n, (*rows)(all[n*segmentSize/64:]))
		}
	})
	return all[:len(NewBits(t.slots))]
}

func (t *Table) runs() int { return (t.slots + segmentSize - 1) / segmentSize }

// rowsOf is how many rows a run has.
func (t *Table) rowsOf(n int) int { return min(segmentSize, t.slots-n*segmentSize) }

// find puts in the rows with a text that contains word, at least those of them that are among some.
func (p *part) find(word string, among, found *rows) {
	p.ask(found, func(all *rows) { p.segment.find(word, among, all) }, func(text string) bool { return strings.Contains(text, word) })
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

// parts are the runs of a volume with their index. They are made by one at work: whoever asks something meanwhile
// has the other half of a small computer.
func (t *Table) parts(volume int) []part {
	return t.derived.parts[volume].get(
		func() []part { return t.newParts(volume) },
		func(base []part, touched []Slot) []part { return t.patchParts(volume, base, touched) })
}

func (t *Table) newParts(volume int) []part {
	columns, w := t.searched(volume), newScribe()
	w.patience = t.derived.library.patience
	parts := make([]part, t.runs())
	for n := range parts {
		parts[n] = t.part(w, volume, columns, n)
	}
	return parts
}

// patchParts has no patience: a search may be waiting for it.
func (t *Table) patchParts(volume int, base []part, touched []Slot) []part {
	columns, w := t.searched(volume), newScribe()
	parts := append(make([]part, 0, t.runs()), base...)[:t.runs()]
	for i, s := range touched {
		if n := int(s / segmentSize); i == 0 || n != int(touched[i-1]/segmentSize) {
			parts[n] = t.part(w, volume, columns, n)
		}
	}
	return parts
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

// part takes the segment from its shelf with its concordance, which a scribe makes where there is none.
func (t *Table) part(w *scribe, volume int, columns []*Column, n int) part {
	shelf := t.derived.library.shelf(volume, n)
	shelf.indexing.Lock()
	defer shelf.indexing.Unlock()
	p := t.read(volume, columns, n)
	if read := p.segment; read.words == nil {
		p.segment = read.indexed(w)
		shelf.segment.CompareAndSwap(read, p.segment)
	}
	return p
}

// read takes the segment from its shelf, and reads the texts anew when it is too far from what the table holds.
func (t *Table) read(volume int, columns []*Column, n int) part {
	shelf := t.derived.library.shelf(volume, n)
	if p, near := t.partOf(shelf.segment.Load(), columns, n); near {
		return p
	}
	shelf.reading.Lock()
	defer shelf.reading.Unlock()
	p, near := t.partOf(shelf.segment.Load(), columns, n)
	if !near {
		p = part{segment: t.readSegment(columns, n)}
		shelf.segment.Store(p.segment)
	}
	return p
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
		r.text = r.text[:0]
		r.more(t, columns, Slot(n*segmentSize+int(row)))
		p.texts = append(p.texts, string(r.text))
	}
	return p, true
}
