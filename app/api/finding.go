package api

import (
	"strings"

	"cadastre/store/snapshot"
)

// Find looks for a text in the cells of a range, row by row, from behind a cell on or back from before it,
// and goes on at the other end.
func (c *Cells) Find(r Range, text string, from CellAt, back bool) (out Match, err error) {
	defer rescue(&err)
	out.Row, out.Column = -1, -1
	_, b, err := c.find(r)
	if err != nil || text == "" || len(b.columns) == 0 {
		return out, err
	}
	hits := b.hits(snapshot.Fold(text))
	if out.Total = len(hits); out.Total == 0 {
		return out, nil
	}
	at := from.Row*len(b.columns) + from.Column
	i := 0
	for i < len(hits) && (hits[i] < at || hits[i] == at && !back) {
		i++
	}
	if back {
		i += len(hits) - 1
	}
	i %= len(hits)
	out.Number, out.Row, out.Column = i+1, hits[i]/len(b.columns), hits[i]%len(b.columns)
	return out, nil
}

// hits are the places of the cells that hold a folded text, counted row by row.
func (b *block) hits(folded string) []int {
	var hits []int
	for row := range b.slots {
		for column := range b.columns {
			if strings.Contains(snapshot.Fold(b.display(row, column)), folded) {
				hits = append(hits, row*len(b.columns)+column)
			}
		}
	}
	return hits
}
