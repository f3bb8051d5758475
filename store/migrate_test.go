package store_test

import (
	"compress/gzip"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadastre/store"
	"cadastre/store/fault"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"
)

// format1 is a catalogue that a program of the first format wrote.
func format1(t testing.TB) (path string) {
	t.Helper()
	packed, err := os.Open("testdata/format1.cadastre.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "old.cadastre")
	data, err := io.ReadAll(z)
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestACatalogueOfTheFirstFormatIsBroughtUpToDate(t *testing.T) {
	path := format1(t)
	s := open(t, path)
	want := look(t, s)
	if n := len(want.Records); n != 1199 || len(want.Sets) != 44 {
		t.Errorf("%d records and %d change sets", n, len(want.Sets))
	}
	mustBeClean(t, s)
	mustApply(t, s, create("Permits"))
	if _, err := s.Undo(t.Context(), 0, "Ann"); err != nil || s.Close() != nil {
		t.Fatal(err)
	}
	again := open(t, path)
	if diff := cmp.Diff(want.Records, dump(again), sameValues); diff != "" {
		t.Error(diff)
	}
	mustBeClean(t, again)
}

// A catalogue of the second format had no log.
func TestACatalogueOfTheSecondFormatIsBroughtUpToDate(t *testing.T) {
	s := withLog(t, store.Options{})
	want := look(t, s)
	path := filepath.Join(t.TempDir(), "old.cadastre")
	if err := s.Backup(path); err != nil {
		t.Fatal(err)
	}
	edit(t, path, func(tx *bolt.Tx) error {
		if err := tx.DeleteBucket([]byte("recent")); err != nil {
			return err
		}
		return tx.Bucket([]byte("cadastre")).Put([]byte("format"), binary.BigEndian.AppendUint64(nil, 2))
	})
	for range 2 {
		again := open(t, path)
		stays(t, again, want)
		again.Close()
	}
	kept := mustBackups(t, store.Shelf{}, path)
	if len(kept) != 1 || kept[0].Why != store.BeforeUpdate || kept[0].Seq != uint64(len(want.Sets)) {
		t.Errorf("%+v", kept)
	}
}

func TestAMigrationForWhichThereIsNoRoomChangesNothing(t *testing.T) {
	path := format1(t)
	before, _ := os.ReadFile(path)
	_, err := store.Open(path, store.Options{MaxSize: len(before)})
	refused(t, err, fault.NoSpace, path, "The disk is full")
	mustBeClean(t, open(t, path))
}

// A record whose bytes have changed on the disk is not shown as if somebody had written it.
func TestADamagedRecordIsNotTakenForTheTruth(t *testing.T) {
	s := newStore(t, t.TempDir())
	mustApply(t, s, create("Permits"))
	copied := filepath.Join(t.TempDir(), "copy.cadastre")
	if err := s.Backup(copied); err != nil {
		t.Fatal(err)
	}
	edit(t, copied, func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte("records"))
		k, v := b.Cursor().First()
		return b.Put(k, []byte(strings.Replace(string(v), "Permits", "Hermits", 1)))
	})
	_, err := store.Open(copied, store.Options{})
	refused(t, err, fault.Damaged, copied)
}
