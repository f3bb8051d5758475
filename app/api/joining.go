package api

import (
	"fmt"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Join pairs a record with every record of a selection that it is not paired with already, as one change set.
func (r *Records) Join(j Joining) (out Joined, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	here, there, err := endsOf(snap.Model, j)
	if err != nil {
		return out, err
	}
	id, err := record.ParseID(j.ID)
	if err != nil {
		return out, err
	}
	target, ids, err := r.selected(s, snap, j.To)
	if err != nil {
		return out, err
	}
	t := snap.Model.Table(j.Table)
	d := change.Draft{Origin: change.Origin{Kind: change.FromForm}, Complete: true}
	paired := pairedWith(snap.Table(t.Num), here, there, id)
	for _, other := range ids {
		if paired[other] {
			out.Already++
			continue
		}
		d.Edits = append(d.Edits, change.Edit{Op: change.Create, Table: t.Num, ID: record.NewID(), Fields: []record.FieldValue{
			{Num: here.Num, Value: record.OfID(id)}, {Num: there.Num, Value: record.OfID(other)}}})
		ids[len(d.Edits)-1] = other
	}
	if len(d.Edits) == 0 {
		return out, nil
	}
	d.Summary = fmt.Sprintf("%s added to “%s”", wordsFor(snap, target, ids[:len(d.Edits)]), snap.Name(snap.Model.Table(here.Target).Num, id))
	out.Done, err = r.apply(s, d)
	return out, err
}

// endsOf are the lookups of a pair: to the one record, and to the others.
func endsOf(m *schema.Model, j Joining) (here, there *schema.Field, err error) {
	t := m.Table(j.Table)
	if t == nil {
		return nil, nil, noTable(j.Table)
	}
	a, b := t.Ends()
	if b != nil && b.Key == j.Via {
		a, b = b, a
	}
	if a == nil || a.Key != j.Via || b.Target != j.To.Table {
		return nil, nil, fault.New(fault.Usage, "%s do not join these records by “%s”.", t.Plural, j.Via)
	}
	return a, b, nil
}

// pairedWith are the records that a record is paired with.
func pairedWith(pairs *snapshot.Table, here, there *schema.Field, id record.ID) map[record.ID]bool {
	paired, others := map[record.ID]bool{}, pairs.Column(there.Num)
	pairs.EachLink(here.Num, func(slot snapshot.Slot, to record.ID) {
		if to == id {
			paired[others.Link(slot)] = true
		}
	})
	return paired
}
