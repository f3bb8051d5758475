package store

import (
	"os"
	"path/filepath"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// Backup writes a copy of the catalogue as it stands to a new file, also while others read and write.
// The copy appears under its name when it is complete; a fault leaves nothing behind.
func (s *Store) Backup(path string) error {
	target := Store{path: path} // what goes wrong is said of the copy
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Conflict, "%s is there already. Choose another name for the backup.", path)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".backup-*"+Extension)
	if err != nil {
		return target.explain(err)
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // gone already when all went well
	err = s.guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			_, err := tx.WriteTo(tmp)
			return err
		})
	})
	if err == nil {
		err = tmp.Sync()
	}
	if closed := tmp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if fault.CodeOf(err) == fault.Damaged {
		return err // the catalogue itself
	}
	return target.explain(err)
}

// Copy writes a copy of a catalogue to a new file. While a window has the catalogue open it is read as it
// stands on the disk, which is always a whole state.
func Copy(path, to string) error {
	if err := probe(path); err != nil {
		return err
	}
	s := newStore(path, Options{})
	defer s.letGo() // nothing was written
	switch err := s.open(); {
	case fault.CodeOf(err) == fault.InUse:
		return copyOpen(path, to)
	case err != nil:
		return err
	}
	return s.Backup(to)
}
