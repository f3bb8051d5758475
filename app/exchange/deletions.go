package exchange

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Deletion is a record that a file had as a row when it was exported, and has no more.
type Deletion struct {
	Table   *schema.Table
	ID      record.ID
	Name    string
	Version uint64
	// Links counts the links to it that would be cleared, by table and field.
	Links []LinkCount
	// Kept says why the record is not deleted, "" when it is. Conflict is set where the record has been changed since.
	Kept     string
	Conflict *Conflict
}

// A LinkCount is how many records link to one by a field.
type LinkCount struct {
	Table *schema.Table
	Field *schema.Field
	Count int
}

// Deleted counts the deletions that the plan carries out.
func (p *Plan) Deleted() (n int) {
	for i := range p.Deletions {
		if p.Deletions[i].Kept == "" {
			n++
		}
	}
	return n
}

func (d *Deletion) edit() *change.Edit {
	if d.Kept != "" {
		return nil
	}
	return &change.Edit{Op: change.Delete, Table: d.Table.Num, ID: d.ID, Expect: d.Version}
}

// An exportedRow is a record that an export wrote.
type exportedRow struct {
	id      record.ID
	version uint64
}

// exportedList is what the list is called that says which records of a table an export wrote.
const exportedList = "exported "

// exported lists the records of a part with their versions, so that it is known which of them have gone when
// the file comes back.
func (w *writing) exported(p Part) workbook.List {
	list := workbook.List{Name: exportedList + p.Table.Key}
	records := w.snap.Table(p.Table.Num)
	for _, slot := range p.Slots {
		list.Items = append(list.Items, records.ID(slot).String()+" "+strconv.FormatUint(records.Version(slot), 10))
	}
	return list
}

// exported reads those lists, by table.
func (r *intake) exported(book workbook.Book, tags []workbook.SheetTags) (map[string][]exportedRow, error) {
	out := map[string][]exportedRow{}
	i := slices.IndexFunc(book.Sheets(), func(s workbook.Sheet) bool { return workbook.MachineSheet(s.Name) })
	if len(tags) == 0 || i < 0 {
		return out, nil
	}
	tables := map[int]string{}
	err := book.Read(r.ctx, i, func(row workbook.Row) error {
		for _, cell := range row.Cells {
			if key, found := strings.CutPrefix(cell.Value, exportedList); found && row.Number == 1 {
				tables[cell.Column] = strings.Clone(key)
			} else if table := tables[cell.Column]; table != "" && row.Number > 1 {
				out[table] = append(out[table], readExported(cell.Value))
			}
		}
		return nil
	})
	return out, err
}

func readExported(text string) (e exportedRow) {
	id, version, _ := strings.Cut(text, " ")
	e.version, _ = strconv.ParseUint(version, 10, 64) // what is no version is that of no record
	e.id, _ = record.ParseID(id)                      // and the same with ids
	return e
}

// findDeletions finds the records whose rows are gone. Where that was not asked for, it only tells of them.
func (w *work) findDeletions() error {
	if w.extent != whole {
		return nil
	}
	byTable := map[*schema.Table]*sheetWork{}
	for _, s := range w.sheets {
		if !s.own || byTable[s.table] != nil {
			continue
		}
		byTable[s.table] = s
		if !w.options.Deletions {
			s.tellMissing()
			continue
		}
		if err := s.findDeletions(); err != nil {
			return err
		}
	}
	w.keepLinked()
	w.countLinks()
	for i := range w.plan.Deletions {
		if d := &w.plan.Deletions[i]; d.Conflict != nil {
			w.plan.Conflicts.add(d.Conflict.Choice)
			byTable[d.Table].report(Problem{Code: "conflict", Severity: Note, Value: d.Name, Message: cmp.Or(d.Kept, d.overruled()), Conflict: d.Conflict})
		} else if d.Kept != "" {
			byTable[d.Table].report(Problem{Code: "kept-record", Severity: Note, Value: d.Name, Message: d.Kept})
		}
	}
	return nil
}

// findDeletions finds those of a sheet's table.
func (s *sheetWork) findDeletions() error {
	if s.foreign {
		s.report(Problem{Code: "no-deletions", Severity: Note, Message: fault.Sentence("“%s” was exported from another copy of the catalogue, so no records are deleted because their rows are gone.", s.Name)})
		return nil
	}
	if len(s.input.exported) == 0 {
		s.report(Problem{Code: "no-deletions", Severity: Note, Message: fault.Sentence("“%s” does not say which records it had when it was exported, so none are deleted.", s.Name)})
	}
	missing := s.missing()
	changed, err := s.changed(missing)
	for i, m := range missing {
		slot, _ := s.records.Slot(m.ID)
		d := Deletion{Table: s.table, ID: m.ID, Name: s.records.Name(slot), Version: s.records.Version(slot)}
		s.decide(&d, changed[i])
		s.work.plan.Deletions = append(s.work.plan.Deletions, d)
	}
	return err
}

// missing are the records that the sheet had when it was exported, and has no more.
func (s *sheetWork) missing() (out []store.Earlier) {
	claimed := s.claimsOn(s.table).bySlot
	for _, e := range s.input.exported {
		if slot, there := s.records.Slot(e.id); there && claimed[slot] == nil {
			out = append(out, store.Earlier{Table: s.table.Num, ID: e.id, Version: e.version})
		}
	}
	return out
}

// tellMissing says that records stay whose rows are gone.
func (s *sheetWork) tellMissing() {
	n := len(s.missing())
	if n == 0 || s.foreign {
		return
	}
	rest := "had a row in “%s” when it was exported, and have none any more. They stay unless you ask for their deletion."
	if n == 1 {
		rest = "had a row in “%s” when it was exported, and has none any more. It stays unless you ask for its deletion."
	}
	s.report(Problem{Code: "rows-gone", Severity: Note, Message: plural(n, s.table.Label, s.table.Plural) + " " + fault.Sentence(rest, s.Name)})
}

// changed says which records hold something else than they were exported with, or than anybody knows.
func (s *sheetWork) changed(exported []store.Earlier) ([]bool, error) {
	out := make([]bool, len(exported))
	then := make([]store.Then, len(exported))
	var err error
	if s.planner.Past != nil {
		then, err = s.planner.Past.AsOf(s.ctx, s.snap, exported)
	}
	for i, e := range exported {
		slot, _ := s.records.Slot(e.ID)
		out[i] = s.records.Version(slot) != e.Version && (then[i].Values == nil || slices.ContainsFunc(s.table.Fields, func(f *schema.Field) bool {
			return !f.System && s.records.Value(slot, f.Num) != then[i].Values.Get(f.Num)
		}))
	}
	return out, err
}

// decide decides about one: a record that has changed since the export stays unless it was decided otherwise.
func (s *sheetWork) decide(d *Deletion, changed bool) {
	choice := s.options.resolution(s.table.Key, "", d.ID)
	if changed {
		d.Conflict = &Conflict{Table: s.table, Record: d.ID, Choice: choice}
	}
	switch {
	case choice == KeepOurs:
		d.Kept = fault.Sentence("The row of “%s” was deleted. The record stays, as you decided.", d.Name)
	case d.Conflict != nil && choice != TakeFile:
		d.Kept = fault.Sentence("The row of “%s” was deleted, but the record was changed in the catalogue after the export. It stays until you decide.", d.Name)
	}
}

func (d *Deletion) overruled() string {
	return fault.Sentence("The row of “%s” was deleted, but the record was changed in the catalogue after the export. It is deleted, as you decided.", d.Name)
}

// deleting are the records that would be deleted.
func (w *work) deleting() map[recordKey]*Deletion {
	out := map[recordKey]*Deletion{}
	for i := range w.plan.Deletions {
		if d := &w.plan.Deletions[i]; d.Kept == "" {
			out[recordKey{d.Table, d.ID}] = d
		}
	}
	return out
}

// keepLinked keeps the records that rows of the same import link to.
func (w *work) keepLinked() {
	deleting := w.deleting()
	if len(deleting) == 0 {
		return
	}
	for _, s := range w.sheets {
		for i := range s.rows {
			for _, v := range s.rows[i].fields.unpack(nil) {
				if id := v.Value.ID(); id != record.NoID {
					target := s.model.Table(s.table.FieldByNum(v.Num).Target)
					if d := deleting[recordKey{target, id}]; d != nil {
						d.Kept = fault.Sentence("The row of “%s” was deleted, and row %d of “%s” links to it. The record stays.", d.Name, s.rows[i].number, s.Name)
					}
				}
			}
		}
	}
}

// countLinks counts what links to each record that would be deleted, but for what would be deleted with it.
func (w *work) countLinks() {
	deleting := w.deleting()
	ids := map[*schema.Table]map[record.ID]bool{}
	for key := range deleting {
		if ids[key.table] == nil {
			ids[key.table] = map[record.ID]bool{}
		}
		ids[key.table][key.id] = true
	}
	for table, wanted := range ids {
		w.snap.Links(table.Num, wanted, func(l change.Link) {
			from := w.model.TableByNum(l.Table)
			if deleting[recordKey{from, l.ID}] == nil {
				deleting[recordKey{table, l.Target}].count(from, from.FieldByNum(l.Field))
			}
		})
	}
	for _, d := range slices.Collect(maps.Values(deleting)) {
		slices.SortFunc(d.Links, func(a, b LinkCount) int {
			return cmp.Or(cmp.Compare(a.Table.Num, b.Table.Num), cmp.Compare(a.Field.Num, b.Field.Num))
		})
	}
}

func (d *Deletion) count(t *schema.Table, f *schema.Field) {
	i := slices.IndexFunc(d.Links, func(l LinkCount) bool { return l.Table == t && l.Field == f })
	if i < 0 {
		i, d.Links = len(d.Links), append(d.Links, LinkCount{Table: t, Field: f})
	}
	d.Links[i].Count++
}
