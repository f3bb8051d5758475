package api_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cadastre/app/api"
	"cadastre/store"
	"cadastre/store/fault"
)

// openNew makes a catalogue with one system and opens it.
func openNew(t *testing.T, s *services) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Forests.cadastre")
	s.answers = append(s.answers, path)
	if _, err := s.catalogue.New(); err != nil {
		t.Fatal(err)
	}
	s.system(t, "Permits")
	return path
}

func (s *services) system(t *testing.T, name string) {
	t.Helper()
	if _, err := s.records.Save(api.Edit{Table: "itsystem", Values: map[string]any{"name": name}}); err != nil {
		t.Fatal(err)
	}
}

// until waits for the state to become as it should.
func (s *services) until(t *testing.T, what string, is func(api.State) bool) api.State {
	t.Helper()
	for range 600 {
		state, err := s.catalogue.State()
		if err != nil {
			t.Fatal(err)
		}
		if is(state) {
			return state
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("it never came to be that %s", what)
	return api.State{}
}

func TestTheSecondWindowReadsFollowsAndTakesOver(t *testing.T) {
	first, second := newServices(t), newServices(t)
	path := openNew(t, first)
	state, err := second.catalogue.OpenPath(path)
	if err != nil || !state.Open || state.Standing.Reading == "" || state.Standing.Free {
		t.Fatalf("%+v %v", state, err)
	}
	_, err = second.records.Save(api.Edit{Table: "itsystem", Values: map[string]any{"name": "Payroll"}})
	if fault.CodeOf(err) != fault.InUse {
		t.Errorf("the second saved: %v", err)
	}
	if _, err := second.catalogue.Edit(false); fault.CodeOf(err) != fault.InUse {
		t.Errorf("the second writes: %v", err)
	}
	first.system(t, "Payroll")
	second.until(t, "the second sees the change", func(s api.State) bool { return s.Records == 2 })
	if _, err := first.catalogue.Close(); err != nil {
		t.Fatal(err)
	}
	second.until(t, "the second hears that it is free", func(s api.State) bool { return s.Standing.Free })
	if state, err := second.catalogue.Edit(false); err != nil || state.Standing.Reading != "" {
		t.Fatalf("%+v %v", state.Standing, err)
	}
	second.system(t, "Ledger")
	if state, err := first.catalogue.OpenPath(path); err != nil || state.Records != 3 || state.Standing.Reading == "" {
		t.Errorf("%+v %v", state, err)
	}
}

func TestABackupIsTakenByItselfAndRestoredInTheWindow(t *testing.T) {
	s := newServices(t)
	path := openNew(t, s)
	list := s.untilKept(t)
	if list.Backups[0].Why != store.OnSchedule || !list.Backups[0].Same {
		t.Fatalf("%+v", list)
	}
	s.system(t, "Payroll")
	list, _ = s.catalogue.Backups("")
	if list.Backups[0].Later != 1 {
		t.Errorf("%+v", list.Backups[0])
	}
	state, err := s.catalogue.Restore(path, list.Backups[0].Path, "")
	if err != nil || state.Records != 1 || !state.Open {
		t.Fatalf("%+v %v", state, err)
	}
	s.system(t, "Ledger")
	if list, err := s.catalogue.Backups(""); err != nil || len(list.Backups) != 2 || list.Backups[0].Why != store.BeforeRestore {
		t.Errorf("%+v %v", list, err)
	}
}

// untilKept waits for a backup of the open catalogue.
func (s *services) untilKept(t *testing.T) api.BackupList {
	t.Helper()
	list, err := s.catalogue.Backups("")
	for range 600 {
		if err != nil || len(list.Backups) > 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
		list, err = s.catalogue.Backups("")
	}
	if err != nil || len(list.Backups) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	return list
}

// A catalogue that has nothing in it when the first backup would be due has one soon after its first change.
func TestANewCatalogueIsBackedUpAfterItsFirstChange(t *testing.T) {
	s := newServicesOf(t, api.Options{Settle: time.Millisecond})
	s.answers = append(s.answers, filepath.Join(t.TempDir(), "Forests.cadastre"))
	if _, err := s.catalogue.New(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond) // the backup at the beginning is not taken
	s.system(t, "Permits")
	if list := s.untilKept(t); list.Backups[0].Seq != 1 {
		t.Errorf("%+v", list)
	}
}

func TestADamagedCatalogueOffersItsBackups(t *testing.T) {
	s := newServices(t)
	path := openNew(t, s)
	if _, err := s.catalogue.BackUpNow(); err != nil {
		t.Fatal(err)
	}
	s.wait(t)
	if _, err := s.catalogue.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 5000); err != nil {
		t.Fatal(err)
	}
	state, err := s.catalogue.OpenPath(path)
	if err != nil || state.Open || state.Pending == nil || state.Pending.Kind != "backups" || state.Pending.Path != path {
		t.Fatalf("%+v %v", state, err)
	}
	list, err := s.catalogue.Backups(path)
	if err != nil || len(list.Backups) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	if state, err = s.catalogue.Restore(path, list.Backups[0].Path, ""); err != nil || state.Records != 1 || state.Pending != nil {
		t.Errorf("%+v %v", state, err)
	}
}

func TestAnEndThatWasNotWholeIsTold(t *testing.T) {
	s := newServices(t)
	path := openNew(t, s)
	s.system(t, "Licences")
	data, err := os.ReadFile(path) // as a computer that goes off leaves it
	if err != nil {
		t.Fatal(err)
	}
	data[bytes.LastIndex(data, []byte("Licences"))] ^= 1
	left := filepath.Join(t.TempDir(), "Left.cadastre")
	if err := os.WriteFile(left, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.catalogue.OpenPath(left); err != nil {
		t.Fatal(err)
	}
	state := s.until(t, "the end is told about", func(s api.State) bool { return s.Standing.Mishap != "" })
	if state.Records != 1 || !strings.Contains(state.Standing.Mishap, left) {
		t.Errorf("%+v", state)
	}
}

func TestAPassphraseIsAskedForAndChanged(t *testing.T) {
	s := newServices(t)
	path := openNew(t, s)
	change := func(current, next string) {
		t.Helper()
		if _, err := s.catalogue.SetPassphrase(current, next); err != nil {
			t.Fatal(err)
		}
		if job := s.wait(t); job.Error != nil {
			t.Fatal(job.Error)
		}
	}
	change("", "first passphrase")
	if state, err := s.catalogue.State(); err != nil || !state.Encrypted || state.Records != 1 {
		t.Fatalf("%+v %v", state, err)
	}
	if _, err := s.catalogue.SetPassphrase("not this", "second"); fault.CodeOf(err) != fault.WrongPassphrase {
		t.Errorf("changed without the present one: %v", err)
	}
	if _, err := s.catalogue.Close(); err != nil {
		t.Fatal(err)
	}
	state, err := s.catalogue.OpenPath(path)
	if err != nil || state.Open || state.Pending == nil || state.Pending.Kind != "passphrase" {
		t.Fatalf("%+v %v", state, err)
	}
	if _, err := s.catalogue.Unlock("not this"); fault.CodeOf(err) != fault.WrongPassphrase {
		t.Errorf("%v", err)
	}
	if state, err = s.catalogue.Unlock("first passphrase"); err != nil || !state.Open || state.Pending != nil {
		t.Fatalf("%+v %v", state, err)
	}
	change("first passphrase", "")
	s.system(t, "Payroll")
	if state, err := s.catalogue.State(); err != nil || state.Encrypted || state.Records != 2 {
		t.Errorf("%+v %v", state, err)
	}
}

func TestAFileThatIsTakenAwayIsToldAndSavedElsewhere(t *testing.T) {
	s := newServices(t)
	path := openNew(t, s)
	if err := os.Rename(path, path+".moved"); err != nil {
		t.Skip("an open file cannot be moved here")
	}
	_, err := s.records.Save(api.Edit{Table: "itsystem", Values: map[string]any{"name": "Payroll"}})
	if fault.CodeOf(err) != fault.Gone {
		t.Fatalf("%v", err)
	}
	s.until(t, "the page hears that the file is gone", func(s api.State) bool { return s.Standing.Gone != "" })
	s.mu.Lock()
	told := slices.Contains(s.events, "standing")
	s.mu.Unlock()
	if !told {
		t.Error("no event tells of it")
	}
	next := filepath.Join(t.TempDir(), "Kept.cadastre")
	s.answers = append(s.answers, next)
	if state, err := s.catalogue.SaveCopyAs(); err != nil || state.Path != next || state.Standing.Gone != "" || state.Records != 1 {
		t.Fatalf("%+v %v", state, err)
	}
	s.system(t, "Payroll")
}
