package store_test

import (
	"testing"

	"cadastre/store"
)

func TestBeforeAnUpdateABackupIsTakenWhichCanBeReadAndRestored(t *testing.T) {
	path := format1(t)
	reader, err := store.OpenReader(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := look(t, reader)
	reader.Close()
	if kept := mustBackups(t, store.Shelf{}, path); len(kept) != 0 {
		t.Error("reading updated the file")
	}
	s := mustOpen(t, path, store.Options{})
	stays(t, s, want)
	s.Close()
	kept := mustBackups(t, store.Shelf{}, path)
	if len(kept) != 1 || kept[0].Why != store.BeforeUpdate || kept[0].Seq != uint64(len(want.Sets)) {
		t.Fatalf("%+v", kept)
	}
	mustRekey(t, path, "", passphrase) // and the backup of the earlier format with it
	o := store.Options{Passphrase: passphrase}
	if err := store.Restore(path, kept[0].Path, o); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, path, o)
	stays(t, s, want)
}
