package snapshot

import (
	"fmt"
	"testing"

	"cadastre/store/change"
	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
)

// What one change set deletes, makes in its place and changes counts as touched, however much of it there is.
func TestRecordsThatTakeThePlacesOfOthersLeaveNothingStale(t *testing.T) {
	f := systems.PrimaryField().Num
	named := func(name string) record.Values { return record.Values{{Num: f, Value: record.OfString(name)}} }
	b := NewBuilder(model)
	for n := range uint64(patchMost) {
		b.Add(systems.Num, &record.Record{ID: id(n), Values: named("before")})
	}
	before := b.Snapshot(1)
	before.Table(systems.Num).Prepare()
	const replaced = patchMost / 2
	var set change.Set
	for n := range uint64(replaced) {
		set.Changes = append(set.Changes,
			change.Change{Table: systems.Num, ID: id(n), Op: change.Delete, Before: named("before")},
			change.Change{Table: systems.Num, ID: id(2*patchMost + n), Op: change.Create, After: named("made")})
	}
	for n := uint64(replaced); n < patchMost; n++ {
		set.Changes = append(set.Changes, change.Change{Table: systems.Num, ID: id(n), Op: change.Update, Before: named("before"), After: named(fmt.Sprint("after ", patchMost-n))})
	}
	after := before.Apply(&set).Table(systems.Num)
	if diff := cmp.Diff(after.newOrder(f), after.Order(f)); diff != "" {
		t.Error(diff)
	}
	if n := after.Named([]string{"before"}).Len(); n > 0 {
		t.Errorf("%d records are found by the names that they had", n)
	}
}
