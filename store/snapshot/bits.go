package snapshot

import (
	"iter"
	"math/bits"
)

// Bits are a set of slots of one table, as many bits as it has slots.
type Bits []uint64

// NewBits returns an empty set for so many slots.
func NewBits(slots int) Bits { return make(Bits, (slots+63)/64) }

// Has is true for a slot in the set.
func (b Bits) Has(s Slot) bool { return b[s/64]>>(s%64)&1 != 0 }

// Add puts a slot in.
func (b Bits) Add(s Slot) { b[s/64] |= 1 << (s % 64) }

// Remove takes a slot out.
func (b Bits) Remove(s Slot) { b[s/64] &^= 1 << (s % 64) }

// Len is the number of slots in the set.
func (b Bits) Len() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// Clone returns a copy.
func (b Bits) Clone() Bits { return append(Bits{}, b...) }

// grown returns a copy for so many slots.
func (b Bits) grown(slots int) Bits {
	out := NewBits(slots)
	copy(out, b)
	return out
}

// And keeps what is in both.
func (b Bits) And(other Bits) {
	for i := range b {
		b[i] &= other[i]
	}
}

// AndNot keeps what is not in the other.
func (b Bits) AndNot(other Bits) {
	for i := range b {
		b[i] &^= other[i]
	}
}

// Or puts in what is in the other.
func (b Bits) Or(other Bits) {
	for i := range b {
		b[i] |= other[i]
	}
}

// All ranges over the slots in order.
func (b Bits) All() iter.Seq[Slot] {
	return func(yield func(Slot) bool) {
		for i, word := range b {
			for ; word != 0; word &= word - 1 {
				if !yield(Slot(i*64 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}
