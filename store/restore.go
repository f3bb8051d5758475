package store

import (
	"io"
	"os"
	"time"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// Restore puts a backup in the place of a catalogue that nobody has open. What was there is kept on the
// shelf first, as it is, also when it is damaged. The backup is opened before, to see that it is whole, and
// stays where it is. A fault leaves the catalogue as it was.
func Restore(path, backup string, o Options) error {
	whole, err := OpenReader(backup, o)
	if err == nil {
		err = whole.Close()
	}
	if err != nil {
		return err
	}
	s := newStore(path, o)
	defer s.letGo()
	if err := s.keepAsIs(); err != nil {
		return err
	}
	return s.explain(writeWhole(whereItLies(path), func(tmp *os.File) error { return s.fill(tmp, backup) }))
}

// keepAsIs puts the file on the shelf byte by byte, while nobody else can write it. No older backup is removed:
// it may be the one to be restored.
func (s *Store) keepAsIs() error {
	if _, err := os.Stat(s.path); os.IsNotExist(err) {
		return nil
	}
	k := Kept{Time: s.options.Clock().UTC().Truncate(time.Second), Why: BeforeRestore}
	if probe(s.path) == nil {
		switch err := s.open(); fault.CodeOf(err) {
		case fault.InUse, fault.ReadOnly:
			return err
		case "":
			if err := s.leaveNote(); err != nil {
				return err
			}
			_ = s.view(func(tx *bolt.Tx) error { k.Seq = lastEntry(tx); return nil }) // a damaged one has no number
		}
	}
	to, err := s.options.Shelf.place(s.path, k)
	if err != nil {
		return err
	}
	return (&Store{path: to}).explain(writeWhole(to, func(tmp *os.File) error { return fillFrom(tmp, s.path) }))
}

// fill makes a new file of the backup, to be given the place of the present one.
func (s *Store) fill(tmp *os.File, backup string) error {
	if info, err := os.Stat(s.path); err == nil {
		if err := tmp.Chmod(info.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := fillFrom(tmp, backup); err != nil {
		return err
	}
	s.letGo() // an open file cannot be replaced everywhere
	return nil
}

func fillFrom(tmp *os.File, path string) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }()
	_, err = io.Copy(tmp, from)
	return err
}
