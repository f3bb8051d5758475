package snapshot

import (
	"bytes"
	"cmp"
	"slices"
	"sync"

	"cadastre/store/schema"
)

type keyed struct {
	slot Slot
	key  []byte
}

// newOrder sorts by collation keys.
func (t *Table) newOrder(n schema.FieldNum) *Order {
	texts := &t.Column(n).texts
	var all []keyed
	for i := range t.slots {
		if texts.at(i) != "" {
			all = append(all, keyed{slot: Slot(i)})
		}
	}
	inParts(several, len(all), func(from, to int) {
		c := newCollator()
		for i := from; i < to; i++ {
			all[i].key = c.Key(texts.at(int(all[i].slot)))
		}
	})
	slices.SortFunc(all, func(a, b keyed) int { return cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.slot, b.slot)) })
	o := &Order{Sorted: make([]Slot, len(all)), Ranks: make([]uint32, t.slots)}
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
