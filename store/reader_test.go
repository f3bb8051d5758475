package store_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cadastre/store"
	"cadastre/store/fault"
)

func TestWhoeverComesSecondReadsAndHearsOfTheFirst(t *testing.T) {
	path := catalogueOf(t, store.Options{}, "Permits")
	first := mustOpen(t, path, store.Options{Who: "Ada Marsh"})
	_, err := store.Open(path, store.Options{Wait: time.Millisecond})
	host, _ := os.Hostname()
	refused(t, err, fault.InUse, "Ada Marsh", host, "since")

	second, err := store.OpenReader(path, store.Options{Wait: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	stays(t, second, look(t, first))
	_, err = second.Apply(context.Background(), draft(create("Payroll")))
	refused(t, err, fault.InUse, "Ada Marsh")
	_, err = second.Undo(context.Background(), 0, "Bob")
	refused(t, err, fault.InUse)

	mustApply(t, first, create("Payroll"))
	if !second.Behind() || first.Behind() || store.Free(path) {
		t.Error("what the first has written is not noticed")
	}
	third, err := store.OpenCopy(path, second.Reading(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer third.Close()
	stays(t, third, look(t, first))
	if third.Behind() {
		t.Error("a copy just made is behind")
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if !store.Free(path) {
		t.Error("nobody has it open, and it is not free")
	}
	mustHave(t, path, store.Options{}, "Payroll", "Permits")
}

func TestReadingKeepsNobodyFromReading(t *testing.T) {
	path := catalogueOf(t, store.Options{}, "Permits")
	for range 2 {
		s, err := store.OpenReader(path, store.Options{Wait: time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		mustBeClean(t, s)
		_, err = s.Apply(context.Background(), draft(create("Payroll")))
		refused(t, err, fault.ReadOnly, path)
	}
}

func noteOf(path string) string {
	return filepath.Join(filepath.Dir(path), ".~"+filepath.Base(path)+".open")
}

func leave(t *testing.T, path string, h store.Holder) {
	t.Helper()
	raw, err := json.Marshal(h)
	if err == nil {
		err = os.WriteFile(noteOf(path), raw, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestANoteFromAnotherMachineCountsAndOneOfACrashDoesNot(t *testing.T) {
	path := catalogueOf(t, store.Options{}, "Permits")
	host, _ := os.Hostname()
	leave(t, path, store.Holder{Who: "Ada", Machine: host, Since: time.Now().Add(-time.Hour)})
	s := mustOpen(t, path, store.Options{Who: "Bob"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(noteOf(path)); err == nil {
		t.Error("the note stays after closing")
	}

	leave(t, path, store.Holder{Who: "Ada", Machine: "another-" + host, Since: time.Now().Add(-time.Hour)})
	_, err := store.Open(path, store.Options{})
	refused(t, err, fault.InUse, "Ada", "another-"+host, noteOf(path))
	if store.Free(path) {
		t.Error("free although another machine's note is there")
	}
	if err := os.WriteFile(noteOf(path)+"x", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, path, store.Options{Who: "Bob", TakeOver: true})
	mustApply(t, s, create("Payroll"))
	s.Close()
	mustHave(t, path, store.Options{}, "Payroll", "Permits")
}

func TestACopyThatIsReadLeavesNothingBehind(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	path := catalogueOf(t, store.Options{}, "Permits")
	old := filepath.Join(tmp, "cadastre-reading-1")
	if err := os.Mkdir(old, 0o700); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, long, long); err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenCopy(path, fault.New(fault.InUse, "In use."), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stays(t, s, look(t, s)) // readable also where the copy has no name any more
	s.Close()
	left, err := filepath.Glob(filepath.Join(tmp, "cadastre-reading-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
