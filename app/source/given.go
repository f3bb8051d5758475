package source

import (
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Past knows which change set gave the cells of a field what they hold, by slot; 0 stands for none. The headers are
// those of all sets, in order.
type Past interface {
	Headers() []change.Header
	Givers(now *snapshot.Snapshot, t schema.TableNum, f schema.FieldNum) ([]uint32, error)
}

// readGiven finds the sources of what fields held before a policy was made for them: since then sync items say it.
func (f *flow) readGiven(past Past) error {
	f.given = map[ruled][]string{}
	if past == nil {
		return nil
	}
	by := bringers(past.Headers())
	if len(by) == 0 {
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

// bringers are the sources by the change set of their imports. A set that holds sync jobs among other records, as the
// sample does or a whole catalogue from a workbook, is none.
func bringers(headers []change.Header) map[uint64]string {
	by := map[uint64]string{}
	for i := range headers {
		if h := &headers[i]; h.Source != "" {
			by[h.Seq] = h.Source
		}
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
	if !there || c.Record == record.NoID {
		return ""
	}
	return at(given, slot)
}

// at is what is known of a slot, nothing for one behind those that were told.
func at[T any](told []T, slot snapshot.Slot) (out T) {
	if int(slot) < len(told) {
		out = told[slot]
	}
	return out
}
