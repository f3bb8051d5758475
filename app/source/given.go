package source

import (
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Past knows which change set gave the cells of a field what they hold, by slot; 0 stands for none.
type Past interface {
	Givers(now *snapshot.Snapshot, t schema.TableNum, f schema.FieldNum) ([]uint32, error)
}

// readGiven finds the sources of what fields held before a policy was made for them: since then sync items say it.
func (f *flow) readGiven(past Past) error {
	f.given = map[ruled][]string{}
	by := f.bringers()
	if past == nil || len(by) == 0 {
		return nil
	}
	for _, t := range f.snap.Model.Tables {
		for _, field := range t.Fields {
			if p := f.policies.about(t, field); p == nil || len(p.sources) == 0 {
				continue
			}
			sets, err := past.Givers(f.snap, t.Num, field.Num)
			if err != nil {
				return err
			}
			f.given[ruled{t, field}] = sourcesOf(sets, by)
		}
	}
	return nil
}

// bringers are the sources by the change set of their imports.
func (f *flow) bringers() map[uint64]string {
	by := map[uint64]string{}
	for slot := range f.jobs.All().All() {
		by[f.jobs.Seq(slot)] = f.jobs.text(slot, "sourcesystemkey")
	}
	return by
}

func sourcesOf(sets []uint32, by map[uint64]string) []string {
	out := make([]string, len(sets))
	for slot, seq := range sets {
		out[slot] = by[uint64(seq)]
	}
	return out
}

// giver is the source that gave a cell what it holds, "" for none.
func (f *flow) giver(c Cell) string {
	t := f.snap.Model.TableByNum(c.Table)
	given := f.given[ruled{t, t.FieldByNum(c.Field)}]
	slot, there := f.snap.Table(c.Table).Slot(c.Record)
	if !there || int(slot) >= len(given) || c.Record == record.NoID {
		return ""
	}
	return given[slot]
}
