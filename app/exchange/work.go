package exchange

import (
	"context"
	"fmt"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// work is a plan being made.
type work struct {
	ctx     context.Context
	planner Planner
	options Options
	model   *schema.Model
	snap    *snapshot.Snapshot
	plan    *Plan
	sheets  []*sheetWork
	names   *names
	// taken are the records that a row has claimed, with where that row stands.
	taken map[record.ID]string
	// dates is the order that one of the columns decides for all.
	dates spelling.DateOrder
}

// sheetWork is one sheet of it.
type sheetWork struct {
	*work
	*input
	index  int
	table  *schema.Table
	header int // index into Rows, -1 for none
	// columns are the mapped columns by position.
	columns map[int]*column
	// ids and version are the positions of the records' ids and versions, -1 for none.
	ids, version int
	key          []*schema.Field
	rows         []*rowWork
	// noted are the problems of a whole column that have been told.
	noted map[string]int
}

// column is a mapped column with what reads it.
type column struct {
	recognise.Match
	reader spelling.Reader
}

// rowWork is one row of it.
type rowWork struct {
	row   workbook.Row
	id    record.ID
	name  string
	found bool
	slot  snapshot.Slot
	// out is set for rows whose outcome is known before their cells are read.
	out      Outcome
	problems []Problem
}

func newWork(ctx context.Context, p Planner, o Options) *work {
	w := &work{ctx: ctx, planner: p, options: o, model: p.Snapshot.Model, snap: p.Snapshot, taken: map[record.ID]string{}}
	w.plan = &Plan{base: p.Snapshot, options: o, created: map[record.ID]string{}}
	w.names = newNames(w)
	return w
}

// addSheet decides what a sheet holds.
func (w *work) addSheet(in *input) error {
	s := &sheetWork{work: w, input: in, index: len(w.plan.Sheets), header: -1, ids: -1, version: -1, columns: map[int]*column{}, noted: map[string]int{}}
	w.plan.Sheets = append(w.plan.Sheets, SheetPlan{File: in.File, Sheet: in.Name})
	opts := w.sheetOptions(in)
	if opts.Skip {
		return s.leaveOut("left out", "The sheet was left out.")
	}
	if !s.findHeader(opts) {
		if len(in.Rows) == 0 {
			return nil
		}
		return s.leaveOut("no-header", "No row of “%s” names columns that the catalogue knows. Say which row is the header.", in.Name)
	}
	columns := in.Columns(s.header)
	if err := s.findTable(opts, columns); err != nil || s.table == nil {
		return err
	}
	if err := s.mapColumns(opts, columns); err != nil {
		return err
	}
	w.sheets = append(w.sheets, s)
	return s.chooseKey(opts, columns)
}

func (s *sheetWork) plan() *SheetPlan { return &s.work.plan.Sheets[s.index] }

func (w *work) sheetOptions(in *input) SheetOptions {
	for _, o := range w.options.Sheets {
		if (o.File == "" || strings.EqualFold(o.File, in.File)) && (o.Sheet == "" || strings.EqualFold(o.Sheet, in.Name)) {
			return o
		}
	}
	return SheetOptions{}
}

// leaveOut skips every row of a sheet, with a problem that says why.
func (s *sheetWork) leaveOut(code, format string, args ...any) error {
	message := fmt.Sprintf(format, args...)
	s.plan().Why = message
	for _, row := range s.Rows[s.header+1:] {
		s.plan().Counts.add(Skipped)
		s.work.plan.Rows = append(s.work.plan.Rows, Row{Sheet: s.index, Number: row.Number, Outcome: Skipped, Name: firstText(row)})
	}
	s.report(Problem{Code: code, Message: message, Severity: Note})
	return nil
}

func firstText(row workbook.Row) string {
	if len(row.Cells) == 0 {
		return ""
	}
	return row.Cells[0].Value
}

func (s *sheetWork) findHeader(opts SheetOptions) bool {
	number := opts.HeaderRow
	if number == 0 {
		number = s.work.options.HeaderRow
	}
	if number == 0 {
		number = s.headerRow
	}
	if number != 0 {
		for i, row := range s.Rows {
			if row.Number == number {
				s.header = i
			}
		}
	} else if i, ok := recognise.HeaderRow(s.model, &s.Sheet); ok {
		s.header = i
	}
	if s.header >= 0 {
		s.plan().HeaderRow = s.Rows[s.header].Number
	}
	return s.header >= 0
}

func (s *sheetWork) findTable(opts SheetOptions, columns []recognise.Column) error {
	for _, given := range []struct{ name, why string }{{opts.Table, "you said so"}, {s.input.table, "the file says so"}, {s.work.options.Table, "you said so"}} {
		if given.name == "" {
			continue
		}
		t := FindTable(s.model, given.name)
		if t == nil && given.name == s.input.table {
			return s.leaveOut("unknown-table", "The catalogue has no table “%s”, so these rows are left out.", given.name)
		}
		if t == nil {
			_, err := tableOf(s.model, given.name)
			return err
		}
		s.table, s.plan().Table, s.plan().Why = t, t, given.why
		return nil
	}
	guesses, certain := recognise.Table(s.model, &s.Sheet, columns)
	if !certain {
		return s.leaveOut("unknown-table", "It is not clear what “%s” holds; it may be %s or %s. Say which table it is.",
			s.Name, guesses[0].Table.Plural, guesses[1].Table.Plural)
	}
	s.table, s.plan().Table, s.plan().Why = guesses[0].Table, guesses[0].Table, guesses[0].Why
	return nil
}

// The keys under which our exports keep ids and versions.
const (
	idKey      = "_id"
	versionKey = "_version"
)

// mapColumns finds the field of each column: as the user said, as the file says, as recognised.
func (s *sheetWork) mapColumns(opts SheetOptions, columns []recognise.Column) error {
	matches := recognise.MatchColumns(s.model, s.table, columns)
	for i := range matches {
		m := &matches[i]
		if s.fields != nil {
			s.useTag(m)
		}
		if s.pack && strings.EqualFold(m.Column.Header, s.table.IDField) {
			m.Field, m.How = nil, recognise.ByID
		}
		if err := s.useGiven(m, opts); err != nil {
			return err
		}
	}
	oneEach(matches)
	for i := range matches {
		s.takeColumn(&matches[i])
	}
	s.plan().Columns = matches
	return nil
}

func (s *sheetWork) useTag(m *recognise.Match) {
	key, tagged := s.fields[m.Column.Index]
	switch f := s.table.Field(key); {
	case key == idKey:
		m.Field, m.How = nil, recognise.ByID
	case key == versionKey:
		m.Field, m.How, s.version = nil, recognise.ByTag, m.Column.Index
	case tagged && f != nil:
		m.Field, m.How = f, recognise.ByTag
	}
}

// useGiven takes what the user said of a column; fields are named by key or label.
func (s *sheetWork) useGiven(m *recognise.Match, opts SheetOptions) error {
	name, given := opts.Columns[m.Column.Index]
	if !given {
		name, given = opts.Headers[m.Column.Header]
	}
	switch {
	case !given:
		return nil
	case name == "":
		m.Field, m.How = nil, recognise.LeftOut
		return nil
	case strings.EqualFold(name, "id"):
		m.Field, m.How = nil, recognise.ByID
		return nil
	}
	if m.Field = FindField(s.table, name); m.Field == nil {
		return fault.New(fault.Usage, "%s has no field “%s”.", s.table.Plural, name)
	}
	m.How = recognise.Given
	return nil
}

// oneEach leaves each field to one column: to the one that the user gave, else to the first.
func oneEach(matches []recognise.Match) {
	first := map[*schema.Field]int{}
	for i := range matches {
		f := matches[i].Field
		if f == nil {
			continue
		}
		j, taken := first[f]
		switch {
		case !taken:
			first[f] = i
		case matches[i].How == recognise.Given && matches[j].How != recognise.Given:
			matches[j].Field, matches[j].How = nil, recognise.Unplaced
			first[f] = i
		default:
			matches[i].Field, matches[i].How = nil, recognise.Unplaced
		}
	}
}

func (s *sheetWork) takeColumn(m *recognise.Match) {
	switch {
	case m.How == recognise.ByID:
		s.ids = m.Column.Index
	case m.Field != nil && !m.Field.System:
		s.columns[m.Column.Index] = &column{Match: *m, reader: spelling.Reader{
			Model: s.model, Field: m.Field, Date1904: s.date1904, Exact: s.exact()}}
	case m.How == recognise.Unplaced && m.Column.Filled > 0:
		s.report(Problem{Column: Letter(m.Column.Index), Header: m.Column.Header, Code: "unplaced-column", Severity: Note,
			Message: fmt.Sprintf("The column “%s” fits no field of %s and is left out (%s).", m.Column.Header, s.table.Plural, plural(m.Column.Filled, "cell", "cells"))})
	}
}

// chooseKey decides by what records are matched that have no id: the fields given, else identifiers that
// are different in every row, else the name.
func (s *sheetWork) chooseKey(opts SheetOptions, columns []recognise.Column) error {
	given := opts.Key
	if given == nil {
		given = s.work.options.Key
	}
	for _, name := range given {
		f := FindField(s.table, name)
		if f == nil {
			return fault.New(fault.Usage, "%s has no field “%s” to match by.", s.table.Plural, name)
		}
		if s.columnOf(f) == nil {
			return fault.New(fault.Usage, "No column of “%s” fills “%s”, so records cannot be matched by it.", s.Name, f.Label)
		}
		s.key = append(s.key, f)
	}
	if len(given) == 0 {
		s.key = s.usualKey()
	}
	for _, f := range s.key {
		s.plan().Key = append(s.plan().Key, f.Key)
	}
	if len(s.plan().Key) == 0 {
		s.plan().Key = []string{s.table.Primary}
	}
	return nil
}

func (s *sheetWork) usualKey() []*schema.Field {
	for _, key := range s.table.Identifiers {
		if c := s.columnOf(s.table.Field(key)); c != nil && c.Column.Unique && c.Column.Filled > 0 {
			return []*schema.Field{c.Field}
		}
	}
	return nil
}

func (s *sheetWork) columnOf(f *schema.Field) *column {
	for _, c := range s.columns {
		if c.Field == f {
			return c
		}
	}
	return nil
}

// report adds a problem of a column or a whole sheet.
func (s *sheetWork) report(p Problem) {
	p.File, p.Sheet = s.File, s.Name
	s.work.plan.Problems = append(s.work.plan.Problems, p)
}

// Letter is a column's name in a spreadsheet: 0 is "A".
func Letter(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
