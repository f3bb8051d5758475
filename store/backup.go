package store

import (
	"context"
	"os"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// Backup writes a copy of the catalogue as it stands to a new file, also while others read and write.
// The copy appears under its name when it is complete; a fault leaves nothing behind.
func (s *Store) Backup(path string) error {
	s.settle()
	return s.backup(context.Background(), path)
}

func (s *Store) backup(ctx context.Context, path string) error {
	target := Store{path: path} // what goes wrong is said of the copy
	if err := target.isNew(); err != nil {
		return err
	}
	err := writeWhole(path, func(tmp *os.File) error {
		return s.guarded(func() error { return s.copyTo(ctx, tmp) })
	})
	switch {
	case err != nil && ctx.Err() != nil:
		return fault.From(ctx.Err()) // bbolt keeps only its text
	case fault.CodeOf(err) == fault.Damaged:
		return err // the catalogue itself
	}
	return target.explain(err)
}

// copyTo copies the file as it stands when that begins; the log may grow meanwhile.
func (s *Store) copyTo(ctx context.Context, tmp *os.File) error {
	known := len(s.Headers())
	return s.db.View(func(tx *bolt.Tx) error {
		l := logOf(tx)
		if l.lacks(known) {
			return s.damaged(nil)
		}
		_, err := tx.WriteTo(stopping{tmp, ctx})
		if err == nil {
			_, err = tmp.WriteAt(l.still(), l.place)
		}
		return err
	})
}

// isNew refuses a name that is taken.
func (s *Store) isNew() error {
	if _, err := os.Lstat(s.path); err == nil {
		return fault.New(fault.Conflict, "%s is there already. Choose another name for the backup.", s.path)
	}
	return nil
}

// Copy writes a copy of a catalogue to a new file, encrypted where it is. While a window has the catalogue
// open it is read as it stands on the disk, which is always a whole state.
func Copy(path, to string) error {
	if err := probe(path); err != nil {
		return err
	}
	s := newStore(path, Options{})
	defer s.letGo() // nothing was written
	switch err := s.open(); {
	case fault.CodeOf(err) == fault.InUse, fault.CodeOf(err) == fault.ReadOnly:
		_, err := copyOpen(path, to)
		return err
	case err != nil:
		return err
	}
	return s.backup(context.Background(), to)
}
