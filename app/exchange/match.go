package exchange

import (
	"fmt"
	"slices"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// match finds the record of each row: by id, then by key fields, then by name. Rows without a record get
// a new id.
func (w *work) match() error {
	own := len(w.sheets)
	for _, s := range w.sheets { // the links that rows name become sheets of their own
		s.takeRows()
		if err := s.addLinks(); err != nil {
			return err
		}
	}
	for _, s := range w.sheets[own:] {
		s.takeRows()
	}
	for _, s := range w.sheets {
		if err := s.eachRow((*sheetWork).matchByID); err != nil {
			return err
		}
	}
	for _, s := range w.sheets {
		if err := s.eachRow((*sheetWork).matchMadeHere); err != nil {
			return err
		}
	}
	if err := w.matchBySource(); err != nil {
		return err
	}
	if err := w.recall(); err != nil {
		return err
	}
	w.matchGroups((*sheetWork).keyOf, (*sheetWork).matchByKey)
	w.matchGroups((*sheetWork).nameKey, (*sheetWork).matchByName)
	for _, s := range w.sheets {
		if err := s.eachRow((*sheetWork).settle); err != nil {
			return err
		}
	}
	w.names.forget()
	return nil
}

// eachRow calls f, which matches, for every row whose outcome is open, tells how far it is, and stops when the user
// does.
func (s *sheetWork) eachRow(f func(*sheetWork, *rowWork)) error {
	for i := range s.rows {
		if err := s.step("Matching", i); err != nil {
			return err
		}
		if s.rows[i].out == "" {
			f(s, &s.rows[i])
		}
	}
	return nil
}

// step tells now and then how far a phase is, and ends it when the user does.
func (s *sheetWork) step(phase string, row int) error {
	if row%readEvery != 0 {
		return nil
	}
	s.planner.progress(phase+" "+s.File, row, len(s.rows))
	return s.ctx.Err()
}

// takeRows makes work of the rows below the header.
func (s *sheetWork) takeRows() {
	below := s.input.rows[s.header+1:]
	s.rows = make([]rowWork, len(below))
	for i, row := range below {
		r := &s.rows[i]
		*r = rowWork{sheet: s, row: row, name: s.kept.keepText(s.nameOf(row))}
		if s.leavesOut(row.number) {
			s.skip(r, rowLeftOut, "The row is left out, as you said.")
		} else if c, continues := s.continued[row.number]; continues {
			s.skip(r, "continues-row", "The row has no name and goes on with row %d: it %s.", c.with, c.what)
		} else if s.repeatsHeader(r) {
			s.skip(r, "repeated-header", "The row repeats the header and is left out.")
		} else if s.isExample(r) {
			s.skip(r, "example-row", "The row is the example of the template and is left out.")
		}
	}
	s.skipAnswered()
	s.skipTaken()
	s.skipRemarks()
	s.input.rows = nil // the cells go as they are compared
}

func (s *sheetWork) repeatsHeader(r *rowWork) bool {
	first := &s.head.Cells[0]
	if cell := s.find(r.row, first.Column); cell == nil || cell.Value != first.Value {
		return false
	}
	return slices.EqualFunc(s.given(s.open(r)), s.given(s.head.Cells), func(a, b workbook.Cell) bool { return a.Column == b.Column && a.Value == b.Value })
}

// given are the cells of a row but for the reasons that we wrote beside it.
func (s *sheetWork) given(cells []workbook.Cell) []workbook.Cell {
	i := slices.IndexFunc(s.head.Cells, func(c workbook.Cell) bool { return workbook.IsReason(c.Value) })
	if i < 0 {
		return cells
	}
	return slices.DeleteFunc(slices.Clone(cells), func(c workbook.Cell) bool { return c.Column == s.head.Cells[i].Column })
}

// skip leaves a row out with a note that says why.
func (s *sheetWork) skip(r *rowWork, code, format string, args ...any) {
	r.out = Skipped
	s.problem(r, nil, code, Note, nil, format, args...)
}

// matchByID finds the record of a row that states an id, or of which somebody has said which it is about.
func (s *sheetWork) matchByID(r *rowWork) {
	if a := s.decided[r.number]; a != nil && !a.Apart {
		s.matchDecided(r, a)
		return
	}
	if s.ids < 0 {
		return
	}
	cell := s.find(r.row, s.ids)
	if cell == nil || strings.TrimSpace(cell.Value) == "" || s.wasExample(r) {
		return
	}
	id, err := record.ParseID(strings.TrimSpace(cell.Value))
	if err != nil {
		s.problem(r, cell, "bad-id", RejectsRow, nil, "“%s” is no id. Empty the cell to create a record.", clip(cell.Value))
		return
	}
	r.id = id
	if slot, ok := s.records.Slot(id); ok {
		s.claim(r, slot)
		return
	}
	c := s.claimsOn(s.table)
	if other := c.byID[id]; other != nil {
		s.rejectTwin(r, other)
		return
	}
	c.byID[id] = r
}

func (s *sheetWork) rejectTwin(r, other *rowWork) {
	s.problem(r, nil, "duplicate-record", RejectsRow, nil, "Row %d%s is about the same record. Keep one of the two rows.", other.number, other.elsewhere(s))
}

// elsewhere names the sheet of a row that is not in s: " of Systems".
func (r *rowWork) elsewhere(s *sheetWork) string {
	if r.sheet == s {
		return ""
	}
	return " of “" + r.sheet.Name + "”"
}

// claims say which row each record of a table belongs to.
type claims struct {
	bySlot []*rowWork
	byID   map[record.ID]*rowWork
}

func (w *work) claimsOn(t *schema.Table) *claims {
	if w.claims[t] == nil {
		w.claims[t] = &claims{bySlot: make([]*rowWork, w.snap.Table(t.Num).Slots()), byID: map[record.ID]*rowWork{}}
	}
	return w.claims[t]
}

// claim gives a row its record, or rejects it when the record is another row's.
func (s *sheetWork) claim(r *rowWork, slot snapshot.Slot) {
	c := s.claimsOn(s.table)
	if other := c.bySlot[slot]; other != nil {
		s.rejectTwin(r, other)
		return
	}
	c.bySlot[slot] = r
	r.slot, r.found, r.id = slot, true, s.records.ID(slot)
}

// settle gives rows without a record a new one and skips what the mode leaves out.
func (s *sheetWork) settle(r *rowWork) {
	switch {
	case !r.found && s.options.Mode == UpdateOnly:
		s.skip(r, "not-in-catalogue", "“%s” is not in the catalogue, and only records that are there are updated.", r.name)
	case r.found && s.options.Mode == CreateOnly:
		s.skip(r, "already-there", "“%s” is in the catalogue already, and only new records are created.", r.name)
	case !r.found:
		s.settleNew(r)
	case s.primary != nil && r.name != "" && r.name != s.records.Name(r.slot) && fold(r.name) != fold(s.records.Name(r.slot)):
		s.names.of(s.table).add(r.name, r.id)
	}
}

func (s *sheetWork) settleNew(r *rowWork) {
	if r.name == "" {
		s.rejectNameless(r)
		return
	}
	if err := nameFits(s.table, r.name); err != nil {
		s.problem(r, s.find(r.row, s.primary.position()), "bad-value", RejectsRow, nil, "%s", err)
		return
	}
	names := s.names.of(s.table)
	if r.id == record.NoID {
		r.id = s.planner.IDs()
	} else {
		names.stated[r.id] = true
	}
	names.add(r.name, r.id)
}

func (s *sheetWork) rejectNameless(r *rowWork) {
	field := s.table.PrimaryField()
	cell := s.find(r.row, s.primary.position())
	if cell != nil && cell.Kind == workbook.Error {
		s.problem(r, cell, "error-value", RejectsRow, nil, "The cell holds the error %s where the record’s name belongs. Correct the formula in the file, or type the name.", cell.Value)
		return
	}
	if s.primary != nil {
		cell = &workbook.Cell{Column: s.primary.Column.Index}
	}
	s.problem(r, cell, "missing-name", RejectsRow, nil, "The row has no %s, so there is nothing to call the record. Fill it in.", field.Label)
}

// position is where the column stands, -1 for none.
func (c *column) position() int {
	if c == nil {
		return -1
	}
	return c.Column.Index
}

func nameFits(t *schema.Table, name string) error {
	if len(name) <= record.LongestText {
		return nil
	}
	_, err := record.Clean(t.PrimaryField(), record.OfString(name))
	return err
}

// describe tells records of the same name apart, in the form in which a cell may name one of them.
func describe(name string, id record.ID) string { return fmt.Sprintf("%s (%s)", name, id) }
