package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
)

// manyRecords is a catalogue that takes a while to read.
func manyRecords(t *testing.T) (path string) {
	t.Helper()
	s := newStore(t, t.TempDir())
	edits := make([]change.Edit, 10_000)
	for i := range edits {
		edits[i] = create(fmt.Sprint(i, strings.Repeat(" permits", 10)))
	}
	if _, err := s.Apply(context.Background(), change.Draft{Who: "Ann", Summary: "Many", Edits: edits}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

func TestTheFileItselfIsNotKeptInMemory(t *testing.T) {
	path := manyRecords(t)
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if mapped := mappedOf(t, path); mapped > info.Size()/4 {
		t.Errorf("%d bytes of a file of %d are mapped", mapped, info.Size())
	}
}

// A file that somebody cuts, or whose disk goes away, while it is read is a fault like any other.
func TestAFileThatIsCutWhileItIsReadIsDamaged(t *testing.T) {
	path := manyRecords(t)
	cut := func(int, int) {
		if err := os.Truncate(path, 2*4096); err != nil {
			t.Error(err)
		}
	}
	if _, err := store.Open(path, store.Options{Progress: cut}); fault.CodeOf(err) != fault.Damaged {
		t.Errorf("it opened with %v", err)
	}
}

// mappedOf is how much of a file this process has in memory by its mapping, in bytes.
func mappedOf(t *testing.T, path string) (bytes int64) {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(maps), filepath.Base(path)+"\n")
	if !found {
		t.Fatal("the file is not mapped")
	}
	_, rss, _ := strings.Cut(after, "\nRss:")
	if _, err := fmt.Sscan(rss, &bytes); err != nil {
		t.Fatal(err)
	}
	return bytes * 1024
}

// A backup that ends in a fault of the mapped file lets go of it, so that the catalogue can be closed.
func TestACatalogueWhoseFileWasCutCanBeClosedAfterABackup(t *testing.T) {
	s := mustOpen(t, manyRecords(t), store.Options{})
	if err := os.Truncate(s.Path(), 2*4096); err != nil {
		t.Fatal(err)
	}
	refused(t, s.Backup(filepath.Join(t.TempDir(), "backup.cadastre")), fault.Damaged, s.Path())
	closed := make(chan error)
	go func() { closed <- s.Close() }()
	select {
	case <-closed:
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for the backup for ever")
	}
}
