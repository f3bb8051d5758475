package api

import (
	"cmp"
	"slices"

	"cadastre/store/query"
	"cadastre/store/snapshot"
)

// Everywhere are the records of all tables that answer to a text, the best first: in their name, in other
// fields, in what they link to, and where nothing else is found in a table, spelled nearly so.
func (r *Records) Everywhere(text string, limit int) (out []Found, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	type ranked struct {
		Found
		rank query.Rank
	}
	var all []ranked
	for _, hits := range query.Everything(snap, text, limit) {
		for _, h := range hits.Hits {
			all = append(all, ranked{foundOf(snap.Table(hits.Table.Num), h), h.Rank})
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	out = []Found{}
	for _, f := range all[:min(len(all), max(limit, 0))] {
		out = append(out, f.Found)
	}
	return out, nil
}

func foundOf(t *snapshot.Table, h query.Hit) Found {
	f := Found{Table: t.Schema.Key, ID: t.ID(h.Slot).String(), Name: t.Name(h.Slot), Near: h.Rank >= query.NearName}
	if h.Holder != nil {
		f.Holder = h.Holder.Key
	}
	if h.Holder != nil || h.Field.Key != t.Schema.Primary {
		f.Field, f.Text = h.Field.Key, h.Text
	}
	return f
}
