package store_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
)

func rename(id record.ID, name string) change.Edit {
	e := create(name)
	e.Op, e.ID = change.Update, id
	return e
}

func remove(id record.ID) change.Edit {
	return change.Edit{Op: change.Delete, Table: systems.Num, ID: id}
}

// story is a record's history in words, newest first.
func story(t testing.TB, s *store.Store, id record.ID) (out []string) {
	t.Helper()
	sets, err := s.History(systems.Num, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		c := set.Changes[0]
		if len(set.Changes) != 1 || c.ID != id {
			t.Errorf("the history of %s has changes of others", id)
		}
		out = append(out, fmt.Sprintf("%d %s %q %d", set.Seq, c.Op, c.After.Get(field(systems, "name")).Str(), c.Version))
	}
	return out
}

func TestHistoryGoesOnAfterDeleteAndUndo(t *testing.T) {
	s := newStore(t, t.TempDir())
	id := record.NewID()
	e := create("Permits")
	e.ID = id
	ctx := context.Background()
	mustApply(t, s, append(manySystems(700), e)...) // several blocks
	mustApply(t, s, rename(id, "Licences"))
	mustApply(t, s, create("Payroll"))
	mustApply(t, s, remove(id))
	if diff := cmp.Diff([]string{`4 delete "" 3`, `2 update "Licences" 2`, `1 create "Permits" 1`}, story(t, s, id)); diff != "" {
		t.Errorf("of a deleted record:\n%s", diff)
	}
	mustApply(t, s, remove(s.Snapshot().Table(systems.Num).ID(3)))
	if _, err := s.Undo(ctx, 4, "Bob"); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, rename(id, "Permits"))
	want := []string{`7 update "Permits" 5`, `6 create "Licences" 4`, `4 delete "" 3`, `2 update "Licences" 2`, `1 create "Permits" 1`}
	if diff := cmp.Diff(want, story(t, s, id)); diff != "" {
		t.Errorf("of a record that came back:\n%s", diff)
	}
	for range 2 {
		if sets, err := s.History(systems.Num, record.NewID()); err != nil || len(sets) > 0 {
			t.Errorf("of nothing: %v %v", sets, err)
		}
	}
	mustBeClean(t, s)
}

// A record that came back and was deleted again since keeps that in its history, whichever deletion is undone.
func TestUndoingAnEarlierDeletionLeavesNothingOutOfTheHistory(t *testing.T) {
	for way, undo := range map[string]func(*store.Store) error{
		"whole": func(s *store.Store) error { _, err := s.Undo(context.Background(), 2, "Bob"); return err },
		"part": func(s *store.Store) error {
			_, err := s.UndoPart(context.Background(), store.Undoing{Seq: 2}, "Bob")
			return err
		},
	} {
		s := newStore(t, t.TempDir())
		a, b := create("Permits"), create("Payroll")
		a.ID, b.ID = record.NewID(), record.NewID()
		mustApply(t, s, a, b)
		mustApply(t, s, remove(a.ID), remove(b.ID))
		only := store.Undoing{Seq: 2, Wanted: func(c *change.Change) bool { return c.ID == a.ID }}
		if _, err := s.UndoPart(context.Background(), only, "Bob"); err != nil {
			t.Fatal(err)
		}
		mustApply(t, s, remove(a.ID))
		if err := undo(s); err != nil {
			t.Fatal(err)
		}
		want := []string{`5 create "Permits" 5`, `4 delete "" 4`, `3 create "Permits" 3`, `2 delete "" 2`, `1 create "Permits" 1`}
		if diff := cmp.Diff(want, story(t, s, a.ID)); diff != "" {
			t.Errorf("%s:\n%s", way, diff)
		}
		if diff := cmp.Diff([]string{`5 create "Payroll" 3`, `2 delete "" 2`, `1 create "Payroll" 1`}, story(t, s, b.ID)); diff != "" {
			t.Errorf("%s, of the other:\n%s", way, diff)
		}
		mustBeClean(t, s)
	}
}

func TestUndoOfWhatIsNotThere(t *testing.T) {
	s := newStore(t, t.TempDir())
	_, err := s.Undo(context.Background(), 0, "Ann")
	refused(t, err, fault.NotFound, "nothing to undo")
	_, err = s.Redo(context.Background(), "Ann")
	refused(t, err, fault.NotFound, "nothing to redo")
	_, err = s.Undo(context.Background(), 7, "Ann")
	refused(t, err, fault.NotFound, "no change 7")
}

// The sentence names a record also when it was deleted and the change did not touch its name.
func TestAConflictNamesARecordThatIsGone(t *testing.T) {
	s := newStore(t, t.TempDir())
	id := record.NewID()
	e := create("Permits")
	e.ID = id
	mustApply(t, s, e)
	h := mustApply(t, s, change.Edit{Op: change.Update, Table: systems.Num, ID: id, Fields: []record.FieldValue{{Num: field(systems, "abbreviation"), Value: record.OfString("PRM")}}})
	mustApply(t, s, rename(id, "Licences"))
	mustApply(t, s, remove(id))
	_, err := s.Undo(context.Background(), h.Seq, "Ann")
	refused(t, err, fault.Conflict, "IT System “Licences” (it has been deleted since)")
}

func TestUndoTwiceSaysSo(t *testing.T) {
	s := newStore(t, t.TempDir())
	ctx := context.Background()
	h := mustApply(t, s, create("Permits"))
	undone, err := s.Undo(ctx, h.Seq, "Ann")
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Undo(ctx, h.Seq, "Ann")
	refused(t, err, fault.Conflict, "“A change”", "has been undone already")
	if _, err := s.Undo(ctx, undone.Seq, "Ann"); err != nil {
		t.Errorf("an undo cannot be undone: %v", err)
	}
	if again, err := s.Undo(ctx, h.Seq, "Ann"); err != nil || again.Undoes != 3 {
		t.Errorf("what was done again cannot be undone: %v", err)
	}
	if _, err := s.Redo(ctx, "Ann"); err != nil {
		t.Errorf("and not done again: %v", err)
	}
}

// Who reads what has just been written finds its history; -race watches over all of it.
func TestReadersSeeWholeChangesWhileOthersWrite(t *testing.T) {
	s := newStore(t, t.TempDir())
	a, b := record.NewID(), record.NewID()
	first, second := create("0"), create("0")
	first.ID, second.ID = a, b
	mustApply(t, s, first, second)
	var events []uint64
	s.Listen(func(e store.Event) { events = append(events, e.Header.Seq) })
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					watch(t, s, a, b)
				}
			}
		})
	}
	for i := range 60 {
		name := strings.Repeat("x", i+1)
		mustApply(t, s, rename(a, name), rename(b, name))
		if i%10 == 9 {
			if _, err := s.Undo(context.Background(), 0, "Ann"); err != nil {
				t.Error(err)
			}
		}
	}
	close(done)
	readers.Wait()
	for i, seq := range events {
		if seq != uint64(i+2) {
			t.Fatalf("events came as %v", events)
		}
	}
	mustBeClean(t, s)
}

func watch(t *testing.T, s *store.Store, a, b record.ID) {
	snap := s.Snapshot()
	if snap.Name(systems.Num, a) != snap.Name(systems.Num, b) {
		t.Error("half of a change is visible")
	}
	if n := uint64(len(s.Headers())); n < snap.Seq {
		t.Errorf("%d entries, but the catalogue stands at %d", n, snap.Seq)
	}
	sets, err := s.History(systems.Num, a)
	if err != nil || len(sets) < int(snap.Seq) {
		t.Errorf("%d of at least %d changes in the history: %v", len(sets), snap.Seq, err)
	}
	if _, err := s.Set(snap.Seq); err != nil {
		t.Error(err)
	}
}

func TestABackupIsTheCatalogueAtOneMoment(t *testing.T) {
	dir := t.TempDir()
	s := newStore(t, dir)
	id := record.NewID()
	e := create("0")
	e.ID = id
	mustApply(t, s, append(manySystems(300), e)...)
	written := make(chan struct{})
	go func() {
		defer close(written)
		for i := range 40 {
			mustApply(t, s, rename(id, fmt.Sprint(i)), create("Another"))
		}
	}()
	for i := range 5 {
		path := fmt.Sprintf("%s/copy %d.cadastre", dir, i)
		before := s.Snapshot().Seq
		if err := s.Backup(path); err != nil {
			t.Fatal(err)
		}
		sameAsThen(t, path, before, s.Snapshot().Seq+1) // one may be on the disk that nobody has heard of yet
		refused(t, s.Backup(path), fault.Conflict, path, "there already")
	}
	<-written
	refused(t, s.Backup(dir+"/no/copy.cadastre"), fault.NotFound, dir+"/no/copy.cadastre")
}

func sameAsThen(t *testing.T, path string, from, to uint64) {
	t.Helper()
	backup, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer backup.Close()
	if seq := backup.Snapshot().Seq; seq < from || seq > to {
		t.Errorf("a backup made between changes %d and %d holds %d", from, to, seq)
	}
	mustBeClean(t, backup)
	mustApply(t, backup, create("One more"))
}
