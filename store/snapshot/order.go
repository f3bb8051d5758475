package snapshot

import (
	"bytes"
	"slices"
	"sync"

	"cadastre/store/schema"

	"golang.org/x/sync/errgroup"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// newCollator is not safe for concurrent use.
func newCollator() *collate.Collator { return collate.New(language.Und, collate.Numeric) }

type keyed struct {
	slot Slot
	key  []byte
}

// newOrder sorts by collation keys, which two workers make.
func (t *Table) newOrder(n schema.FieldNum) *Order {
	texts := &t.column(n).texts
	var all []keyed
	for i := range t.slots {
		if texts.at(i) != "" {
			all = append(all, keyed{slot: Slot(i)})
		}
	}
	const workers = 2
	var group errgroup.Group
	for w := range workers {
		part := all[len(all)*w/workers : len(all)*(w+1)/workers]
		group.Go(func() error {
			c, buf := newCollator(), &collate.Buffer{}
			for i := range part {
				part[i].key = c.KeyFromString(buf, texts.at(int(part[i].slot)))
			}
			return nil
		})
	}
	_ = group.Wait() // the workers return no error
	slices.SortFunc(all, func(a, b keyed) int {
		if d := bytes.Compare(a.key, b.key); d != 0 {
			return d
		}
		return int(a.slot) - int(b.slot)
	})
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
	texts := &t.column(n).texts
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	compare := func(a, b Slot) int {
		if d := c.CompareString(texts.at(int(a)), texts.at(int(b))); d != 0 {
			return d
		}
		return int(a) - int(b)
	}
	moved := make(map[Slot]bool, len(touched))
	var fresh []Slot
	for _, s := range touched {
		moved[s] = true
		if texts.at(int(s)) != "" {
			fresh = append(fresh, s)
		}
	}
	slices.SortFunc(fresh, compare)
	stay := make([]Slot, 0, len(base.Sorted)+len(fresh))
	for _, s := range base.Sorted {
		if !moved[s] {
			stay = append(stay, s)
		}
	}
	sorted := insertAll(stay, fresh, compare)
	return &Order{Sorted: sorted, Ranks: t.ranks(sorted, base, moved, func(a, b Slot) bool { return c.CompareString(texts.at(int(a)), texts.at(int(b))) == 0 })}
}

// insertAll puts a few sorted slots into many.
func insertAll(many, few []Slot, compare func(a, b Slot) int) []Slot {
	for _, s := range few {
		i, _ := slices.BinarySearchFunc(many, s, compare)
		many = slices.Insert(many, i, s)
	}
	return many
}

// ranks numbers a sorted list. Neighbours that did not move are equal when they were.
func (t *Table) ranks(sorted []Slot, base *Order, moved map[Slot]bool, equal func(a, b Slot) bool) []uint32 {
	ranks := make([]uint32, t.slots)
	rank := uint32(0)
	for i, s := range sorted {
		if i == 0 {
			rank = 1
		} else if prev := sorted[i-1]; moved[s] || moved[prev] {
			if !equal(prev, s) {
				rank++
			}
		} else if base.Ranks[prev] != base.Ranks[s] {
			rank++
		}
		ranks[s] = rank
	}
	return ranks
}
