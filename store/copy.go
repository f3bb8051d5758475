package store

import (
	"io"
	"os"
	"path/filepath"

	"cadastre/store/fault"
)

// copyTries is how often a copy is begun again because the file was written meanwhile.
const copyTries = 20

// copyOpen copies a file that another program has open and may write. bbolt never overwrites what the
// newest of its two meta records leads to, so that a copy is whole when that record stayed the same.
func copyOpen(path, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return fault.New(fault.Conflict, "%s is there already. Choose another name for the backup.", to)
	}
	s := &Store{path: path}
	for range copyTries {
		whole, err := copyOnce(path, to)
		if err != nil {
			return s.explain(err)
		}
		if whole {
			return nil
		}
	}
	return fault.New(fault.InUse, "%s is being written all the time. Try again when the work in the window has ended.", path)
}

func copyOnce(path, to string) (whole bool, err error) {
	from, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = from.Close() }()
	tmp, err := os.CreateTemp(filepath.Dir(to), ".backup-*"+Extension)
	if err != nil {
		return false, err
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // gone already when all went well
	before := newestTransaction(from)
	_, err = io.Copy(tmp, from)
	if err == nil {
		err = tmp.Sync()
	}
	if closed := tmp.Close(); err == nil {
		err = closed
	}
	if err != nil || newestTransaction(from) != before {
		return false, err
	}
	return true, os.Rename(tmp.Name(), to)
}

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
