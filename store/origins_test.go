package store_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	"pgregory.net/rapid"
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

func TestWhatAChangeEmptiedIsFoundByIt(t *testing.T) {
	s := newStore(t, t.TempDir())
	a := record.NewID()
	imported(t, s, a, "Permits", "PRM")
	mustApply(t, s, set(a, "abbreviation", ""))
	if came(t, s, 2, "") != 1 || came(t, s, 2, "abbreviation") != 1 || came(t, s, 1, "abbreviation") != 0 {
		t.Error("a record whose field a change emptied is not found by the change")
	}
	if got := sources(t, s, a, "abbreviation"); len(got) != 0 {
		t.Errorf("an empty cell has no source, got %q", got)
	}
	mustApply(t, s, remove(a))
	if came(t, s, 2, "") != 0 {
		t.Error("a record that has been deleted is found")
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

// One record of an import taken back has its cells from where they were before; the others keep theirs.
func TestARowTakenBackIsFromWhereItWas(t *testing.T) {
	s, ctx := newStore(t, t.TempDir()), context.Background()
	a, b := record.NewID(), record.NewID()
	imported(t, s, a, "Permits", "PRM")
	imported(t, s, b, "Payroll", "PAY")
	mustApply(t, s, set(a, "abbreviation", "X"), set(b, "abbreviation", "Y"))
	mustApply(t, s, set(a, "abbreviation", "Z"))
	sources(t, s, a)
	only := func(id record.ID) func(*change.Change) bool { return func(c *change.Change) bool { return c.ID == id } }
	for _, u := range []store.Undoing{{Seq: 3, Wanted: only(b)}, {Seq: 3, Wanted: only(a), Over: true}} {
		if _, err := s.UndoPart(ctx, u, "Bob"); err != nil {
			t.Fatal(err)
		}
	}
	if got := sources(t, s, a, "name", "abbreviation"); !slices.Equal(got, []string{"name 1 Systems 12", "abbreviation 1 Systems 12"}) {
		t.Errorf("%q", got)
	}
	if got := sources(t, s, b, "name", "abbreviation"); !slices.Equal(got, []string{"name 2 Systems 12", "abbreviation 2 Systems 12"}) {
		t.Errorf("%q", got)
	}
}

// A given is which set each filled field of a record is from.
type given map[record.ID]map[string]uint64

func (g given) clone() given {
	out := given{}
	for id, fields := range g {
		out[id] = maps.Clone(fields)
	}
	return out
}

// Whatever is changed and taken back in whatever order, whoever asks after each step hears the same as whoever asks for
// the first time at the end.
func TestOriginsOfAnything(t *testing.T) {
	keys := []string{"name", "abbreviation"}
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "origins-")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, "c.cadastre")
		s, err := store.Create(path, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		ids := []record.ID{record.NewID(), record.NewID(), record.NewID()}
		from, before := given{}, []given{nil} // before each set
		check := func(s *store.Store) {
			for _, id := range ids {
				want := map[string]uint64{}
				maps.Copy(want, from[id])
				got := map[string]uint64{}
				all, err := s.Sources(systems.Num, id)
				if err != nil {
					t.Fatal(err)
				}
				for _, src := range all {
					if key := systems.FieldByNum(src.Field).Key; slices.Contains(keys, key) {
						got[key] = src.Seq
					}
				}
				if !maps.Equal(got, want) {
					t.Fatalf("after %d sets: from %v, want %v", len(before)-1, got, want)
				}
			}
		}
		for range rapid.IntRange(1, 14).Draw(t, "steps") {
			was := from.clone()
			h, err := anything(t, s, ids)
			if err != nil || h.Seq == 0 {
				continue // refused, or nothing to change
			}
			done, err := s.Set(h.Seq)
			if err != nil {
				t.Fatal(err)
			}
			for i := range done.Changes {
				from.take(&done.Changes[i], &h, before, keys)
			}
			if before = append(before, was); rapid.Bool().Draw(t, "ask") {
				check(s)
			}
		}
		check(s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = store.Open(path, store.Options{}); err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		check(s)
	})
}

// take is what a change makes of where fields are from.
func (g given) take(c *change.Change, h *change.Header, before []given, keys []string) {
	if c.Op != change.Update || g[c.ID] == nil {
		g[c.ID] = map[string]uint64{}
	}
	for _, f := range c.Values() {
		key := systems.FieldByNum(f.Num).Key
		if !slices.Contains(keys, key) {
			continue
		}
		delete(g[c.ID], key)
		switch back := max(h.Undoes, h.Part); {
		case f.Value.IsBlank() || c.Op == change.Delete:
		case back != 0:
			g[c.ID][key] = before[back][c.ID][key]
		default:
			g[c.ID][key] = h.Seq
		}
	}
}

// anything edits, creates, deletes or takes back something.
func anything(t *rapid.T, s *store.Store, ids []record.ID) (change.Header, error) {
	ctx, n := context.Background(), uint64(len(s.Headers()))
	seq := rapid.Uint64Range(1, max(n, 1)).Draw(t, "set")
	id := rapid.SampledFrom(ids).Draw(t, "record")
	switch rapid.SampledFrom([]string{"edit", "edit", "edit", "delete", "undo", "undo", "redo", "part"}).Draw(t, "do") {
	case "undo":
		return s.Undo(ctx, seq, "Bob")
	case "redo":
		return s.Redo(ctx, "Bob")
	case "part":
		return s.UndoPart(ctx, store.Undoing{Seq: seq, Over: rapid.Bool().Draw(t, "over"), Wanted: func(c *change.Change) bool { return c.ID == id }}, "Bob")
	case "delete":
		return s.Apply(ctx, draft(remove(id)))
	}
	var edits []change.Edit
	for _, id := range ids[:rapid.IntRange(1, len(ids)).Draw(t, "records")] {
		e := create(rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "name"))
		e.ID = id
		if s.Snapshot().Has(systems.Num, id) {
			e = set(id, "abbreviation", rapid.SampledFrom([]string{"", "A", "B", "C"}).Draw(t, "abbreviation"))
		}
		edits = append(edits, e)
	}
	return s.Apply(ctx, draft(edits...))
}
