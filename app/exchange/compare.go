package exchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// compare reads every row's cells and finds what they would change.
func (s *sheetWork) compare() error {
	for i, r := range s.rows {
		if i%readEvery == 0 {
			if err := s.ctx.Err(); err != nil {
				return err
			}
			s.planner.progress("Comparing "+s.File, i, len(s.rows))
		}
		s.finishRow(r)
	}
	s.rows, s.Rows = nil, nil
	return nil
}

func (s *sheetWork) finishRow(r *rowWork) {
	out := Row{Sheet: s.index, Number: r.row.Number, Table: s.table, ID: r.id, Name: r.name, Outcome: r.out}
	t := s.snap.Table(s.table.Num)
	if r.found {
		out.Version = t.Version(r.slot)
	}
	if out.Name == "" && r.found {
		out.Name = t.Name(r.slot)
	}
	if r.out == "" {
		out.Fields = s.changes(r)
		out.Outcome = s.outcome(r, len(out.Fields))
	}
	if out.Outcome != Created && out.Outcome != Updated {
		out.Fields = nil
	}
	out.FirstProblem, out.Problems = len(s.work.plan.Problems), len(r.problems)
	s.work.plan.Problems = append(s.work.plan.Problems, r.problems...)
	s.plan().Counts.add(out.Outcome)
	s.work.plan.Rows = append(s.work.plan.Rows, out)
}

func (s *sheetWork) outcome(r *rowWork, changes int) Outcome {
	if !s.options.Partial {
		for _, p := range r.problems {
			if p.Severity == RejectsCell {
				return Rejected
			}
		}
	}
	switch {
	case !r.found:
		return Created
	case changes > 0:
		return Updated
	}
	return Unchanged
}

// changes are the values that a row would give its record.
func (s *sheetWork) changes(r *rowWork) []record.FieldValue {
	var out []record.FieldValue
	filled := 0
	for i := range r.row.Cells {
		cell := &r.row.Cells[i]
		c := s.columns[cell.Column]
		if c == nil || strings.TrimSpace(cell.Value) == "" {
			continue
		}
		filled++
		if v, ok := s.value(r, c, cell); ok && v != s.current(r, c.Field) {
			out = append(out, record.FieldValue{Num: c.Field.Num, Value: v})
		}
	}
	if filled < len(s.columns) && s.clears() && r.found {
		out = s.cleared(r, out)
	}
	s.noteLaterChange(r, len(out))
	return out
}

func (s *sheetWork) clears() bool {
	return s.options.Blank == Clear || s.options.Blank == ByOrigin && s.own
}

// cleared adds the fields whose cells were emptied. A name is never cleared.
func (s *sheetWork) cleared(r *rowWork, out []record.FieldValue) []record.FieldValue {
	for position, c := range s.columns {
		if strings.TrimSpace(cellAt(r.row, position).Value) != "" || s.current(r, c.Field).IsBlank() || c.Field.Num == schema.State {
			continue
		}
		if c.Field.Key == s.table.Primary {
			if len(c.Field.Parts) == 0 {
				s.problem(r, &workbook.Cell{Column: position}, "missing-name", RejectsCell, nil, "%s was emptied, and every record needs one. It stays as it is.", c.Field.Label)
			}
			continue
		}
		out = append(out, record.FieldValue{Num: c.Field.Num})
	}
	return out
}

func (s *sheetWork) current(r *rowWork, f *schema.Field) record.Value {
	if !r.found {
		return record.Value{}
	}
	return s.snap.Table(s.table.Num).Value(r.slot, f.Num)
}

// noteLaterChange tells when a row of our own export would change a record that has changed since.
func (s *sheetWork) noteLaterChange(r *rowWork, changes int) {
	if s.version < 0 || !r.found || changes == 0 {
		return
	}
	exported, err := strconv.ParseUint(cellAt(r.row, s.version).Value, 10, 64)
	if now := s.snap.Table(s.table.Num).Version(r.slot); err == nil && exported != now {
		s.problem(r, nil, "changed-since-export", Note, nil, "“%s” was changed in the catalogue after the file was exported. Look at what the row would change before you apply it.", r.name)
	}
}

// value reads a cell; false leaves the field as it is. A cell that shows what the record holds already
// changes nothing, however it is spelt.
func (s *sheetWork) value(r *rowWork, c *column, cell *workbook.Cell) (record.Value, bool) {
	now := s.current(r, c.Field)
	if c.Field.Kind == schema.Lookup {
		return s.link(r, c, cell, now)
	}
	v, trouble := c.reader.Read(*cell)
	switch {
	case trouble != nil:
		s.problem(r, cell, string(trouble.Code), RejectsCell, trouble.Suggestions, "%s", trouble.Message)
		s.work.plan.AskDates = s.work.plan.AskDates || trouble.Code == "ambiguous-date"
		return v, false
	case v.IsBlank():
		s.noteNothing(r, c, cell)
		return v, false
	case s.sameContent(c.Field, now, v):
		return v, false
	}
	if record.Fits(c.Field, v) != nil {
		s.problem(r, cell, "longer-than-usual", Note, nil, "The text is longer than the %d characters that %s is meant to hold. It is kept whole.", c.Field.MaxLength, c.Field.Label)
	}
	return v, true
}

// noteNothing tells once a column which words were read as nothing.
func (s *sheetWork) noteNothing(r *rowWork, c *column, cell *workbook.Cell) {
	key := Letter(cell.Column) + snapshot.Fold(cell.Value)
	if s.noted[key]++; s.noted[key] == 1 {
		s.problem(r, cell, "read-as-blank", Note, nil, "“%s” in the column “%s” is read as nothing, here and in other rows.", strings.TrimSpace(cell.Value), c.Column.Header)
	}
}

// sameContent is true when a value read from a file is what the record holds, as far as the file can say:
// rich text by what a reader sees, numbers to the 15 digits that spreadsheets keep.
func (s *sheetWork) sameContent(f *schema.Field, now, v record.Value) bool {
	switch {
	case now == v:
		return true
	case now.IsBlank() || v.IsBlank():
		return false
	case f.Kind == schema.RichText:
		return record.PlainText(now.Str()) == record.PlainText(v.Str())
	case f.Kind == schema.Decimal:
		return math.Abs(now.Float()-v.Float()) <= 1e-14*math.Abs(now.Float())
	}
	return false
}

// showsSame is true when a cell reads like what a lookup shows.
func (s *sheetWork) showsSame(f *schema.Field, now record.Value, text string) bool {
	return !now.IsBlank() && fold(s.snap.Display(f, now)) == fold(text)
}

// link finds the record that a cell of a lookup names.
func (s *sheetWork) link(r *rowWork, c *column, cell *workbook.Cell, now record.Value) (record.Value, bool) {
	target := s.model.Table(c.Field.Target)
	text := strings.TrimSpace(cell.Value)
	if cell.Ref != "" {
		return s.linkByID(r, target, cell)
	}
	if s.showsSame(c.Field, now, text) {
		return now, false
	}
	if id, err := record.ParseID(text); err == nil && s.exists(target, id) {
		return record.OfID(id), true
	}
	switch ids := s.names.ids(target, text); {
	case len(ids) == 1:
		return record.OfID(ids[0]), true
	case len(ids) > 1:
		s.problem(r, cell, "ambiguous-name", RejectsCell, s.candidatesOf(target, ids), "%s are called “%s”. Write the id of the one that is meant.", plural(len(ids), target.Label, target.Plural), text)
		return record.Value{}, false
	}
	return s.unknown(r, c, cell, target)
}

func (s *sheetWork) candidatesOf(t *schema.Table, ids []record.ID) []string {
	var out []string
	for _, id := range ids[:min(len(ids), 5)] {
		out = append(out, fmt.Sprintf("%s (%s)", s.snap.Name(t.Num, id), id))
	}
	return out
}

func (s *sheetWork) exists(t *schema.Table, id record.ID) bool {
	_, planned := s.work.plan.created[id]
	_, there := s.snap.Table(t.Num).Slot(id)
	return planned || there
}

// linkByID takes the id that a package gives; a record that is not there becomes a stub with its id and name.
func (s *sheetWork) linkByID(r *rowWork, target *schema.Table, cell *workbook.Cell) (record.Value, bool) {
	id, err := record.ParseID(cell.Ref)
	if err != nil {
		s.problem(r, cell, "bad-id", RejectsCell, nil, "The link to “%s” has no usable id.", cell.Value)
		return record.Value{}, false
	}
	if !s.exists(target, id) {
		name := strings.TrimSpace(cell.Value)
		if name == "" {
			name = id.String()
		}
		if err := s.nameFits(target, name); err != nil {
			s.problem(r, cell, "bad-value", RejectsCell, nil, "%s", err)
			return record.Value{}, false
		}
		s.refer(target, id, name)
	}
	return record.OfID(id), true
}

// unknown creates a record for a name that nothing has, or says so.
func (s *sheetWork) unknown(r *rowWork, c *column, cell *workbook.Cell, target *schema.Table) (record.Value, bool) {
	if !s.exact() && nothing(cell.Value) {
		s.noteNothing(r, c, cell)
		return record.Value{}, false
	}
	name := strings.TrimSpace(cell.Value)
	err := s.nameFits(target, name)
	if err == nil && s.options.Unknown == Create {
		id := s.planner.IDs()
		s.refer(target, id, name)
		return record.OfID(id), true
	}
	message := fmt.Sprintf("No %s is called “%s”. Correct the name, create the record first, or have unknown names created.", target.Label, name)
	if err != nil {
		message = err.Error()
	}
	s.problem(r, cell, "unknown-name", RejectsCell, s.names.nearest(target, name), "%s", message)
	return record.Value{}, false
}

func (s *sheetWork) nameFits(t *schema.Table, name string) error {
	_, err := record.Clean(t.PrimaryField(), record.OfString(name))
	return err
}

func (s *sheetWork) refer(t *schema.Table, id record.ID, name string) {
	s.work.plan.References = append(s.work.plan.References, Reference{t, id, name})
	s.work.plan.created[id] = name
	s.names.add(t, name, id)
}
