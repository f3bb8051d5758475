package api

import (
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Group is records that have the same values.
type Group struct {
	// Keys are the values in their stored form, Texts what people read for them; "" for blank.
	Keys  []string `json:"keys"`
	Texts []string `json:"texts"`
	Count int      `json:"count"`
	// Values are those of the measures, null where no record has one; Displays are their texts.
	Values   []any    `json:"values"`
	Displays []string `json:"displays"`
	// Filter finds the records of the group among those asked for.
	Filter schema.Filter `json:"filter"`
}

// Groups puts what a query finds together by fields and measures each group; with no field it measures all.
func (r *Records) Groups(q Query, by []schema.GroupBy, measures []schema.Measure) (out []Group, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	asked, t, err := r.a.queryOf(s, snap, q)
	if err != nil {
		return nil, err
	}
	groups, err := query.Groups(snap, asked, by, measures)
	if err != nil {
		return nil, err
	}
	out = make([]Group, len(groups))
	for i, g := range groups {
		out[i] = Group{Keys: nonNil(g.Keys), Texts: nonNil(g.Texts), Count: g.Count, Filter: g.Filter(), Values: []any{}, Displays: []string{}}
		for n, v := range g.Values {
			value, text := measured(snap, t, measures[n], v)
			out[i].Values, out[i].Displays = append(out[i].Values, value), append(out[i].Displays, text)
		}
	}
	return out, nil
}

// measured is a measure's value as documents show it: of the field where it is one of its values, else a number.
func measured(snap *snapshot.Snapshot, t *schema.Table, m schema.Measure, v record.Value) (any, string) {
	f := &schema.Field{Kind: schema.Decimal}
	if p, err := snap.Path(t, m.Field); err == nil && (m.Aggregate == schema.Least || m.Aggregate == schema.Most) {
		f = p.Field
	} else if v.Class() == record.Int {
		f = &schema.Field{Kind: schema.Whole}
	}
	if v.IsBlank() {
		return nil, ""
	}
	return record.JSON(f, v), record.Format(f, v)
}
