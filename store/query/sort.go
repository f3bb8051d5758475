package query

import (
	"math"
	"math/bits"
	"slices"

	"cadastre/store/record"
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
	slots := byName(t, found)
	for n := len(order); n > 0 && order[n-1] == (schema.Order{Field: t.Schema.Primary}); n-- {
		rankers = rankers[:n-1] // they are
	}
	sortBy(rankers, slots)
	return slots, nil
}

// byName returns the records sorted by name, those without one last.
func byName(t *snapshot.Table, found snapshot.Bits) []snapshot.Slot {
	order := t.Order(t.Schema.PrimaryField().Num)
	slots := make([]snapshot.Slot, found.Len()+1) // room for the slot that is written and not counted
	n := 0
	for _, slot := range order.Sorted {
		slots[n] = slot
		n += int(found[slot/64] >> (slot % 64) & 1)
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

// A ranker returns a number that sorts as a field does; blank for one that comes last.
type ranker func(snapshot.Slot) uint64

const blank = math.MaxUint64

// A keyed slot is sorted by its key.
type keyed struct {
	key  uint64
	slot snapshot.Slot
}

// sortBy sorts by the fields one after the other, keeping the order of equals. Their ranks are packed
// into one key as far as it has room; sorting by the less important first then sorts by all.
func sortBy(rankers []ranker, slots []snapshot.Slot) {
	if len(rankers) == 0 || len(slots) < 2 {
		return
	}
	all, spare := make([]keyed, len(slots)), make([]keyed, len(slots))
	for i, slot := range slots {
		all[i].slot = slot
	}
	ranks, width := make([]uint64, len(slots)), 0
	for _, rank := range slices.Backward(rankers) {
		more := ranksOf(rank, all, ranks)
		if width+more > 64 {
			all, spare = radix(all, spare, width)
			width, more = 0, ranksOf(rank, all, ranks)
		}
		for i := range all {
			all[i].key |= ranks[i] << width
		}
		width += more
	}
	all, _ = radix(all, spare, width)
	for i := range all {
		slots[i] = all[i].slot
	}
}

// ranksOf writes down the ranks as small numbers, blanks last, and returns how many bits they take.
func ranksOf(rank ranker, all []keyed, ranks []uint64) (width int) {
	least, most := uint64(blank), uint64(0)
	for i := range all {
		k := rank(all[i].slot)
		ranks[i] = k
		if k != blank {
			least, most = min(least, k), max(most, k)
		}
	}
	if least > most {
		least, most = blank, blank // all are blank
	}
	for i := range ranks {
		ranks[i] = min(ranks[i]-least, most-least+1)
	}
	return bits.Len64(most - least + 1)
}

const (
	digitBits = 11
	digits    = 1 << digitBits
)

// radix sorts by keys of so many bits, a digit at a time, keeping the order of equals, and takes the
// keys away. It answers with both slices, the sorted one first.
func radix(from, to []keyed, width int) (done, spare []keyed) {
	for shift := 0; shift < width; shift += digitBits {
		var next [digits]int32
		for i := range from {
			next[from[i].key>>shift%digits]++
		}
		sum := int32(0)
		for d, n := range next {
			next[d], sum = sum, sum+n
		}
		for i := range from {
			d := from[i].key >> shift % digits
			to[next[d]] = from[i]
			next[d]++
		}
		from, to = to, from
	}
	for i := range from {
		from[i].key = 0
	}
	return from, to
}

// rankerAt returns the ranker of a field, which may be some links further: "lookup.field".
func rankerAt(s *snapshot.Snapshot, t *snapshot.Table, key string, descending bool) (ranker, error) {
	p, err := s.Path(t.Schema, key)
	if err != nil {
		return nil, err
	}
	rank := rankerOf(s, p.End(), p.Field, descending)
	if p.Own() {
		return rank, nil
	}
	return func(slot snapshot.Slot) uint64 {
		if at, ok := p.Reach(slot); ok {
			return rank(at)
		}
		return blank
	}, nil
}

// rankerOf returns the ranker of a field.
func rankerOf(s *snapshot.Snapshot, t *snapshot.Table, f *schema.Field, descending bool) ranker {
	rank := ascending(s, t, f)
	if !descending {
		return rank
	}
	return func(slot snapshot.Slot) uint64 {
		if k := rank(slot); k != blank {
			return blank - 1 - k
		}
		return blank
	}
}

func ascending(s *snapshot.Snapshot, t *snapshot.Table, f *schema.Field) ranker {
	column := t.Column(f.Num)
	switch class := record.BehaviourOf(f.Kind).Class; {
	case f.Kind == schema.Lookup:
		target := s.Table(s.Model.Table(f.Target).Num)
		places := placesByName(target)
		return func(slot snapshot.Slot) uint64 {
			if at, ok := target.Slot(column.Link(slot)); ok {
				return uint64(places[at])
			}
			return blank
		}
	case f.Kind == schema.Choice:
		places := placesOf(s.Model.ChoiceSet(f.Choice))
		return intRanker(column, func(code int64) uint64 { return uint64(places.of(code)) })
	case class == record.String:
		ranks := t.Order(f.Num).Ranks
		return func(slot snapshot.Slot) uint64 { return uint64(ranks[slot]) - 1 } // 0, a blank, becomes the last
	case class == record.Int:
		return intRanker(column, func(n int64) uint64 { return uint64(n) ^ 1<<63 })
	}
	return func(slot snapshot.Slot) uint64 {
		if v := column.Value(slot); !v.IsBlank() {
			return ordered(v.Float())
		}
		return blank
	}
}

// placesByName numbers records by name, those without one last. No two have the same number: what links to one
// of two records of the same name stands together.
func placesByName(t *snapshot.Table) []int32 {
	places := make([]int32, t.Slots())
	for i, slot := range byName(t, t.All()) {
		places[slot] = int32(i)
	}
	return places
}

func intRanker(column *snapshot.Column, key func(int64) uint64) ranker {
	return func(slot snapshot.Slot) uint64 {
		if n, filled := column.Int(slot); filled {
			return key(n)
		}
		return blank
	}
}

// ordered maps numbers to integers in the same order.
func ordered(f float64) uint64 {
	bits := math.Float64bits(f)
	if bits>>63 == 1 {
		return ^bits
	}
	return bits | 1<<63
}
