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

// A ranker writes down, for each of some slots, a number that sorts as a field does; blank for one that comes last.
type ranker func(slots []snapshot.Slot, ranks []uint64)

const blank = math.MaxUint64

// sortBy sorts by the fields one after the other, keeping the order of equals, and returns its slots. Their
// ranks are packed into one key as far as it has room beside the slot; sorting by the less important first
// then sorts by all.
func sortBy(rankers []ranker, slots []snapshot.Slot) []snapshot.Slot {
	if len(slots) < 2 {
		return slots
	}
	k := newKeys(slots)
	for _, rank := range slices.Backward(rankers) {
		width := k.measure(rank)
		for done := 0; done < width; {
			if k.room() == 0 {
				k.sort()
				k.measure(rank)
			}
			done += k.pack(done, width)
		}
	}
	k.sort()
	return slots
}

// keys are what slots are sorted by: the ranks of each, and below them the slot itself.
type keys struct {
	slots       []snapshot.Slot
	all, spare  []uint64
	slotBits    int
	width, most int // bits of ranks that are packed, and that there is room for

	ranks       []uint64 // of one field
	least, last uint64   // the least of them, and what blanks are above it
}

func newKeys(slots []snapshot.Slot) *keys {
	slotBits := bits.Len32(uint32(slices.Max(slots)))
	space := make([]uint64, 3*len(slots))
	part := func(i int) []uint64 { return space[i*len(slots) : (i+1)*len(slots)] }
	return &keys{slots: slots, all: part(0), spare: part(1), ranks: part(2), slotBits: slotBits, most: 64 - slotBits}
}

func (k *keys) room() int { return k.most - k.width }

// measure asks for the ranks of a field and returns how many bits they take, as small numbers with blanks last.
func (k *keys) measure(rank ranker) (width int) {
	rank(k.slots, k.ranks)
	least, most := uint64(blank), uint64(0)
	for _, r := range k.ranks {
		least = min(least, r)
		if r != blank {
			most = max(most, r)
		}
	}
	k.least, k.last = least, max(most, least)-least+1 // where all are blank it is 1, and all are 0
	return bits.Len64(k.last)
}

// pack puts bits of the ranks from one on into the keys, as many as there is room for, and returns how many.
func (k *keys) pack(from, to int) int {
	n := min(to-from, k.room())
	mask := uint64(1)<<n - 1
	for i, rank := range k.ranks {
		k.all[i] |= min(rank-k.least, k.last) >> from & mask << k.width
	}
	k.width += n
	return n
}

// sort sorts the slots by what is packed, and begins anew.
func (k *keys) sort() {
	for i, slot := range k.slots {
		k.all[i] = k.all[i]<<k.slotBits | uint64(slot)
	}
	k.all, k.spare = radix(k.all, k.spare, k.slotBits, k.slotBits+k.width)
	for i, key := range k.all {
		k.slots[i], k.all[i] = snapshot.Slot(key&(1<<k.slotBits-1)), 0
	}
	k.width = 0
}

const (
	digitBits = 11
	digits    = 1 << digitBits
)

// radix sorts keys by some of their bits, a digit at a time, keeping the order of equals. It answers with
// both slices, the sorted one first.
func radix(from, to []uint64, least, most int) (done, spare []uint64) {
	passes := (most - least + digitBits - 1) / digitBits
	for pass := range passes {
		shift := least + (most-least)*pass/passes
		mask := uint64(1)<<(least+(most-least)*(pass+1)/passes-shift) - 1
		var next [digits]int32
		for _, key := range from {
			next[key>>shift&mask]++
		}
		sum := int32(0)
		for d, n := range next {
			next[d], sum = sum, sum+n
		}
		for _, key := range from {
			d := key >> shift & mask
			to[next[d]] = key
			next[d]++
		}
		from, to = to, from
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
	reach := p.Follow()
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
	}, nil
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
	for i, slot := range byName(t, t.All()) {
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
