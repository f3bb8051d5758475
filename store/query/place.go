package query

import (
	"strings"

	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A place is a field that a record of a table leads to, by links or directly.
type place struct {
	path  []string // the keys of the lookups on the way
	table *snapshot.Table
	field *schema.Field
	// reach leads from a record asked about to the one that has the field, false where a link is missing.
	reach func(snapshot.Slot) (snapshot.Slot, bool)
}

// placeOf finds the field that a key such as "lookup.field" names.
func placeOf(s *snapshot.Snapshot, t *snapshot.Table, key string) (place, error) {
	first, rest, further := strings.Cut(key, ".")
	f := t.Schema.Field(first)
	switch {
	case f == nil:
		return place{}, fault.New(fault.Invalid, "%s has no field “%s”.", t.Schema.Plural, key)
	case !further:
		return place{table: t, field: f, reach: func(slot snapshot.Slot) (snapshot.Slot, bool) { return slot, true }}, nil
	case f.Kind != schema.Lookup:
		return place{}, fault.New(fault.Invalid, "%s is no lookup: “%s” leads nowhere.", f.Label, key)
	}
	target, column := s.Table(s.Model.Table(f.Target).Num), t.Column(f.Num)
	p, err := placeOf(s, target, rest)
	next := p.reach
	p.path = append([]string{f.Key}, p.path...)
	p.reach = func(slot snapshot.Slot) (snapshot.Slot, bool) {
		to, ok := target.Slot(column.Link(slot))
		if !ok {
			return 0, false
		}
		return next(to)
	}
	return p, err
}
