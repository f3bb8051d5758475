package api

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"cadastre/app/source"
	"cadastre/store/change"
	"cadastre/store/record"
)

// Duplicates finds records that are likely the same thing kept twice, and makes one of them.
type Duplicates struct {
	a *API

	// mu guards what was found last, and by which job.
	mu    sync.Mutex
	job   string
	found DuplicatesFound
}

// notDuplicates is the table that keeps which records are alike and not the same.
const notDuplicates = "notduplicate"

// pairOf names two records, whichever comes first.
func pairOf(a, b record.ID) string {
	if a.Compare(b) > 0 {
		a, b = b, a
	}
	return a.String() + " " + b.String()
}

// TellApart notes that two records are alike and not the same: they are not found again.
func (d *Duplicates) TellApart(table, a, b string) (out Done, err error) {
	defer rescue(&err)
	s, t, err := d.a.session.table(table)
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	apart := snap.Model.Table(notDuplicates)
	first, err := record.ParseID(a)
	if err != nil {
		return out, err
	}
	second, err := record.ParseID(b)
	if err != nil {
		return out, err
	}
	names := fmt.Sprintf("“%s” and “%s”", snap.Name(t.Num, first), snap.Name(t.Num, second))
	e := change.Edit{Op: change.Create, Table: apart.Num, ID: record.NewID(), Fields: []record.FieldValue{
		{Num: apart.PrimaryField().Num, Value: record.OfString(names)},
		{Num: apart.Field("pair").Num, Value: record.OfString(pairOf(first, second))},
	}}
	draft := change.Draft{Who: d.a.prefs.who(), Origin: change.Origin{Kind: change.FromForm}, Long: true, Summary: names + " are not the same", Edits: []change.Edit{e}}
	header, err := s.Apply(context.Background(), draft)
	return doneOf(header), err
}

// Merge makes one record of two, as one change set.
func (d *Duplicates) Merge(m MergeRequest) (out Done, err error) {
	defer rescue(&err)
	s, t, err := d.a.session.table(m.Table)
	if err != nil {
		return out, err
	}
	g := change.Merging{Table: t, KeepVersion: m.KeepVersion, DropVersion: m.DropVersion}
	if g.Keep, err = record.ParseID(m.Keep); err != nil {
		return out, err
	}
	if g.Drop, err = record.ParseID(m.Drop); err != nil {
		return out, err
	}
	from := s.Snapshot()
	dropped, there := from.Record(t.Num, g.Drop)
	if !there {
		return out, goneFault(t)
	}
	for _, f := range t.Fields {
		if slices.Contains(m.Take, f.Key) && !f.System {
			g.Fields = append(g.Fields, record.FieldValue{Num: f.Num, Value: dropped.Values.Get(f.Num)})
		}
	}
	draft, err := change.Merge(s.Model(), from, g)
	if err != nil {
		return out, err
	}
	draft.Edits = append(draft.Edits, source.Follow(from, t, g.Drop, g.Keep)...)
	draft.Who = d.a.prefs.who()
	header, err := s.Apply(context.Background(), draft)
	return doneOf(header), err
}
