package exchange

import (
	"cmp"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
)

// A linkColumn is a column whose cells name records that a table of links ties to the row's.
type linkColumn struct {
	recognise.Match
	separator string
}

// findLinks finds the columns that name several records in a cell: called like them, with a separator in use.
func (s *sheetWork) findLinks(matches []recognise.Match) {
	if s.exact() || s.placed {
		return
	}
	for _, link := range recognise.Links(s.model, s.table) {
		for i := range matches {
			m := &matches[i]
			toTarget := m.Field != nil && m.Field.Target == link.To.Target && m.How != recognise.Given
			if (m.How == recognise.Unplaced || toTarget) && link.Names(s.model, m.Column.Header) && (s.separator(m.Column.Index, link) != "" || s.goesOn(matches, m.Column.Index)) {
				m.Field, m.Link, m.How = nil, link, recognise.BySeveral
				break
			}
		}
	}
}

// separator is what parts the names in the cells of a column, "" where each cell is one name.
func (s *sheetWork) separator(position int, link *recognise.Link) string {
	names := s.names.of(s.model.Table(link.To.Target))
	known := func(name string) bool { return len(names.slots(name)) > 0 }
	return spelling.Separator(func(yield func(string) bool) {
		for cell := range s.filled(position) {
			if cell.Kind == workbook.Text && !yield(cell.Value) {
				return
			}
		}
	}, known)
}

// addLinks makes sheets of the links that the rows name.
func (s *sheetWork) addLinks() error {
	for _, c := range s.links {
		in := s.linkRows(c)
		if len(in.rows) < 2 {
			continue
		}
		if err := s.addPart(in, SheetOptions{Part: c.Link.Table.Key}); err != nil {
			return err
		}
		plan := s.all[len(s.all)-1].plan
		plan.Part, plan.Derived, plan.Why = c.Link.Table.Key, true, "what “"+strings.TrimSpace(c.Column.Header)+"” names"
	}
	return nil
}

// linkRows are the links as a sheet: a row's record, and what it is tied to.
func (s *sheetWork) linkRows(c *linkColumn) *input {
	in := &input{Sheet: recognise.Sheet{File: s.File, Name: s.Name}, path: s.path, table: c.Link.Table.Key, headerRow: s.head.Number, derived: true}
	at := c.Column.Index
	from := at + 1 // the cell keeps its column, so that its problems stand where it is
	in.fields = map[int]string{at: c.Link.To.Key, from: c.Link.From.Key}
	in.add(workbook.Row{Number: s.head.Number, Cells: []workbook.Cell{{Column: at, Value: c.Column.Header}, {Column: from, Value: c.Link.From.Label}}})
	for i := range s.rows {
		r := &s.rows[i]
		cell := s.find(r.row, at)
		if r.out != "" || cell == nil || r.name == "" {
			continue
		}
		kind, value := cell.Kind, cell.Value
		for _, name := range spelling.Split(value, cmp.Or(c.separator, "\n")) {
			in.add(workbook.Row{Number: r.number, Cells: []workbook.Cell{{Column: at, Kind: kind, Value: name}, s.parent(r, from)}})
		}
	}
	return in
}

// parent is a cell that names the record of a row, by its id where the row has one.
func (s *sheetWork) parent(r *rowWork, column int) workbook.Cell {
	out := workbook.Cell{Column: column, Value: r.name}
	if s.ids < 0 {
		return out
	}
	if cell := s.find(r.row, s.ids); cell != nil {
		if id, err := record.ParseID(strings.TrimSpace(cell.Value)); err == nil {
			out.Ref = id.String()
		}
	}
	return out
}
