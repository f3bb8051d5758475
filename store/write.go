package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/snapshot"

	"github.com/klauspost/compress/s2"
	bolt "go.etcd.io/bbolt"
)

const (
	// blockSize is how many bytes of changes, before compression, a block of the journal holds.
	blockSize = 64 << 10
	// arenaSize is how many bytes of records are allocated at once.
	arenaSize = 1 << 20
	// denseFill is how full pages are made when keys arrive in order.
	denseFill = 0.9
	// cancelEvery is after how many records a long write looks whether it has been cancelled.
	cancelEvery = 4096
)

// write puts a change set and its journal entry into the file, in one transaction.
func (s *Store) write(ctx context.Context, set *change.Set, next *snapshot.Snapshot) error {
	if err := s.stillThere(); err != nil {
		return err
	}
	err := s.guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			if lastEntry(tx) != set.Seq-1 {
				return s.uncertain(nil)
			}
			if err := s.writeRecords(ctx, tx, set, next); err != nil {
				return err
			}
			return s.writeJournal(ctx, tx, set)
		})
	})
	if err != nil && fault.CodeOf(err) != fault.Uncertain && s.holds(set.Seq) {
		return s.confirm()
	}
	return err
}

// holds is true when the file has an entry of the journal: where the disk fails at the very end, bbolt
// reports a change as failed that is in the file.
func (s *Store) holds(seq uint64) (there bool) {
	err := s.view(func(tx *bolt.Tx) error {
		there = lastEntry(tx) >= seq
		return nil
	})
	return err == nil && there
}

// confirm makes what is in the file outlast a power failure, by one more transaction.
func (s *Store) confirm() error {
	err := s.guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			meta := tx.Bucket(metaBucket)
			return meta.Put(formatKey, bytes.Clone(meta.Get(formatKey)))
		})
	})
	if err != nil {
		return s.uncertain(err)
	}
	return nil
}

// uncertain is what is said when nobody knows what the disk keeps.
func (s *Store) uncertain(cause error) error {
	return fault.Wrap(cause, fault.Uncertain, "The disk failed while a change was being saved to %s, so it is not certain whether it was. Close the catalogue, open it again and look.", s.path)
}

// lastEntry is the number of the journal's last entry, 0 when it has none.
func lastEntry(tx *bolt.Tx) uint64 {
	if k, _ := tx.Bucket(journalBucket).Cursor().Last(); len(k) == 12 {
		return binary.BigEndian.Uint64(k)
	}
	return 0
}

// gone is what is said when the file was moved, deleted or replaced.
func (s *Store) gone() error {
	s.options.Gone()
	return fault.New(fault.Gone, "%s was moved, deleted or replaced while it was open, so nothing can be saved to it. Save a copy under another name and go on with that.", s.path)
}

// stillThere refuses to write to a file that nobody would find again.
func (s *Store) stillThere() error {
	ours, err := s.file.Stat()
	if err != nil {
		return s.explain(err)
	}
	if there, err := os.Stat(s.path); err != nil || !os.SameFile(ours, there) {
		return s.gone()
	}
	return nil
}

// writeRecords writes in the order of keys, which is the order of changes.
func (s *Store) writeRecords(ctx context.Context, tx *bolt.Tx, set *change.Set, next *snapshot.Snapshot) error {
	bucket := tx.Bucket(recordsBucket)
	bucket.FillPercent = denseFill
	var space arena
	for i := range set.Changes {
		if i%cancelEvery == 0 && ctx.Err() != nil {
			return fault.From(ctx.Err())
		}
		c := &set.Changes[i]
		key := recordKey(c.Table, c.ID)
		if c.Op == change.Delete {
			if err := bucket.Delete(key); err != nil {
				return err
			}
			continue
		}
		if err := bucket.Put(key, s.codec.seal(recordsBucket, key, space.record(key, recordOf(set, c, next)))); err != nil {
			return err
		}
	}
	return nil
}

// recordOf is the record that a change leaves behind; a new one is all in the change itself.
func recordOf(set *change.Set, c *change.Change, next *snapshot.Snapshot) *record.Record {
	if c.Op == change.Create {
		return &record.Record{ID: c.ID, Version: c.Version, Seq: set.Seq, Values: c.After}
	}
	r, _ := next.Record(c.Table, c.ID)
	return r
}

// An arena gives out the memory that records are encoded into; bbolt keeps it until the commit.
type arena struct{ free []byte }

// record returns a record with the checksum of it and its key.
func (a *arena) record(key []byte, r *record.Record) []byte {
	if cap(a.free)-len(a.free) < arenaSize/16 {
		a.free = make([]byte, 0, arenaSize)
	}
	start := len(a.free)
	a.free = record.Append(a.free, r)
	a.free = sum(key, a.free, start)
	return a.free[start:len(a.free):len(a.free)]
}

func journalKey(seq uint64, part uint32) []byte {
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint64(make([]byte, 0, 12), seq), part)
}

// writeJournal writes the header as part 0 and the changes as blocks after it.
func (s *Store) writeJournal(ctx context.Context, tx *bolt.Tx, set *change.Set) error {
	bucket := tx.Bucket(journalBucket)
	bucket.FillPercent = denseFill
	header, err := change.AppendHeader(nil, &set.Header)
	if err != nil {
		return err
	}
	part := uint32(0)
	put := func(value []byte) error {
		key := journalKey(set.Seq, part)
		return bucket.Put(key, s.seal(journalBucket, key, value))
	}
	if err := put(header); err != nil {
		return err
	}
	var block []byte
	flush := func() error {
		part++
		err := put(s2.Encode(nil, block))
		block = block[:0]
		return err
	}
	for i := range set.Changes {
		if i%cancelEvery == 0 && ctx.Err() != nil {
			return fault.From(ctx.Err())
		}
		block = change.AppendChange(block, &set.Changes[i])
		if len(block) >= blockSize || i == len(set.Changes)-1 {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return nil
}
