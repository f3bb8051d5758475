package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// behind makes a store whose file has a change that its memory has not: what a disk that fails at the very end
// of writing leaves.
func behind(t *testing.T) *Store {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "Forests.cadastre"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Apply(context.Background(), anySystem(s)); err != nil {
		t.Fatal(err)
	}
	s.headers = nil
	s.current.Store(snapshot.NewBuilder(s.model).Snapshot(0))
	return s
}

func anySystem(s *Store) change.Draft {
	table := s.model.Table("itsystem")
	name := record.FieldValue{Num: table.PrimaryField().Num, Value: record.OfString("Permits")}
	return change.Draft{Edits: []change.Edit{{Op: change.Create, Table: table.Num, Fields: []record.FieldValue{name}}}}
}

// mustBeUncertain tries a change, which neither memory nor file may take up.
func mustBeUncertain(t *testing.T, s *Store) {
	t.Helper()
	if _, err := s.Apply(context.Background(), anySystem(s)); fault.CodeOf(err) != fault.Uncertain {
		t.Errorf("%v", err)
	}
	if s.Snapshot().Seq != 0 || len(s.Headers()) != 0 || s.holds(2) {
		t.Error("the change was taken up")
	}
}

func TestAFileThatIsAheadIsNotWrittenTo(t *testing.T) { mustBeUncertain(t, behind(t)) }

func TestAChangeInTheFileThatCannotBeConfirmedIsUncertain(t *testing.T) {
	s := behind(t)
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	s.readOnly = true // a disk that takes nothing more
	if err := s.open(); err != nil {
		t.Fatal(err)
	}
	mustBeUncertain(t, s)
}

// The disk may still lead to what was there before, so that nothing else may be written.
func TestConfirmingLeavesAllElseAsItIs(t *testing.T) {
	s := behind(t)
	before, _ := os.ReadFile(s.path)
	if err := s.confirm(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(s.path); err != nil || !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}
