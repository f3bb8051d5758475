package snapshot

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sync"

	"cadastre/store/schema"
)

// A keyed text is compared by its key, which begins with the prefix.
type keyed struct {
	prefix uint64
	key    []byte
	slot   Slot
}

func newKeyed(key []byte, s Slot) keyed {
	var first [8]byte
	copy(first[:], key)
	return keyed{binary.BigEndian.Uint64(first[:]), key, s}
}

func compareKeyed(a, b keyed) int {
	if a.prefix != b.prefix {
		return cmp.Compare(a.prefix, b.prefix)
	}
	return cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.slot, b.slot))
}

// newOrder sorts by primary weights, and what is equal then by the keys of the collation.
func (t *Table) newOrder(n schema.FieldNum) *Order {
	texts := &t.Column(n).texts
	var all []keyed
	for i := range t.slots {
		if texts.at(i) != "" {
			all = append(all, keyed{slot: Slot(i)})
		}
	}
	inParts(2, len(all), func(from, to int) {
		c, key := newCollator(), []byte(nil)
		for i := from; i < to; i++ {
			key = c.AppendPrimary(key[:0], texts.at(int(all[i].slot)))
			all[i] = newKeyed(bytes.Clone(key), all[i].slot)
		}
		slices.SortFunc(all[from:to], compareKeyed)
	})
	all = mergeHalves(all)
	settle(all, texts)
	return newRanks(all, t.slots)
}

// mergeHalves puts together what two have sorted.
func mergeHalves(all []keyed) []keyed {
	half := len(all) / 2
	a, b, out := all[:half], all[half:], make([]keyed, 0, len(all))
	for len(a) > 0 && len(b) > 0 {
		if compareKeyed(a[0], b[0]) < 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// settle sorts texts that have the same primary weights and are not the same.
func settle(all []keyed, texts *texts) {
	c := newCollator()
	for len(all) > 0 {
		n := 1
		for n < len(all) && bytes.Equal(all[n].key, all[0].key) {
			n++
		}
		first := texts.at(int(all[0].slot))
		if slices.ContainsFunc(all[1:n], func(k keyed) bool { return texts.at(int(k.slot)) != first }) {
			for i, k := range all[:n] {
				all[i].key = slices.Concat(k.key, []byte{0}, c.Key(texts.at(int(k.slot)))) // no weight begins with 0
			}
			slices.SortFunc(all[:n], compareKeyed)
		}
		all = all[n:]
	}
}

// newRanks returns the order of what has been sorted.
func newRanks(all []keyed, slots int) *Order {
	o := &Order{Sorted: make([]Slot, len(all)), Ranks: make([]uint32, slots)}
	rank := uint32(0)
	for i, k := range all {
		if i == 0 || !bytes.Equal(k.key, all[i-1].key) {
			rank++
		}
		o.Sorted[i], o.Ranks[k.slot] = k.slot, rank
	}
	return o
}

var collators = sync.Pool{New: func() any { return newCollator() }}

// patchOrder takes the touched records out of an order and puts them in where they belong now.
func (t *Table) patchOrder(n schema.FieldNum, base *Order, touched []Slot) *Order {
	texts := &t.Column(n).texts
	c := collators.Get().(*collator)
	defer collators.Put(c)
	compare := func(a, b Slot) int { return c.Compare(texts.at(int(a)), texts.at(int(b))) }
	compareSlots := func(a, b Slot) int { return cmp.Or(compare(a, b), cmp.Compare(a, b)) }
	moved := make([]bool, t.slots)
	var fresh []Slot
	for _, s := range touched {
		moved[s] = true
		if texts.at(int(s)) != "" {
			fresh = append(fresh, s)
		}
	}
	slices.SortFunc(fresh, compareSlots)
	stay := slices.DeleteFunc(slices.Clone(base.Sorted), func(s Slot) bool { return moved[s] })
	o := &Order{Sorted: merge(stay, fresh, compareSlots), Ranks: make([]uint32, t.slots)}
	rank := uint32(0)
	for i, s := range o.Sorted {
		if i == 0 || !equalNeighbours(o.Sorted[i-1], s, base, moved, compare) {
			rank++
		}
		o.Ranks[s] = rank
	}
	return o
}

// merge puts a few sorted slots into many.
func merge(many, few []Slot, compare func(a, b Slot) int) []Slot {
	out := make([]Slot, 0, len(many)+len(few))
	for _, s := range few {
		i, _ := slices.BinarySearchFunc(many, s, compare)
		out = append(append(out, many[:i]...), s)
		many = many[i:]
	}
	return append(out, many...)
}

// equalNeighbours compares two slots that follow each other; those that did not move are equal when they were.
func equalNeighbours(a, b Slot, base *Order, moved []bool, compare func(a, b Slot) int) bool {
	if moved[a] || moved[b] {
		return compare(a, b) == 0
	}
	return base.Ranks[a] == base.Ranks[b]
}
