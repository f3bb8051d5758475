package api

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"cadastre/app/source"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// Duplicates finds records that are likely the same thing kept several times, and makes one of them.
type Duplicates struct {
	a *API

	// mu guards what was found last, and by which job.
	mu    sync.Mutex
	job   string
	found DuplicatesFound
}

// TellApart notes that records are alike and not the same, none as another: they are not found again.
func (d *Duplicates) TellApart(table string, ids []string) (out Done, err error) {
	defer rescue(&err)
	s, t, err := d.a.session.table(table)
	if err != nil {
		return out, err
	}
	records, err := parseIDs(ids)
	if err != nil {
		return out, err
	}
	if len(records) < 2 {
		return out, fault.New(fault.Usage, "It takes two records to tell them apart.")
	}
	p := apart{snap: s.Snapshot(), table: t}
	for i, a := range records {
		for _, b := range records[i+1:] {
			p.tell(a, b)
		}
	}
	draft := change.Draft{Origin: change.Origin{Kind: change.FromForm}, Long: true, Edits: p.edits}
	draft.Summary = fmt.Sprintf("%d %s are not the same", len(records), t.Plural)
	if len(records) == 2 {
		draft.Summary = p.names(records[0], records[1]) + " are not the same"
	}
	return d.apply(s, draft)
}

// Merge makes one record of several, as one change set.
func (d *Duplicates) Merge(m MergeRequest) (out Done, err error) {
	defer rescue(&err)
	s, t, err := d.a.session.table(m.Table)
	if err != nil {
		return out, err
	}
	g, others, err := m.merging(t)
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	draft, into, err := change.Merge(s.Model(), snap, g)
	if err != nil {
		return out, err
	}
	p := apart{snap: snap, table: t}
	p.follow(into)
	for _, other := range others {
		p.tell(g.Keep.ID, other)
	}
	draft.Edits = slices.Concat(draft.Edits, source.Follow(snap, g, into), p.edits)
	return d.apply(s, draft)
}

func (d *Duplicates) apply(s *store.Store, draft change.Draft) (Done, error) {
	draft.Who = d.a.prefs.who()
	header, err := s.Apply(context.Background(), draft)
	return doneOf(header), err
}

// merging reads the request, and which records are kept apart from the one that stays.
func (m *MergeRequest) merging(t *schema.Table) (g change.Merging, apart []record.ID, err error) {
	keep, err := record.ParseID(m.Keep)
	if err != nil {
		return g, nil, err
	}
	drop, err := parseIDs(m.Drop)
	if err != nil {
		return g, nil, err
	}
	g = change.Merging{Table: t, Keep: change.Seen{ID: keep, Version: m.Versions[m.Keep]}, From: map[schema.FieldNum]record.ID{}}
	for i, id := range drop {
		g.Drop = append(g.Drop, change.Seen{ID: id, Version: m.Versions[m.Drop[i]]})
	}
	for key, id := range m.From {
		f := t.Field(key)
		if f == nil || f.System {
			return g, nil, fault.New(fault.Usage, "%s have no field “%s” that can be taken.", t.Plural, key)
		}
		if g.From[f.Num], err = record.ParseID(id); err != nil {
			return g, nil, err
		}
	}
	apart, err = parseIDs(m.Apart)
	return g, apart, err
}
