package store

import (
	"bytes"
	"encoding/binary"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

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
