package query

import (
	"slices"

	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// sorted returns the records in the order, then by name.
func sorted(s *snapshot.Snapshot, t *snapshot.Table, found snapshot.Bits, order []schema.Order) (*List, error) {
	var rankers []ranker
	for _, o := range order {
		rank, err := rankerAt(s, t, o.Field, o.Descending)
		if err != nil {
			return nil, err
		}
		rankers = append(rankers, rank)
	}
	for n := len(order); n > 0 && order[n-1] == (schema.Order{Field: t.Schema.Primary}); n-- {
		rankers = rankers[:n-1] // it comes last anyway
	}
	if len(rankers) == 0 {
		return byName(t, found), nil
	}
	names := ranksOf(t.Order(t.Schema.PrimaryField().Num))
	return listOf(sortBy(append(rankers, names), slices.AppendSeq(make([]snapshot.Slot, 0, found.Len()), found.All()))), nil
}

// fewOf is how many records there are for each of those that are sorted rather than picked out of all in order.
const fewOf = 8

// byName returns the records sorted by name, those without one last.
func byName(t *snapshot.Table, found snapshot.Bits) *List {
	order := t.Order(t.Schema.PrimaryField().Num)
	switch n := found.Len(); {
	case n == t.Len() && n == len(order.Sorted):
		return listOf(order.Sorted)
	case n < len(order.Sorted)/fewOf:
		return listOf(sortBy([]ranker{ranksOf(order)}, slices.AppendSeq(make([]snapshot.Slot, 0, n), found.All())))
	default:
		return &List{total: n, rest: &picking{order: order, found: found}}
	}
}
