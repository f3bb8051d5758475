package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"
)

func draft(edits ...change.Edit) change.Draft {
	return change.Draft{Who: "Ann", Summary: "A change", Edits: edits}
}

func mustApply(t testing.TB, s *store.Store, edits ...change.Edit) change.Header {
	t.Helper()
	h, err := s.Apply(context.Background(), draft(edits...))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// bulky is a system whose record does not get smaller by compression.
func bulky() change.Edit {
	e := create("Permits")
	text := make([]byte, 3000)
	for i := range text {
		text[i] = byte('a' + rand.IntN(26))
	}
	e.Fields = append(e.Fields, record.FieldValue{Num: field(systems, "description"), Value: record.OfString(string(text))})
	return e
}

func manySystems(n int) (edits []change.Edit) {
	for range n {
		edits = append(edits, create(strings.Repeat("Permits ", 12)))
	}
	return edits
}

// stays checks that a refused change left the catalogue as it was, in memory and in the file.
func stays(t *testing.T, s *store.Store, want seen) {
	t.Helper()
	if diff := cmp.Diff(want, look(t, s), sameValues); diff != "" {
		t.Errorf("a refused change changed something:\n%s", diff)
	}
	mustBeClean(t, s)
}

func refused(t *testing.T, err error, code fault.Code, says ...string) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Errorf("got %q (%v), want a fault %s", fault.CodeOf(err), err, code)
		return
	}
	for _, part := range says {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not say %q", err, part)
		}
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.cadastre")
	s, err := store.Create(path, store.Options{MaxSize: 5 << 19})
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, create("Permits"))
	for err == nil {
		_, err = s.Apply(context.Background(), draft(slices.Repeat([]change.Edit{bulky()}, 50)...))
	}
	refused(t, err, fault.NoSpace, path, "The disk is full", "Nothing was changed")
	want := look(t, s)
	_, err = s.Apply(context.Background(), draft(slices.Repeat([]change.Edit{bulky()}, 50)...))
	refused(t, err, fault.NoSpace)
	stays(t, s, want)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = store.Open(path, store.Options{MaxSize: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	stays(t, s, want)
	mustApply(t, s, slices.Repeat([]change.Edit{bulky()}, 50)...)
	mustBeClean(t, s)
}

// A catalogue that could not be made leaves no file that says it is there already.
func TestCreateLeavesNothingBehindWhereItFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.cadastre")
	_, err := store.Create(path, store.Options{MaxSize: 4096})
	refused(t, err, fault.NoSpace, path)
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
	s, err := store.Create(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = store.Create(path, store.Options{})
	refused(t, err, fault.Conflict, path, "there already")
	mustApply(t, s, create("Permits"))
	_, err = store.Create(filepath.Join(dir, "no", "a.cadastre"), store.Options{})
	refused(t, err, fault.NotFound, "folder")
}

func TestWhatCannotBeOpened(t *testing.T) {
	dir := t.TempDir()
	_, err := store.Open(filepath.Join(dir, "gone.cadastre"), store.Options{})
	refused(t, err, fault.NotFound, "gone.cadastre is not there")
	_, err = store.Open(dir, store.Options{})
	refused(t, err, fault.NotOurs, dir)
}

// A cancelled change is refused while it is prepared and while it is written.
func TestCancelLeavesEverything(t *testing.T) {
	s := newStore(t, t.TempDir())
	mustApply(t, s, create("Permits"))
	want := look(t, s)
	for name, ctx := range map[string]context.Context{"before": cancelledAfter(0), "while it is written": cancelledAfter(2), "when most is written": cancelledAfter(3)} {
		_, err := s.Apply(ctx, draft(manySystems(9000)...))
		if fault.CodeOf(err) != fault.Cancelled {
			t.Errorf("cancelled %s: %v", name, err)
		}
		stays(t, s, want)
	}
	mustApply(t, s, create("Payroll"))
	mustBeClean(t, s)
}

// cancelledAfter is done when it has been asked n times whether it is.
func cancelledAfter(n int) context.Context { return &patience{context.Background(), n} }

type patience struct {
	context.Context
	left int
}

func (p *patience) Err() error {
	if p.left--; p.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestAFileThatIsTakenAwayIsNotWrittenTo(t *testing.T) {
	dir := t.TempDir()
	s := newStore(t, dir)
	mustApply(t, s, create("Permits"))
	want := look(t, s)
	elsewhere := filepath.Join(dir, "elsewhere.cadastre")
	if err := os.Rename(s.Path(), elsewhere); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		_, err := s.Apply(context.Background(), draft(create("Payroll")))
		refused(t, err, fault.Gone, s.Path(), "moved, deleted or replaced")
		if err := os.WriteFile(s.Path(), []byte("another file"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	stays(t, s, want)
	copied := filepath.Join(dir, "copy.cadastre")
	if err := s.Backup(copied); err != nil {
		t.Errorf("what is in memory cannot be saved elsewhere: %v", err)
	}
	if err := os.Rename(elsewhere, s.Path()); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, create("Payroll"))
}

func TestAfterCloseNothingIsWritten(t *testing.T) {
	s, err := store.Create(filepath.Join(t.TempDir(), "a.cadastre"), store.Options{})
	if err != nil || s.Close() != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(context.Background(), draft(create("Permits"))); err == nil {
		t.Error("a closed catalogue took a change")
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}

// edit changes a catalogue's file behind the program's back.
func edit(t testing.TB, path string, f func(*bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err == nil {
		err = db.Update(f)
	}
	if err != nil || db.Close() != nil {
		t.Fatal(err)
	}
}

func TestFilesOfOtherVersions(t *testing.T) {
	format := func(n uint64) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("cadastre")).Put([]byte("format"), binary.BigEndian.AppendUint64(nil, n))
		}
	}
	unknownKey := append([]byte{200, 1}, bytes.Repeat([]byte{1}, 16)...)
	unknown := sealed(unknownKey, record.Append(nil, &record.Record{Version: 1, Seq: 1}))
	for name, c := range map[string]struct {
		edit func(*bolt.Tx) error
		code fault.Code
		says string
	}{
		"a later format": {format(store.Format + 1), fault.Newer, "later version"},
		"a table of the future": {func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("records")).Put(unknownKey, unknown)
		}, fault.Newer, "later version"},
		"no format":            {func(tx *bolt.Tx) error { return tx.Bucket([]byte("cadastre")).Delete([]byte("format")) }, fault.Damaged, "damaged"},
		"an impossible format": {format(0), fault.Damaged, "damaged"},
		"no journal":           {func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte("journal")) }, fault.NotOurs, "not a Cadastre catalogue"},
	} {
		data, _ := sampleFile(t)
		path := filepath.Join(t.TempDir(), "a.cadastre")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		edit(t, path, c.edit)
		before, _ := os.ReadFile(path)
		_, err := store.Open(path, store.Options{})
		refused(t, err, c.code, path, c.says)
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: the refused file was changed", name)
		}
	}
}

// sealed is a value as the file keeps it under a key.
func sealed(key, value []byte) []byte {
	table := crc32.MakeTable(crc32.Castagnoli)
	return binary.BigEndian.AppendUint32(value, crc32.Update(crc32.Checksum(key, table), table, value))
}

// Fields that only a later version knows are kept, also through edits and undo.
func TestUnknownFieldsAreKept(t *testing.T) {
	s := newStore(t, t.TempDir())
	e := create("Permits")
	e.ID = record.NewID()
	e.Fields = append(e.Fields, record.FieldValue{Num: 4000, Value: record.OfString("of the future")})
	mustApply(t, s, e)
	rename := create("Licences")
	rename.Op, rename.ID = change.Update, e.ID
	mustApply(t, s, rename)
	copied := filepath.Join(t.TempDir(), "copy.cadastre")
	if err := s.Backup(copied); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(copied, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if r, ok := again.Snapshot().Record(systems.Num, e.ID); !ok || r.Values.Get(4000).Str() != "of the future" {
		t.Errorf("the unknown field became %+v", r)
	}
	mustBeClean(t, again)
}
