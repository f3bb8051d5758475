package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var systems = schema.Default().Table("itsystem")

func field(t *schema.Table, key string) schema.FieldNum { return t.Field(key).Num }

func create(name string) change.Edit {
	return change.Edit{Op: change.Create, Table: systems.Num, Fields: []record.FieldValue{{Num: field(systems, "name"), Value: record.OfString(name)}}}
}

func newStore(t interface {
	Fatal(...any)
	Cleanup(func())
}, dir string) *store.Store {
	s, err := store.Create(filepath.Join(dir, record.NewID().String()+store.Extension), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	})
	return s
}

func mustBeClean(t interface{ Fatalf(string, ...any) }, s *store.Store) {
	report, err := s.Check(context.Background())
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("check: %v %+v", err, report.Problems)
	}
}

// dump is everything that a person can see, by record.
func dump(s *store.Store) map[string]record.Values {
	out := map[string]record.Values{}
	snap := s.Snapshot()
	for _, table := range snap.Model.Tables {
		t := snap.Table(table.Num)
		for _, slot := range live(t.Slots(), t.Live) {
			out[table.Key+" "+t.ID(slot).String()] = t.Record(slot).Values
		}
	}
	return out
}

func live[S ~int32](n int, is func(S) bool) []S {
	var out []S
	for i := range n {
		if is(S(i)) {
			out = append(out, S(i))
		}
	}
	return out
}

var sameValues = cmp.Comparer(func(a, b record.Value) bool { return a == b })

func TestWhatWasAppliedIsThereAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.cadastre")
	s, err := store.Create(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h, err := s.Apply(context.Background(), change.Draft{Who: "Ann", Summary: "Two systems", Edits: []change.Edit{create("Permits"), create("Payroll")}})
	if err != nil || h.Seq != 1 || h.Created != 2 {
		t.Fatalf("%+v %v", h, err)
	}
	want := dump(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if diff := cmp.Diff(want, dump(s), sameValues); diff != "" {
		t.Fatal(diff)
	}
	mustBeClean(t, s)
}

// A large change does not go by the log.
func TestALargeChangeOfEverySortIsInTheFileAsInMemory(t *testing.T) {
	s := newStore(t, t.TempDir())
	made := manySystems(60)
	for i := range made {
		made[i].Fields = append(made[i].Fields, record.FieldValue{Num: field(systems, "abbreviation"), Value: record.OfString("P")})
	}
	mustApply(t, s, made...)
	rows := s.Snapshot().Table(systems.Num)
	var parts []change.Edit
	for i := range 20 {
		parts = append(parts, change.Edit{Op: change.Create, Table: components.Num, Fields: []record.FieldValue{
			{Num: components.PrimaryField().Num, Value: record.OfString("Portal")},
			{Num: field(components, "itsystem"), Value: record.OfID(rows.ID(snapshot.Slot(i)))}}})
	}
	mustApply(t, s, parts...)
	before, persons := dump(s), schema.Default().Table("contact")
	edits := append(manySystems(20), change.Edit{Op: change.Create, Table: persons.Num, Fields: []record.FieldValue{
		{Num: field(persons, "firstname"), Value: record.OfString("Ann")}, {Num: field(persons, "lastname"), Value: record.OfString("Doe")}}})
	for i := range 40 {
		e := change.Edit{Op: change.Update, Table: systems.Num, ID: rows.ID(snapshot.Slot(i))}
		switch i % 4 {
		case 0:
			e.Op = change.Delete
		case 1:
			e.Fields = []record.FieldValue{{Num: field(systems, "abbreviation")}} // cleared
		default:
			e.Fields = []record.FieldValue{{Num: field(systems, "description"), Value: record.OfString("Issues permits")}}
		}
		edits = append(edits, e)
	}
	h := mustApply(t, s, edits...)
	if h.Created != 21 || h.Updated != 30+5 || h.Deleted != 10 {
		t.Errorf("%+v", h)
	}
	mustBeClean(t, s)
	if _, err := s.Undo(context.Background(), 0, "Ann"); err != nil {
		t.Fatal(err)
	}
	mustBeClean(t, s)
	if diff := cmp.Diff(before, dump(s), sameValues); diff != "" {
		t.Errorf("undo leaves:\n%s", diff)
	}
}

func TestASecondProgramGetsASentence(t *testing.T) {
	s := newStore(t, t.TempDir())
	_, err := store.Open(s.Path(), store.Options{Wait: 10 * time.Millisecond})
	if fault.CodeOf(err) != fault.InUse {
		t.Fatalf("opened twice: %v", err)
	}
}

// Random edits, each undone and redone at random, must leave what a plain model says.
func TestUndoBringsBackWhatWas(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		s := newStore(rt, dir)
		states := []map[string]record.Values{dump(s)}
		ctx := context.Background()
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			if _, err := s.Apply(ctx, randomDraft(rt, s)); err != nil {
				if fault.CodeOf(err) == fault.Internal {
					rt.Fatal(err)
				}
				continue
			}
			if len(s.Headers()) > len(states)-1 {
				states = append(states, dump(s))
			}
		}
		back := rapid.IntRange(0, len(states)-1).Draw(rt, "back")
		for i := range back {
			if _, err := s.Undo(ctx, 0, "Ann"); err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(states[len(states)-2-i], dump(s), sameValues); diff != "" {
				rt.Fatalf("after undo %d:\n%s", i+1, diff)
			}
		}
		for i := range back {
			if _, err := s.Redo(ctx, "Ann"); err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(states[len(states)-back+i], dump(s), sameValues); diff != "" {
				rt.Fatalf("after redo %d:\n%s", i+1, diff)
			}
		}
		mustBeClean(rt, s)
	})
}

var components = schema.Default().Table("itsystemcomponent")

func randomDraft(t *rapid.T, s *store.Store) change.Draft {
	d := change.Draft{Who: "Ann", Summary: "random"}
	for range rapid.IntRange(1, 4).Draw(t, "edits") {
		table := rapid.SampledFrom([]*schema.Table{systems, components}).Draw(t, "table")
		rows := s.Snapshot().Table(table.Num)
		slots := live(rows.Slots(), rows.Live)
		e := change.Edit{Op: change.Create, Table: table.Num}
		if len(slots) > 0 && rapid.Bool().Draw(t, "existing") {
			e.ID = rows.ID(rapid.SampledFrom(slots).Draw(t, "record"))
			e.Op = rapid.SampledFrom([]change.Op{change.Update, change.Update, change.Delete}).Draw(t, "op")
		}
		if e.Op == change.Create || rapid.Bool().Draw(t, "rename") {
			e.Fields = append(e.Fields, record.FieldValue{Num: table.PrimaryField().Num, Value: record.OfString(rapid.StringMatching(`[A-C]{1,2}`).Draw(t, "name"))})
		}
		if table == components {
			for _, key := range []string{"itsystem", "parentitsystemcomponent"} {
				f := table.Field(key)
				target := s.Snapshot().Table(schema.Default().Table(f.Target).Num)
				if all := live(target.Slots(), target.Live); len(all) > 0 {
					id := target.ID(rapid.SampledFrom(all).Draw(t, key))
					e.Fields = append(e.Fields, record.FieldValue{Num: f.Num, Value: record.OfID(id)})
				}
			}
		}
		d.Edits = append(d.Edits, e)
	}
	return d
}

func TestAnEmptyCatalogueIsASmallFile(t *testing.T) {
	s := newStore(t, t.TempDir())
	info, err := os.Stat(s.Path())
	if err != nil || info.Size() > 2<<20 || info.Mode().Perm() != 0o600 {
		t.Errorf("an empty catalogue has %d bytes and mode %v (%v)", info.Size(), info.Mode(), err)
	}
}
