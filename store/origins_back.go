package store

import (
	"slices"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// A trail leads back to the sets that gave a record what some of its fields held before a set was first made: what a
// set gives that takes another back is from where it was before that one.
type trail struct {
	touched
	slot   snapshot.Slot
	fields []schema.FieldNum
	// before skips the set that the trail has come to: what it gave does not count. Where it did not touch the record,
	// the fields are from back, which took it back.
	before bool
	back   uint64
}

// trails go back through the journal, each set of which is read once, and only where a trail leads.
type trails struct {
	at   map[uint64][]trail
	next []uint64 // the sets in at, in order
}

func (t *trails) add(seq uint64, l trail) {
	if seq == 0 || len(l.fields) == 0 {
		return
	}
	if at, there := slices.BinarySearch(t.next, seq); !there {
		t.next = slices.Insert(t.next, at, seq)
	}
	t.at[seq] = append(t.at[seq], l)
}

// takesBack is the set that one takes back, whole or in part, 0 for none.
func takesBack(h *change.Header) uint64 { return max(h.Undoes, h.Part) }

// readBack notes what a set gave that took another one back.
func (s *Store) readBack(tx *bolt.Tx, now *snapshot.Snapshot, headers []change.Header, h *change.Header) error {
	t := trails{at: map[uint64][]trail{}}
	err := s.eachBlock(tx, h.Seq, func(changes []change.Change) error {
		s.origins.each(now, changes, func(of touched, slot snapshot.Slot, fields []schema.FieldNum) {
			s.origins.give(now, of.table, slot, fields, 0)
			t.add(takesBack(h), trail{of, slot, fields, true, h.Seq})
		})
		return nil
	})
	for err == nil && len(t.next) > 0 {
		seq := t.next[len(t.next)-1]
		here := t.at[seq]
		t.next = t.next[:len(t.next)-1]
		delete(t.at, seq)
		err = s.eachOf(tx, &headers[seq-1], here, func(l trail, c *change.Change) error {
			return s.origins.follow(&t, &headers[seq-1], l, c, now)
		})
	}
	return err
}

// follow goes on from the set that a trail has come to, which changed the record so; nil for not at all.
func (o *origins) follow(t *trails, h *change.Header, l trail, c *change.Change, now *snapshot.Snapshot) error {
	if c == nil {
		o.give(now, l.table, l.slot, l.fields, l.back)
		return nil
	}
	if c.Prev >= h.Seq || takesBack(h) >= h.Seq {
		return fault.New(fault.Damaged, "Entry %d of the journal follows on a later one.", h.Seq)
	}
	given, rest := c.Fields(), trail{touched: l.touched, slot: l.slot, back: l.back}
	if l.before {
		given = nil
	}
	var found []schema.FieldNum
	for _, num := range l.fields {
		if slices.Contains(given, num) {
			found = append(found, num)
		} else {
			rest.fields = append(rest.fields, num)
		}
	}
	if target := takesBack(h); target != 0 {
		t.add(target, trail{l.touched, l.slot, found, true, h.Seq})
	} else {
		o.give(now, l.table, l.slot, found, h.Seq)
	}
	if c.Op != change.Create {
		t.add(c.Prev, rest)
	}
	return nil
}

// eachOf calls f for some trails with what a set did to their records: it looks for a few, and reads all for many.
func (s *Store) eachOf(tx *bolt.Tx, h *change.Header, all []trail, f func(trail, *change.Change) error) error {
	if len(all) > h.Size()/manyOf {
		return s.eachOfMany(tx, h.Seq, all, f)
	}
	for _, l := range all {
		c, err := s.findChange(tx, h.Seq, l.table, l.id)
		switch fault.CodeOf(err) {
		case "":
			err = f(l, &c)
		case fault.NotFound:
			err = f(l, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// manyOf is the part of a set's changes from which on reading all of them is less than looking for each.
const manyOf = 64

func (s *Store) eachOfMany(tx *bolt.Tx, seq uint64, all []trail, f func(trail, *change.Change) error) error {
	by := make(map[touched][]trail, len(all))
	for _, l := range all {
		by[l.touched] = append(by[l.touched], l)
	}
	err := s.eachBlock(tx, seq, func(changes []change.Change) error {
		for i := range changes {
			k := touched{changes[i].Table, changes[i].ID}
			for _, l := range by[k] {
				if err := f(l, &changes[i]); err != nil {
					return err
				}
			}
			delete(by, k)
		}
		return nil
	})
	for _, left := range by {
		for _, l := range left {
			if err == nil {
				err = f(l, nil)
			}
		}
	}
	return err
}
