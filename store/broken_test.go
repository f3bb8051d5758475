package store_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
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

// seen is everything that a person can see of a catalogue: its records and its history.
type seen struct {
	Records map[string]record.Values
	Sets    []change.Set
}

func look(t fatal, s *store.Store) seen {
	t.Helper()
	out := seen{Records: dump(s)}
	for _, h := range s.Headers() {
		set, err := s.Set(h.Seq)
		if err != nil {
			t.Fatal(err)
		}
		out.Sets = append(out.Sets, set)
	}
	return out
}

// sampleFile is a small catalogue with every sort of change in it.
func sampleFile(t testing.TB) (data []byte, want seen) {
	t.Helper()
	s := newStore(t, t.TempDir())
	var edits []change.Edit
	for range 60 {
		edits = append(edits, create(strings.Repeat("Permits and licences ", 3)))
	}
	apply := func(edits ...change.Edit) {
		if _, err := s.Apply(context.Background(), change.Draft{Who: "Ann", Summary: "A change", Edits: edits}); err != nil {
			t.Fatal(err)
		}
	}
	apply(edits...)
	for i := range 4 {
		e := create("Renamed")
		e.Op, e.ID = change.Update, edits[i].ID
		apply(e)
	}
	apply(change.Edit{Op: change.Delete, Table: systems.Num, ID: edits[20].ID})
	if _, err := s.Undo(context.Background(), 0, "Ann"); err != nil {
		t.Fatal(err)
	}
	want = look(t, s)
	path := filepath.Join(t.TempDir(), "sample.cadastre")
	data, err := []byte(nil), s.Backup(path) // without the room to grow
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data, want
}

// try opens a broken catalogue: it is refused with a sentence, or all is there, or Check says what is wrong.
// The file is as it was in any case.
func try(t *testing.T, what string, data []byte, want seen) (outcome string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "broken.cadastre")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{})
	if err != nil {
		f := fault.From(err)
		known := f.Code == fault.Damaged || f.Code == fault.NotOurs || f.Code == fault.Newer
		if !known || !strings.Contains(f.Message, path) || !strings.HasSuffix(f.Message, ".") {
			t.Errorf("%s: %s: %v", what, f.Code, err)
		}
		outcome = "refused"
	} else {
		outcome = examine(t, what, s, want)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, data) {
		t.Errorf("%s: the file was changed (%v)", what, err)
	}
	return outcome
}

func examine(t *testing.T, what string, s *store.Store, want seen) string {
	report, err := s.Check(context.Background())
	if err != nil {
		t.Errorf("%s: check: %v", what, err)
	}
	if len(report.Problems) > 0 {
		return "found"
	}
	if diff := cmp.Diff(want, look(t, s), sameValues); diff != "" {
		t.Errorf("%s: nothing is said to be wrong, but:\n%s", what, diff)
	}
	return "harmless"
}

func TestFilesThatAreNoCatalogue(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 300, 300))); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "one byte": {0}, "text": []byte("name,owner\nPermits,Ann\n"), "a picture": picture.Bytes(),
		"zeros": make([]byte, 1<<17), "a workbook": append([]byte("PK\x03\x04"), make([]byte, 5000)...),
	} {
		if outcome := try(t, name, data, seen{}); outcome != "refused" {
			t.Errorf("%s was %s", name, outcome)
		}
	}
}

func TestTheDatabaseOfAnotherProgramIsLeftAlone(t *testing.T) {
	for name, options := range map[string]*bolt.Options{
		"usual": {}, "without a list of free pages": {NoFreelistSync: true}, "other pages": {PageSize: 8192},
	} {
		path := filepath.Join(t.TempDir(), "other.db")
		db, err := bolt.Open(path, 0o600, options)
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(func(tx *bolt.Tx) error {
			b, err := tx.CreateBucket([]byte("records"))
			if err != nil {
				return err
			}
			return b.Put([]byte("key"), bytes.Repeat([]byte("value"), 5000))
		})
		if err != nil || db.Close() != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if outcome := try(t, name, data, seen{}); outcome != "refused" {
			t.Errorf("%s: it was %s", name, outcome)
		}
	}
}

func TestACutCatalogueIsRefused(t *testing.T) {
	data, want := sampleFile(t)
	for size := 0; size < len(data); size += 1021 {
		if outcome := try(t, "cut", data[:size], want); outcome == "found" {
			t.Errorf("a catalogue cut to %d of %d bytes opened", size, len(data))
		}
	}
	if outcome := try(t, "longer", append(bytes.Clone(data), make([]byte, 10_000)...), want); outcome != "harmless" {
		t.Errorf("a catalogue with something after its end was %s", outcome)
	}
}

func TestChangedBytesAreFoundOrHarmless(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	data, want := sampleFile(t)
	random := rand.New(rand.NewPCG(7, 7))
	at := map[int]bool{}
	for page := 0; page < len(data); page += 4096 {
		for i := range 24 {
			at[page+i] = true // where the structure is
		}
	}
	for range 300 {
		at[random.IntN(len(data))] = true
	}
	outcomes := map[string]int{}
	for i := range at {
		broken := bytes.Clone(data)
		if random.IntN(2) == 0 {
			broken[i] ^= 1 << random.IntN(8)
		} else {
			broken[i] = byte(random.IntN(256))
		}
		outcomes[try(t, "changed", broken, want)]++
	}
	for _, outcome := range []string{"refused", "found", "harmless"} {
		if outcomes[outcome] == 0 {
			t.Errorf("nothing was %s: %v", outcome, outcomes)
		}
	}
}

// Pages that stand in each other's place lead in circles.
func TestMisplacedPagesAreFoundOrHarmless(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	data, want := sampleFile(t)
	const size = 4096
	var pages []int
	for i := 0; i < len(data); i += size {
		if !slices.ContainsFunc(pages, func(j int) bool { return bytes.Equal(data[i:i+size], data[j:j+size]) }) {
			pages = append(pages, i)
		}
	}
	for n, i := range pages {
		for _, j := range pages[:n] {
			broken := bytes.Clone(data)
			copy(broken[j:j+size], data[i:i+size])
			try(t, "copied", broken, want)
			copy(broken[i:i+size], data[j:j+size])
			try(t, "swapped", broken, want)
			copy(broken[i:i+8], data[i:i+8]) // the page says that it is where it is
			copy(broken[j:j+8], data[j:j+8])
			try(t, "disguised", broken, want)
		}
	}
}
