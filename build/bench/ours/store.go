package ours

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"

	"cadastre/build/bench/data"
	"cadastre/build/bench/job"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// openCatalogue opens a catalogue and makes its first page; then everything that is derived from
// the records is asked for, to tell what they take in memory: CATALOGUE.
func openCatalogue(words []string) (m job.Metrics, err error) {
	var s *store.Store
	shown := fields(data.Shown)
	before := heap()
	seconds, err := job.Timed(func() error {
		if s, err = store.Open(words[0], store.Options{}); err != nil {
			return err
		}
		_, err = askPage(s.Snapshot(), query.Query{Order: byName}, 0, shown)
		return err
	})
	if err != nil {
		return nil, err
	}
	records := float64(s.Snapshot().Len())
	m = job.Metrics{"seconds": seconds, "records": records, "bytes": (heap() - before) / records}
	s.Snapshot().Prepare()
	if _, err := askPage(s.Snapshot(), query.Query{Order: []schema.Order{{Field: "vendor"}, {Field: "description"}}}, 0, shown); err != nil {
		return nil, err
	}
	m["bytes-all"], m["heap"] = (heap()-before)/records, heap()
	info, err := os.Stat(words[0])
	if err != nil {
		return nil, err
	}
	m["file"] = float64(info.Size())
	return m, s.Close()
}

func heap() float64 {
	var stats runtime.MemStats
	debug.FreeOSMemory()
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc)
}

// saveOne changes one field of one system after the other, as the form does: CATALOGUE COPY TIMES.
func saveOne(words []string) (m job.Metrics, err error) {
	saves, err := strconv.Atoi(words[2])
	if err != nil {
		return nil, err
	}
	err = withCopy(words[0], words[1], func(s *store.Store) error {
		t := s.Snapshot().Table(data.Systems.Num)
		field := data.Systems.Field("abbreviation").Num
		times, err := job.Each(saves, func(i int) error {
			_, err := s.Apply(context.Background(), change.Draft{Who: "Ann", Summary: "Edit", Origin: change.Origin{Kind: change.FromForm},
				Edits: []change.Edit{{Op: change.Update, Table: data.Systems.Num, ID: t.ID(snapshot.Slot(i * 7919 % t.Slots())),
					Fields: []record.FieldValue{{Num: field, Value: record.OfString("S" + strconv.Itoa(i))}}}}})
			return err
		})
		if err == nil {
			m = job.Spread(times)
		}
		return err
	})
	return m, err
}

// bareWrite writes 4 KB and waits for the disk, again and again: FILE TIMES.
func bareWrite(words []string) (job.Metrics, error) {
	saves, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, err
	}
	f, err := os.Create(words[0])
	if err != nil {
		return nil, err
	}
	defer f.Close()
	block := make([]byte, 4096)
	times, err := job.Each(saves, func(i int) error {
		if _, err := f.WriteAt(block, int64(i%16)*4096); err != nil {
			return err
		}
		return syncData(f)
	})
	if err != nil {
		return nil, err
	}
	return job.Spread(times), nil
}
