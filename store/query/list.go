package query

import (
	"slices"
	"sync"

	"cadastre/store/snapshot"
)

// A List is what a query finds, in order. No more is put in order than somebody has asked for.
type List struct {
	total int

	mu    sync.Mutex
	slots []snapshot.Slot // the first of them
	rest  *picking        // nil when these are all
}

// Len is how many records there are.
func (l *List) Len() int { return l.total }

// Page returns the records from a place on, at the most so many. The caller does not change them.
func (l *List) Page(offset, limit int) []snapshot.Slot {
	from := min(max(offset, 0), l.total)
	to := from + min(max(limit, 0), l.total-from)
	return l.first(to)[from:]
}

// All returns every record. The caller does not change them.
func (l *List) All() []snapshot.Slot { return l.first(l.total) }

func (l *List) first(n int) []snapshot.Slot {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.slots) < n {
		l.slots = l.rest.more(l.slots, n)
	}
	return l.slots[:n:n]
}

// listOf is a list of which everything is there.
func listOf(slots []snapshot.Slot) *List { return &List{total: len(slots), slots: slots} }

// A picking takes records out of all in order.
type picking struct {
	order *snapshot.Order
	found snapshot.Bits
	at    int // how many in order have been looked at
}

// more adds to the records that it has given so far, until there are n of them at the least.
func (p *picking) more(slots []snapshot.Slot, n int) []snapshot.Slot {
	count := len(slots)
	slots = slices.Grow(slots, n-count+1)[:n+1] // room for the slot that is written and not counted
	for ; p.at < len(p.order.Sorted) && count < n; p.at++ {
		slot := p.order.Sorted[p.at]
		slots[count] = slot
		count += int(p.found[uint32(slot)/64] >> (uint32(slot) % 64) & 1)
	}
	if slots = slots[:count]; count == n {
		return slots
	}
	for slot := range p.found.All() {
		if p.order.Ranks[slot] == 0 {
			slots = append(slots, slot)
		}
	}
	return slots
}
