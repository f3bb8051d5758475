package store_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
)

func set(id record.ID, key, text string) change.Edit {
	return change.Edit{Op: change.Update, Table: systems.Num, ID: id, Fields: []record.FieldValue{{Num: field(systems, key), Value: record.OfString(text)}}}
}

// sources are a record's fields with the number of the change that each came from.
func sources(t testing.TB, s *store.Store, id record.ID, keys ...string) (out []string) {
	t.Helper()
	all, err := s.Sources(systems.Num, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, src := range all {
		if key := systems.FieldByNum(src.Field).Key; slices.Contains(keys, key) {
			out = append(out, fmt.Sprintf("%s %d %s %d", key, src.Seq, src.Sheet, src.Row))
		}
	}
	return out
}

// came is how many systems hold in a field, or with "" in any, what a change gave them.
func came(t testing.TB, s *store.Store, seq uint64, key string) int {
	t.Helper()
	var num schema.FieldNum
	if key != "" {
		num = field(systems, key)
	}
	found, err := s.CameFrom(s.Snapshot(), systems.Num, num, seq)
	if err != nil {
		t.Fatal(err)
	}
	return found.Len()
}

func imported(t testing.TB, s *store.Store, id record.ID, name, abbreviation string) {
	t.Helper()
	e := create(name)
	e.ID, e.Sheet, e.Row = id, 1, 12
	e.Fields = append(e.Fields, record.FieldValue{Num: field(systems, "abbreviation"), Value: record.OfString(abbreviation)})
	d := draft(e)
	d.Origin = change.Origin{Kind: change.FromImport, Files: []string{"inventory.xlsx"}, Sheets: []string{"Systems"}}
	if _, err := s.Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
}

func TestACellKnowsTheRowThatItCameFrom(t *testing.T) {
	s := newStore(t, t.TempDir())
	a, b := record.NewID(), record.NewID()
	imported(t, s, a, "Permits", "PRM")
	imported(t, s, b, "Payroll", "PAY")
	if got := sources(t, s, a, "name", "abbreviation"); !slices.Equal(got, []string{"name 1 Systems 12", "abbreviation 1 Systems 12"}) {
		t.Errorf("imported: %q", got)
	}
	mustApply(t, s, set(a, "abbreviation", "PER"))
	if got := sources(t, s, a, "name", "abbreviation"); !slices.Equal(got, []string{"name 1 Systems 12", "abbreviation 3  0"}) {
		t.Errorf("changed since: %q", got)
	}
	if came(t, s, 1, "") != 1 || came(t, s, 1, "abbreviation") != 0 || came(t, s, 3, "") != 1 || came(t, s, 2, "name") != 1 {
		t.Error("what came from a change is found by it, and what was changed since is not")
	}
}

// What was undone gave nothing: a cell is again from where it was before, and redone it is not.
func TestUndoGivesBackWhereACellCameFrom(t *testing.T) {
	s := newStore(t, t.TempDir())
	id, ctx := record.NewID(), context.Background()
	imported(t, s, id, "Permits", "PRM")
	mustApply(t, s, set(id, "abbreviation", "PER"))
	steps := []struct {
		do   func() (change.Header, error)
		want string
	}{
		{func() (change.Header, error) { return s.Undo(ctx, 2, "Bob") }, "abbreviation 1 Systems 12"},
		{func() (change.Header, error) { return s.Redo(ctx, "Bob") }, "abbreviation 2  0"},
		{func() (change.Header, error) { return s.Undo(ctx, 2, "Bob") }, "abbreviation 1 Systems 12"},
	}
	for i, step := range steps {
		if _, err := step.do(); err != nil {
			t.Fatal(err)
		}
		if got := sources(t, s, id, "abbreviation"); len(got) != 1 || got[0] != step.want {
			t.Errorf("step %d: %q, want %q", i, got, step.want)
		}
	}
}

// A record in the place of one that was deleted has nothing of its origins.
func TestANewRecordInAnOldPlaceHasItsOwnOrigins(t *testing.T) {
	s := newStore(t, t.TempDir())
	a, b := record.NewID(), record.NewID()
	imported(t, s, a, "Permits", "PRM")
	sources(t, s, a)
	mustApply(t, s, remove(a))
	e := create("Payroll")
	e.ID = b
	mustApply(t, s, e)
	if came(t, s, 1, "") != 0 || came(t, s, 3, "name") != 1 {
		t.Error("what came from the import is gone")
	}
	if got := sources(t, s, b, "name", "abbreviation"); !slices.Equal(got, []string{"name 3  0"}) {
		t.Errorf("%q", got)
	}
}

// Whoever still looks at an earlier snapshot is told what came from where in it.
func TestAnEarlierSnapshotHasItsOwnOrigins(t *testing.T) {
	s := newStore(t, t.TempDir())
	id := record.NewID()
	imported(t, s, id, "Permits", "PRM")
	then := s.Snapshot()
	mustApply(t, s, set(id, "abbreviation", "PER"))
	if came(t, s, 1, "abbreviation") != 0 {
		t.Error("the import's value is gone")
	}
	found, err := s.CameFrom(then, systems.Num, field(systems, "abbreviation"), 1)
	if err != nil || found.Len() != 1 {
		t.Errorf("%d records held the import's value then: %v", found.Len(), err)
	}
	if came(t, s, 2, "abbreviation") != 1 {
		t.Error("the later value is forgotten")
	}
}
