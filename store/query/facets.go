package query

import (
	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Facet says how often each choice of a field occurs.
type Facet struct {
	// Field is the field's key.
	Field string
	// Counts are the numbers of records by code; choices that no record has are absent.
	Counts map[int64]int
	// Blank is the number of records without a choice.
	Blank int
}

// Facets counts the choices of fields, given by their keys, among the records that a query finds. A
// fault Invalid names a field that is not one of choices.
func Facets(s *snapshot.Snapshot, q Query, fields []string) ([]Facet, error) {
	t, found, err := find(s, q)
	if err != nil {
		return nil, err
	}
	facets := make([]Facet, len(fields))
	for i, key := range fields {
		f := t.Schema.Field(key)
		if f == nil || f.Kind != schema.Choice {
			return nil, fault.New(fault.Invalid, "%s has no choices “%s” to count.", t.Schema.Plural, key)
		}
		facets[i] = Facet{Field: key, Counts: t.CountCodes(f.Num, found)}
		facets[i].Blank = facets[i].Counts[snapshot.BlankInt]
		delete(facets[i].Counts, snapshot.BlankInt)
	}
	return facets, nil
}
