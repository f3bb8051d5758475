package snapshot

import (
	"testing"

	"cadastre/store/change"
	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
)

// A file may hold more codes than any set of choices has: they are counted and found all the same.
func TestMoreCodesThanAnySetHasAreCounted(t *testing.T) {
	f := systems.Field("lifecyclestage").Num
	code := func(n int64) record.Values { return record.Values{{Num: f, Value: record.OfInt(n)}} }
	b, want := NewBuilder(model), map[int64]int{}
	for n := range int64(3 * codesMost) {
		b.Add(systems.Num, &record.Record{ID: id(uint64(n)), Values: code(n / 2)})
		want[n/2]++
	}
	before := b.Snapshot(1)
	same := func(s *Snapshot) {
		t.Helper()
		table := s.Table(systems.Num)
		if diff := cmp.Diff(want, table.CountCodes(f, table.All())); diff != "" {
			t.Error(diff)
		}
		if found := table.KeepHaving(table.All(), f, []int64{codesMost + 1, 2}); found.Len() != want[codesMost+1]+want[2] {
			t.Errorf("%d records have one of two codes", found.Len())
		}
	}
	same(before)
	want[0], want[codesMost+1] = want[0]-1, want[codesMost+1]+1
	same(before.Apply(&change.Set{Changes: []change.Change{{Table: systems.Num, ID: id(0), Op: change.Update, Before: code(0), After: code(codesMost + 1)}}}))
}
