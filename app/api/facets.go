package api

import (
	"strconv"

	"cadastre/store/query"
)

// Facet says how often each choice of a field occurs.
type Facet struct {
	// Counts are the numbers of records by code; choices that no record has are absent.
	Counts map[string]int `json:"counts"`
	// Blank is the number of records without a choice.
	Blank int `json:"blank"`
}

// Facet counts the choices of a field among the records that a query finds.
func (r *Records) Facet(q Query, field string) (out Facet, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	asked, _, err := r.a.queryOf(s, snap, q)
	if err != nil {
		return out, err
	}
	facets, err := query.Facets(snap, asked, []string{field})
	if err != nil {
		return out, err
	}
	out = Facet{Counts: map[string]int{}, Blank: facets[0].Blank}
	for code, n := range facets[0].Counts {
		out.Counts[strconv.FormatInt(code, 10)] = n
	}
	return out, nil
}
