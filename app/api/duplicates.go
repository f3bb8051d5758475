package api

import (
	"context"
	"slices"
	"sync"

	"cadastre/store/change"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Duplicates finds records that are likely the same thing kept twice, and makes one of them.
type Duplicates struct {
	a *API

	// mu guards what follows: what was found last, and in what.
	mu    sync.Mutex
	in    *snapshot.Table
	slots []snapshot.Slot
	pairs []query.Pair
}

// Find returns the pairs of a table's active records that are likely duplicates, the likeliest first.
func (d *Duplicates) Find(table string, offset, limit int) (out DuplicatePage, err error) {
	defer rescue(&err)
	s, err := d.a.session.catalogue()
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	t := snap.Model.Table(table)
	if t == nil {
		return out, noTable(table)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.look(snap, snap.Table(t.Num))
	out = DuplicatePage{Total: len(d.pairs), Pairs: []Duplicate{}}
	from := min(max(offset, 0), len(d.pairs))
	for _, p := range d.pairs[from:min(from+min(max(limit, 0), pageMost), len(d.pairs))] {
		out.Pairs = append(out.Pairs, d.document(t, p))
	}
	return out, nil
}

// look finds the pairs anew unless nothing in the table has changed.
func (d *Duplicates) look(snap *snapshot.Snapshot, t *snapshot.Table) {
	if d.in == t {
		return
	}
	d.in, d.slots = t, nil
	var records [][]string
	for slot := range t.All().All() {
		if t.Value(slot, schema.State).Int() == schema.StateActive {
			d.slots, records = append(d.slots, slot), append(records, query.Telling(snap, t, slot))
		}
	}
	d.pairs = query.Alike(t.Schema, records, 0)
}

func (d *Duplicates) document(t *schema.Table, p query.Pair) Duplicate {
	out := Duplicate{Reasons: []DuplicateReason{}}
	for i, at := range []int{p.A, p.B} {
		slot := d.slots[at]
		named := []*DuplicateRecord{&out.A, &out.B}[i]
		*named = DuplicateRecord{ID: d.in.ID(slot).String(), Name: d.in.Name(slot)}
	}
	for _, r := range p.Reasons {
		out.Reasons = append(out.Reasons, DuplicateReason{Field: t.Field(r.Field).Label, Words: r.Words})
	}
	return out
}

// Merge makes one record of two, as one change set.
func (d *Duplicates) Merge(m MergeRequest) (out Done, err error) {
	defer rescue(&err)
	s, err := d.a.session.catalogue()
	if err != nil {
		return out, err
	}
	t := s.Model().Table(m.Table)
	if t == nil {
		return out, noTable(m.Table)
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
	draft.Who = d.a.prefs.who()
	header, err := s.Apply(context.Background(), draft)
	return doneOf(header), err
}
