package store_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cadastre/store"
	"cadastre/store/fault"

	"golang.org/x/sync/errgroup"
)

// clock is a time that a test moves on.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func newClock() *clock { return &clock{time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)} }

// catalogueOf makes a closed catalogue with a change for each name.
func catalogueOf(t *testing.T, o store.Options, names ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Forests.cadastre")
	s, err := store.Create(path, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		mustApply(t, s, create(name))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func mustOpen(t *testing.T, path string, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func mustBackups(t *testing.T, shelf store.Shelf, path string) []store.Kept {
	t.Helper()
	kept, err := shelf.Backups(path)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func mustKeep(t *testing.T, s *store.Store) store.Kept {
	t.Helper()
	k, err := s.Keep(context.Background(), store.OnSchedule)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// names are the systems of a catalogue that nobody has open.
func names(t *testing.T, path string, o store.Options) (out []string) {
	t.Helper()
	s := mustOpen(t, path, o)
	mustBeClean(t, s)
	rows := s.Snapshot().Table(systems.Num)
	for _, slot := range live(rows.Slots(), rows.Live) {
		out = append(out, rows.Value(slot, field(systems, "name")).Str())
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func mustHave(t *testing.T, path string, o store.Options, want ...string) {
	t.Helper()
	if got := names(t, path, o); !slices.Equal(got, want) {
		t.Errorf("%s has %q, want %q", filepath.Base(path), got, want)
	}
}

func TestTheLatestBackupsAreKept(t *testing.T) {
	for _, folder := range []string{"", t.TempDir()} {
		at := newClock()
		o := store.Options{Clock: at.Now, Shelf: store.Shelf{Folder: folder, Keep: 3}}
		path := catalogueOf(t, o, "Permits")
		s := mustOpen(t, path, o)
		for i := range 5 {
			at.now = at.now.Add(24 * time.Hour)
			mustApply(t, s, create("Payroll"))
			if k := mustKeep(t, s); k.Seq != uint64(i+2) || !k.Time.Equal(at.now) {
				t.Errorf("%+v", k)
			}
		}
		kept := mustBackups(t, o.Shelf, path)
		if len(kept) != 3 || kept[0].Seq != 6 || kept[2].Seq != 4 || kept[0].Size == 0 || kept[0].Why != store.OnSchedule {
			t.Errorf("%+v", kept)
		}
		if info, err := os.Stat(kept[0].Path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v %v", info.Mode(), err)
		}
		if folder != "" && filepath.Dir(filepath.Dir(kept[0].Path)) != folder {
			t.Errorf("%s is not in the folder chosen", kept[0].Path)
		}
	}
}

func TestABackupIsDueWhenTheCatalogueHasChanged(t *testing.T) {
	at := newClock()
	o := store.Options{Clock: at.Now}
	s := mustOpen(t, catalogueOf(t, o), o)
	due := func(want bool) {
		t.Helper()
		if got := s.DueSince(at.now.Truncate(24 * time.Hour)); got != want {
			t.Errorf("due: %v", got)
		}
	}
	due(false) // nothing in it
	mustApply(t, s, create("Permits"))
	due(true)
	mustKeep(t, s)
	mustApply(t, s, create("Payroll"))
	due(false) // today's is there
	at.now = at.now.Add(24 * time.Hour)
	due(true)
	k := mustKeep(t, s)
	at.now = at.now.Add(24 * time.Hour)
	due(false) // nothing changed since
	if later, same := s.Since(k); later != 0 || !same {
		t.Errorf("%d %v", later, same)
	}
}

func TestRestoringIsTakenBackByRestoring(t *testing.T) {
	at := newClock()
	o := store.Options{Clock: at.Now}
	path := catalogueOf(t, o, "Permits")
	s := mustOpen(t, path, o)
	k := mustKeep(t, s)
	mustApply(t, s, create("Payroll"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	at.now = at.now.Add(time.Hour)
	if err := store.Restore(path, k.Path, o); err != nil {
		t.Fatal(err)
	}
	mustHave(t, path, o, "Permits")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the file's permissions are %v", info.Mode())
	}
	kept := mustBackups(t, o.Shelf, path)
	if len(kept) != 2 || kept[0].Why != store.BeforeRestore || kept[0].Seq != 2 {
		t.Fatalf("%+v", kept)
	}
	s = mustOpen(t, path, o)
	if _, same := s.Since(kept[0]); same {
		t.Error("a backup of what was left by restoring counts as earlier")
	}
	s.Close()
	at.now = at.now.Add(time.Hour)
	if err := store.Restore(path, kept[0].Path, o); err != nil {
		t.Fatal(err)
	}
	mustHave(t, path, o, "Payroll", "Permits")
}

func TestADamagedOrLostCatalogueIsRestored(t *testing.T) {
	o := store.Options{}
	for _, harm := range map[string]func(string) error{
		"cut":    func(path string) error { return os.Truncate(path, 5000) },
		"no":     func(path string) error { return os.WriteFile(path, []byte("not a catalogue"), 0o600) },
		"pages":  func(path string) error { return overwrite(path, 2*int64(os.Getpagesize())) },
		"remove": os.Remove,
	} {
		path := catalogueOf(t, o, "Permits", "Payroll")
		s := mustOpen(t, path, o)
		k := mustKeep(t, s)
		s.Close()
		if err := harm(path); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Open(path, o); err == nil {
			t.Fatal("not damaged")
		}
		harmed, _ := os.ReadFile(path)
		if err := store.Restore(path, k.Path, o); err != nil {
			t.Fatal(err)
		}
		mustHave(t, path, o, "Payroll", "Permits")
		kept := mustBackups(t, o.Shelf, path)
		if harmed == nil {
			continue
		}
		if was, err := os.ReadFile(kept[0].Path); len(kept) != 2 || err != nil || !slices.Equal(was, harmed) {
			t.Errorf("what was there is not kept: %+v %v", kept, err)
		}
	}
}

// overwrite puts rubbish over a file's pages from a place on.
func overwrite(path string, from int64) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.WriteAt(slices.Repeat([]byte{0xA5}, 40*os.Getpagesize()), from)
	return err
}

func TestABrokenBackupRestoresNothing(t *testing.T) {
	o := store.Options{}
	path := catalogueOf(t, o, "Permits")
	s := mustOpen(t, path, o)
	k := mustKeep(t, s)
	refused(t, store.Restore(path, k.Path, store.Options{Wait: time.Millisecond}), fault.InUse, path)
	s.Close()
	if err := os.Truncate(k.Path, 5000); err != nil {
		t.Fatal(err)
	}
	refused(t, store.Restore(path, k.Path, o), fault.Damaged, k.Path)
	mustHave(t, path, o, "Permits")
}

func TestWhatACrashLeftIsRemoved(t *testing.T) {
	o := store.Options{}
	path := catalogueOf(t, o, "Permits")
	s := mustOpen(t, path, o)
	k := mustKeep(t, s)
	s.Close()
	left := []string{filepath.Join(filepath.Dir(path), ".~Forests.cadastre.123.part"), filepath.Join(filepath.Dir(k.Path), ".~"+filepath.Base(k.Path)+".123.part")}
	other := filepath.Join(filepath.Dir(path), ".~Other.cadastre.123.part")
	for _, name := range append(left, other) {
		if err := os.WriteFile(name, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s = mustOpen(t, path, o)
	mustKeep(t, s)
	for _, name := range left {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("another catalogue's file was removed")
	}
}

func TestACancelledBackupLeavesNothing(t *testing.T) {
	s := mustOpen(t, catalogueOf(t, store.Options{}, "Permits"), store.Options{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	k, err := s.Keep(ctx, store.OnSchedule)
	refused(t, err, fault.Cancelled)
	if left, err := os.ReadDir(filepath.Dir(k.Path)); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestTheOldestBackupIsRestoredAndStays(t *testing.T) {
	at := newClock()
	o := store.Options{Clock: at.Now, Shelf: store.Shelf{Keep: 2}}
	path := catalogueOf(t, o, "Permits")
	s := mustOpen(t, path, o)
	oldest := mustKeep(t, s)
	at.now = at.now.Add(time.Hour)
	mustApply(t, s, create("Payroll"))
	mustKeep(t, s)
	s.Close()
	at.now = at.now.Add(time.Hour)
	if err := store.Restore(path, oldest.Path, o); err != nil {
		t.Fatal(err)
	}
	mustHave(t, path, o, "Permits")
	mustHave(t, oldest.Path, o, "Permits")
}

func TestBackupsAtTheSameTimeDoNotDisturbEachOther(t *testing.T) {
	s := mustOpen(t, catalogueOf(t, store.Options{}, "Permits"), store.Options{})
	var all errgroup.Group
	for range 8 {
		all.Go(func() error { _, err := s.Keep(context.Background(), store.OnDemand); return err })
	}
	if err := all.Wait(); err != nil {
		t.Error(err)
	}
	if kept := mustBackups(t, store.Shelf{}, s.Path()); len(kept) != 8 {
		t.Errorf("%d backups are there", len(kept))
	}
}

func TestACatalogueBehindALinkStaysThere(t *testing.T) {
	o := store.Options{}
	path := catalogueOf(t, o, "Permits")
	link := filepath.Join(t.TempDir(), "Linked.cadastre")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	s := mustOpen(t, link, o)
	k := mustKeep(t, s)
	mustApply(t, s, create("Payroll"))
	s.Close()
	mustRekey(t, link, "", passphrase)
	o.Passphrase = passphrase
	mustHave(t, path, o, "Payroll", "Permits")
	if err := store.Restore(link, k.Path, o); err != nil {
		t.Fatal(err)
	}
	mustHave(t, path, o, "Permits")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
}
