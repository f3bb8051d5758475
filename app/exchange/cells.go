package exchange

import (
	"iter"
	"strings"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// memoMost is how many different values of a column are remembered once they have been read.
const memoMost = 4096

// A memo holds what was read of a column's values, by kind of cell and value.
type memo [workbook.Error + 1]map[string]reading

type reading struct {
	value   record.Value
	trouble *spelling.Trouble
	// loose is true for a choice read from a text that says more.
	loose bool
}

// read reads a cell of any column but a lookup. Values that repeat are read once; texts are not
// remembered, for they hardly do.
func (c *column) read(cell *workbook.Cell) (record.Value, *spelling.Trouble) {
	if c.texts {
		return c.readAnew(cell)
	}
	if known, ok := c.memo[cell.Kind][cell.Value]; ok {
		return known.value, known.trouble
	}
	v, trouble := c.readAnew(cell)
	if c.memo[cell.Kind] == nil {
		c.memo[cell.Kind] = map[string]reading{}
	}
	if len(c.memo[cell.Kind]) < memoMost {
		c.memo[cell.Kind][strings.Clone(cell.Value)] = reading{v, trouble, c.cuts(cell, trouble)}
	}
	return v, trouble
}

// loosely is true for a cell that was read as a choice and says more than that.
func (c *column) loosely(cell *workbook.Cell) bool {
	if c.Field.Kind != schema.Choice {
		return false
	}
	known, ok := c.memo[cell.Kind][cell.Value]
	return known.loose || !ok && c.cuts(cell, nil)
}

// onlyMonth is true for a date without its day.
func (c *column) onlyMonth(cell *workbook.Cell) bool {
	return (c.Field.Kind == schema.Date || c.Field.Kind == schema.DateTime) && cell.Kind == workbook.Text &&
		c.answers.to(cell.Value) == nil && spelling.OnlyMonth(cell.Value)
}

func (c *column) cuts(cell *workbook.Cell, trouble *spelling.Trouble) bool {
	return c.Field.Kind == schema.Choice && trouble == nil && c.answers.to(cell.Value) == nil && c.reader.Cuts(cell.Value)
}

func (c *column) readAnew(cell *workbook.Cell) (record.Value, *spelling.Trouble) {
	if a := c.answers.to(cell.Value); a != nil {
		return c.readAnswer(a)
	}
	return c.reader.Read(*cell)
}

// below yields the cells of each row below the header, until the next.
func (s *sheetWork) below(yield func([]workbook.Cell) bool) {
	var cells []workbook.Cell
	for _, row := range s.input.rows[s.header+1:] {
		if cells = row.cells.unpack(cells[:0]); !yield(cells) {
			return
		}
	}
}

// filled yields the filled cells of a column below the header, each until the next.
func (s *sheetWork) filled(position int) iter.Seq[*workbook.Cell] {
	return func(yield func(*workbook.Cell) bool) {
		for _, row := range s.input.rows[s.header+1:] {
			if cell := s.find(row, position); cell != nil && !yield(cell) {
				return
			}
		}
	}
}

// find returns the cell at a position until it is called again, nil for an empty one.
func (s *sheetWork) find(r row, position int) *workbook.Cell {
	if !r.cells.find(position, &s.cell) {
		return nil
	}
	return &s.cell
}

// open returns the cells of a row until another is opened.
func (s *sheetWork) open(r *rowWork) []workbook.Cell {
	if s.opened != r {
		s.opened, s.cells = r, r.cells.unpack(s.cells[:0])
	}
	return s.cells
}

// text is a row's cell in a column that may be nil.
func (s *sheetWork) text(r row, c *column) string {
	if c == nil {
		return ""
	}
	cell := s.find(r, c.Column.Index)
	if cell == nil || cell.Kind == workbook.Error {
		return ""
	}
	return record.OneLine(cell.Value)
}

// nameOf is what a row calls its record: the name, or the parts that it is composed of.
func (s *sheetWork) nameOf(r row) string {
	name := s.text(r, s.primary)
	if name != "" || len(s.parts) == 0 {
		return name
	}
	var parts []string
	for _, c := range s.parts {
		if part := s.text(r, c); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// keyText is a cell as keys compare it: as what it means, however it is spelt; "" where it says nothing.
func (s *sheetWork) keyText(c *column, cell *workbook.Cell) string {
	if cell == nil || !s.exact() && spelling.Nothing(c.Field, cell.Value) && c.answers.to(cell.Value) == nil {
		return ""
	}
	if c.target != nil && c.answers != nil {
		return fold(s.linkedName(c, cell.Value))
	}
	if c.target == nil && c.Field.Kind != schema.Text {
		if v, trouble := c.read(cell); trouble == nil && !v.IsBlank() {
			return fold(s.snap.Display(c.Field, v))
		}
	}
	return fold(cell.Value)
}
