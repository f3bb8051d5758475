package ours

import (
	"context"
	"fmt"
	"os"

	"cadastre/app/exchange"
	"cadastre/build/bench/data"
	"cadastre/build/bench/job"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// makeImported makes the catalogue that importing a workbook into an empty one gives: FILE BOOK.
func makeImported(words []string) (job.Metrics, error) {
	return importBook([]string{words[1], words[0]})
}

// importBook imports a workbook, from the file to the change set on the disk: BOOK INTO [CATALOGUE],
// into a copy of a catalogue or an empty one.
func importBook(words []string) (m job.Metrics, err error) {
	measure := func(s *store.Store) error {
		m, err = importInto(s, words[0])
		return err
	}
	if len(words) > 2 {
		err = withCopy(words[2], words[1], measure)
		return m, err
	}
	s, err := store.Create(words[1], store.Options{})
	if err == nil {
		err = s.Close()
	}
	if err == nil {
		err = with(words[1], measure)
	}
	return m, err
}

func importInto(s *store.Store, book string) (job.Metrics, error) {
	var plan *exchange.Plan
	reading, err := job.Timed(func() (err error) {
		p := exchange.Planner{Snapshot: s.Snapshot(), IDs: record.NewID}
		plan, err = p.Plan(context.Background(), []string{book}, exchange.Options{Unknown: exchange.Create})
		return err
	})
	if err != nil {
		return nil, err
	}
	if c := plan.Counts; c.Read == 0 || c.Rejected+c.Skipped > 0 {
		return nil, fmt.Errorf("not all rows were taken: %+v %+v", c, plan.Problems[:min(3, len(plan.Problems))])
	}
	writing, err := job.Timed(func() error {
		draft, err := plan.Draft("Ann", s.Snapshot())
		if err == nil {
			_, err = s.Apply(context.Background(), draft)
		}
		return err
	})
	return job.Metrics{"seconds": reading + writing, "plan": reading, "apply": writing, "created": float64(plan.Counts.Created),
		"updated": float64(plan.Counts.Updated), "unchanged": float64(plan.Counts.Unchanged)}, err
}

// bulkEdit gives every tenth system another criticality, as a selection in the list does: CATALOGUE COPY.
func bulkEdit(words []string) (job.Metrics, error) {
	m := job.Metrics{}
	return m, withCopy(words[0], words[1], func(s *store.Store) (err error) {
		t := s.Snapshot().Table(data.Systems.Num)
		d := change.Draft{Who: "Ann", Summary: "Edit", Origin: change.Origin{Kind: change.FromGrid}}
		f := data.Systems.Field("abbreviation")
		for i := 0; i < t.Slots(); i += 10 {
			d.Edits = append(d.Edits, change.Edit{Op: change.Update, Table: data.Systems.Num, ID: t.ID(snapshot.Slot(i)),
				Fields: []record.FieldValue{{Num: f.Num, Value: record.OfString("the same for all")}}})
		}
		var h change.Header
		m["seconds"], err = job.Timed(func() error { h, err = s.Apply(context.Background(), d); return err })
		m["updated"] = float64(h.Updated)
		return err
	})
}

// undoImport takes a whole import back: CATALOGUE COPY.
func undoImport(words []string) (job.Metrics, error) {
	m := job.Metrics{}
	return m, withCopy(words[0], words[1], func(s *store.Store) (err error) {
		var h change.Header
		m["seconds"], err = job.Timed(func() error { h, err = s.Undo(context.Background(), 0, "Ann"); return err })
		m["deleted"] = float64(h.Deleted)
		return err
	})
}

// exportBook writes every system with the workbook's columns: CATALOGUE OUT.
func exportBook(words []string) (job.Metrics, error) {
	m := job.Metrics{}
	return m, with(words[0], func(s *store.Store) (err error) {
		m["seconds"], err = job.Timed(func() error { return export(s.Snapshot(), words[1]) })
		if err != nil {
			return err
		}
		info, err := os.Stat(words[1])
		m["file"] = float64(info.Size())
		return err
	})
}

// makeValues makes what the writers that are no Go write: FILE CATALOGUE.
func makeValues(words []string) (job.Metrics, error) {
	return job.Metrics{}, with(words[1], func(s *store.Store) error { return export(s.Snapshot(), words[0]) })
}

func export(snap *snapshot.Snapshot, path string) (err error) {
	part := exchange.All(snap, data.Systems)
	if part.Columns, err = snap.Paths(data.Systems, data.BookFields()); err != nil {
		return err
	}
	return exchange.Exporter{Snapshot: snap}.Write(context.Background(), path, []exchange.Part{part})
}

func fields(keys []string) []*schema.Field {
	out := make([]*schema.Field, len(keys))
	for i, key := range keys {
		out[i] = data.Systems.Field(key)
	}
	return out
}
