package query

import (
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// linked keeps the records whose lookup points to one of some records.
func linked(column *snapshot.Column, target *snapshot.Table, wanted snapshot.Bits) filter {
	ids := newIDSet(target, wanted)
	return each(func(s snapshot.Slot) bool { return ids.has(column.Link(s)) })
}

// An idSet are the ids of some records of a table. Most other ids are told by their last bytes alone.
type idSet struct {
	table  *snapshot.Table
	wanted snapshot.Bits
	ends   snapshot.Bits
}

const endings = 1 << 16

func newIDSet(t *snapshot.Table, wanted snapshot.Bits) *idSet {
	set := &idSet{t, wanted, snapshot.NewBits(endings)}
	for s := range wanted.All() {
		set.ends.Add(ending(t.ID(s)))
	}
	return set
}

func ending(id record.ID) snapshot.Slot { return snapshot.Slot(id[14])<<8 | snapshot.Slot(id[15]) }

func (x *idSet) has(id record.ID) bool {
	if !x.ends.Has(ending(id)) {
		return false
	}
	slot, ok := x.table.Slot(id)
	return ok && x.wanted.Has(slot)
}
