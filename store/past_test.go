package store_test

import (
	"context"
	"slices"
	"testing"

	"cadastre/store"
	"cadastre/store/record"
)

// TestWhatARecordWasAtEachVersion asks for every version that a record has had, while it is there, when it has
// been deleted, and when it has come back.
func TestWhatARecordWasAtEachVersion(t *testing.T) {
	s := newStore(t, t.TempDir())
	ctx, id := context.Background(), record.NewID()
	e := create("Permits")
	e.ID = id
	mustApply(t, s, append(manySystems(700), e)...)
	mustApply(t, s, rename(id, "Licences"))
	mustApply(t, s, create("Payroll"))
	mustApply(t, s, rename(id, "Permissions"))
	names := []string{"Permits", "Licences", "Permissions"}
	check := func(want store.Then, names ...string) {
		t.Helper()
		var wanted []store.Earlier
		for v := range len(names) + 2 {
			wanted = append(wanted, store.Earlier{Table: systems.Num, ID: id, Version: uint64(v)})
		}
		then, err := s.AsOf(ctx, s.Snapshot(), wanted)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range then[1:] {
			got = append(got, r.Values.Get(field(systems, "name")).Str())
		}
		if last := then[1]; !slices.Equal(got, append(names, "")) || last.Deleted != want.Deleted || last.Last != want.Last {
			t.Errorf("the record was %q, deleted by %d at version %d", got, last.Deleted, last.Last)
		}
	}
	check(store.Then{}, names...)
	before := s.Snapshot()
	mustApply(t, s, remove(id))
	check(store.Then{Deleted: 5, Last: 4}, names...)
	if then, err := s.AsOf(ctx, before, []store.Earlier{{Table: systems.Num, ID: id, Version: 2}}); err != nil || then[0].Values == nil || then[0].Deleted != 0 {
		t.Errorf("seen from before: %+v %v", then, err)
	}
	if _, err := s.Undo(ctx, 5, "Bob"); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, rename(id, "Permits again"))
	check(store.Then{}, append(names, "", "Permissions", "Permits again")...)
	if got, err := s.Names(systems.Num, id); err != nil || !slices.Equal(got, []string{"Permits again", "Permissions", "Licences", "Permits"}) {
		t.Errorf("it was called %q %v", got, err)
	}
}
