package snapshot

import (
	"bytes"
	"slices"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// unprepared does what withAll does with the segments that are there already, and reads the texts of the
// records that they lack.
func (t *Table) unprepared(words []string, volumes []int) Bits {
	t.derived.library.sweeping.RLock()
	defer t.derived.library.sweeping.RUnlock()
	var columns []*Column
	for _, volume := range volumes {
		columns = append(columns, t.searched(volume)...)
	}
	return t.gather(several, func(n int, found *rows) {
		if parts, all := t.shelved(n, volumes); all {
			findAll(parts, words, found)
			return
		}
		t.sweep(n, columns, words, found)
	})
}

// sweep puts in the rows of a run that have every word, by reading their texts.
func (t *Table) sweep(n int, columns []*Column, words []string, found *rows) {
	var r reading
	wanted := make([][]byte, len(words))
	for i, word := range words {
		wanted[i] = []byte(word)
	}
	for row := range t.rowsOf(n) {
		if s := Slot(n*segmentSize + row); t.Live(s) && r.has(t, columns, s, wanted) {
			found[row/64] |= 1 << (row % 64)
		}
	}
}

// A reading holds the texts of a record in what it held those of the one before in.
type reading struct{ plain, text []byte }

// of returns the texts of a record as a search compares them, each on a line of its own, until the next are read.
func (r *reading) of(t *Table, columns []*Column, s Slot) []byte {
	r.text = r.text[:0]
	for _, c := range columns {
		r.add(t, c, s)
	}
	return r.text
}

// has is true when every word occurs in one of a record's texts; it reads no more of them than it must.
func (r *reading) has(t *Table, columns []*Column, s Slot, words [][]byte) bool {
	lacks := func(word []byte) bool { return !bytes.Contains(r.text, word) }
	r.text = r.text[:0]
	for _, c := range columns {
		if r.add(t, c, s) && !slices.ContainsFunc(words, lacks) {
			return true
		}
	}
	return false
}

// add appends a field's text; false when there is none.
func (r *reading) add(t *Table, c *Column, s Slot) bool {
	text := c.texts.at(int(s))
	if text == "" {
		return false
	}
	if t.Schema.FieldByNum(c.num).Kind == schema.RichText {
		r.plain = record.AppendPlainText(r.plain[:0], text)
	} else {
		r.plain = append(r.plain[:0], text...)
	}
	r.text = appendFold(append(r.text, '\n'), r.plain)
	return true
}
