package query

import (
	"slices"

	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A sorting is a field that records are sorted by.
type sorting struct {
	rank ranker
	// text is the order of a text of the table itself, which is there already; nil for other fields.
	text       *snapshot.Order
	descending bool
}

// sorted returns the records in the order, then by name.
func sorted(s *snapshot.Snapshot, t *snapshot.Table, found snapshot.Bits, order []schema.Order) (*List, error) {
	by := make([]sorting, 0, len(order)+1)
	for _, o := range order {
		field, err := sortingAt(s, t, o)
		if err != nil {
			return nil, err
		}
		by = append(by, field)
	}
	for n := len(order); n > 0 && order[n-1] == (schema.Order{Field: t.Schema.Primary}); n-- {
		by = by[:n-1] // it comes last anyway
	}
	if len(by) == 0 {
		return byName(t, found), nil
	}
	by = append(by, nameSorting(t))
	if found.Len() < t.Len()/fewOf {
		return listOf(sortBy(by, slotsOf(found))), nil
	}
	first := slices.IndexFunc(by, func(b sorting) bool { return b.text != nil })
	return listOf(sortBy(by[:first], inOrder(by[first:], found))), nil
}

func nameSorting(t *snapshot.Table) sorting {
	order := t.Order(t.Schema.PrimaryField().Num)
	return sorting{rank: ranksOf(order), text: order}
}

func slotsOf(found snapshot.Bits) []snapshot.Slot {
	return slices.AppendSeq(make([]snapshot.Slot, 0, found.Len()), found.All())
}

// fewOf is how many records there are for each of those that are sorted rather than picked out of all in order.
const fewOf = 8

// byName returns the records sorted by name, those without one last.
func byName(t *snapshot.Table, found snapshot.Bits) *List {
	name := nameSorting(t)
	switch n := found.Len(); {
	case n == t.Len() && n == len(name.text.Sorted):
		return listOf(name.text.Sorted)
	case n < len(name.text.Sorted)/fewOf:
		return listOf(sortBy([]sorting{name}, slotsOf(found)))
	default:
		return &List{total: n, rest: &picking{order: name.text, found: found}}
	}
}

// inOrder returns records sorted by fields of which the first is a text. They are picked out of all in its
// order, and only those that share a text with another are sorted by what follows.
func inOrder(by []sorting, found snapshot.Bits) []snapshot.Slot {
	text := by[0].text
	slots := (&picking{order: text, found: found}).more(nil, found.Len())
	filled := len(slots)
	for filled > 0 && text.Ranks[slots[filled-1]] == 0 {
		filled--
	}
	if by[0].descending {
		slices.Reverse(slots[:filled])
		slices.Reverse(slots[filled:]) // equals are all the other way round, which sortShared expects
	}
	from := 0
	if n := len(text.Sorted); n == 0 || int(text.Ranks[text.Sorted[n-1]]) == n {
		from = filled // no two share a text
	}
	sortShared(by, slots[from:])
	return slots
}

// sortShared sorts those of some slots in the order of a text that share theirs with a neighbour.
func sortShared(by []sorting, slots []snapshot.Slot) {
	if len(slots) < 2 || len(by) == 1 {
		return
	}
	var places []int32
	var shared []snapshot.Slot
	ranks := by[0].text.Ranks
	before := false
	for i, slot := range slots {
		after := i+1 < len(slots) && ranks[slots[i+1]] == ranks[slot]
		if before || after {
			places, shared = append(places, int32(i)), append(shared, slot)
		}
		before = after
	}
	if by[0].descending {
		slices.Reverse(shared) // equals in the order of slots again
	}
	for i, slot := range sortBy(by, shared) {
		slots[places[i]] = slot
	}
}
