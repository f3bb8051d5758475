package query

import (
	"cmp"
	"math"
	"slices"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// last is the key of a blank, which comes last in both directions.
const last = math.MaxUint64

// sortSlots sorts found in place.
func sortSlots(s *snapshot.Snapshot, t *snapshot.Table, found []snapshot.Slot, order []schema.Order) error {
	var keys [][]uint64
	for _, o := range order {
		f := t.Schema.Field(o.Field)
		if f == nil {
			return fault.New(fault.Invalid, "%s has no field “%s” to sort by.", t.Schema.Plural, o.Field)
		}
		keys = append(keys, sortKeys(s, t, f, found, o.Descending))
	}
	keys = append(keys, sortKeys(s, t, t.Schema.PrimaryField(), found, false))
	places := make([]int, len(found))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(a, b int) int {
		for _, k := range keys {
			if k[a] != k[b] {
				return cmp.Compare(k[a], k[b])
			}
		}
		return int(found[a]) - int(found[b])
	})
	sorted := make([]snapshot.Slot, len(found))
	for i, p := range places {
		sorted[i] = found[p]
	}
	copy(found, sorted)
	return nil
}

// sortKeys returns a number for each record found that sorts as the field does.
func sortKeys(s *snapshot.Snapshot, t *snapshot.Table, f *schema.Field, found []snapshot.Slot, descending bool) []uint64 {
	rank := ranker(s, t, f)
	keys := make([]uint64, len(found))
	for i, slot := range found {
		k, filled := rank(slot)
		switch {
		case !filled:
			k = last
		case descending:
			k = last - 1 - k
		}
		keys[i] = k
	}
	return keys
}

// ranker returns a number below last-1 by slot, or false for a blank.
func ranker(s *snapshot.Snapshot, t *snapshot.Table, f *schema.Field) func(snapshot.Slot) (uint64, bool) {
	switch {
	case f.Kind == schema.Lookup:
		target := s.Table(s.Model.Table(f.Target).Num)
		ranks := target.Order(target.Schema.PrimaryField().Num).Ranks
		return func(slot snapshot.Slot) (uint64, bool) {
			at, ok := target.Slot(t.Value(slot, f.Num).ID())
			if !ok {
				return 0, false
			}
			return uint64(ranks[at]), true
		}
	case f.Kind == schema.Choice:
		set := s.Model.ChoiceSet(f.Choice)
		return func(slot snapshot.Slot) (uint64, bool) {
			v := t.Value(slot, f.Num)
			return uint64(set.Position(v.Int()) + 1), !v.IsBlank()
		}
	case record.BehaviourOf(f.Kind).Class == record.String:
		ranks := t.Order(f.Num).Ranks
		return func(slot snapshot.Slot) (uint64, bool) { return uint64(ranks[slot]), ranks[slot] != 0 }
	}
	return func(slot snapshot.Slot) (uint64, bool) {
		v := t.Value(slot, f.Num)
		if v.Class() == record.Float {
			return ordered(v.Float()), !v.IsBlank()
		}
		return uint64(v.Int()) ^ 1<<63, !v.IsBlank()
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
