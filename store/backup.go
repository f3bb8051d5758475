package store

import (
	"os"
	"path/filepath"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// Backup writes a copy of the catalogue as it stands to a new file, also while others read and write.
// The copy appears under its name when it is complete.
func (s *Store) Backup(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Conflict, "%s is there already. Choose another name for the backup.", path)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".backup-*"+Extension)
	if err != nil {
		return s.explain(err)
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // gone already when all went well
	err = s.view(func(tx *bolt.Tx) error {
		_, err := tx.WriteTo(tmp)
		return err
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
	return s.explain(err)
}

// Copy writes a copy of a catalogue to a new file. While a window has the catalogue open it is read as it
// stands on the disk, which is always a whole state.
func Copy(path, to string) error {
	if err := probe(path); err != nil {
		return err
	}
	s, err := openFile(path, Options{}.complete())
	if fault.CodeOf(err) == fault.InUse {
		return copyOpen(path, to)
	}
	if err != nil {
		return err
	}
	defer func() { _ = s.db.Close() }() // nothing was written
	return s.Backup(to)
}
