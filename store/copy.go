package store

import (
	"errors"
	"io"
	"os"

	"cadastre/store/fault"
)

// copyTries is how often a copy is begun again because the file was written meanwhile.
const copyTries = 20

// copyOpen copies a file that another program has open and may write, and returns the transaction that the
// copy ends with. bbolt never overwrites what the newest of its two meta records leads to, so that a copy is
// whole when that record stayed the same.
func copyOpen(path, to string) (uint64, error) {
	s, target := &Store{path: path}, &Store{path: to}
	if err := target.isNew(); err != nil {
		return 0, err
	}
	for range copyTries {
		copied, whole, err := copyOnce(path, to)
		switch {
		case err != nil:
			return 0, s.explain(err)
		case whole:
			return copied, nil
		}
	}
	return 0, fault.New(fault.InUse, "%s is being written all the time. Try again when the work in the window has ended.", path)
}

func copyOnce(path, to string) (copied uint64, whole bool, err error) {
	from, err := os.Open(path)
	if err != nil {
		return 0, false, err
	}
	defer func() { _ = from.Close() }()
	copied = newestTransaction(from)
	err = writeWhole(to, func(tmp *os.File) error {
		if _, err := io.Copy(tmp, from); err != nil {
			return err
		}
		if newestTransaction(from) != copied {
			return errWritten
		}
		return nil
	})
	if errors.Is(err, errWritten) {
		return 0, false, nil
	}
	return copied, err == nil, err
}

// errWritten says that a file was written while it was copied.
var errWritten = errors.New("store: written meanwhile")

// newestTransaction is the number of the last transaction that was committed.
func newestTransaction(f io.ReaderAt) uint64 {
	metas, _ := readMetas(f)
	newest := uint64(0)
	for _, m := range metas {
		if m.sound {
			newest = max(newest, m.seq)
		}
	}
	return newest
}
