package store_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// measure runs what takes part in a benchmark again and again, after its setup, and reports the processor's
// time as well: on a machine that others use it is the steadier figure.
func measure(b *testing.B, setup, run func()) {
	var spent int64
	for b.Loop() {
		if setup != nil {
			b.StopTimer()
			setup()
			b.StartTimer()
		}
		start := processor()
		run()
		spent += processor() - start
	}
	b.ReportMetric(float64(spent)/float64(b.N)/1e6, "cpu-ms/op")
}

func processor() int64 {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // cannot fail for the process itself
	return u.Utime.Nano() + u.Stime.Nano()
}

// checksumSize is how many bytes of a checksum stand behind every record.
const checksumSize = 4

// BenchmarkFloorOpen reads every record off bbolt and decodes it, and nothing else.
func BenchmarkFloorOpen(b *testing.B) {
	forSizes(b, func(b *testing.B, n int) {
		path := benchFile(b, n)
		measure(b, nil, func() {
			db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
			if err != nil {
				b.Fatal(err)
			}
			err = db.View(func(tx *bolt.Tx) error {
				return tx.Bucket([]byte("records")).ForEach(func(k, v []byte) error {
					_, err := record.Decode(record.ID(k[2:]), string(v[:len(v)-checksumSize]))
					return err
				})
			})
			if err != nil {
				b.Fatal(err)
			}
			_ = db.Close()
		})
	})
}

func BenchmarkOpen(b *testing.B) {
	forSizes(b, func(b *testing.B, n int) {
		path := benchFile(b, n)
		measure(b, nil, func() {
			s, err := store.Open(path, store.Options{})
			if err != nil {
				b.Fatal(err)
			}
			_ = s.Close()
		})
	})
}

// BenchmarkHeap reports what the process keeps for each record of an open catalogue.
func BenchmarkHeap(b *testing.B) {
	forSizes(b, func(b *testing.B, n int) {
		path := benchFile(b, n)
		before := heap()
		var s *store.Store
		for b.Loop() {
			if s != nil {
				_ = s.Close()
			}
			s, _ = store.Open(path, store.Options{})
		}
		b.ReportMetric(float64(heap()-before)/float64(n), "B/record")
		s.Snapshot().Prepare()
		b.ReportMetric(float64(heap()-before)/float64(n), "B/record-searched")
		_ = s.Close()
	})
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func BenchmarkApplyCreates(b *testing.B) {
	forSizes(b, func(b *testing.B, n int) {
		var s *store.Store
		var d change.Draft
		measure(b, func() { s, d = emptyStore(b, s), benchDraft(n) }, func() {
			if _, err := s.Apply(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		})
		_ = s.Close()
	})
}

func BenchmarkUndoCreates(b *testing.B) {
	forSizes(b, func(b *testing.B, n int) {
		var s *store.Store
		measure(b, func() {
			s = emptyStore(b, s)
			if _, err := s.Apply(context.Background(), benchDraft(n)); err != nil {
				b.Fatal(err)
			}
		}, func() {
			if _, err := s.Undo(context.Background(), 0, "Ann"); err != nil {
				b.Fatal(err)
			}
		})
		_ = s.Close()
	})
}

// emptyStore closes the store of the last round and makes another.
func emptyStore(b *testing.B, last *store.Store) *store.Store {
	if last != nil {
		_ = last.Close()
		_ = os.Remove(last.Path())
	}
	s, err := store.Create(filepath.Join(b.TempDir(), "a.cadastre"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkFloorSave writes 4 KB and waits for the disk.
func BenchmarkFloorSave(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "floor"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	page := make([]byte, 4096)
	measure(b, nil, func() {
		if _, err := f.WriteAt(page, 0); err != nil {
			b.Fatal(err)
		}
		if err := syscall.Fdatasync(int(f.Fd())); err != nil {
			b.Fatal(err)
		}
	})
}

func BenchmarkSave(b *testing.B) {
	forSizes(b, func(b *testing.B, n int) {
		s := benchStore(b, n)
		id := s.Snapshot().Table(systems.Num).ID(snapshot.Slot(n / 2))
		tags := []string{"one", "two"}
		i := 0
		measure(b, func() { i++ }, func() {
			d := change.Draft{Who: "Ann", Summary: "Edit", Edits: []change.Edit{{Op: change.Update, Table: systems.Num, ID: id,
				Fields: []record.FieldValue{{Num: field(systems, "abbreviation"), Value: record.OfString(tags[i%2])}}}}}
			if _, err := s.Apply(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		})
	})
}

// BenchmarkFirst asks what is derived when it is first asked for.
func BenchmarkFirst(b *testing.B) {
	for name, ask := range map[string]func(*snapshot.Table){
		"order": func(t *snapshot.Table) { t.Order(field(systems, "name")) },
		"fold":  func(t *snapshot.Table) { t.Folded(field(systems, "description")) },
		"sweep": func(t *snapshot.Table) { t.Containing([]string{"zzzz"}) },
		"near":  func(t *snapshot.Table) { t.Near("zzzz") },
		"words": func(t *snapshot.Table) { t.Prepare() },
	} {
		b.Run(name, func(b *testing.B) {
			forSizes(b, func(b *testing.B, n int) {
				path := benchFile(b, n)
				var s *store.Store
				measure(b, func() {
					if s != nil {
						_ = s.Close()
					}
					s, _ = store.Open(path, store.Options{})
				}, func() { ask(s.Snapshot().Table(systems.Num)) })
				_ = s.Close()
			})
		})
	}
}
