package exchange

import (
	"fmt"
	"slices"
	"strings"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// link finds the record that a cell of a lookup names.
func (s *sheetWork) link(r *rowWork, c *column, cell *workbook.Cell, now record.Value) (record.Value, bool) {
	if cell.Ref != "" {
		return s.linkByID(r, c, cell)
	}
	text := strings.TrimSpace(cell.Value)
	a := c.answers.to(text)
	if a != nil && a.Use == LeaveBlank {
		s.ask(r, c, text, "")
		return record.Value{}, false
	}
	m := s.meaning(c, text)
	switch meant := m.links; {
	case a != nil && len(meant) == 1:
		if a.Use == MapTo || m.question != nil {
			s.ask(r, c, text, "")
		}
		return meant[0], meant[0] != now
	case slices.Contains(meant, now):
		return now, false
	case s.wasCalled(c, now, cell.Value):
		return s.renamed(r, c, cell, now, meant)
	case len(meant) == 1:
		m.question.count(r, c)
		return meant[0], true
	case len(meant) > 1:
		s.ask(r, c, text, "ambiguous-name").Nearest = s.candidates(c.target, meant)
		s.problem(r, cell, "ambiguous-name", RejectsCell, s.candidates(c.target, meant), "%s are called “%s”. Write the name with the id of the one that is meant.",
			plural(len(meant), c.target.Label, c.target.Plural), clip(cell.Value))
		return now, false
	}
	return s.unknown(r, c, cell, a)
}

// renamed reads a cell of our own export that shows what the target was called then: nobody has changed it,
// unless another record has that name by now.
func (s *sheetWork) renamed(r *rowWork, c *column, cell *workbook.Cell, now record.Value, meant []record.Value) (record.Value, bool) {
	names := s.names.of(c.target)
	if slices.ContainsFunc(meant, func(v record.Value) bool { return names.called(v.ID()) == record.OneLine(cell.Value) }) {
		s.problem(r, cell, "ambiguous-name", RejectsCell, s.candidates(c.target, append(meant[:len(meant):len(meant)], now)),
			"“%s” was the name of the linked %s when the file was exported, and is the name of another now. Write the name with the id of the one that is meant.", clip(cell.Value), c.target.Label)
	}
	return now, false
}

func (s *sheetWork) candidates(t *schema.Table, meant []record.Value) []string {
	var out []string
	for _, v := range meant[:min(len(meant), toldRows)] {
		if name := s.snap.Name(t.Num, v.ID()); name != "" {
			out = append(out, describe(name, v.ID()))
		}
	}
	return out
}

// linkByID takes the id that a package gives; a record that is not there becomes a stub with its id and name.
func (s *sheetWork) linkByID(r *rowWork, c *column, cell *workbook.Cell) (record.Value, bool) {
	id, err := record.ParseID(cell.Ref)
	if err != nil {
		s.problem(r, cell, "bad-id", RejectsCell, nil, "The link to “%s” has no usable id.", clip(cell.Value))
		return record.Value{}, false
	}
	if cell.RefTable != "" && s.model.Table(cell.RefTable) != c.target {
		s.problem(r, cell, "wrong-table", RejectsCell, nil, "The link leads to the table “%s”, and %s takes records of %s only.", cell.RefTable, c.Field.Label, c.target.Plural)
		return record.Value{}, false
	}
	if names := s.names.of(c.target); !names.exists(id) {
		name := record.OneLine(cell.Value)
		if name == "" {
			name = id.String()
		}
		if err := nameFits(c.target, name); err != nil {
			s.problem(r, cell, "bad-value", RejectsCell, nil, "%s", err)
			return record.Value{}, false
		}
		s.refer(c.target, id, name, nil)
	}
	return record.OfID(id), true
}

// unknown creates a record for a name that nothing has, or says so.
func (s *sheetWork) unknown(r *rowWork, c *column, cell *workbook.Cell, a *Answer) (record.Value, bool) {
	if a == nil && !s.exact() && spelling.Nothing(c.Field, cell.Value) {
		s.noteBlank(r, cell)
		return record.Value{}, false
	}
	name := record.OneLine(cell.Value)
	if a != nil && a.Use == MakeRecord {
		name = record.OneLine(c.linked(name))
	}
	err := nameFits(c.target, name)
	switch {
	case cell.Kind == workbook.Error:
		s.problem(r, cell, string(spelling.ErrorCell), RejectsCell, nil, "The cell holds the error %s. Correct the formula in the file, or type the name.", cell.Value)
	case err != nil:
		s.problem(r, cell, "bad-value", RejectsCell, nil, "%s", err)
	case s.mayCome(c): // and then it is known
	case a != nil && a.Use == MapTo:
		s.askUnknown(r, c, cell.Value)
		s.problem(r, cell, "unknown-name", RejectsCell, nil, "“%s” is to be taken for a %s that the catalogue does not have. Say anew what it stands for.", clip(name), c.target.Label)
	case name != "" && a == nil && s.use(c) == LeaveBlank:
		s.ask(r, c, cell.Value, "").Use = LeaveBlank
	case name != "" && (a != nil || s.use(c) == MakeRecord):
		q := s.askUnknown(r, c, cell.Value)
		q.Code, q.Use, q.Becomes = "", MakeRecord, name
		id := s.planner.IDs()
		s.refer(c.target, id, name, q)
		return record.OfID(id), true
	default:
		s.problem(r, cell, "unknown-name", RejectsCell, s.askUnknown(r, c, cell.Value).Nearest,
			"No %s is called “%s”. Correct the name, create the record first, or have unknown names created.", c.target.Label, clip(name))
	}
	return record.Value{}, false
}

// meaning is what a cell of a lookup stands for. An answer given in another catalogue names a record by an id
// that is not there; then its name counts.
func (s *sheetWork) meaning(c *column, text string) *meaning {
	linked, names := c.linked(text), s.names.of(c.target)
	m := names.meaning(linked)
	if len(m.links) == 0 && linked != text {
		return names.meaning(withoutID(linked))
	}
	return m
}

// linkedName is the name of the record that a cell stands for, the cell itself where it stands for none or several.
func (s *sheetWork) linkedName(c *column, text string) string {
	if meant := s.meaning(c, text).links; len(meant) == 1 {
		return s.names.of(c.target).called(meant[0].ID())
	}
	return text
}

// use is what becomes of names in a column that no record has.
func (s *sheetWork) use(c *column) Use {
	if a := c.answers.otherwise(); a != nil {
		return a.Use
	}
	if s.options.Unknown == Create {
		return MakeRecord
	}
	return ""
}

// askUnknown asks about a name that no record has.
func (s *sheetWork) askUnknown(r *rowWork, c *column, name string) *Question {
	q := s.ask(r, c, name, "unknown-name")
	if q.Nearest == nil {
		q.Nearest = s.names.of(c.target).nearest(record.OneLine(name))
	}
	return q
}

// refer creates a record because a cell names it, which q asks about.
func (s *sheetWork) refer(t *schema.Table, id record.ID, name string, q *Question) {
	s.references = append(s.references, Reference{t, id, name})
	names := s.names.of(t)
	names.stated[id] = true
	if q != nil {
		names.asked[id] = q
	}
	names.add(name, id)
}

// A readWord is what a column's cells say and is not taken by the letter.
type readWord struct {
	column int
	word   string
}

// A readNote is the note about it, on the row that it was first found in.
type readNote struct {
	row     *rowWork
	as      string
	others  string // how the other rows are named: they hold the same, or something like it
	problem int
	count   int
}

// noteBlank tells once a column which words were read as nothing.
func (s *sheetWork) noteBlank(r *rowWork, cell *workbook.Cell) {
	s.noteReading(r, cell, fold(cell.Value), "read-as-blank", "nothing")
}

// noteLoose tells once a column which texts were read as a choice although they say more than it, and that the
// first day is taken of months that name none.
func (s *sheetWork) noteLoose(r *rowWork, c *column, cell *workbook.Cell, v record.Value) {
	switch {
	case c.loosely(cell):
		s.noteReading(r, cell, fold(cell.Value), "read-as-choice", "“"+s.snap.Display(c.Field, v)+"”; what else it says is not kept")
	case c.onlyMonth(cell):
		s.noteReading(r, cell, "", "first-of-month", s.snap.Display(c.Field, v)+", the first day of the month")
	}
}

// noteReading tells once a column how a text was read, or with no text to be the same how others like it were.
func (s *sheetWork) noteReading(r *rowWork, cell *workbook.Cell, same, code, as string) {
	key := readWord{cell.Column, same}
	if s.readings[key] == nil {
		others := "here and"
		if same == "" {
			others = "likewise"
		}
		s.readings[key] = &readNote{row: r, as: as, others: others, problem: len(r.problems)}
		s.problem(r, cell, code, Note, nil, "“%s” is read as %s.", strings.TrimSpace(cell.Value), as)
	}
	s.readings[key].count++
}

// countReadings completes the notes of noteReading when all rows have been read.
func (s *sheetWork) countReadings() {
	for _, n := range s.readings {
		if n.count > 1 {
			p := &n.row.problems[n.problem]
			p.Message = fmt.Sprintf("“%s” in the column “%s” is read as %s, %s in %s.", strings.TrimSpace(p.Value), p.Header, n.as, n.others, plural(n.count-1, "other row", "other rows"))
		}
	}
}
