package store

import (
	"slices"
	"sync"

	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	bolt "go.etcd.io/bbolt"
)

// linkings say in which blocks of the journal something came to link to a record, or ceased to. They are read from the
// journal when somebody first asks, and go on from there.
type linkings struct {
	// mu guards what follows.
	mu sync.Mutex
	// seq is the last change set that has been read.
	seq    uint64
	blocks map[record.ID][]block // in order
}

// A block is one of a set's.
type block struct{ seq, part uint32 }

// LinkedFrom returns change sets by which other records came to link to a record or ceased to, newest first, each with
// those changes alone: at most most of them, beginning with the set from or the one before it, or with 0 from
// the last. next is the set that comes then, 0 for none.
func (s *Store) LinkedFrom(table schema.TableNum, id record.ID, from uint64, most int) (sets []change.Set, next uint64, err error) {
	blocks, headers, err := s.linkBlocks(id)
	for i := len(blocks) - 1; err == nil && i >= 0; {
		seq := uint64(blocks[i].seq)
		first := i
		for ; first >= 0 && uint64(blocks[first].seq) == seq; first-- {
		}
		here := blocks[first+1 : i+1]
		if i = first; from != 0 && seq > from {
			continue
		}
		set := change.Set{Header: headers[seq-1]}
		if set.Changes, err = s.linkChanges(here, table, id); len(set.Changes) == 0 {
			continue
		}
		if len(sets) == most {
			return sets, seq, nil
		}
		sets = append(sets, set)
	}
	return sets, 0, err
}

// linkChanges are the changes in some blocks by which a record got a link or lost one.
func (s *Store) linkChanges(blocks []block, table schema.TableNum, id record.ID) (found []change.Change, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		for _, b := range blocks {
			key := journalKey(uint64(b.seq), b.part)
			changes, err := s.decodeBlock(key, tx.Bucket(journalBucket).Get(key))
			if err != nil {
				return err
			}
			for i := range changes {
				if _, _, is := s.Relinked(&changes[i], table, id); is {
					found = append(found, changes[i])
				}
			}
		}
		return nil
	})
	return found, err
}

// Relinked tells whether a change gave a record a link to it, or took one: by which lookup, and whether it links now.
func (s *Store) Relinked(c *change.Change, table schema.TableNum, id record.ID) (by *schema.Field, links, is bool) {
	t, target := s.model.TableByNum(c.Table), s.model.TableByNum(table)
	for i := 0; t != nil && i < len(t.Fields); i++ {
		f := t.Fields[i]
		if f.Kind != schema.Lookup || f.Target != target.Key {
			continue
		}
		if before, after := c.Before.Get(f.Num).ID(), c.After.Get(f.Num).ID(); before != after && (before == id || after == id) {
			return f, after == id, true
		}
	}
	return nil, false, false
}

// linkBlocks are the blocks in which links to a record came or went, and the headers of all sets that they may be of.
func (s *Store) linkBlocks(id record.ID) ([]block, []change.Header, error) {
	l := &s.linkings
	l.mu.Lock()
	defer l.mu.Unlock()
	headers := s.Headers()
	err := s.view(func(tx *bolt.Tx) error {
		for ; l.seq < uint64(len(headers)); l.seq++ {
			if err := s.readLinks(tx, l.seq+1); err != nil {
				return err
			}
		}
		return nil
	})
	return slices.Clone(l.blocks[id]), headers, err
}

func (s *Store) readLinks(tx *bolt.Tx, seq uint64) error {
	l, at := &s.linkings, block{seq: uint32(seq)}
	if l.blocks == nil {
		l.blocks = map[record.ID][]block{}
	}
	return s.eachBlock(tx, seq, func(changes []change.Change) error {
		at.part++
		for i := range changes {
			s.eachTarget(&changes[i], func(id record.ID) {
				if known := l.blocks[id]; len(known) == 0 || known[len(known)-1] != at {
					l.blocks[id] = append(known, at)
				}
			})
		}
		return nil
	})
}

// eachTarget calls f for each record that a change links to, or links to no more.
func (s *Store) eachTarget(c *change.Change, f func(record.ID)) {
	t := s.model.TableByNum(c.Table)
	if t == nil {
		return
	}
	for _, values := range []record.Values{c.Before, c.After} {
		for _, v := range values {
			if field := t.FieldByNum(v.Num); field != nil && field.Kind == schema.Lookup && !v.Value.IsBlank() {
				f(v.Value.ID())
			}
		}
	}
}
