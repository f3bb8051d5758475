package store

import (
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"

	bolt "go.etcd.io/bbolt"
)

// settled runs f in a transaction in which the log is empty, what it held being in its place. That this cannot be
// kept on the disk is no fault: then the log stays, and nothing is lost. The caller holds writing.
func (s *Store) settled(f func(*bolt.Tx) error) error {
	if !s.live() {
		return s.view(f)
	}
	ran := false
	err := s.guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			err := s.bringIn(tx)
			if err == nil {
				err = f(tx)
			}
			ran = err == nil
			return err
		})
	})
	if err == nil || !ran {
		return err
	}
	s.options.Log.Warn("the log stays", "error", err)
	s.doubt = !s.live() && s.guard(s.confirm) != nil // where the disk failed at the very end, it is gone all the same
	return nil
}

// settle brings in what the log holds, where that can be done now: it does not wait for whoever writes.
func (s *Store) settle() {
	if s.writing.TryLock() {
		defer s.writing.Unlock()
		s.emptyLog()
	}
}

// emptyLog is settle for who holds writing.
func (s *Store) emptyLog() {
	if err := s.settled(func(*bolt.Tx) error { return nil }); err != nil {
		s.options.Log.Warn("the log stays", "error", err)
	}
}

// live is whether the log holds anything.
func (s *Store) live() (live bool) {
	err := s.view(func(tx *bolt.Tx) error {
		live = len(logOf(tx).sets) > 0
		return nil
	})
	return err == nil && live
}

// bringIn brings what the log holds into records and journal, and begins an empty one.
func (s *Store) bringIn(tx *bolt.Tx) error {
	l := logOf(tx)
	switch {
	case l.lacks(len(s.Headers())):
		return s.damaged(nil)
	case len(l.sets) == 0 && l.clean():
		return nil
	}
	records, read := s.newRecordWriter(tx), &texts{}
	for i, stored := range l.sets {
		seq := l.first + uint64(i)
		changes, err := s.intoJournal(tx, seq, stored)
		if err != nil {
			return err
		}
		for i := range changes {
			if err := s.carryOut(records, seq, &changes[i], read); err != nil {
				return err
			}
		}
	}
	return beginLog(tx)
}

// intoJournal makes a set in the log an entry of the journal, and returns its changes.
func (s *Store) intoJournal(tx *bolt.Tx, seq uint64, stored []byte) ([]change.Change, error) {
	header, block, err := s.openEntry(seq, stored)
	if err != nil {
		return nil, err
	}
	w := s.newJournalWriter(tx, seq)
	if err := w.put(header); err != nil {
		return nil, err
	}
	if err := w.put(block); err != nil {
		return nil, err
	}
	return unpack(block)
}

// carryOut changes a record in the file as a change says.
func (s *Store) carryOut(w *recordWriter, seq uint64, c *change.Change, among *texts) error {
	r := &record.Record{ID: c.ID, Version: c.Version, Seq: seq, Values: c.After}
	if c.Op == change.Update {
		key, was := recordKey(c.Table, c.ID), stored{}
		if err := s.decodeRecord(&was, key, w.bucket.Get(key), among); err != nil {
			return fault.Wrap(err, fault.Damaged, "A record that was changed cannot be read.")
		}
		r.Values = was.record.Values.With(c.Values()...)
	}
	return w.put(c, r)
}
