package snapshot

import (
	"hash/maphash"

	"cadastre/store/record"
)

// An index finds the slot of an id: open addressing over a vector, so that snapshots share it.
type index struct {
	places vector[uint32] // slot+1, 0 for never used, gone for removed
	mask   uint32
	filled int // places that are not 0
	live   int // places that have a slot
}

const gone = ^uint32(0)

// seed differs in every run, so that nobody can choose ids that collide.
var seed = maphash.MakeSeed()

func hash(id record.ID) uint32 { return uint32(maphash.Bytes(seed, id[:])) }

// find returns the slot of an id; ids says which id a slot has.
func (x *index) find(id record.ID, ids *vector[record.ID]) (Slot, bool) {
	if x.mask == 0 {
		return 0, false
	}
	for p := hash(id) & x.mask; ; p = (p + 1) & x.mask {
		switch place := x.places.at(int(p)); {
		case place == 0:
			return 0, false
		case place != gone && ids.at(int(place-1)) == id:
			return Slot(place - 1), true
		}
	}
}

// add puts in an id that is not there. At most half of the places are filled.
func (x *index) add(id record.ID, slot Slot, ids *vector[record.ID], edit *token) {
	if uint32(x.filled+1)*2 > x.mask {
		x.grow(ids, edit)
	}
	p := hash(id) & x.mask
	for place := x.places.at(int(p)); place != 0 && place != gone; place = x.places.at(int(p)) {
		p = (p + 1) & x.mask
	}
	if x.places.at(int(p)) == 0 {
		x.filled++
	}
	x.places.set(int(p), uint32(slot)+1, edit)
	x.live++
}

func (x *index) remove(id record.ID, ids *vector[record.ID], edit *token) {
	for p := hash(id) & x.mask; ; p = (p + 1) & x.mask {
		place := x.places.at(int(p))
		if place != 0 && place != gone && ids.at(int(place-1)) == id {
			x.places.set(int(p), gone, edit)
			x.live--
			return
		}
	}
}

// grow makes room, or clears it of what was removed: a quarter of the places is filled then, or less.
func (x *index) grow(ids *vector[record.ID], edit *token) {
	old := *x
	*x = index{mask: chunkSize - 1}
	for uint32(old.live+1)*4 > x.mask {
		x.mask = 2*x.mask + 1
	}
	for i := 0; old.mask != 0 && i <= int(old.mask); i++ {
		if place := old.places.at(i); place != 0 && place != gone {
			x.add(ids.at(int(place-1)), Slot(place-1), ids, edit)
		}
	}
}
