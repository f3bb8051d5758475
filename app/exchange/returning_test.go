package exchange_test

import (
	"path/filepath"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/change"
	"cadastre/store/record"
)

// A row of our own export whose record has been deleted since brings it back where the file is to win, but not
// where only records that are there are updated.
func TestADeletedRecordComesBackOnlyWhereRecordsMayBeCreated(t *testing.T) {
	dir := t.TempDir()
	b := newBranched(t, dir)
	defer b.store.Close()
	b.take(b.merge(exchange.Options{Table: "itsystem"}, b.write("systems.csv", "Name,Abbreviation\nPermits,PRM\nPayroll,PAY\n")))
	book := copyOf(t, b.export("systems.xlsx", "itsystem"))
	book.sheets[0].set(0, "abbreviation", textCell("CHANGED"))
	path := filepath.Join(dir, "returned.xlsx")
	book.write(b, path)
	id, err := record.ParseID(book.sheets[0].id(0))
	if err != nil {
		t.Fatal(err)
	}
	b.apply(change.Draft{Who: "tester", Edits: []change.Edit{{Op: change.Delete, Table: b.snap.Model.Table("itsystem").Num, ID: id}}})

	for mode, want := range map[exchange.Mode]exchange.Counts{
		exchange.Upsert:     {Read: 2, Created: 1, Unchanged: 1},
		exchange.UpdateOnly: {Read: 2, Skipped: 1, Unchanged: 1},
	} {
		plan := b.merge(exchange.Options{Mode: mode, Decisions: []exchange.Decision{{Table: "itsystem", Record: id, Choice: exchange.TakeFile}}}, path)
		if plan.Counts != want {
			t.Errorf("%s: %+v\n%s", mode, plan.Counts, problems(plan))
		}
		if mode == exchange.UpdateOnly && (plan.Conflicts.Taken > 0 || codes(plan)["deleted-since-export"] != 1) {
			t.Errorf("%+v is told as\n%s", plan.Conflicts, problems(plan))
		}
	}
}
