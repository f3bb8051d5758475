package query

import (
	"math"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A ranker writes down, for each of some slots, a number that sorts as a field does; blank for one that comes last.
type ranker func(slots []snapshot.Slot, ranks []uint64)

const blank = math.MaxUint64

// sortingAt returns how a field is sorted by, which may be some links further: "lookup.field".
func sortingAt(s *snapshot.Snapshot, t *snapshot.Table, o schema.Order) (sorting, error) {
	p, err := s.Path(t.Schema, o.Field)
	if err != nil {
		return sorting{}, err
	}
	by := sorting{rank: rankerOf(s, p.End(), p.Field, o.Descending), descending: o.Descending}
	switch {
	case !p.Own():
		by.rank = further(p.Follow(), by.rank)
	case record.BehaviourOf(p.Field.Kind).Class == record.String:
		by.text = t.Order(p.Field.Num)
	}
	return by, nil
}

// further ranks what is reached from the slots, those from where nothing is last.
func further(reach func(snapshot.Slot) (snapshot.Slot, bool), rank ranker) ranker {
	return func(slots []snapshot.Slot, ranks []uint64) {
		var there []int
		var ends []snapshot.Slot
		for i, slot := range slots {
			if end, ok := reach(slot); ok {
				there, ends = append(there, i), append(ends, end)
			}
			ranks[i] = blank
		}
		found := make([]uint64, len(ends))
		rank(ends, found)
		for i, at := range there {
			ranks[at] = found[i]
		}
	}
}

// rankerOf returns the ranker of a field.
func rankerOf(s *snapshot.Snapshot, t *snapshot.Table, f *schema.Field, descending bool) ranker {
	rank := ascending(s, t, f)
	if !descending {
		return rank
	}
	return func(slots []snapshot.Slot, ranks []uint64) {
		rank(slots, ranks)
		for i, k := range ranks {
			if k != blank {
				ranks[i] = blank - 1 - k
			}
		}
	}
}

func ascending(s *snapshot.Snapshot, t *snapshot.Table, f *schema.Field) ranker {
	column := t.Column(f.Num)
	switch class := record.BehaviourOf(f.Kind).Class; {
	case f.Kind == schema.Lookup:
		target := s.Table(s.Model.Table(f.Target).Num)
		return linkRanker(placesByName(target), t.Targets(f.Num, target))
	case f.Kind == schema.Choice:
		return choiceRanker(column, placesOf(s.Model.ChoiceSet(f.Choice)))
	case class == record.String:
		return ranksOf(t.Order(f.Num))
	case class == record.Int:
		return func(slots []snapshot.Slot, ranks []uint64) {
			column.IntsOf(slots, ranks)
			for i, n := range ranks {
				ranks[i] = n ^ 1<<63 - 1 // the least, a blank, becomes the last
			}
		}
	}
	return func(slots []snapshot.Slot, ranks []uint64) {
		for i, slot := range slots {
			if ranks[i] = blank; !column.Value(slot).IsBlank() {
				ranks[i] = ordered(column.Value(slot).Float())
			}
		}
	}
}

// ranksOf is the ranker of texts.
func ranksOf(o *snapshot.Order) ranker {
	return func(slots []snapshot.Slot, ranks []uint64) {
		for i, slot := range slots {
			ranks[i] = uint64(o.Ranks[slot]) - 1 // 0, a blank, becomes the last
		}
	}
}

func choiceRanker(column *snapshot.Column, places *places) ranker {
	const blankInt = 1 << 63
	return func(slots []snapshot.Slot, ranks []uint64) {
		column.IntsOf(slots, ranks)
		for i, code := range ranks {
			if ranks[i] = blank; code != blankInt {
				ranks[i] = uint64(places.of(int64(code)))
			}
		}
	}
}

// linkRanker ranks links by the places of what they lead to.
func linkRanker(places []int32, to []snapshot.Slot) ranker {
	return func(slots []snapshot.Slot, ranks []uint64) {
		for i, slot := range slots {
			if ranks[i] = blank; to[slot] != snapshot.Nowhere {
				ranks[i] = uint64(places[to[slot]])
			}
		}
	}
}

// placesByName numbers records by name, those without one last. No two have the same number: what links to one
// of two records of the same name stands together.
func placesByName(t *snapshot.Table) []int32 {
	places := make([]int32, t.Slots())
	for i, slot := range byName(t, t.All()).All() {
		places[slot] = int32(i)
	}
	return places
}

// ordered maps numbers to integers in the same order.
func ordered(f float64) uint64 {
	bits := math.Float64bits(f)
	if bits>>63 == 1 {
		return ^bits
	}
	return bits | 1<<63
}
