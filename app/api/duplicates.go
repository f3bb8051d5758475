package api

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"cadastre/app/source"
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
	apart *snapshot.Table
	slots []snapshot.Slot
	pairs []query.Pair
}

// Find returns the pairs of a table's active records that are likely duplicates, the likeliest first.
func (d *Duplicates) Find(table string, offset, limit int) (out DuplicatePage, err error) {
	defer rescue(&err)
	s, t, err := d.a.session.table(table)
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
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
	apart := snap.Table(snap.Model.Table(notDuplicates).Num)
	if d.in == t && d.apart == apart {
		return
	}
	d.in, d.apart, d.slots = t, apart, nil
	var records [][]string
	for slot := range t.All().All() {
		if t.Value(slot, schema.State).Int() == schema.StateActive {
			d.slots, records = append(d.slots, slot), append(records, query.Telling(snap, t, slot))
		}
	}
	told := d.toldApart()
	d.pairs = slices.DeleteFunc(query.Alike(t.Schema, records, 0), func(p query.Pair) bool {
		return told[pairOf(t.ID(d.slots[p.A]), t.ID(d.slots[p.B]))]
	})
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

// toldApart are the pairs that somebody has said are not the same.
func (d *Duplicates) toldApart() map[string]bool {
	out := map[string]bool{}
	pair := d.apart.Schema.Field("pair").Num
	for slot := range d.apart.All().All() {
		out[d.apart.Value(slot, pair).Str()] = true
	}
	return out
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
