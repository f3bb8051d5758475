package query

import (
	"math/bits"

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
		facets[i] = count(t.Column(f.Num), placesOf(s.Model.ChoiceSet(f.Choice)), found)
		facets[i].Field = key
	}
	return facets, nil
}

func count(column *snapshot.Column, places *places, found snapshot.Bits) Facet {
	facet := Facet{Counts: map[int64]int{}}
	counts := make([]int, len(places.set.Options)+1)
	for i, word := range found {
		if word == 0 {
			continue
		}
		for cells := column.Ints(i); word != 0; word &= word - 1 {
			code := cells[bits.TrailingZeros64(word)%64]
			if code == snapshot.BlankInt {
				facet.Blank++
			} else if place := places.of(code); place > 0 {
				counts[place]++
			} else {
				facet.Counts[code]++
			}
		}
	}
	for i, o := range places.set.Options {
		if n := counts[i+1]; n > 0 {
			facet.Counts[o.Code] = n
		}
	}
	return facet
}
