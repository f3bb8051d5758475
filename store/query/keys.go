package query

import (
	"math/bits"
	"slices"
	"sync"

	"cadastre/store/radix"
	"cadastre/store/snapshot"
)

// sortBy sorts by the fields one after the other, keeping the order of equals, and returns its slots. Their
// ranks are packed into one key as far as it has room beside the slot; sorting by the less important first
// then sorts by all.
func sortBy(by []sorting, slots []snapshot.Slot) []snapshot.Slot {
	if len(slots) < 2 || len(by) == 0 {
		return slots
	}
	space, ok := spaces.Get().(*[]uint64)
	if !ok {
		space = new([]uint64)
	}
	defer spaces.Put(space)
	k := newKeys(slots, space)
	for _, field := range slices.Backward(by) {
		width := k.measure(field.rank)
		for done := 0; done < width; {
			if k.room() == 0 {
				k.sort()
				k.measure(field.rank)
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

// spaces are the memory of keys that were sorted before: a list is asked for at every keystroke.
var spaces sync.Pool

func newKeys(slots []snapshot.Slot, space *[]uint64) *keys {
	slotBits := bits.Len32(uint32(slices.Max(slots)))
	if len(*space) < 3*len(slots) {
		*space = make([]uint64, 3*len(slots))
	}
	part := func(i int) []uint64 { return (*space)[i*len(slots) : (i+1)*len(slots)] }
	clear(part(0))
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
	k.all, k.spare = radix.Sort(k.all, k.spare, k.slotBits, k.slotBits+k.width)
	for i, key := range k.all {
		k.slots[i], k.all[i] = snapshot.Slot(key&(1<<k.slotBits-1)), 0
	}
	k.width = 0
}
