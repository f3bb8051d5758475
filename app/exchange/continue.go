package exchange

import (
	"slices"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/schema"
)

// goesOn is true when a column is filled in rows that have no name: they go on with the row above.
func (s *sheetWork) goesOn(matches []recognise.Match, position int) bool {
	name := slices.IndexFunc(matches, func(m recognise.Match) bool { return m.Field == s.table.PrimaryField() })
	if name < 0 {
		return false
	}
	for _, row := range s.input.rows[s.header+1:] {
		if s.textAt(row, matches[name].Column.Index) == "" && s.textAt(row, position) != "" {
			return true
		}
	}
	return false
}

// joinContinued takes rows without a name or an identifier into the record above, where each of their cells adds to it: to a blank,
// to a long text, to a list of links. A row that contradicts the one above stays a row of its own.
func (s *sheetWork) joinContinued() {
	below := s.input.rows[s.header+1:]
	if s.exact() || s.placed || s.primary == nil || s.primary.Column.Filled >= len(below) {
		return
	}
	rows := slices.Clone(below)
	above := -1
	for i := range rows {
		if s.nameOf(rows[i]) != "" || s.isIdentified(rows[i]) {
			above = i
			continue
		}
		if above < 0 {
			continue
		}
		if cells, joins := s.join(rows[above], rows[i]); joins {
			s.buf = pack(s.buf[:0], cells)
			rows[above].cells = packed(s.kept.keep(s.buf))
			if s.continued == nil {
				s.continued = map[int]int{}
			}
			s.continued[rows[i].number] = rows[above].number
		}
	}
	part := s.input.head()
	part.rows = append(slices.Clone(s.input.rows[:s.header+1]), rows...)
	s.input = part
}

// isIdentified is true for a row that says which record it is, if not by name.
func (s *sheetWork) isIdentified(r row) bool {
	return s.ids >= 0 && s.textAt(r, s.ids) != "" || s.keyOf(&rowWork{row: r}).text != ""
}

// join is the record's row with what the next one adds.
func (s *sheetWork) join(record, next row) ([]workbook.Cell, bool) {
	cells := record.cells.unpack(nil)
	added := false
	for _, c := range next.cells.unpack(nil) {
		if s.column(c.Column) == nil && !s.isLink(c.Column) {
			continue
		}
		at, there := slices.BinarySearchFunc(cells, c.Column, func(have workbook.Cell, column int) int { return have.Column - column })
		switch {
		case !there:
			cells = slices.Insert(cells, at, c)
		case strings.TrimSpace(cells[at].Value) == strings.TrimSpace(c.Value):
			continue
		case s.addsTo(c.Column) && cells[at].Kind == workbook.Text:
			cells[at].Value += "\n" + c.Value
		default:
			return nil, false
		}
		added = true
	}
	return cells, added
}

func (s *sheetWork) isLink(position int) bool {
	return slices.ContainsFunc(s.links, func(l *linkColumn) bool { return l.Column.Index == position })
}

// addsTo is true for columns in which several lines are several things.
func (s *sheetWork) addsTo(position int) bool {
	c := s.column(position)
	return s.isLink(position) || c != nil && (c.Field.Kind == schema.Memo || c.Field.Kind == schema.RichText)
}
