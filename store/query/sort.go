package query

import (
	"slices"

	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// sorted returns the records in the order, then by name.
func sorted(s *snapshot.Snapshot, t *snapshot.Table, found snapshot.Bits, order []schema.Order) ([]snapshot.Slot, error) {
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
	return sortBy(append(rankers, names), slices.AppendSeq(make([]snapshot.Slot, 0, found.Len()), found.All())), nil
}

// fewOf is how many records there are for each of those that are sorted rather than picked out of all in order.
const fewOf = 8

// byName returns the records sorted by name, those without one last.
func byName(t *snapshot.Table, found snapshot.Bits) []snapshot.Slot {
	order := t.Order(t.Schema.PrimaryField().Num)
	switch n := found.Len(); {
	case n == t.Len() && n == len(order.Sorted):
		return slices.Clone(order.Sorted)
	case n < len(order.Sorted)/fewOf:
		return sortBy([]ranker{ranksOf(order)}, slices.AppendSeq(make([]snapshot.Slot, 0, n), found.All()))
	}
	return pick(order, found)
}

// pick takes the records out of all in order.
func pick(order *snapshot.Order, found snapshot.Bits) []snapshot.Slot {
	slots := make([]snapshot.Slot, found.Len()+1) // room for the slot that is written and not counted
	n := 0
	for _, slot := range order.Sorted {
		slots[n] = slot
		n += int(found[uint32(slot)/64] >> (uint32(slot) % 64) & 1)
	}
	if n == len(slots)-1 {
		return slots[:n]
	}
	slots = slots[:n]
	for slot := range found.All() {
		if order.Ranks[slot] == 0 {
			slots = append(slots, slot)
		}
	}
	return slots
}
