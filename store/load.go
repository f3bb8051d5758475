package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"

	"cadastre/store/ahead"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// progressEvery is after how many records Progress is told, and the pages that they were read from are let go of.
const progressEvery = 4096

// load reads the whole catalogue into memory.
func (s *Store) load() error {
	if err := s.migrate(); err != nil {
		return err
	}
	return s.settled(func(tx *bolt.Tx) error {
		headers, err := s.loadHeaders(tx)
		if err != nil {
			return err
		}
		s.headers = headers
		snap, err := s.loadRecords(tx)
		s.current.Store(snap)
		return err
	})
}

func (s *Store) loadRecords(tx *bolt.Tx) (*snapshot.Snapshot, error) {
	b := snapshot.NewBuilder(s.model)
	total, done := 0, 0
	for _, h := range s.headers {
		total += h.Created - h.Deleted
	}
	decoded := ahead.Of(func(next func() *stored) error {
		return s.guarded(func() error { return s.decodeAll(tx, next) }) // faults of the memory are a goroutine's own
	})
	for r, err := range decoded {
		if err != nil {
			return nil, err
		}
		b.Add(r.table, &r.record)
		if done++; done%progressEvery == 0 {
			s.options.Progress(done, total)
		}
	}
	s.options.Progress(done, done)
	return b.Snapshot(uint64(len(s.headers))), nil
}

// A stored record is one as the file has it.
type stored struct {
	table  schema.TableNum
	record record.Record
}

// decodeAll decodes every record of the file where next says, until that is nowhere.
func (s *Store) decodeAll(tx *bolt.Tx, next func() *stored) error {
	defer letMapped(tx)
	kept, c := &texts{}, tx.Bucket(recordsBucket).Cursor()
	done := 0
	for k, v := c.First(); k != nil; k, v = c.Next() {
		r := next()
		if r == nil {
			return nil
		}
		switch err := s.decodeRecord(r, k, v, kept); {
		case err != nil:
			return s.damaged(err)
		case s.model.TableByNum(r.table) == nil:
			return s.newer("it has a table that this one does not know")
		}
		if done++; done%progressEvery == 0 {
			letMapped(tx)
		}
	}
	return nil
}

// decodeRecord makes r the record of a key, whose texts are among others.
func (s *Store) decodeRecord(r *stored, k, v []byte, among *texts) error {
	if len(k) != 18 || record.ID(k[2:]) == record.NoID {
		return errors.New("store: not the key of a record")
	}
	v, err := s.valueOf(recordsBucket, k, v)
	if err != nil {
		return err
	}
	r.table = schema.TableNum(binary.BigEndian.Uint16(k))
	return r.record.Decode(record.ID(k[2:]), among.of(v))
}

// texts are many texts that share memory, which nothing is lost of between them.
type texts struct{ strings.Builder }

// textsAtOnce is how many bytes of texts share memory; it is freed when none of them is in use.
const textsAtOnce = 64 << 10

// of returns the text of some bytes.
func (t *texts) of(b []byte) string {
	if t.Cap()-t.Len() < len(b) {
		t.Reset()
		t.Grow(max(len(b), textsAtOnce))
	}
	from := t.Len()
	t.Write(b)
	return t.String()[from:]
}

func (s *Store) loadHeaders(tx *bolt.Tx) ([]change.Header, error) {
	var headers []change.Header
	c := tx.Bucket(journalBucket).Cursor()
	for seq := uint64(1); ; seq++ {
		k, v := c.Seek(journalKey(seq, 0))
		if k == nil {
			return headers, nil
		}
		if !bytes.Equal(k, journalKey(seq, 0)) {
			return headers, fault.New(fault.Damaged, "The journal lacks entry %d.", seq)
		}
		doc, err := s.valueOf(journalBucket, k, v)
		if err != nil {
			return headers, err
		}
		h, err := change.DecodeHeader(doc)
		if err != nil {
			return headers, err
		}
		headers = append(headers, h)
	}
}
