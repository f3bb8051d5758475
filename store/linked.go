package store

import (
	"context"
	"slices"
	"sort"
	"sync"

	"cadastre/store/change"
	"cadastre/store/fault"
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

// Linked is a change set by which other records came to link to a record or ceased to.
type Linked struct {
	change.Header
	Links []Links
}

// Links are the changes of a set by which records came to link to a record by one lookup, or ceased to, in one way.
type Links struct {
	By *schema.Field
	Op change.Op
	// Now is whether they link to it since.
	Now bool
	// First are the first of them, Total counts all.
	First []change.Change
	Total int
}

// LinkedFrom returns change sets by which other records came to link to a record or ceased to, newest first, each with
// the first few of those changes and their number: at most most sets, beginning with the set from or the one before it,
// or with 0 from the last. next is the set that comes then, 0 for none. It returns Cancelled when ctx ends.
func (s *Store) LinkedFrom(ctx context.Context, table schema.TableNum, id record.ID, from uint64, most, few int) (sets []Linked, next uint64, err error) {
	blocks, headers, err := s.linkBlocks(ctx, id, from)
	for err == nil && len(blocks) > 0 && len(sets) <= most {
		n := lastSet(blocks)
		set := Linked{Header: headers[blocks[n].seq-1]}
		if set.Links, err = s.linksIn(ctx, blocks[n:], table, id, few); len(set.Links) > 0 {
			sets = append(sets, set)
		}
		blocks = blocks[:n]
	}
	if err == nil && len(sets) > most {
		sets, next = sets[:most], sets[most].Seq
	}
	return sets, next, err
}

// lastSet is where the blocks of the last set begin.
func lastSet(blocks []block) int {
	n := len(blocks) - 1
	for n > 0 && blocks[n-1].seq == blocks[n].seq {
		n--
	}
	return n
}

// linksIn are the changes in some blocks by which a record got a link or lost one, few of each kind.
func (s *Store) linksIn(ctx context.Context, blocks []block, table schema.TableNum, id record.ID, few int) (found []Links, err error) {
	for _, b := range blocks {
		changes, err := s.changesOf(ctx, b)
		if err != nil {
			return nil, err
		}
		for i := range changes {
			if by, now := s.relinked(&changes[i], table, id); by != nil {
				found = tally(found, Links{By: by, Op: changes[i].Op, Now: now}, &changes[i], few)
			}
		}
	}
	return found, nil
}

// tally adds a change to those of its kind.
func tally(found []Links, kind Links, c *change.Change, few int) []Links {
	at := slices.IndexFunc(found, func(l Links) bool { return l.By == kind.By && l.Op == kind.Op && l.Now == kind.Now })
	if at < 0 {
		at = len(found)
		found = append(found, kind)
	}
	if found[at].Total++; found[at].Total <= few {
		found[at].First = append(found[at].First, *c)
	}
	return found
}

// changesOf are the changes in a block, each read for itself: whoever reads many keeps nobody from writing.
func (s *Store) changesOf(ctx context.Context, b block) (changes []change.Change, err error) {
	if err := ctx.Err(); err != nil {
		return nil, fault.From(err)
	}
	err = s.view(func(tx *bolt.Tx) (err error) {
		key := journalKey(uint64(b.seq), b.part)
		changes, err = s.decodeBlock(key, tx.Bucket(journalBucket).Get(key))
		return err
	})
	return changes, err
}

// relinked is the lookup by which a change gave a record a link to it or took one, nil for none, and whether it links now.
func (s *Store) relinked(c *change.Change, table schema.TableNum, id record.ID) (by *schema.Field, now bool) {
	t, target := s.model.TableByNum(c.Table), s.model.TableByNum(table)
	for i := 0; t != nil && i < len(t.Fields); i++ {
		f := t.Fields[i]
		if f.Kind != schema.Lookup || f.Target != target.Key {
			continue
		}
		if before, after := c.Before.Get(f.Num).ID(), c.After.Get(f.Num).ID(); before != after && (before == id || after == id) {
			return f, after == id
		}
	}
	return nil, false
}

// linkBlocks are the blocks in which links to a record came or went, up to the set from where that is not 0, and the
// headers of all sets that they may be of.
func (s *Store) linkBlocks(ctx context.Context, id record.ID, from uint64) ([]block, []change.Header, error) {
	l := &s.linkings
	l.mu.Lock()
	defer l.mu.Unlock()
	headers := s.Headers()
	err := s.view(func(tx *bolt.Tx) error {
		for ; l.seq < uint64(len(headers)); l.seq++ {
			if err := s.readLinks(ctx, tx, l.seq+1); err != nil {
				l.seq, l.blocks = 0, nil
				return err
			}
		}
		return nil
	})
	blocks := l.blocks[id]
	if from != 0 {
		blocks = blocks[:sort.Search(len(blocks), func(i int) bool { return uint64(blocks[i].seq) > from })]
	}
	return slices.Clone(blocks), headers, err
}

func (s *Store) readLinks(ctx context.Context, tx *bolt.Tx, seq uint64) error {
	l, at := &s.linkings, block{seq: uint32(seq)}
	if l.blocks == nil {
		l.blocks = map[record.ID][]block{}
	}
	return s.eachBlock(tx, seq, func(changes []change.Change) error {
		if err := ctx.Err(); err != nil {
			return fault.From(err)
		}
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
