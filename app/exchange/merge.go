package exchange

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Past answers what records were before: what they held when a file was exported, and what they were called.
type Past interface {
	// AsOf returns what records were at earlier versions, in the order asked.
	AsOf(ctx context.Context, now *snapshot.Snapshot, wanted []store.Earlier) ([]store.Then, error)
	// Names returns every name that a record has had.
	Names(table schema.TableNum, id record.ID) ([]string, error)
	// Headers returns the journal's entries in order.
	Headers() []change.Header
}

// A Resolution says what becomes of a cell that was changed in the file and in the catalogue.
type Resolution string

// The resolutions. What is undecided keeps the catalogue's value, and is told.
const (
	Undecided Resolution = ""
	KeepOurs  Resolution = "keep"
	TakeFile  Resolution = "take"
)

// A Decision resolves conflicts of a field of a table; of one record where it names one. Without a field it
// is about the deletion of the record.
type Decision struct {
	Table  string
	Field  string
	Record record.ID
	Choice Resolution
}

// A Conflict is a cell whose field was changed in the file and otherwise in the catalogue since the export.
type Conflict struct {
	Table *schema.Table
	// Field is nil where the record was deleted on one side and changed on the other.
	Field  *schema.Field
	Record record.ID
	// Exported and Now are what the catalogue held and holds, as people read it; the problem has the file's value.
	Exported, Now string
	Choice        Resolution
}

// resolution is what was decided about a field of a record: the narrowest decision counts.
func (o *Options) resolution(table, field string, id record.ID) Resolution {
	general := o.Conflicts
	for _, d := range o.Decisions {
		switch {
		case d.Table != table || d.Field != field:
		case d.Record == id:
			return d.Choice
		case d.Record == record.NoID:
			general = d.Choice
		}
	}
	return general
}

// recall finds out what records held that have changed since the file was exported, or been deleted.
func (w *work) recall() error {
	if w.planner.Past == nil {
		return nil
	}
	var wanted []store.Earlier
	var rows []*rowWork
	for _, s := range w.sheets {
		for i := range s.rows {
			if r := &s.rows[i]; s.changedSince(r) {
				wanted = append(wanted, store.Earlier{Table: s.table.Num, ID: r.id, Version: s.exportedVersion(r)})
				rows = append(rows, r)
			}
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	w.planner.progress("Looking up what was exported", 0, 0)
	then, err := w.planner.Past.AsOf(w.ctx, w.snap, wanted)
	for i, t := range then {
		if t.Values != nil {
			rows[i].sheet.remember(rows[i], t)
		}
	}
	return err
}

// changedSince is true for a row whose record is not at the version that was exported.
func (s *sheetWork) changedSince(r *rowWork) bool {
	version := s.exportedVersion(r)
	return version > 0 && r.id != record.NoID && (!r.found || version < s.records.Version(r.slot))
}

// remember keeps what a row's record held. One that has been deleted stays so, unless somebody has changed
// its row and the file is to win.
func (s *sheetWork) remember(r *rowWork, t store.Then) {
	if t.Deleted == 0 {
		s.then[r] = t.Values
		return
	}
	if !s.edited(r, t.Values) {
		s.skip(r, "deleted-since-export", "“%s” has been deleted in the catalogue since the file was exported, and its row is as it was. It stays deleted.", r.name)
		return
	}
	if s.options.Mode == UpdateOnly {
		s.skip(r, "deleted-since-export", "“%s” has been deleted in the catalogue since the file was exported, and its row has been changed. It stays deleted, as only records that are there are updated.", r.name)
		return
	}
	choice := s.options.resolution(s.table.Key, "", r.id)
	s.problem(r, nil, "conflict", Note, nil, "“%s” was deleted in the catalogue after the export, and its row was changed in the file. %s", r.name, returning(choice))
	r.problems[len(r.problems)-1].Conflict = &Conflict{Table: s.table, Record: r.id, Choice: choice}
	s.work.plan.Conflicts.add(choice)
	if choice != TakeFile {
		r.out = Skipped
		return
	}
	r.since, r.last, s.then[r] = t.Deleted, t.Last, t.Values
}

// bringBack gives a record that comes back what it held, where nobody has changed that.
func (s *sheetWork) bringBack(r *rowWork, c *column, cell *workbook.Cell, held record.Value) {
	if held.IsBlank() {
		return
	}
	if c.target != nil && !s.names.of(c.target).exists(held.ID()) {
		s.problem(r, cell, "lost-link", Note, nil, "%s led to a %s that has been deleted in the catalogue since the export. The record comes back without it.", c.Field.Label, c.target.Label)
		return
	}
	s.scratch = append(s.scratch, record.FieldValue{Num: c.Field.Num, Value: held})
}

func returning(c Resolution) string {
	switch c {
	case TakeFile:
		return "The record comes back as the file has it, as you decided."
	case KeepOurs:
		return "It stays deleted, as you decided."
	}
	return "It stays deleted until you decide."
}

// edited is true when a row says something else than its record did when the file was exported.
func (s *sheetWork) edited(r *rowWork, then record.Values) bool {
	cells := s.open(r)
	for i := range cells {
		c := s.column(cells[i].Column)
		if c == nil {
			continue
		}
		was := then.Get(c.Field.Num)
		if says, same := s.sameValue(c, &cells[i], was); says && !same && !(c.target != nil && s.wasCalled(c, was, cells[i].Value)) {
			return true
		}
	}
	for position, c := range s.columns {
		if c != nil && c.How == recognise.ByTag && !then.Get(c.Field.Num).IsBlank() && s.find(r.row, position) == nil {
			return true
		}
	}
	return false
}

// exportedVersion is the version that a row says its record had, 0 when it does not say.
func (s *sheetWork) exportedVersion(r *rowWork) uint64 {
	if s.version < 0 || r.out != "" {
		return 0
	}
	cell := s.find(r.row, s.version)
	if cell == nil {
		return 0
	}
	version, err := strconv.ParseUint(cell.Value, 10, 64)
	if err != nil {
		return 0
	}
	return version
}

// exported is what a row's record held when the file was made: what it holds now, unless it is known to have
// changed since.
func (s *sheetWork) exported(r *rowWork, c *column) record.Value {
	if then, changed := s.then[r]; changed {
		return then.Get(c.Field.Num)
	}
	return s.current(r, c)
}

// merge takes what somebody has changed in the file, unless somebody has changed the same field in the
// catalogue to something else.
func (s *sheetWork) merge(r *rowWork, c *column, cell *workbook.Cell, exported, v record.Value) {
	now := s.current(r, c)
	if r.since != 0 {
		now = exported
	}
	if by := s.changedHere(r); by != nil && v != now && !s.disputed(r, c, cell, v, by) {
		return
	}
	if v == now || now != exported && c.same(now, v) || now != exported && !s.wins(r, c, cell, exported, now) {
		return
	}
	if s.takes(r, c, cell, now, v) {
		s.scratch = append(s.scratch, record.FieldValue{Num: c.Field.Num, Value: v})
	}
}

// wins tells about a conflict and is true where the file's value was decided for.
func (s *sheetWork) wins(r *rowWork, c *column, cell *workbook.Cell, exported, now record.Value) bool {
	conflict := &Conflict{Table: s.table, Field: c.Field, Record: r.id, Exported: s.shown(c, exported), Now: s.shown(c, now),
		Choice: s.options.resolution(s.table.Key, c.Field.Key, r.id)}
	s.conflict(r, cell, conflict, "%s was %s when it was exported; the file says %s, the catalogue %s. %s", c.Field.Label,
		quoted(conflict.Exported), quoted(clip(cell.Value)), quoted(clip(conflict.Now)), outcomeOf(conflict.Choice))
	return conflict.Choice == TakeFile
}

// conflict tells about one, in a sentence.
func (s *sheetWork) conflict(r *rowWork, cell *workbook.Cell, c *Conflict, format string, args ...any) {
	s.problem(r, cell, "conflict", Note, nil, format, args...)
	r.problems[len(r.problems)-1].Conflict = c
	s.work.plan.Conflicts.add(c.Choice)
}

func outcomeOf(c Resolution) string {
	switch c {
	case TakeFile:
		return "The file’s value is taken, as you decided."
	case KeepOurs:
		return "The catalogue’s value stays, as you decided."
	}
	return "The catalogue’s value stays until you decide."
}

func quoted(text string) string {
	if text == "" {
		return "blank"
	}
	return "“" + text + "”"
}

// ConflictCounts count the cells in conflict by what was decided.
type ConflictCounts struct{ Open, Kept, Taken int }

func (n *ConflictCounts) add(c Resolution) {
	switch c {
	case TakeFile:
		n.Taken++
	case KeepOurs:
		n.Kept++
	default:
		n.Open++
	}
}

// shown is a value as people read it, also a link to a record that has been deleted.
func (s *sheetWork) shown(c *column, v record.Value) string {
	if text := s.snap.Display(c.Field, v); text != "" || c.target == nil || v.IsBlank() {
		return clip(text)
	}
	if names := s.formerNames(c.target, v.ID()); len(names) > 0 {
		return names[0]
	}
	return v.ID().String()
}

// wasCalled is true when a link's target had a name before that a cell of our own export still shows.
func (s *sheetWork) wasCalled(c *column, v record.Value, text string) bool {
	if s.version < 0 || v.IsBlank() {
		return false
	}
	text = strings.TrimSpace(text)
	return slices.ContainsFunc(s.formerNames(c.target, v.ID()), func(name string) bool { return fold(name) == fold(text) })
}

// formerNames are the names that a record has had; none for one that has never changed.
func (s *sheetWork) formerNames(t *schema.Table, id record.ID) []string {
	key := recordKey{t, id}
	names, known := s.former[key]
	if known || s.planner.Past == nil {
		return names
	}
	if slot, there := s.snap.Table(t.Num).Slot(id); !there || s.snap.Table(t.Num).Version(slot) > 1 {
		names, _ = s.planner.Past.Names(t.Num, id) // a journal that cannot be read knows no names
	}
	s.former[key] = names
	return names
}
