package exchange

import (
	"slices"
	"strconv"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/ahead"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// compare reads every row's cells and finds what they would change.
func (s *sheetWork) compare() error {
	i := 0
	for c, err := range ahead.Of(s.lookUp) {
		if err == nil {
			err = s.step("Comparing", i)
		}
		if err != nil {
			return err
		}
		if i++; c.row.out == "" {
			s.compareRow(c)
		}
	}
	return nil
}

// A comparison is a row's cells in the columns that are mapped, with what the record held of each when the
// file was made, and whether the cell shows just that.
type comparison struct {
	row   *rowWork
	cells []workbook.Cell
	held  []record.Value
	shown []bool
}

// lookUp makes the comparisons, ahead of those who decide what they mean.
func (s *sheetWork) lookUp(next func() *comparison) error {
	for i := range s.rows {
		c := next()
		if c == nil {
			return nil
		}
		c.row = &s.rows[i]
		c.cells, c.held, c.shown = c.row.cells.unpack(c.cells[:0]), c.held[:0], c.shown[:0]
		for i := range c.cells {
			var v record.Value
			shown := false
			if column := s.column(c.cells[i].Column); column != nil {
				v = s.exported(c.row, column)
				shown = c.cells[i].Kind != workbook.Error && column.shows(v, c.cells[i].Value)
			}
			c.held, c.shown = append(c.held, v), append(c.shown, shown)
		}
	}
	return nil
}

func (s *sheetWork) compareRow(of *comparison) {
	s.scratch = s.scratch[:0]
	filled, r := 0, of.row
	for i := range of.cells {
		cell, exported := &of.cells[i], of.held[i]
		c := s.column(cell.Column)
		if c == nil || strings.TrimSpace(cell.Value) == "" {
			continue
		}
		filled++
		switch v, ok := s.value(r, c, cell, exported, of.shown[i]); {
		case ok && v != exported:
			s.merge(r, c, cell, exported, v)
		case r.since != 0:
			s.bringBack(r, c, cell, exported)
		case !ok:
			s.agree(r, c, cell)
		}
	}
	if filled < len(s.byField) && r.found && s.clears() {
		s.clear(r)
	}
	s.setFields(r, s.scratch)
	if r.found {
		s.noteLaterChange(r)
	} else {
		s.noteMissing(r)
	}
	r.cells, s.opened = "", nil
}

func (s *sheetWork) current(r *rowWork, c *column) record.Value {
	if !r.found {
		return record.Value{}
	}
	return c.held.Value(r.slot)
}

func (s *sheetWork) clears() bool {
	return s.options.Blank == Clear || s.options.Blank == ByOrigin && s.own && !s.foreign
}

// emptied is true for a column whose blank cell was filled when the file was made. What people have added to
// our exports themselves was not.
func (s *sheetWork) emptied(r *rowWork, c *column) bool {
	return !s.exported(r, c).IsBlank() && (s.options.Blank == Clear || c.How == recognise.ByTag)
}

// clear adds the fields whose cells were emptied. Names and states stay.
func (s *sheetWork) clear(r *rowWork) {
	for position, c := range s.columns {
		if c == nil || !s.emptied(r, c) {
			continue
		}
		if cell := s.find(r.row, position); cell != nil && strings.TrimSpace(cell.Value) != "" {
			continue
		}
		switch emptied := (&workbook.Cell{Column: position}); {
		case c == s.primary && len(c.Field.Parts) == 0:
			s.problem(r, emptied, "missing-name", RejectsCell, nil, "%s was emptied, and every record needs one. Fill it in.", c.Field.Label)
		case c == s.primary, c.Field.Num == schema.State:
			s.problem(r, emptied, "kept", Note, nil, "%s was emptied, and every record has one. It stays as it is.", c.Field.Label)
		default:
			s.merge(r, c, emptied, s.exported(r, c), record.Value{})
		}
	}
}

// noteLaterChange tells when a row of our own export would change a record that has changed since, and nobody
// knows how.
func (s *sheetWork) noteLaterChange(r *rowWork) {
	if len(r.fields) == 0 || s.then[r] != nil {
		return
	}
	if exported := s.exportedVersion(r); exported != 0 && exported != s.records.Version(r.slot) {
		s.problem(r, nil, "changed-since-export", Note, nil, "“%s” was changed in the catalogue after the file was exported. Look at what the row would change before you apply it.", s.records.Name(r.slot))
	}
}

// noteMissing tells which required fields a new record lacks. It is taken all the same.
func (s *sheetWork) noteMissing(r *rowWork) {
	primary := s.table.PrimaryField()
	for _, f := range s.table.Fields {
		if !f.Required || f == primary || slices.Contains(primary.Parts, f.Key) || slices.ContainsFunc(s.scratch, func(v record.FieldValue) bool { return v.Num == f.Num }) {
			continue
		}
		if c := s.byField[f]; c != nil {
			s.problem(r, &workbook.Cell{Column: c.Column.Index}, "missing-required", Note, nil, "%s is missing. The record is created without it; fill it in.", f.Label)
		} else if !s.lacks[f] {
			s.lacks[f] = true
			s.report(Problem{Code: "missing-required", Severity: Note, Message: "No column fills " + f.Label + ", which every " + s.table.Label + " should have. New records are created without it."})
		}
	}
}

// value reads a cell; false leaves the field as it is. A cell that shows what the record holds already
// changes nothing, however it is spelt.
func (s *sheetWork) value(r *rowWork, c *column, cell *workbook.Cell, now record.Value, shown bool) (record.Value, bool) {
	if s.contested(r, c, cell) {
		return record.Value{}, false
	}
	if c.target != nil {
		return s.link(r, c, cell, now)
	}
	a := c.answers.to(cell.Value)
	if a == nil && shown {
		return now, false
	}
	v, trouble := c.read(cell)
	if a != nil && trouble == nil {
		s.ask(r, c, cell.Value, "")
	}
	switch {
	case trouble != nil && trouble.Code == spelling.AmbiguousDate && s.extent != whole:
		return v, false // a later row may decide it
	case trouble != nil && asked[trouble.Code] && c.answers.otherwise() != nil:
		s.ask(r, c, cell.Value, "").Use = LeaveBlank
		return v, false
	case trouble != nil:
		s.askTrouble(r, c, cell, trouble)
		s.problem(r, cell, string(trouble.Code), RejectsCell, trouble.Suggestions, "%s", trouble.Message)
		s.work.plan.AskDates = s.work.plan.AskDates || trouble.Code == spelling.AmbiguousDate
		return v, false
	case v.IsBlank():
		if a == nil {
			s.noteBlank(r, cell)
		}
		return v, false
	}
	s.noteLoose(r, c, cell, v)
	if c.same(now, v) {
		return v, false
	}
	if record.Fits(c.Field, v) != nil {
		s.problem(r, cell, "longer-than-usual", Note, nil, "The text is longer than the %d characters that %s is meant to hold. It is kept whole.", c.Field.MaxLength, c.Field.Label)
	}
	return v, true
}

// shows is true when a text is what an export writes for a text that the record holds.
func (c *column) shows(now record.Value, text string) bool {
	switch held := now.Str(); {
	case held == "":
		return false
	case held == text:
		return true
	case c.Field.Kind == schema.RichText:
		return record.PlainText(held) == strings.TrimSpace(text)
	}
	return false
}

// same is true when a value read from a file is what the record holds, as far as a file can say: rich
// text by what a reader sees, numbers to the 15 digits that spreadsheets keep.
func (c *column) same(now, v record.Value) bool {
	switch {
	case now == v:
		return true
	case now.IsBlank() || v.IsBlank():
		return false
	case c.Field.Kind == schema.RichText:
		return record.PlainText(now.Str()) == record.PlainText(v.Str())
	case c.Field.Kind == schema.Decimal:
		return near(now.Float(), v.Float())
	case c.Field.Kind == schema.Whole:
		return near(float64(now.Int()), float64(v.Int()))
	}
	return false
}

// near is true for numbers whose first 15 digits are the same.
func near(a, b float64) bool {
	return strconv.FormatFloat(a, 'e', 14, 64) == strconv.FormatFloat(b, 'e', 14, 64)
}
