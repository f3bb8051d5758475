package query

import (
	"math"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// sortSlots sorts found in place, by the order and then by name. Sorting by the least important field
// first, each time keeping the order of equals, sorts by all.
func sortSlots(s *snapshot.Snapshot, t *snapshot.Table, found []snapshot.Slot, order []schema.Order) error {
	rankers := []ranker{rankerOf(s, t, t.Schema.PrimaryField(), false)}
	for i := len(order) - 1; i >= 0; i-- {
		rank, err := rankerAt(s, t, order[i].Field, order[i].Descending)
		if err != nil {
			return err
		}
		rankers = append(rankers, rank)
	}
	all := make([]keyed, len(found), 2*len(found))
	for i, slot := range found {
		all[i].slot = slot
	}
	for _, rank := range rankers {
		all = sortBy(rank, all)
	}
	for i := range all {
		found[i] = all[i].slot
	}
	return nil
}

type keyed struct {
	key  uint64
	slot snapshot.Slot
}

// A ranker returns a number that sorts as a field does; blank for one that comes last.
type ranker func(snapshot.Slot) uint64

const blank = math.MaxUint64

// sortBy sorts by one field, keeping the order of equals. all has as much capacity again.
func sortBy(rank ranker, all []keyed) []keyed {
	least, most := uint64(blank), uint64(0)
	for i := range all {
		k := rank(all[i].slot)
		all[i].key = k
		if k != blank {
			least, most = min(least, k), max(most, k)
		}
	}
	if least > most {
		return all // all are blank
	}
	for i := range all {
		all[i].key = min(all[i].key-least, most-least+1) // small numbers, blanks last
	}
	return radix(all, most-least+1)
}

const (
	digitBits = 11
	digits    = 1 << digitBits
)

// radix sorts by keys up to most, a digit at a time, keeping the order of equals.
func radix(all []keyed, most uint64) []keyed {
	from, to := all, all[len(all):2*len(all)]
	for shift := 0; most>>shift != 0; shift += digitBits {
		var next [digits]int
		for i := range from {
			next[from[i].key>>shift%digits]++
		}
		sum := 0
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
	if len(from) > 0 && &from[0] != &all[0] {
		copy(all, from)
	}
	return all
}

// rankerAt returns the ranker of a field, which may be a link further: "lookup.field".
func rankerAt(s *snapshot.Snapshot, t *snapshot.Table, path string, descending bool) (ranker, error) {
	key, rest, further := strings.Cut(path, ".")
	f := t.Schema.Field(key)
	switch {
	case f == nil || further && f.Kind != schema.Lookup:
		return nil, fault.New(fault.Invalid, "%s has no field “%s” to sort by.", t.Schema.Plural, path)
	case !further:
		return rankerOf(s, t, f, descending), nil
	}
	target, column := s.Table(s.Model.Table(f.Target).Num), t.Column(f.Num)
	rank, err := rankerAt(s, target, rest, descending)
	return func(slot snapshot.Slot) uint64 {
		if at, ok := target.Slot(column.Link(slot)); ok {
			return rank(at)
		}
		return blank
	}, err
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
		ranks := target.Order(target.Schema.PrimaryField().Num).Ranks
		return func(slot snapshot.Slot) uint64 {
			if at, ok := target.Slot(column.Link(slot)); ok {
				return uint64(ranks[at])
			}
			return blank
		}
	case f.Kind == schema.Choice:
		positions := positionsOf(s.Model.ChoiceSet(f.Choice))
		return intRanker(column, func(n int64) uint64 { return positions[n] })
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

// positionsOf numbers the codes of a set from 1; a code that it lacks comes first.
func positionsOf(set *schema.ChoiceSet) map[int64]uint64 {
	positions := make(map[int64]uint64, len(set.Options))
	for i, o := range set.Options {
		positions[o.Code] = uint64(i + 1)
	}
	return positions
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
