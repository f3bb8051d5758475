package store

import (
	"context"
	"encoding/binary"
	"hash/crc32"
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
	// arenaLeast and arenaMost are how many bytes of records are allocated at once, at first and later.
	arenaLeast, arenaMost = 4 << 10, 1 << 20
	// denseFill is how full pages are made when keys arrive in order.
	denseFill = 0.9
	// cancelEvery is after how many records a long write looks whether it has been cancelled.
	cancelEvery = 4096
)

// write puts a change set into the file: at the end of the log, or into records and journal in one transaction with
// what the log holds.
func (s *Store) write(ctx context.Context, set *change.Set, next *snapshot.Snapshot, progress func(done, total int)) error {
	if err := s.stillThere(); err != nil {
		s.options.Gone()
		return err
	}
	put, err := s.toLog(set)
	switch {
	case err != nil:
		return err
	case put != nil:
		return s.durably(set.Seq, put, put)
	}
	return s.durably(set.Seq, func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			if err := s.bringIn(tx); err != nil {
				return err
			}
			return s.writeChanges(ctx, tx, set, next, progress)
		})
	}, s.confirm)
}

// stillThere refuses to write to a file that nobody would find again.
func (s *Store) stillThere() error {
	ours, err := s.file.Stat()
	if err != nil {
		return s.explain(err)
	}
	if there, err := os.Stat(s.path); err != nil || !os.SameFile(ours, there) {
		return fault.New(fault.Gone, "%s was moved, deleted or replaced while it was open, so nothing can be saved to it. Save a copy under another name and go on with that.", s.path)
	}
	return nil
}

// writeChanges writes records and journal in the order of keys, which is the order of changes. What a change
// holds is let go as it is written: a large set would be in memory twice otherwise.
func (s *Store) writeChanges(ctx context.Context, tx *bolt.Tx, set *change.Set, next *snapshot.Snapshot, progress func(done, total int)) error {
	records, journal := s.newRecordWriter(tx), s.newJournalWriter(tx, set.Seq)
	header, err := change.AppendHeader(nil, &set.Header)
	if err == nil {
		err = journal.put(header)
	}
	if err != nil {
		return err
	}
	for i := range set.Changes {
		if i%cancelEvery == 0 {
			if ctx.Err() != nil {
				return fault.From(ctx.Err())
			}
			if progress != nil {
				progress(i, len(set.Changes))
			}
		}
		c := &set.Changes[i]
		if err := records.put(c, recordOf(set.Seq, c, next)); err != nil {
			return err
		}
		if err := journal.write(c); err != nil {
			return err
		}
		c.Before, c.After = nil, nil
	}
	return journal.flush()
}

// A recordWriter puts records into their bucket.
type recordWriter struct {
	codec  codec
	bucket *bolt.Bucket
	space  arena
}

func (s *Store) newRecordWriter(tx *bolt.Tx) *recordWriter {
	w := &recordWriter{codec: s.codec, bucket: tx.Bucket(recordsBucket)}
	w.bucket.FillPercent = denseFill
	return w
}

// put writes the record that a change leaves behind, if it does.
func (w *recordWriter) put(c *change.Change, r *record.Record) error {
	key := recordKey(c.Table, c.ID)
	if c.Op == change.Delete {
		return w.bucket.Delete(key)
	}
	return w.bucket.Put(key, w.codec.seal(recordsBucket, key, w.space.record(key, r)))
}

// recordOf is the record that a change leaves behind; a new one is all in the change itself.
func recordOf(seq uint64, c *change.Change, next *snapshot.Snapshot) *record.Record {
	if c.Op == change.Create {
		return &record.Record{ID: c.ID, Version: c.Version, Seq: seq, Values: c.After}
	}
	r, _ := next.Record(c.Table, c.ID)
	return r
}

// An arena gives out the memory that records are encoded into; bbolt keeps it until the commit.
type arena struct {
	free []byte
	size int // of what was allocated last
}

// record returns a record with the checksum of it and its key.
func (a *arena) record(key []byte, r *record.Record) []byte {
	if cap(a.free)-len(a.free) <= a.size/16 {
		a.size = min(max(2*a.size, arenaLeast), arenaMost)
		a.free = make([]byte, 0, a.size)
	}
	start := len(a.free)
	a.free = record.Append(a.free, r)
	a.free = seal(key, a.free, start)
	return a.free[start:len(a.free):len(a.free)]
}

func journalKey(seq uint64, part uint32) []byte {
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint64(make([]byte, 0, 12), seq), part)
}

// A journalWriter writes an entry of the journal: its header as part 0 and the changes as blocks after it.
type journalWriter struct {
	codec  codec
	bucket *bolt.Bucket
	seq    uint64
	part   uint32 // that comes next
	// block is what has gathered, packed the place where it is compressed.
	block, packed []byte
}

func (s *Store) newJournalWriter(tx *bolt.Tx, seq uint64) *journalWriter {
	w := &journalWriter{codec: s.codec, bucket: tx.Bucket(journalBucket), seq: seq}
	w.bucket.FillPercent = denseFill
	return w
}

func (w *journalWriter) write(c *change.Change) error {
	w.block = change.AppendChange(w.block, c)
	if len(w.block) < blockSize {
		return nil
	}
	return w.flush()
}

// flush writes what has gathered as a block.
func (w *journalWriter) flush() error {
	if len(w.block) == 0 {
		return nil
	}
	w.packed = s2.Encode(w.packed[:cap(w.packed)], w.block)
	w.block = w.block[:0]
	return w.put(append(make([]byte, 0, len(w.packed)+crc32.Size), w.packed...)) // no longer than it is: bbolt keeps it until the commit
}

// put writes the next part with a checksum of it and its key.
func (w *journalWriter) put(value []byte) error {
	key := journalKey(w.seq, w.part)
	w.part++
	return w.bucket.Put(key, w.codec.seal(journalBucket, key, seal(key, value, 0)))
}
