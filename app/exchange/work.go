package exchange

import (
	"context"
	"fmt"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// work is a plan being made.
type work struct {
	ctx     context.Context
	planner Planner
	options Options
	extent  extent
	model   *schema.Model
	snap    *snapshot.Snapshot
	plan    *Plan
	// all are the sheets in the order of the files, sheets those of them that are imported.
	all, sheets []*sheetWork
	names       *names
	claims      map[*schema.Table]*claims
	references  []Reference
	questions   map[questionKey]*Question
	// then are what records held when a file was exported, by the rows of those that have changed since.
	then map[*rowWork]record.Values
	// former remembers the names that records have had.
	former map[recordKey][]string
	// gate is that of the source, nil for none, with what its words stand for; claimedKeys are the rows by its keys.
	gate         Gate
	translations []Translation
	claimedKeys  map[groupKey]*rowWork
	// kept are the texts that the plan keeps.
	kept texts
}

// sheetWork is one sheet of it.
type sheetWork struct {
	*work
	*input
	plan *SheetPlan
	// table is nil while a sheet is not known to be imported.
	table   *schema.Table
	records *snapshot.Table
	header  int // index into input.rows, -1 for none
	// head is the header row.
	head workbook.Row
	// columns are the mapped columns by position, nil for what fills no field.
	columns []*column
	byField map[*schema.Field]*column
	// primary is the column of names, nil for none; parts are those of the fields that a name is composed of.
	primary *column
	parts   []*column
	// ids and version are the positions of the records' ids and versions, -1 for none.
	ids, version int
	// modified is the position of the column that says when records were changed in Power Apps, -1 for none.
	modified int
	// keys is the position of the source's keys, -1 for none.
	keys int
	// reasons is the position of the column that says why rows were not taken, -1 for none.
	reasons int
	key     []*column
	// links are the columns that name several linked records in a cell.
	links []*linkColumn
	// continued are the rows that were taken with another, by number.
	continued map[int]continuation
	// decided are the rows about which the user has said something, by number.
	decided map[int]*RowAnswer
	// keyed begins the keys of rows that are matched by the same fields.
	keyed string
	// strict is true when the user chose the key: each row needs its own.
	strict bool
	rows   []rowWork
	// problems are those of the sheet and its columns.
	problems []Problem
	readings map[readWord]*readNote
	// lacks are the required fields that no column fills and that have been told.
	lacks map[*schema.Field]bool

	// opened is the row whose cells were unpacked last, cell the cell that was.
	opened *rowWork
	cells  []workbook.Cell
	cell   workbook.Cell
	// scratch and buf are for the values of the row that is compared.
	scratch []record.FieldValue
	buf     []byte
}

// column is a mapped column with what reads it.
type column struct {
	recognise.Match
	reader spelling.Reader
	// target is the table that a lookup points into.
	target *schema.Table
	// held is what the catalogue holds of the field.
	held *snapshot.Column
	// texts is true for a field whose values are texts.
	texts bool
	memo  memo
	// answers are what was decided about its values, nil for nothing.
	answers answers
	// disputes are the contradictions of value maps about its values.
	disputes map[string][]*Translation
}

// rowWork is one row of it.
type rowWork struct {
	sheet *sheetWork
	row
	id    record.ID
	name  string
	found bool
	slot  snapshot.Slot
	// since and last are the set that deleted the record, and its version then, where the row brings it back.
	since, last uint64
	// out is the outcome as soon as it is known.
	out      Outcome
	fields   packedFields
	problems []Problem
	// delivered is what the gate is told beside the values, nil for nothing.
	delivered *Delivered
	// next is the next row with the same key.
	next *rowWork
}

func newWork(ctx context.Context, p Planner, o Options, e extent) *work {
	w := &work{ctx: ctx, planner: p, options: o, extent: e, model: p.Snapshot.Model, snap: p.Snapshot, names: newNames(p.Snapshot),
		claims: map[*schema.Table]*claims{}, questions: map[questionKey]*Question{}, then: map[*rowWork]record.Values{}, former: map[recordKey][]string{}, plan: &Plan{Reading: e != whole, base: p.Snapshot, options: o, gate: p.Gate}, gate: p.Gate}
	if w.gate != nil {
		w.translations, w.claimedKeys = w.gate.Translations(), map[groupKey]*rowWork{}
	}
	return w
}

// addSheet decides what a sheet holds, or what its parts hold.
func (w *work) addSheet(in *input) error {
	opts := w.partOptions(in, "")
	if opts.Divide != nil && !opts.Skip {
		return w.divide(in, opts)
	}
	return w.addPart(in, opts)
}

func (w *work) newSheet(in *input, opts SheetOptions) *sheetWork {
	return &sheetWork{work: w, input: in, plan: &SheetPlan{File: in.File, Sheet: in.Name, path: in.path, pasted: w.planner.Pasted[in.path], asked: opts}, header: -1, ids: -1, version: -1, modified: -1, keys: -1, reasons: -1,
		decided: w.decidedRows(in), byField: map[*schema.Field]*column{}, readings: map[readWord]*readNote{}, lacks: map[*schema.Field]bool{}}
}

// addPart decides what rows of one table hold.
func (w *work) addPart(in *input, opts SheetOptions) error {
	s := w.newSheet(in, opts)
	w.all = append(w.all, s)
	if opts.Part == leftOutPart {
		return s.leaveOut("left-out", "%s of “%s” were left out by what they are, as you said.", plural(len(in.rows), "row", "rows"), in.Name)
	}
	if opts.Skip {
		return s.leaveOut("left-out", "“%s” was left out as you said.", in.Name)
	}
	if len(in.rows) == 0 {
		return nil
	}
	if row := s.findHeader(opts); s.header < 0 && row > 0 {
		return s.leaveOut("no-header", "Row %d of “%s” is empty, so it cannot be the header. Say which row is.", row, in.Name)
	} else if s.header < 0 {
		return s.leaveOut("no-header", "No row of “%s” names columns that the catalogue knows. Say which row is the header.", in.Name)
	}
	columns := recognise.Columns(s.head, s.below)
	if err := s.findTable(opts, columns); err != nil || s.table == nil {
		return err
	}
	return s.useTable(opts, columns)
}

// useTable maps the columns to the fields of the sheet's table.
func (s *sheetWork) useTable(opts SheetOptions, columns []recognise.Column) error {
	s.records = s.snap.Table(s.table.Num)
	if err := s.mapColumns(opts, columns); err != nil {
		return err
	}
	if err := s.chooseKey(opts); err != nil {
		return err
	}
	if s.primary == nil && len(s.parts) == 0 && s.ids < 0 && len(s.key) == 0 && len(s.input.rows) > s.header+1 {
		return s.leaveOut("no-name-column", "No column of “%s” says what its %s are called. Say which one does.", s.Name, s.table.Plural)
	}
	s.joinContinued()
	s.sheets = append(s.sheets, s)
	if s.plan.asked.Part == "" {
		s.proposeDivision(columns)
	}
	return nil
}

// leaveOut skips every row of a sheet, with a problem that says why.
func (s *sheetWork) leaveOut(code, format string, args ...any) error {
	message := fmt.Sprintf(format, args...)
	s.table, s.plan.Table, s.plan.Why = nil, nil, message
	for _, row := range s.input.rows[s.header+1:] {
		s.rows = append(s.rows, rowWork{sheet: s, row: row, name: s.kept.keepText(firstText(row)), out: Skipped})
	}
	s.report(Problem{Code: code, Message: message, Severity: Note})
	return nil
}

func firstText(r row) string {
	if r.cells == "" {
		return ""
	}
	var c workbook.Cell
	r.cells.next(0, &c)
	return c.Value
}

// findHeader finds the header row and returns its number where somebody has said it.
func (s *sheetWork) findHeader(opts SheetOptions) int {
	number := opts.HeaderRow
	if number == 0 {
		number = s.options.HeaderRow
	}
	if number == 0 {
		number = s.headerRow
	}
	if number == 0 {
		if i, ok := recognise.HeaderRow(s.model, &s.Sheet); ok {
			s.header = i
		}
	}
	for i := range s.input.rows {
		if s.input.rows[i].number == number {
			s.header = i
		}
	}
	if s.header >= 0 {
		s.head = s.input.rows[s.header].open()
		if !s.exact() && !s.placed && s.header < len(s.Head) {
			s.head, s.header = recognise.Head(s.model, s.Head, s.header)
		}
		s.plan.HeaderRow = s.head.Number
	}
	return number
}

// findTable finds the table of the rows: as the user said, as the file says, as recognised.
func (s *sheetWork) findTable(opts SheetOptions, columns []recognise.Column) error {
	if name := opts.Table; name != "" {
		return s.giveTable(name, "you said so")
	}
	if name := s.input.table; name != "" {
		if FindTable(s.model, name) == nil {
			return s.leaveOut("unknown-table", "The catalogue has no table “%s”, so these rows are left out.", name)
		}
		return s.giveTable(name, "the file says so")
	}
	if name := s.options.Table; name != "" {
		return s.giveTable(name, "you said so")
	}
	guesses, certain := recognise.Table(s.model, &s.Sheet, columns)
	if !certain {
		return s.leaveOut("unknown-table", "It is not clear what “%s” holds; it may be %s or %s. Say which table it is.",
			s.Name, guesses[0].Table.Plural, guesses[1].Table.Plural)
	}
	return s.giveTable(guesses[0].Table.Key, guesses[0].Why)
}

func (s *sheetWork) giveTable(name, why string) error {
	t, err := tableOf(s.model, name)
	s.table, s.plan.Table, s.plan.Why = t, t, why
	return err
}

// column returns the mapped column at a position, nil for none.
func (s *sheetWork) column(position int) *column {
	if position < len(s.columns) {
		return s.columns[position]
	}
	return nil
}

// report adds a problem of a column or a whole sheet.
func (s *sheetWork) report(p Problem) {
	p.File, p.Sheet = s.File, s.Name
	s.problems = append(s.problems, p)
}
