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

// Facets counts the choices of fields, given by their paths, among the records that a query finds; a record
// whose link leads nowhere is without a choice. A fault Invalid names a field that is not one of choices.
func Facets(s *snapshot.Snapshot, q Query, paths []string) ([]Facet, error) {
	t, found, err := find(s, q)
	if err != nil {
		return nil, err
	}
	facets := make([]Facet, len(paths))
	for i, key := range paths {
		if f := s.Model.FieldAt(t.Schema, key); f == nil || f.Kind != schema.Choice {
			return nil, fault.New(fault.Invalid, "%s has no choices “%s” to count.", t.Schema.Plural, key)
		}
		p, err := s.Path(t.Schema, key)
		if err != nil {
			return nil, err
		}
		facets[i] = Facet{Field: key, Counts: countCodes(t, p, found)}
		facets[i].Blank = facets[i].Counts[snapshot.BlankInt]
		delete(facets[i].Counts, snapshot.BlankInt)
	}
	return facets, nil
}

// countCodes counts the codes at the end of a path, BlankInt for none.
func countCodes(t *snapshot.Table, p snapshot.Path, among snapshot.Bits) map[int64]int {
	if p.Own() {
		return t.CountCodes(p.Field.Num, among)
	}
	reach, column, counts := p.Follow(), p.End().Column(p.Field.Num), map[int64]int{}
	for slot := range among.All() {
		code := int64(snapshot.BlankInt)
		if end, ok := reach(slot); ok {
			if n, filled := column.Int(end); filled {
				code = n
			}
		}
		counts[code]++
	}
	return counts
}
