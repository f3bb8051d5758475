package store

import (
	"errors"
	"io"
	"os"

	"cadastre/store/fault"
)

// copyTries is how often a copy is begun again because the file was written meanwhile.
const copyTries = 20

// copyOpen copies a file that another program has open and may write, and returns how it stood. bbolt never
// overwrites what the newest of its two meta records leads to, so that a copy is whole when that record stayed the
// same, and the log.
func copyOpen(path, to string) (standing, error) {
	s, target := &Store{path: path}, &Store{path: to}
	if err := target.isNew(); err != nil {
		return standing{}, err
	}
	for range copyTries {
		copied, whole, err := copyOnce(path, to)
		switch {
		case err != nil:
			return standing{}, s.explain(err)
		case whole:
			return copied, nil
		}
	}
	return standing{}, fault.New(fault.InUse, "%s is being written all the time. Try again when the work in the window has ended.", path)
}

func copyOnce(path, to string) (copied standing, whole bool, err error) {
	from, err := os.Open(path)
	if err != nil {
		return copied, false, err
	}
	defer func() { _ = from.Close() }()
	copied = standingOf(from)
	err = writeWhole(to, func(tmp *os.File) error {
		if _, err := io.Copy(tmp, from); err != nil {
			return err
		}
		if standingOf(from) != copied {
			return errWritten
		}
		return nil
	})
	if errors.Is(err, errWritten) {
		return copied, false, nil
	}
	return copied, err == nil, err
}

// errWritten says that a file was written while it was copied.
var errWritten = errors.New("store: written meanwhile")

// A standing tells two states of a file apart, without bbolt, which would wait for whoever has it open.
type standing struct {
	transaction uint64
	log         uint32 // its checksum
}

// standingOf tells how a file stands, zero when it cannot be read.
func standingOf(f io.ReaderAt) standing {
	metas, _ := readMetas(f)
	m := newest(metas)
	if !m.sound {
		return standing{}
	}
	area := make([]byte, logSize)
	n, _ := f.ReadAt(area, logPlace(f, m)) // what cannot be read is the same each time
	return standing{m.seq, checksum(nil, area[:n])}
}

// logPlace is where the log lies: it follows the page of its bucket.
func logPlace(f io.ReaderAt, m meta) int64 {
	root := make([]byte, m.pageSize)
	_, _ = f.ReadAt(root, int64(m.root)*m.pageSize) // then it has no bucket
	for _, b := range parsePage(root).buckets {
		if b.key == string(recentBucket) {
			return int64(b.id+1) * m.pageSize
		}
	}
	return 0
}
