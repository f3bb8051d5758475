package store

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"sort"
	"sync"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"github.com/klauspost/compress/s2"
	bolt "go.etcd.io/bbolt"
)

// Set returns an entry of the journal with its changes, or a fault NotFound.
func (s *Store) Set(seq uint64) (change.Set, error) {
	headers := s.Headers()
	if seq == 0 || seq > uint64(len(headers)) {
		return change.Set{}, fault.New(fault.NotFound, "There is no change %d in this catalogue’s history.", seq)
	}
	set := change.Set{Header: headers[seq-1]}
	set.Changes = make([]change.Change, 0, set.Size())
	err := s.view(func(tx *bolt.Tx) error {
		err := s.eachBlock(tx, seq, func(changes []change.Change) error {
			set.Changes = append(set.Changes, changes...)
			return nil
		})
		if err == nil && len(set.Changes) != set.Size() {
			err = fault.New(fault.Damaged, "Entry %d of the journal has %d changes, and its header says %d.", seq, len(set.Changes), set.Size())
		}
		return err
	})
	return set, err
}

func (s *Store) view(f func(*bolt.Tx) error) error {
	return s.guard(func() error { return s.db.View(f) })
}

// eachBlock calls f for the changes of a set, block by block.
func (s *Store) eachBlock(tx *bolt.Tx, seq uint64, f func([]change.Change) error) error {
	c := tx.Bucket(journalBucket).Cursor()
	k, v := c.Seek(journalKey(seq, 1))
	if k == nil {
		changes, err := s.recentBlock(tx, seq)
		if err != nil {
			return err
		}
		return f(changes)
	}
	for ; len(k) == 12 && binary.BigEndian.Uint64(k) == seq; k, v = c.Next() {
		changes, err := s.decodeBlock(k, v)
		if err != nil {
			return err
		}
		if err := f(changes); err != nil {
			return err
		}
	}
	return nil
}

// A follower keeps what it reads in the journal, and goes on from there when more has been written.
type follower struct {
	// mu guards what is kept.
	mu sync.Mutex
	// seq is the last set that has been read.
	seq uint64
}

// follow reads each set up to one, or begins again where more has been read or reading fails. The caller holds mu.
func (s *Store) follow(f *follower, to uint64, read func(tx *bolt.Tx, seq uint64) error, forget func()) error {
	again := func() {
		f.seq = 0
		forget()
	}
	if f.seq > to {
		again()
	}
	return s.view(func(tx *bolt.Tx) error {
		for ; f.seq < to; f.seq++ {
			if err := read(tx, f.seq+1); err != nil {
				again()
				return err
			}
		}
		return nil
	})
}

// seal appends a checksum of a key and of what b holds from a place on.
func seal(key, b []byte, from int) []byte {
	return binary.BigEndian.AppendUint32(b, checksum(key, b[from:]))
}

// valueOf returns the value that is stored under a key, or a fault Damaged.
func (s *Store) valueOf(bucket, key, stored []byte) ([]byte, error) {
	sealed, err := s.codec.open(bucket, key, stored)
	if err != nil {
		return nil, err
	}
	return unseal(key, sealed)
}

// unseal returns what was sealed under a key, or a fault Damaged.
func unseal(key, sealed []byte) ([]byte, error) {
	n := len(sealed) - 4
	if n < 0 || binary.BigEndian.Uint32(sealed[n:]) != checksum(key, sealed[:n]) {
		return nil, fault.New(fault.Damaged, "An entry of the catalogue cannot be read.")
	}
	return sealed[:n], nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(key, value []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, value)
}

func (s *Store) decodeBlock(k, v []byte) ([]change.Change, error) {
	v, err := s.valueOf(journalBucket, k, v)
	if err != nil {
		return nil, err
	}
	return unpack(v)
}

// blockOf returns the changes in a block of a set.
func (s *Store) blockOf(tx *bolt.Tx, seq uint64, part uint32) ([]change.Change, error) {
	key := journalKey(seq, part)
	if v := tx.Bucket(journalBucket).Get(key); v != nil {
		return s.decodeBlock(key, v)
	}
	return s.recentBlock(tx, seq)
}

// unpack reads a block of changes.
func unpack(block []byte) ([]change.Change, error) {
	raw, err := s2.Decode(nil, block)
	if err != nil {
		return nil, fault.Wrap(err, fault.Damaged, "A block of the journal cannot be read.")
	}
	return change.DecodeChanges(string(raw))
}

// journalEnd is the number of the journal's last entry, 0 when it has none.
func journalEnd(tx *bolt.Tx) uint64 {
	bucket := tx.Bucket(journalBucket)
	if bucket == nil {
		return 0
	}
	if k, _ := bucket.Cursor().Last(); len(k) == 12 {
		return binary.BigEndian.Uint64(k)
	}
	return 0
}

// History returns every change set that touched a record, newest first, each with that one change.
func (s *Store) History(table schema.TableNum, id record.ID) ([]change.Set, error) {
	sets, _, err := s.HistoryFrom(table, id, 0, math.MaxInt)
	return sets, err
}

// HistoryFrom returns change sets that touched a record, newest first, each with that one change: at most
// most of them, beginning with the set from, which is one of them, or with 0 from the last. next is the set that
// comes then, 0 for none.
func (s *Store) HistoryFrom(table schema.TableNum, id record.ID, from uint64, most int) (sets []change.Set, next uint64, err error) {
	now := s.Snapshot()
	headers := s.Headers() // after the snapshot, so that every record's entry is among them
	if from > uint64(len(headers)) {
		return nil, 0, fault.New(fault.NotFound, "There is no change %d in this catalogue’s history.", from)
	}
	err = s.view(func(tx *bolt.Tx) (err error) {
		if next = from; from == 0 {
			next, err = s.lastTouch(tx, now, table, id, headers)
		}
		for err == nil && next != 0 && len(sets) < most {
			var c change.Change
			if c, err = s.findChange(tx, next, table, id); err == nil {
				sets = append(sets, change.Set{Header: headers[next-1], Changes: []change.Change{c}})
				if c.Prev >= next {
					return fault.New(fault.Damaged, "Entry %d of the journal follows on a later one.", next)
				}
				next = c.Prev
			}
		}
		return err
	})
	return sets, next, err
}

// lastTouch returns the number of the last set that touched a record; a deleted one is looked for
// in the sets that deleted something.
func (s *Store) lastTouch(tx *bolt.Tx, now *snapshot.Snapshot, table schema.TableNum, id record.ID, headers []change.Header) (uint64, error) {
	if r, ok := now.Record(table, id); ok {
		return r.Seq, nil
	}
	for i := len(headers) - 1; i >= 0; i-- {
		if headers[i].Deleted == 0 {
			continue
		}
		_, err := s.findChange(tx, headers[i].Seq, table, id)
		if fault.CodeOf(err) != fault.NotFound {
			return headers[i].Seq, err
		}
	}
	return 0, nil
}

// findChange finds a record's change in a set, whose changes are in order of table and id.
func (s *Store) findChange(tx *bolt.Tx, seq uint64, table schema.TableNum, id record.ID) (change.Change, error) {
	var failed error
	block := func(part int) []change.Change {
		changes, err := s.blockOf(tx, seq, uint32(part))
		if err != nil {
			failed = err
		}
		return changes
	}
	after := func(c *change.Change) bool {
		return c.Table > table || c.Table == table && c.ID.Compare(id) > 0
	}
	parts := lastPart(tx, seq)
	part := sort.Search(parts, func(i int) bool { first := block(i + 1); return len(first) > 0 && after(&first[0]) })
	if part == 0 {
		return change.Change{}, fault.New(fault.NotFound, "Change %d did not touch the record.", seq)
	}
	for _, c := range block(part) {
		if c.Table == table && c.ID == id {
			return c, failed
		}
	}
	if failed != nil {
		return change.Change{}, failed
	}
	return change.Change{}, fault.New(fault.NotFound, "Change %d did not touch the record.", seq)
}

// lastPart is the number of blocks of a set.
func lastPart(tx *bolt.Tx, seq uint64) int {
	c := tx.Bucket(journalBucket).Cursor()
	k, _ := c.Seek(journalKey(seq+1, 0))
	if k == nil {
		k, _ = c.Last()
	} else {
		k, _ = c.Prev()
	}
	if len(k) != 12 || binary.BigEndian.Uint64(k) != seq {
		if l := logOf(tx); l.set(seq) != nil {
			return 1
		}
		return 0
	}
	return int(binary.BigEndian.Uint32(k[8:]))
}
