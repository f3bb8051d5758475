// Package recognise finds out what a sheet holds: which row is the header, which
// table the rows belong to, which column fills which field. It guesses only where
// names and values agree, and always says how it came to its answer. It may import
// store/schema and app/exchange/spelling and workbook.
package recognise

import (
	"strings"

	"cadastre/app/exchange/workbook"
)

// A Sheet is the content of one sheet as it was read.
type Sheet struct {
	// File is the file's name without its folder.
	File string
	Name string
	// Rows are the filled rows.
	Rows []workbook.Row
}

// A Column is one column below a header row.
type Column struct {
	// Index is the position in the sheet, A being 0.
	Index  int
	Header string
	// Filled counts the cells with a value.
	Filled int
	// Distinct are up to distinctMost different cells, the first ones of the column.
	Distinct []workbook.Cell

	words  []string
	phrase string
}

// distinctMost is how many different values of a column are looked at.
const distinctMost = 200

// Columns gathers the columns below the header row at index header of s.Rows. A column without a header
// is there when it has cells.
func (s *Sheet) Columns(header int) []Column {
	var g gathering
	for _, c := range s.Rows[header].Cells {
		g.column(c.Column).Header = c.Value
	}
	for _, row := range s.Rows[header+1:] {
		for i := range row.Cells {
			g.add(&row.Cells[i])
		}
	}
	return g.done()
}

// A gathering holds columns and the values seen in them by position.
type gathering struct {
	columns []Column
	seen    []map[string]bool
}

func (g *gathering) column(index int) *Column {
	for len(g.columns) <= index {
		g.columns = append(g.columns, Column{Index: len(g.columns)})
		g.seen = append(g.seen, map[string]bool{})
	}
	return &g.columns[index]
}

func (g *gathering) add(c *workbook.Cell) {
	column := g.column(c.Column)
	column.Filled++
	if len(column.Distinct) < distinctMost && !g.seen[c.Column][c.Value] {
		g.seen[c.Column][c.Value] = true
		column.Distinct = append(column.Distinct, *c)
	}
}

func (g *gathering) done() []Column {
	out := make([]Column, 0, len(g.columns))
	for _, c := range g.columns {
		if c.Header != "" || c.Filled > 0 {
			c.words = words(c.Header)
			c.phrase = strings.Join(c.words, " ")
			out = append(out, c)
		}
	}
	return out
}
