package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"maps"
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
	"pgregory.net/rapid"
)

type fatal interface {
	Helper()
	Fatal(...any)
}

// crash returns the path of what a program leaves that is killed now.
func crash(t fatal, s *store.Store, dir string) string {
	t.Helper()
	path := filepath.Join(dir, record.NewID().String()+store.Extension)
	data, err := os.ReadFile(s.Path())
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// withLog is a catalogue whose last changes are in the log: small ones of every sort after a large one.
func withLog(t testing.TB, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Create(filepath.Join(t.TempDir(), "log.cadastre"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	mustApply(t, s, manySystems(40)...)
	id := s.Snapshot().Table(systems.Num).ID(3)
	mustApply(t, s, rename(id, "Permits"))
	mustApply(t, s, rename(id, "Licences"), create("Payroll"))
	mustApply(t, s, remove(id))
	if _, err := s.Undo(context.Background(), 0, "Ann"); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, create("Portal"))
	return s
}

func TestWhatAKilledProgramHasSavedIsThere(t *testing.T) {
	for _, o := range []store.Options{{}, {Passphrase: passphrase}} {
		s := withLog(t, o)
		want := look(t, s)
		path := crash(t, s, t.TempDir())
		before, _ := os.ReadFile(path)

		reader, err := store.OpenReader(path, o)
		if err != nil {
			t.Fatal(err)
		}
		stays(t, reader, want)
		reader.Close()
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
			t.Error("reading has written")
		}
		copied := filepath.Join(t.TempDir(), "copy.cadastre")
		if err := store.Copy(path, copied); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{path, copied} {
			again := mustOpen(t, path, o)
			stays(t, again, want)
			mustApply(t, again, create("Ledger"))
			mustBeClean(t, again)
		}
	}
}

// A backup is what was there when it began, whatever is put into the log meanwhile.
func TestABackupWhileOthersSaveIsWhole(t *testing.T) {
	s := newStore(t, t.TempDir())
	mustApply(t, s, manySystems(500)...)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 300 {
			if _, err := s.Apply(context.Background(), draft(create("Payroll"))); err != nil {
				t.Error(err)
			}
		}
	}()
	var paths []string
	for len(paths) < 5 {
		paths = append(paths, filepath.Join(t.TempDir(), "backup.cadastre"))
		if err := s.Backup(paths[len(paths)-1]); err != nil {
			t.Fatal(err)
		}
	}
	<-done
	want := look(t, s)
	for _, path := range paths {
		backup := mustOpen(t, path, store.Options{})
		mustBeClean(t, backup)
		got := look(t, backup)
		if diff := cmp.Diff(want.Sets[:len(got.Sets)], got.Sets, sameValues); diff != "" {
			t.Error(diff)
		}
	}
}

func TestAPassphraseIsSetForWhatAKilledProgramHasSaved(t *testing.T) {
	s := withLog(t, store.Options{})
	want := look(t, s)
	path := crash(t, s, t.TempDir())
	mustRekey(t, path, "", passphrase)
	stays(t, mustOpen(t, path, store.Options{Passphrase: passphrase}), want)
}

// Whenever changes are brought to their place, and however the catalogue was left, it is the same.
func TestWhenChangesAreBroughtToTheirPlaceIsNotSeen(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		s := newStore(rt, dir)
		reopen := func(path string) {
			want := look(rt, s)
			again, err := store.Open(path, store.Options{})
			if err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(want, look(rt, again), sameValues); diff != "" {
				rt.Fatal(diff)
			}
			s.Close()
			s = again
		}
		ways := map[string]func(){
			"small":  func() { tryApply(rt, s, randomDraft(rt, s)) },
			"large":  func() { tryApply(rt, s, draft(manySystems(20)...)) },
			"undo":   func() { s.Undo(context.Background(), 0, "Ann") },
			"check":  func() { mustBeClean(rt, s) },
			"killed": func() { reopen(crash(rt, s, dir)) },
			"closed": func() {
				path := crash(rt, s, dir)
				again, err := store.Open(path, store.Options{})
				if err != nil || again.Close() != nil {
					rt.Fatal(err)
				}
				reopen(path)
			},
			"backed up": func() {
				path := filepath.Join(dir, record.NewID().String()+store.Extension)
				if err := s.Backup(path); err != nil {
					rt.Fatal(err)
				}
				reopen(path)
			},
		}
		for _, way := range rapid.SliceOfN(rapid.SampledFrom(slices.Sorted(maps.Keys(ways))), 1, 12).Draw(rt, "ways") {
			ways[way]()
		}
		mustBeClean(rt, s)
		s.Close()
		mustBeWhole(rt, s.Path())
	})
}

func tryApply(t *rapid.T, s *store.Store, d change.Draft) {
	if _, err := s.Apply(context.Background(), d); fault.CodeOf(err) == fault.Internal || fault.CodeOf(err) == fault.Damaged {
		t.Fatal(err)
	}
}

// mustBeWhole has bbolt look at a file too.
func mustBeWhole(t fatal, path string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			t.Fatal(err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// logIn finds the sets in the log of a file, of which the second is the first: they begin with a page.
func logIn(t testing.TB, s *store.Store, data []byte) (from, to int) {
	t.Helper()
	for from = 0; binary.BigEndian.Uint64(data[from:]) != 2; from += os.Getpagesize() {
	}
	to = from
	for range s.Headers()[1:] {
		to += 12 + int(binary.BigEndian.Uint32(data[to+8:])) + 4
	}
	return from, to
}

func TestADamagedLogIsFoundOrHarmless(t *testing.T) {
	s := withLog(t, store.Options{})
	want := look(t, s)
	data, _ := os.ReadFile(crash(t, s, t.TempDir()))
	from, to := logIn(t, s, data)
	random := rand.New(rand.NewPCG(7, 7))
	outcomes := map[string]int{}
	for range 200 {
		broken := bytes.Clone(data)
		broken[from+random.IntN(to-from+100)] ^= 1 << random.IntN(8)
		outcomes[tryLog(t, broken, want)]++
	}
	if outcomes["refused"] == 0 || outcomes["found"] == 0 || outcomes["harmless"] > 0 {
		t.Error(outcomes)
	}
}

// A disk may lose a page, or put it in another's place.
func TestALostPageOfTheLogIsFound(t *testing.T) {
	s := withLog(t, store.Options{})
	want := look(t, s)
	data, _ := os.ReadFile(crash(t, s, t.TempDir()))
	from, _ := logIn(t, s, data)
	size := os.Getpagesize()
	for at := from; at < from+8*size; at += size {
		lost, misplaced := bytes.Clone(data), bytes.Clone(data)
		clear(lost[at : at+size])
		copy(misplaced[at:at+size], data[at+size:])
		for _, broken := range [][]byte{lost, misplaced} {
			if outcome := tryLog(t, broken, want); outcome == "harmless" {
				t.Errorf("page %d is not missed", (at-from)/size)
			}
		}
	}
}

// tryLog opens a catalogue whose log is broken.
func tryLog(t *testing.T, data []byte, want seen) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "broken.cadastre")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{})
	if err != nil {
		refused(t, err, fault.Damaged, path)
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(data, after) {
			t.Error("what was refused was written to")
		}
		return "refused"
	}
	defer s.Close()
	return examine(t, "the log", s, want)
}

// The power may fail while the last change is being written: all before it is there, and the check says so.
func TestAChangeThatWasHalfWrittenIsNotThere(t *testing.T) {
	s := withLog(t, store.Options{})
	want := look(t, s)
	path := crash(t, s, t.TempDir())
	data, _ := os.ReadFile(path)
	_, to := logIn(t, s, data)
	clear(data[to-20 : to])
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	again := mustOpen(t, path, store.Options{})
	if diff := cmp.Diff(want.Sets[:len(want.Sets)-1], look(t, again).Sets, sameValues); diff != "" {
		t.Error(diff)
	}
	report, err := again.Check(context.Background())
	if err != nil || len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Message, "may be missing") {
		t.Errorf("%+v %v", report, err)
	}
	mustApply(t, again, create("Ledger"))
	again.Close()
	mustBeClean(t, mustOpen(t, path, store.Options{}))
}

func TestWhereThereIsNoRoomForTheLogNothingIsLost(t *testing.T) {
	s := withLog(t, store.Options{})
	path := crash(t, s, t.TempDir())
	info, _ := os.Stat(path)
	full := mustOpen(t, path, store.Options{MaxSize: int(info.Size())})
	mustApply(t, full, create("Ledger"))
	for range 1000 {
		if _, err := full.Apply(context.Background(), draft(bulky())); err != nil {
			refused(t, err, fault.NoSpace, path)
			break
		}
	}
	want := look(t, full)
	mustBeClean(t, full)
	full.Close()
	full = mustOpen(t, path, store.Options{MaxSize: int(info.Size())})
	stays(t, full, want)
	full.Close()
	roomy := mustOpen(t, path, store.Options{})
	stays(t, roomy, want)
	mustApply(t, roomy, bulky())
	mustBeClean(t, roomy)
}

// Of the two records of where everything is, the older leads to the log too: where the newer is lost, nothing else is.
func TestWhatIsInTheLogOutlastsEitherRecordOfTheBeginning(t *testing.T) {
	s := withLog(t, store.Options{})
	mustApply(t, s, manySystems(40)...) // begins another log
	mustApply(t, s, create("Ledger"))
	mustApply(t, s, create("Roads"))
	want := look(t, s)
	data, _ := os.ReadFile(crash(t, s, t.TempDir()))
	for page := range 2 {
		broken := bytes.Clone(data)
		clear(broken[page*os.Getpagesize()+16:][:64])
		path := filepath.Join(t.TempDir(), "half.cadastre")
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, look(t, mustOpen(t, path, store.Options{})), sameValues); diff != "" {
			t.Errorf("without page %d: %s", page, diff)
		}
	}
}

// What damages the log while a catalogue is open costs nothing that the log holds besides.
func TestADamagedLogIsNotBroughtIn(t *testing.T) {
	s := withLog(t, store.Options{})
	data, _ := os.ReadFile(s.Path())
	from, _ := logIn(t, s, data)
	second := from + 12 + int(binary.BigEndian.Uint32(data[from+8:])) + 4
	f, err := os.OpenFile(s.Path(), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt([]byte{^data[second+20]}, int64(second+20)); err != nil {
		t.Fatal(err)
	}
	harmed, _ := os.ReadFile(s.Path())
	refused(t, s.Backup(filepath.Join(t.TempDir(), "backup.cadastre")), fault.Damaged, s.Path())
	_, err = s.Apply(context.Background(), draft(create("Roads")))
	refused(t, err, fault.Damaged, s.Path())
	if report, err := s.Check(context.Background()); err != nil || len(report.Problems) == 0 {
		t.Errorf("%+v %v", report, err)
	}
	s.Close()
	if left, err := os.ReadFile(s.Path()); err != nil || !bytes.Equal(harmed, left) {
		t.Error("the damaged file was changed")
	}
}
