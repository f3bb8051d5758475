package snapshot

import (
	"bytes"
	"math"

	"cadastre/store/record"
	"cadastre/store/schema"
)

const (
	// segmentChunks is how many chunks of slots share one segment.
	segmentChunks = 16
	segmentSize   = segmentChunks * chunkSize
)

// rows are a set of the rows of a segment.
type rows [segmentSize / 64]uint64

// fill puts in all.
func (r *rows) fill() {
	for i := range r {
		r[i] = math.MaxUint64
	}
}

// A segment is the searched texts of a run of records: as they are, until the concordance of their words has
// been made.
type segment struct {
	made  []*textChunk // of what: each searched field's chunks
	texts []byte       // of all rows, folded, each with a line break before it
	ends  []uint32     // of the rows in texts
	words *concordance // instead of texts; nil until it has been made
}

// find puts in the rows with a text that contains part, which holds no blank. Where all texts have to be looked
// through it looks only at those among some rows; it may put in others as well.
func (g *segment) find(part string, among, found *rows) {
	if g.words != nil {
		g.words.find(part, found)
		return
	}
	wanted := []byte(part)
	for s := range Bits(among[:]).All() {
		if int(s) < len(g.ends) && bytes.Contains(g.row(int(s)), wanted) {
			found[s/64] |= 1 << (s % 64)
		}
	}
}

// near puts in the rows with a word that is nearly the wanted one.
func (g *segment) near(n *nearness, found *rows) {
	if g.words != nil {
		g.words.near(n, found)
		return
	}
	for row := range g.ends {
		if n.holds(string(g.row(row))) {
			found[row/64] |= 1 << (row % 64)
		}
	}
}

// row returns the texts of a row.
func (g *segment) row(n int) []byte {
	if n == 0 {
		return g.texts[:g.ends[0]]
	}
	return g.texts[g.ends[n-1]:g.ends[n]]
}

// indexed returns the segment with a concordance, which a scribe makes row after row.
func (g *segment) indexed(w *scribe) *segment {
	giveWay := w.patience.begin()
	for n := range g.ends {
		if n%64 == 0 {
			giveWay()
		}
		w.add(uint16(n), g.row(n))
	}
	return &segment{made: g.made, words: w.finish()}
}

// readSegment reads the texts of a run of records.
func (t *Table) readSegment(columns []*Column, n int) *segment {
	g := &segment{made: chunksOf(columns, n), ends: make([]uint32, t.rowsOf(n))}
	r := reading{text: make([]byte, 0, sizeOf(g.made))}
	for row := range g.ends {
		r.more(t, columns, Slot(n*segmentSize+row))
		g.ends[row] = uint32(len(r.text))
	}
	g.texts = r.text
	return g
}

// chunksOf are what the texts of a run are kept in.
func chunksOf(columns []*Column, n int) []*textChunk {
	chunks := make([]*textChunk, 0, len(columns)*segmentChunks)
	for _, c := range columns {
		for i := range segmentChunks {
			chunks = append(chunks, c.texts.chunk(n*segmentChunks+i))
		}
	}
	return chunks
}

// stale returns the rows whose texts are not those that the segment was made of.
func (g *segment) stale(now []*textChunk) []uint16 {
	var differ rows
	for i, c := range now {
		var was *textChunk
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

// A reading holds texts as a search compares them, each with a line break before it.
type reading struct{ plain, text []byte }

// more adds the texts of a record.
func (r *reading) more(t *Table, columns []*Column, s Slot) {
	for _, c := range columns {
		text := c.texts.at(int(s))
		if text == "" {
			continue
		}
		if t.Schema.FieldByNum(c.num).Kind == schema.RichText {
			r.plain = record.AppendPlainText(r.plain[:0], text)
		} else {
			r.plain = append(r.plain[:0], text...)
		}
		r.text = appendFold(append(r.text, '\n'), r.plain)
	}
}
