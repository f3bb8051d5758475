// Package recognise finds out what a sheet holds: which row is the header, which
// table the rows belong to, which column fills which field. It guesses only where
// names and values agree, and always says how it came to its answer. It may import
// store/schema and app/exchange/spelling and workbook.
package recognise

import (
	"iter"
	"strings"

	"cadastre/app/exchange/workbook"
)

// A Sheet is the content of one sheet as it was read.
type Sheet struct {
	// File is the file's name without its folder.
	File string
	Name string
	// Head are its first filled rows, HeadRows of them or all.
	Head []workbook.Row
}

// HeadRows is how many rows of a sheet are looked at to find its header.
const HeadRows = headerWithin + belowMost

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
	// lines are the lines of a header of two, the lower first.
	lines []string
}

// distinctMost is how many different values of a column are looked at.
const distinctMost = 200

// Columns gathers the columns of rows below a header row. A column without a header is there when it has
// cells.
func Columns(header workbook.Row, rows iter.Seq[[]workbook.Cell]) []Column {
	var g gathering
	for _, c := range header.Cells {
		g.column(c.Column).Header = c.Value
	}
	for cells := range rows {
		for i := range cells {
			g.add(&cells[i])
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
		kept := *c
		kept.Value = strings.Clone(c.Value) // the cell's own may share the memory of many others
		g.seen[c.Column][kept.Value] = true
		column.Distinct = append(column.Distinct, kept)
	}
}

func (g *gathering) done() []Column {
	out := make([]Column, 0, len(g.columns))
	for _, c := range g.columns {
		if c.Header != "" || c.Filled > 0 {
			c.words = words(c.Header)
			c.phrase = strings.Join(c.words, " ")
			if upper, lower, two := strings.Cut(c.Header, Over); two {
				c.lines = []string{lower, upper}
			}
			out = append(out, c)
		}
	}
	return out
}
