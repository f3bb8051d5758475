package snapshot

import (
	"encoding/binary"
	"math/bits"
	"testing"

	"cadastre/store/change"
	"cadastre/store/record"
)

// farthest is how many places the index looks at for the id that is hardest to find.
func (x *index) farthest(ids *vector[record.ID]) int {
	most := 0
	for p := range int(x.mask) + 1 {
		place := x.places.at(p)
		if place == 0 || place == gone {
			continue
		}
		home := int(hash(ids.at(int(place-1))) & x.mask)
		most = max(most, (p-home+int(x.mask)+1)%(int(x.mask)+1))
	}
	return most
}

// Ids come from files that anybody may have made: no pattern may make finding slow.
func TestNoIDsMakeTheIndexSlow(t *testing.T) {
	patterns := map[string]func(n uint64) (a, b uint64){
		"numbered at the end":    func(n uint64) (a, b uint64) { return 1 << 60, n },
		"numbered at the start":  func(n uint64) (a, b uint64) { return n << 40, 1 },
		"numbered in the middle": func(n uint64) (a, b uint64) { return 1 << 60, n << 32 },
		"halves that cancel out": func(n uint64) (a, b uint64) { return bits.RotateLeft64(n, 31) ^ 7, n },
		"both halves the same":   func(n uint64) (a, b uint64) { return n, n },
	}
	for name, pattern := range patterns {
		b := NewBuilder(model)
		for n := range uint64(20_000) {
			var id record.ID
			first, second := pattern(n + 1)
			binary.LittleEndian.PutUint64(id[:8], first)
			binary.LittleEndian.PutUint64(id[8:], second)
			b.Add(systems.Num, &record.Record{ID: id})
		}
		table := b.Snapshot(1).Table(systems.Num)
		if far := table.index.farthest(&table.ids); table.Len() != 20_000 || far > 500 {
			t.Errorf("%s: %d records, one of them %d places from where it belongs", name, table.Len(), far)
		}
	}
}

// Records that come and go leave no room behind that only grows.
func TestTheIndexForgetsWhatWasRemoved(t *testing.T) {
	s := NewBuilder(model).Snapshot(0)
	for n := range uint64(10_000) {
		c := change.Change{Table: systems.Num, ID: id(n), Op: change.Create, Version: 1}
		s = s.Apply(&change.Set{Changes: []change.Change{c}})
		if _, ok := s.Record(systems.Num, id(n)); !ok {
			t.Fatalf("record %d is not found", n)
		}
		c.Op = change.Delete
		s = s.Apply(&change.Set{Changes: []change.Change{c}})
	}
	if table := s.Table(systems.Num); table.Len() != 0 || table.index.mask >= 4*chunkSize {
		t.Errorf("an index of %d records has %d places", table.Len(), table.index.mask+1)
	}
}
