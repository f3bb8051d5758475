package store

import (
	"bytes"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// holds is true when the file has a change set: where the disk fails at the very end, one is reported as failed that
// is in the file.
func (s *Store) holds(seq uint64) (there bool) {
	err := s.view(func(tx *bolt.Tx) error {
		there = lastEntry(tx) >= seq
		return nil
	})
	return err == nil && there
}

// durably writes a set. Where it is in the file although that failed, again makes what is there outlast a power
// failure.
func (s *Store) durably(seq uint64, write, again func() error) error {
	err := s.guard(write)
	if err == nil || !s.holds(seq) {
		return err
	}
	if err := s.guard(again); err != nil {
		return s.uncertain(err)
	}
	return nil
}

// confirm writes the newest meta record once more, as it is, where the wait for the disk after it failed. Another
// transaction would not do: it writes over what that one has freed, which is what the disk may still lead to.
func (s *Store) confirm() error {
	metas, _ := readMetas(s.file)
	m := newest(metas)
	page, at := make([]byte, m.pageSize), int64(m.seq%2)*m.pageSize
	if _, err := s.file.ReadAt(page, at); err != nil {
		return err
	}
	if _, err := s.file.WriteAt(page, at); err != nil {
		return err
	}
	return s.db.Sync()
}

// bothLead makes one more transaction, which changes nothing: then the older of the two meta records leads to a new log
// too, and where the newer is broken later, what was saved is there all the same. Where there is no room for one, the
// log is as good as it was.
func (s *Store) bothLead() error {
	err := s.guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			meta := tx.Bucket(metaBucket)
			return meta.Put(formatKey, bytes.Clone(meta.Get(formatKey)))
		})
	})
	if err != nil {
		err = s.confirm()
	}
	s.doubt = err != nil
	return err
}

// uncertain is what is said when nobody knows what the disk keeps.
func (s *Store) uncertain(cause error) error {
	return fault.Wrap(cause, fault.Uncertain, "The disk failed while a change was being saved to %s, so it is not certain whether it was. Close the catalogue, open it again and look.", s.path)
}

// lastEntry is the number of the last change set, 0 when there is none.
func lastEntry(tx *bolt.Tx) uint64 {
	l := logOf(tx)
	return l.next() - 1
}
