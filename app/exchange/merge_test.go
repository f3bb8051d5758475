package exchange_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cadastre/app/exchange"
	"cadastre/app/exchange/workbook"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A branched catalogue is one on disk, whose journal knows what was exported.
type branched struct {
	*catalogue
	store *store.Store
}

func newBranched(t tb, dir string) *branched {
	t.Helper()
	s, err := store.Create(filepath.Join(dir, "catalogue"+store.Extension), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &branched{&catalogue{tb: t, dir: dir, snap: s.Snapshot(), ids: record.NewID}, s}
}

func (b *branched) apply(d change.Draft) {
	b.Helper()
	if _, err := b.store.Apply(context.Background(), d); err != nil {
		b.Fatalf("the draft is refused: %v", err)
	}
	b.snap = b.store.Snapshot()
}

func (b *branched) merge(o exchange.Options, path string) *exchange.Plan {
	b.Helper()
	plan, err := exchange.Planner{Snapshot: b.snap, Past: b.store, IDs: b.ids}.Plan(context.Background(), []string{path}, o)
	if err != nil {
		b.Fatalf("the plan fails: %v", err)
	}
	reconcile(b, plan)
	return plan
}

func (b *branched) take(plan *exchange.Plan) {
	b.Helper()
	draft, err := plan.Draft("tester", b.snap)
	if err != nil {
		b.Fatalf("the plan is refused: %v\n%s", err, problems(plan))
	}
	b.apply(draft)
}

// A copied workbook is an export as a person works on it: cells are edited, rows and columns moved, and the
// program saves it with everything that it does not show.
type copied struct {
	sheets []*copiedSheet
	lists  []workbook.List
}

type copiedSheet struct {
	workbook.OutSheet
	rows []copiedRow
}

type copiedRow []copiedCell

// A copiedCell is what a cell reads, and what is written for it.
type copiedCell struct {
	text string
	workbook.Value
}

func textCell(text string) copiedCell { return copiedCell{text, workbook.TextValue(text)} }

// copyOf reads an export.
func copyOf(t tb, path string) *copied {
	t.Helper()
	tags, err := workbook.ReadTags(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(context.Background(), path, workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	out := &copied{}
	for i, sheet := range book.Sheets() {
		rows := readSheet(t, book, i)
		if workbook.MachineSheet(sheet.Name) {
			out.lists = listsOf(rows)
			continue
		}
		tag := tags[slices.IndexFunc(tags, func(s workbook.SheetTags) bool { return s.Sheet == sheet.Name })]
		s := &copiedSheet{OutSheet: workbook.OutSheet{Name: sheet.Name, Table: tag.Table}, rows: rows[1:]}
		for c, header := range rows[0] {
			s.Columns = append(s.Columns, workbook.OutColumn{Header: header.text, Key: tag.Fields[c]})
		}
		out.sheets = append(out.sheets, s)
	}
	return out
}

func readSheet(t tb, book workbook.Book, sheet int) (rows []copiedRow) {
	err := book.Read(context.Background(), sheet, func(r workbook.Row) error {
		var row copiedRow
		for _, cell := range r.Cells {
			row = append(row, make(copiedRow, cell.Column+1-len(row))...)
			row[cell.Column] = copiedCell{strings.Clone(cell.Value), valueOf(cell)}
		}
		rows = append(rows, row)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func valueOf(c workbook.Cell) workbook.Value {
	if n, err := strconv.ParseFloat(c.Value, 64); c.Kind == workbook.Number && err == nil {
		return workbook.NumberValue(n)
	}
	if day, err := time.Parse(time.DateOnly, c.Value); c.Kind == workbook.Date && err == nil {
		return workbook.DateValue(int(day.Unix() / 86400))
	}
	if moment, err := time.Parse("2006-01-02T15:04:05", c.Value); c.Kind == workbook.Date && err == nil {
		return workbook.DateTimeValue(moment.Unix())
	}
	return workbook.TextValue(strings.Clone(c.Value))
}

func listsOf(rows []copiedRow) (lists []workbook.List) {
	for c, name := range rows[0] {
		list := workbook.List{Name: name.text, Open: true}
		for _, row := range rows[1:] {
			if c < len(row) && row[c].text != "" {
				list.Items = append(list.Items, row[c].text)
			}
		}
		lists = append(lists, list)
	}
	return lists
}

func (c *copied) write(t tb, path string) {
	t.Helper()
	doc := workbook.Document{Lists: c.lists}
	for _, s := range c.sheets {
		s.Rows = func(yield func(workbook.OutRow) bool) {
			for _, row := range s.rows {
				var out workbook.OutRow
				for _, cell := range row {
					out = append(out, cell.Value)
				}
				if !yield(out) {
					return
				}
			}
		}
		doc.Sheets = append(doc.Sheets, s.OutSheet)
	}
	if err := workbook.Write(context.Background(), path, doc, nil); err != nil {
		t.Fatal(err)
	}
}

// column is where a key stands, -1 for nowhere.
func (s *copiedSheet) column(key string) int {
	return slices.IndexFunc(s.Columns, func(c workbook.OutColumn) bool { return c.Key == key })
}

// set gives the cell of a row its value.
func (s *copiedSheet) set(row int, key string, cell copiedCell) {
	at := s.column(key)
	s.rows[row] = append(s.rows[row], make(copiedRow, max(0, at+1-len(s.rows[row])))...)
	s.rows[row][at] = cell
}

// id is the record that a row is about.
func (s *copiedSheet) id(row int) string { return s.rows[row][s.column("_id")].text }

// shuffle moves rows and columns about and renames the headers.
func (s *copiedSheet) shuffle(t *rapid.T) {
	order := make([]int, len(s.Columns))
	for i := range order {
		order[i] = i
	}
	order = rapid.Permutation(order).Draw(t, "columns")
	columns := make([]workbook.OutColumn, len(order))
	for to, from := range order {
		columns[to] = s.Columns[from]
		columns[to].Header, columns[to].Hidden = fmt.Sprintf("My column %d", from), rapid.Bool().Draw(t, "hidden")
	}
	for i, row := range s.rows {
		moved := make(copiedRow, len(order))
		for to, from := range order {
			if from < len(row) {
				moved[to] = row[from]
			}
		}
		s.rows[i] = moved
	}
	s.Columns = columns
	if len(s.rows) > 0 {
		s.rows = rapid.Permutation(s.rows).Draw(t, "rows")
	}
}

// texts are those of every record by table, id and field.
type texts = map[string]map[string]map[string]string

// A branching is one case of the property: a catalogue, its export, and what was done to both since.
type branching struct {
	*generator
	*branched
	book *copied
	// then and file are what was exported and what the file says, without the rows deleted from it.
	then, file texts
	// added are the rows that the person with the file adds, by table and name.
	added texts
	// staying are the records that neither side deletes, by table.
	staying map[string][]record.ID
	gone    map[string]bool
}

// editable are the fields that the property edits: whatever is no part of another field, and means one thing
// however it is spelt.
func editable(t *schema.Table) (out []*schema.Field) {
	for _, f := range t.Fields {
		part := slices.Contains(t.PrimaryField().Parts, f.Key) || f == t.PrimaryField() && len(f.Parts) > 0
		if !f.System && !part && !f.Parent && slices.Contains([]schema.Kind{schema.Text, schema.Memo, schema.Choice, schema.Date, schema.Lookup}, f.Kind) {
			out = append(out, f)
		}
	}
	return out
}

// newValue is a value for a field, the cell that says it, and the text that content has of it.
func (b *branching) newValue(t *schema.Table, f *schema.Field, side string) (record.Value, copiedCell, string) {
	if f != t.PrimaryField() && f.Num != schema.State && rapid.IntRange(0, 3).Draw(b.T, "blanked") == 0 {
		return record.Value{}, copiedCell{}, ""
	}
	switch f.Kind {
	case schema.Choice:
		o := rapid.SampledFrom(b.model.ChoiceSet(f.Choice).Options).Draw(b.T, f.Key)
		v := record.OfInt(o.Code)
		return v, textCell(o.Label), record.Format(f, v)
	case schema.Date:
		day := rapid.IntRange(20000, 20002).Draw(b.T, f.Key)
		v := record.OfInt(int64(day))
		return v, copiedCell{Value: workbook.DateValue(day)}, record.Format(f, v)
	case schema.Lookup:
		if len(b.staying[f.Target]) == 0 {
			return record.Value{}, copiedCell{}, ""
		}
		id := rapid.SampledFrom(b.staying[f.Target]).Draw(b.T, f.Key)
		return record.OfID(id), textCell(id.String()), id.String()
	}
	text := rapid.SampledFrom([]string{"alpha", "beta"}).Draw(b.T, f.Key)
	if f == t.PrimaryField() {
		text = fmt.Sprintf("%s %s %d", side, text, rapid.IntRange(0, 1<<30).Draw(b.T, "unique"))
	}
	return record.OfString(text), textCell(text), text
}

// begin fills the catalogue and exports it.
func (b *branching) begin() {
	d := b.draft()
	for i := range d.Edits {
		if p := b.model.TableByNum(d.Edits[i].Table).PrimaryField(); len(p.Parts) == 0 {
			d.Edits[i].Fields = append(d.Edits[i].Fields, record.FieldValue{Num: p.Num, Value: record.OfString(fmt.Sprintf("Record %d", i))})
		}
	}
	b.branched.apply(d)
	b.then, b.gone, b.staying, b.added = b.content(), map[string]bool{}, map[string][]record.ID{}, texts{}
	b.book = copyOf(b.branched, b.exportAfter("all.xlsx"))
	b.file = b.content()
	for _, t := range b.model.Tables {
		for _, id := range b.ids[t.Key] {
			b.gone[id.String()] = rapid.IntRange(0, 5).Draw(b.T, "may go") == 0
			if !b.gone[id.String()] {
				b.staying[t.Key] = append(b.staying[t.Key], id)
			}
		}
	}
}

// editCatalogue is what others do while the file is out. At most one record goes: what links to it then is
// seen in each.
func (b *branching) editCatalogue() {
	var d change.Draft
	deleted := false
	for _, t := range b.model.Tables {
		for _, id := range b.ids[t.Key] {
			e := change.Edit{Op: change.Update, Table: t.Num, ID: id}
			if !deleted && b.gone[id.String()] && rapid.Bool().Draw(b.T, "deleted") {
				e.Op, deleted = change.Delete, true
			} else if rapid.IntRange(0, 2).Draw(b.T, "edited") == 0 {
				for range rapid.IntRange(1, 3).Draw(b.T, "fields") {
					f := rapid.SampledFrom(editable(t)).Draw(b.T, "field")
					v, _, _ := b.newValue(t, f, "Ours")
					e.Fields = append(e.Fields, record.FieldValue{Num: f.Num, Value: v})
				}
			}
			d.Edits = append(d.Edits, e)
		}
		if p := t.PrimaryField(); len(p.Parts) == 0 && rapid.IntRange(0, 4).Draw(b.T, "made") == 0 {
			v, _, _ := b.newValue(t, p, "Ours new")
			d.Edits = append(d.Edits, change.Edit{Op: change.Create, Table: t.Num, ID: record.NewID(), Fields: []record.FieldValue{{Num: p.Num, Value: v}}})
		}
	}
	b.branched.apply(d)
}

// editFile is what the person with the file does.
func (b *branching) editFile() {
	deleted := false
	for _, s := range b.book.sheets {
		t := b.model.Table(s.Table)
		for i := len(s.rows) - 1; i >= 0; i-- {
			id := s.id(i)
			if !deleted && b.gone[id] && rapid.Bool().Draw(b.T, "row deleted") {
				deleted = true
				s.rows = slices.Delete(s.rows, i, i+1)
				delete(b.file[s.Table], id)
				continue
			}
			for range rapid.IntRange(0, 2).Draw(b.T, "cells") {
				f := rapid.SampledFrom(editable(t)).Draw(b.T, "cell")
				_, cell, text := b.newValue(t, f, "Theirs")
				s.set(i, f.Key, cell)
				put(b.file[s.Table][id], f.Key, text)
			}
		}
		if len(t.PrimaryField().Parts) == 0 {
			for range rapid.IntRange(0, 2).Draw(b.T, "rows added") {
				b.addRow(s, t)
			}
		}
		s.shuffle(b.T)
	}
}

// addRow adds a row with a name and some cells.
func (b *branching) addRow(s *copiedSheet, t *schema.Table) {
	s.rows = append(s.rows, nil)
	name := fmt.Sprintf("Theirs, new %d", len(b.added[t.Key]))
	s.set(len(s.rows)-1, t.Primary, textCell(name))
	fields := map[string]string{"statecode": "0", "ownerid": "tester", t.Primary: name}
	for _, f := range editable(t) {
		if f != t.PrimaryField() && f.Kind != schema.Text && rapid.Bool().Draw(b.T, "filled") {
			_, cell, text := b.newValue(t, f, "Theirs")
			s.set(len(s.rows)-1, f.Key, cell)
			if text != "" {
				fields[f.Key] = text
			}
		}
	}
	keep(b.added, t.Key, name, fields)
}

// takeAdded takes the records that rows were added for out of what the catalogue holds now, and compares them.
func (b *branching) takeAdded(got texts, before texts) texts {
	found := texts{}
	for table, records := range got {
		for id, fields := range records {
			name := fields[b.model.Table(table).Primary]
			if _, there := before[table][id]; there || b.added[table][name] == nil {
				continue
			}
			keep(found, table, name, fields)
			delete(records, id)
		}
		if len(records) == 0 {
			delete(got, table)
		}
	}
	if diff := cmp.Diff(b.added, found); diff != "" {
		b.T.Fatalf("the rows added came to something else (-want +got):\n%s", diff)
	}
	return got
}

func put(fields map[string]string, key, text string) {
	if fields[key] = text; text == "" {
		delete(fields, key)
	}
}

// expect is what a person would expect of the merge, and how many conflicts there are.
func (b *branching) expect(now texts, o exchange.Options) (want texts, conflicts int) {
	want = texts{}
	lost := map[string]bool{}
	for table := range b.then {
		want[table] = map[string]map[string]string{}
		for id, then := range b.then[table] {
			file, inFile := b.file[table][id]
			ours, inNow := now[table][id]
			edited := inFile && !maps.Equal(then, file)
			switch {
			case inFile && inNow:
				merged, n := mergeRecord(then, file, ours, o.Conflicts)
				want[table][id] = merged
				conflicts += n
			case inNow && !o.Deletions:
				want[table][id] = ours
			case inNow && b.linked(table, id, now, o):
				want[table][id] = ours
				if !maps.Equal(ours, then) {
					conflicts++
				}
			case inNow:
				if !maps.Equal(ours, then) {
					conflicts++
				}
				if o.Conflicts == exchange.KeepOurs || !maps.Equal(ours, then) && o.Conflicts != exchange.TakeFile {
					want[table][id] = ours
				} else {
					lost[id] = true
				}
			case edited:
				if conflicts++; o.Conflicts == exchange.TakeFile {
					want[table][id] = file
				}
			}
		}
	}
	for table, records := range now {
		for id, ours := range records {
			if b.then[table][id] == nil { // made here meanwhile
				keep(want, table, id, ours)
			}
		}
	}
	maps.DeleteFunc(want, func(_ string, records map[string]map[string]string) bool { return len(records) == 0 })
	for _, records := range want {
		for _, fields := range records {
			maps.DeleteFunc(fields, func(_, text string) bool { return lost[text] })
		}
	}
	return want, conflicts
}

func keep(all texts, table, id string, fields map[string]string) {
	if all[table] == nil {
		all[table] = map[string]map[string]string{}
	}
	all[table][id] = fields
}

// linked is true when a record that comes back by its row links to another.
func (b *branching) linked(table, id string, now texts, o exchange.Options) bool {
	for t, records := range b.file {
		for other, file := range records {
			if now[t][other] == nil && !maps.Equal(b.then[t][other], file) && o.Conflicts == exchange.TakeFile &&
				slices.Contains(slices.Collect(maps.Values(file)), id) {
				return true
			}
		}
	}
	return false
}

func mergeRecord(then, file, ours map[string]string, choice exchange.Resolution) (merged map[string]string, conflicts int) {
	merged = maps.Clone(ours)
	for _, key := range slices.Concat(sortedKeys(then), sortedKeys(file), sortedKeys(ours)) {
		t, f, n := then[key], file[key], ours[key]
		if f == t || f == n || merged[key] == f {
			continue
		}
		if n != t {
			if then[key] = f; choice != exchange.TakeFile { // seen once
				conflicts++
				continue
			}
			conflicts++
		}
		put(merged, key, f)
	}
	return merged, conflicts
}

// uncomposed leaves out the names that the program composes of other fields whenever a record is saved.
func (b *branching) uncomposed(all texts) texts {
	for _, t := range b.model.Tables {
		for _, fields := range all[t.Key] {
			if p := t.PrimaryField(); len(p.Parts) > 0 {
				delete(fields, p.Key)
			}
		}
	}
	return all
}

// TestAWorkbookIsABranch: whatever is done to a catalogue and to its export, the merge gives what a person
// would expect, names each conflict, loses nothing in silence, and undo restores the state before.
func TestAWorkbookIsABranch(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		b := &branching{generator: &generator{T: rt, model: schema.Default()}, branched: newBranched(rt, dir)}
		defer b.store.Close()
		if b.begin(); b.snap.Len() == 0 {
			return
		}
		b.editCatalogue()
		b.editFile()
		path := filepath.Join(dir, "returned.xlsx")
		b.book.write(b.branched, path)
		o := exchange.Options{Deletions: rapid.Bool().Draw(rt, "deletions"),
			Conflicts: rapid.SampledFrom([]exchange.Resolution{"", exchange.KeepOurs, exchange.TakeFile}).Draw(rt, "conflicts")}
		plan := b.branched.merge(o, path)
		now := b.content()
		want, conflicts := b.expect(b.content(), o)
		n := plan.Conflicts
		if total := n.Open + n.Kept + n.Taken; total != conflicts || codes(plan)["conflict"] != conflicts {
			rt.Fatalf("%d conflicts and %d problems about them, want %d\n%s", total, codes(plan)["conflict"], conflicts, problems(plan))
		}
		before := b.store.Snapshot().Seq
		b.take(plan)
		if diff := cmp.Diff(b.uncomposed(want), b.uncomposed(b.takeAdded(b.content(), now))); diff != "" {
			rt.Fatalf("the merge is another than expected (-want +got):\n%s%s%s", diff, problems(plan), cells(plan))
		}
		if b.snap.Seq > before {
			if _, err := b.store.Undo(context.Background(), 0, "tester"); err != nil {
				rt.Fatal(err)
			}
			b.snap = b.store.Snapshot()
		}
		if diff := cmp.Diff(now, b.content()); diff != "" {
			rt.Fatalf("undo does not restore what was before (-before +after):\n%s", diff)
		}
	})
}
