package exchange

import (
	"fmt"
	"slices"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/schema"
)

// places are what the columns of a sheet say about whether a row goes on with the one above.
type places struct {
	name int
	// identifies are those that say which record a row is about, several those in which more may follow.
	identifies, several, placed map[int]bool
}

func (s *sheetWork) places(matches []recognise.Match) places {
	p := places{name: -1, identifies: map[int]bool{}, several: map[int]bool{}, placed: map[int]bool{}}
	links := recognise.Links(s.model, s.table)
	for i := range matches {
		m := &matches[i]
		at := m.Column.Index
		linked := m.Link != nil || m.How != recognise.Given && slices.ContainsFunc(links, func(l *recognise.Link) bool { return l.Names(s.model, m.Column.Header) })
		switch f := m.Field; {
		case m.How == recognise.ByID, f != nil && slices.Contains(s.table.Identifiers, f.Key):
			p.identifies[at] = true
		case f == s.table.PrimaryField():
			p.name = at
		case linked, f != nil && longText(f):
			p.several[at] = true
		}
		p.placed[at] = m.Field != nil || linked
	}
	return p
}

// goOn is true for a sheet in which a record takes several rows, as merged cells leave them: of the rows that name
// no record most are short, add to a list or a long text of the row above, and contradict it in nothing. Where
// few do, a name has been forgotten.
func (s *sheetWork) goOn(matches []recognise.Match) bool {
	p := s.places(matches)
	if s.exact() || s.placed || p.name < 0 || filledIn(matches, p.name) >= len(s.input.rows)-s.header-1 {
		return false
	}
	adding, others := 0, 0
	var above []workbook.Cell
	for cells := range s.below {
		switch {
		case p.isRecord(cells):
			above = append(above[:0], cells...)
		case p.adds(above, cells):
			adding++
		case above != nil:
			others++
		}
	}
	return adding > 0 && adding >= others
}

func filledIn(matches []recognise.Match, position int) int {
	i := slices.IndexFunc(matches, func(m recognise.Match) bool { return m.Column.Index == position })
	return matches[i].Column.Filled
}

func (p *places) isRecord(cells []workbook.Cell) bool {
	return slices.ContainsFunc(cells, func(c workbook.Cell) bool { return c.Column == p.name || p.identifies[c.Column] })
}

// adds is true for a row that has at most half as many cells as the one above, and more to say about it.
func (p *places) adds(above, cells []workbook.Cell) bool {
	adding, of := false, 0
	for _, c := range cells {
		if !p.placed[c.Column] {
			continue
		}
		of++
		switch had := textIn(above, c.Column); {
		case had == "", had == strings.TrimSpace(c.Value):
		case !p.several[c.Column]:
			return false
		default:
			adding = true
		}
	}
	return adding && 2*of <= len(above)
}

func textIn(cells []workbook.Cell, column int) string {
	i, there := indexOf(cells, column)
	if !there {
		return ""
	}
	return strings.TrimSpace(cells[i].Value)
}

// indexOf is the place of a column's cell in a row, or where it would be.
func indexOf(cells []workbook.Cell, column int) (int, bool) {
	return slices.BinarySearchFunc(cells, column, func(c workbook.Cell, column int) int { return c.Column - column })
}

func longText(f *schema.Field) bool { return f.Kind == schema.Memo || f.Kind == schema.RichText }

// goesOn is true when a column is filled in rows that go on with the row above.
func (s *sheetWork) goesOn(matches []recognise.Match, position int) bool {
	if !s.goOn(matches) {
		return false
	}
	p := s.places(matches)
	for cells := range s.below {
		if !p.isRecord(cells) && textIn(cells, position) != "" {
			return true
		}
	}
	return false
}

// A continuation is a row that was taken with another.
type continuation struct {
	with int
	// what says what it did to that row.
	what string
}

// joinContinued takes rows without a name or an identifier into the record above, in a sheet in which records go
// on, where each of their cells adds to it: to a blank, to a long text, to a list of links. A row that
// contradicts the one above stays a row of its own.
func (s *sheetWork) joinContinued() {
	if s.primary == nil || !s.goOn(s.plan.Columns) {
		return
	}
	rows := slices.Clone(s.input.rows[s.header+1:])
	s.continued = map[int]continuation{}
	above := -1
	for i := range rows {
		if s.nameOf(rows[i]) != "" || s.isIdentified(rows[i]) {
			above = i
		} else if above >= 0 && !s.leavesOut(rows[i].number) {
			s.joinTo(&rows[above], &rows[i])
		}
	}
	part := s.input.head()
	part.rows = append(slices.Clone(s.input.rows[:s.header+1]), rows...)
	s.input = part
	if n := len(s.continued); n > 0 {
		s.report(Problem{Code: "continued-rows", Severity: Note, Message: fmt.Sprintf(
			"In “%s” a record may take several rows: %s no name, and what they say is taken with the row above. Each says what it adds.", s.Name, plural(n, "row has", "rows have"))})
	}
}

func (s *sheetWork) joinTo(record, next *row) {
	cells, what := s.join(record, next)
	if what == "" {
		return
	}
	s.buf = pack(s.buf[:0], cells)
	record.cells = packed(s.kept.keep(s.buf))
	s.continued[next.number] = continuation{record.number, what}
}

// isIdentified is true for a row that says which record it is, if not by name.
func (s *sheetWork) isIdentified(r row) bool {
	return s.ids >= 0 && s.textAt(r, s.ids) != "" || s.keyOf(&rowWork{row: r}).text != ""
}

// join is the record's row with what the next one adds, and what that is; "" where it contradicts or says nothing.
func (s *sheetWork) join(record, next *row) ([]workbook.Cell, string) {
	cells := record.cells.unpack(nil)
	var fills, adds []string
	for _, c := range next.cells.unpack(nil) {
		if s.column(c.Column) == nil && !s.isLink(c.Column) {
			continue
		}
		header := strings.TrimSpace(headerAt(s.head, c.Column))
		switch i, there := indexOf(cells, c.Column); {
		case !there:
			cells = slices.Insert(cells, i, c)
			fills = append(fills, header)
		case strings.TrimSpace(cells[i].Value) == strings.TrimSpace(c.Value):
		case s.addsTo(c.Column) && cells[i].Kind == workbook.Text:
			cells[i].Value += "\n" + c.Value
			adds = append(adds, header)
		default:
			return nil, ""
		}
	}
	var what []string
	if fills != nil {
		what = append(what, "fills "+strings.Join(fills, ", "))
	}
	if adds != nil {
		what = append(what, "adds to "+strings.Join(adds, ", "))
	}
	return cells, strings.Join(what, " and ")
}

func (s *sheetWork) isLink(position int) bool {
	return slices.ContainsFunc(s.links, func(l *linkColumn) bool { return l.Column.Index == position })
}

// addsTo is true for columns in which several lines are several things.
func (s *sheetWork) addsTo(position int) bool {
	c := s.column(position)
	return s.isLink(position) || c != nil && longText(c.Field)
}
