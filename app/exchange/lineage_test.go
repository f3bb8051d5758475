package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store"
)

// exportAfter writes tables, all that have records when none is named, with the change set that they were
// exported after.
func (b *branched) exportAfter(name string, tables ...string) string {
	b.Helper()
	return b.exportBy(exchange.Exporter{Snapshot: b.snap, Headers: b.store.Headers()}, name, tables...)
}

// copied is the catalogue as a copy of its file has it.
func (b *branched) copied(t *testing.T) *branched {
	t.Helper()
	content, err := os.ReadFile(b.store.Path())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "copy"+store.Extension)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &branched{&catalogue{tb: t, dir: dir, snap: s.Snapshot(), ids: b.ids}, s}
}

// Two copies of a catalogue count their changes by themselves, so the same version is not the same record.
func TestAWorkbookOfAnotherCopyIsNotMerged(t *testing.T) {
	b := newBranched(t, t.TempDir())
	t.Cleanup(func() { _ = b.store.Close() })
	options := exchange.Options{Table: "itsystem"}
	b.take(b.merge(options, b.write("systems.csv", "Name,Criticality,Abbreviation\nPayroll,High,PAY\nPermits,Low,PER\n")))
	before := b.exportAfter("before.xlsx", "itsystem")
	other := b.copied(t)
	b.take(b.merge(options, b.write("ours.csv", "Name,Criticality\nPayroll,Medium\n")))
	other.take(other.merge(options, other.write("theirs.csv", "Name,Abbreviation\nPayroll,PY\nPermits,PM\n")))
	fromOther := copyOf(other, other.exportAfter("after.xlsx", "itsystem"))
	sheet := fromOther.sheets[0]
	for i := range sheet.rows {
		if sheet.id(i) != "" && sheet.rows[i][sheet.column("name")].text == "Permits" {
			sheet.set(i, "abbreviation", copiedCell{})
		}
	}
	path := filepath.Join(b.dir, "after.xlsx")
	fromOther.write(b, path)

	plan := b.merge(exchange.Options{Deletions: true}, path)
	if len(plan.Notes) != 1 || !strings.Contains(plan.Notes[0], "a copy of this one that has gone its own way") {
		t.Errorf("notes: %q", plan.Notes)
	}
	if plan.Counts.Updated != 1 || plan.Counts.Unchanged != 1 || plan.Conflicts.Open != 0 || codes(plan)["no-deletions"] != 1 {
		t.Errorf("%+v\n%s%s", plan.Counts, problems(plan), cells(plan))
	}
	var shelf exchange.Shelf // of what has just been read in the one copy nothing is said in the other
	for _, c := range []*branched{other, b} {
		p := exchange.Planner{Snapshot: c.snap, Past: c.store, IDs: c.ids, Shelf: &shelf}
		kept, err := p.Plan(context.Background(), []string{path}, exchange.Options{})
		check(t, err)
		if foreign := len(kept.Notes) == 1; foreign != (c == b) {
			t.Errorf("planned again: %q", kept.Notes)
		}
	}
	b.take(plan)
	if p := b.named("itsystem", "Payroll"); p["criticality"] != "High" || p["abbreviation"] != "PY" || b.named("itsystem", "Permits")["abbreviation"] != "PER" {
		t.Errorf("Payroll is %v", p)
	}
	for _, c := range []*branched{b, other} { // what was exported before the copy was made is known to both
		if plan := c.merge(exchange.Options{}, before); len(plan.Notes) != 0 || plan.Counts.Unchanged != 2 {
			t.Errorf("before the copy: %+v %q\n%s", plan.Counts, plan.Notes, cells(plan))
		}
	}
}

// Whoever deletes rows of a workbook hears that their records stay where their deletion was not asked for.
func TestRowsThatAreGoneAreTold(t *testing.T) {
	b := newBranched(t, t.TempDir())
	t.Cleanup(func() { _ = b.store.Close() })
	b.take(b.merge(exchange.Options{Table: "itsystem"}, b.write("systems.csv", "Name,Criticality\nPayroll,High\nPermits,Low\nParks,Low\n")))
	file := copyOf(b, b.exportAfter("before.xlsx", "itsystem"))
	sheet := file.sheets[0]
	sheet.rows = slices.DeleteFunc(sheet.rows, func(row copiedRow) bool {
		return len(row) > sheet.column("name") && row[sheet.column("name")].text == "Parks"
	})
	path := filepath.Join(b.dir, "after.xlsx")
	file.write(b, path)

	plan := b.merge(exchange.Options{}, path)
	if got, want := problems(plan), "1 IT System had a row in “IT Systems” when it was exported, and has none any more. It stays unless you ask for its deletion."; !strings.Contains(got, want) {
		t.Errorf("told: %s", got)
	}
	if asked := b.merge(exchange.Options{Deletions: true}, path); codes(asked)["rows-gone"] != 0 || asked.Deleted() != 1 {
		t.Errorf("%d deleted\n%s", asked.Deleted(), problems(asked))
	}
}

// Columns whose cells were written anew in another order, as scripts and pasting do, are found by their headers;
// one that was only called otherwise is found by its place.
func TestColumnsThatWereWrittenAnewAreFoundByTheirHeaders(t *testing.T) {
	b := newBranched(t, t.TempDir())
	t.Cleanup(func() { _ = b.store.Close() })
	b.take(b.merge(exchange.Options{Table: "itsystem"}, b.write("systems.csv", "Name,Abbreviation,Criticality\nPayroll,PAY,High\nPermits,PER,Low\n")))
	file := copyOf(b, b.exportAfter("before.xlsx", "itsystem"))
	sheet := file.sheets[0]
	last := len(sheet.Columns) - 1
	turned := func(row copiedRow) copiedRow {
		row = append(row, make(copiedRow, last+1-len(row))...)
		slices.Reverse(row)
		return row
	}
	for i := range sheet.rows {
		sheet.rows[i] = turned(sheet.rows[i])
	}
	abbreviation := sheet.column("abbreviation")
	keys := make([]string, last+1)
	for i, c := range sheet.Columns {
		keys[i] = c.Key
	}
	slices.Reverse(sheet.Columns)
	for i := range sheet.Columns {
		sheet.Columns[i].Key = keys[i]
	}
	sheet.rows[0][last-abbreviation] = textCell("PY")
	path := filepath.Join(b.dir, "after.xlsx")
	file.write(b, path)

	plan := b.merge(exchange.Options{}, path)
	if plan.Counts.Updated != 1 || plan.Counts.Unchanged != 1 || plan.Counts.Rejected != 0 {
		t.Errorf("%+v\n%s%s", plan.Counts, problems(plan), cells(plan))
	}
}
