package store

import (
	"context"
	"encoding/binary"
	"hash/crc32"
	"iter"
	"os"

	"cadastre/store/ahead"
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

// write puts a change set that was prepared on a snapshot into the file, and returns the next snapshot: at the end of
// the log, or into records and journal in one transaction with what the log holds.
func (s *Store) write(ctx context.Context, set *change.Set, now *snapshot.Snapshot, progress func(done, total int)) (next *snapshot.Snapshot, err error) {
	if err := s.stillThere(); err != nil {
		s.options.Gone()
		return nil, err
	}
	put, err := s.toLog(set)
	switch {
	case err != nil:
		return nil, err
	case put != nil:
		next = now.Apply(set)
		return next, s.durably(set.Seq, put, put)
	}
	err = s.durably(set.Seq, func() error {
		return s.db.Update(func(tx *bolt.Tx) (err error) {
			if err = s.bringIn(tx); err == nil {
				next, err = s.writeChanges(ctx, tx, set, now, progress)
			}
			return err
		})
	}, s.confirm)
	return next, err
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

// writeChanges writes records and journal in the order of keys, which is the order of changes, while the next snapshot
// is made a little ahead of it.
func (s *Store) writeChanges(ctx context.Context, tx *bolt.Tx, set *change.Set, now *snapshot.Snapshot, progress func(done, total int)) (*snapshot.Snapshot, error) {
	records, journal := s.newRecordWriter(tx), s.newJournalWriter(tx, set.Seq)
	if err := journal.begin(&set.Header); err != nil {
		return nil, err
	}
	var next *snapshot.Snapshot
	done := 0
	for c, err := range applied(set, now, &next) {
		if err == nil {
			err = tell(ctx, progress, done, len(set.Changes))
		}
		if err == nil {
			err = records.put(c, recordOf(set.Seq, c, now))
		}
		if err == nil {
			err = journal.write(c)
		}
		if err != nil {
			return nil, err
		}
		done++
	}
	return next, journal.flush()
}

// tell says now and then how far a long write is, and whether it has been cancelled.
func tell(ctx context.Context, progress func(done, total int), done, total int) error {
	switch {
	case done%cancelEvery != 0:
		return nil
	case ctx.Err() != nil:
		return fault.From(ctx.Err())
	case progress != nil:
		progress(done, total)
	}
	return nil
}

// applied yields the changes of a set as the next snapshot is made of them, which is there when all have been. What a
// change holds is let go with it: a large set would be in memory twice otherwise.
func applied(set *change.Set, now *snapshot.Snapshot, next **snapshot.Snapshot) iter.Seq2[*change.Change, error] {
	return ahead.Of(func(room func() *change.Change) error {
		*next = now.ApplyEach(set, func(c *change.Change) bool {
			at := room()
			if at != nil {
				*at = *c
				c.Before, c.After = nil, nil
			}
			return at != nil
		})
		return nil
	})
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

// recordOf is the record that a change leaves behind of what there is now.
func recordOf(seq uint64, c *change.Change, now *snapshot.Snapshot) *record.Record {
	r := &record.Record{ID: c.ID, Version: c.Version, Seq: seq, Values: c.After}
	if c.Op == change.Update {
		before, _ := now.Record(c.Table, c.ID)
		r.Values = before.Values.With(c.Values()...)
	}
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

// begin writes the header.
func (w *journalWriter) begin(h *change.Header) error {
	header, err := change.AppendHeader(nil, h)
	if err != nil {
		return err
	}
	return w.put(header)
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
