package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// reading is why a catalogue can only be read.
type reading struct {
	refusal error    // what whoever wants to change it is told
	copied  standing // how the file stood when it was copied
}

// OpenReader opens a catalogue for reading, also while somebody has it open for writing: then as it stands
// on the disk. Changing it returns InUse or ReadOnly. While nobody writes, it keeps writers waiting.
func OpenReader(path string, o Options) (*Store, error) {
	if err := probe(path); err != nil {
		return nil, err
	}
	s := newStore(path, o)
	s.readOnly = true
	s.reading = &reading{refusal: fault.New(fault.ReadOnly, "%s was opened for reading only.", path)}
	err := s.start()
	switch {
	case fault.CodeOf(err) == fault.InUse:
		return OpenCopy(path, err, o)
	case errors.Is(err, errOlder), errors.Is(err, errUnsettled):
		return OpenCopy(path, s.reading.refusal, o)
	}
	return s.ready(err)
}

// errOlder says that a file has to be brought up to date before it is read.
var errOlder = fault.New(fault.ReadOnly, "The catalogue was written by an earlier version.")

// errUnsettled says that the log of a file has to be brought in before it is read: whoever had it open did not come
// to close it.
var errUnsettled = fault.New(fault.ReadOnly, "The catalogue was not closed.")

// OpenCopy opens a copy of a catalogue as it stands on the disk, for reading, and keeps nobody from writing
// it. Changing it returns the refusal, which says why.
func OpenCopy(path string, refusal error, o Options) (*Store, error) {
	if err := probe(path); err != nil {
		return nil, err
	}
	removeCopies()
	dir, err := os.MkdirTemp("", copyPrefix)
	if err != nil {
		return nil, fault.Wrap(err, fault.NoSpace, "There is no room in the temporary folder to read %s beside whoever has it open: %v.", path, err)
	}
	s := newStore(path, o)
	s.disk = filepath.Join(dir, "copy"+Extension)
	s.reading = &reading{refusal: refusal}
	s.reading.copied, err = copyOpen(path, s.disk)
	if err == nil {
		err = s.start()
	}
	if runtime.GOOS != "windows" {
		s.removeCopy() // what is open stays readable, and nothing can be left behind
	}
	return s.ready(err)
}

const copyPrefix = "cadastre-reading-"

// removeCopy removes the copy that is read.
func (s *Store) removeCopy() {
	if s.disk != s.path {
		_ = os.RemoveAll(filepath.Dir(s.disk)) // what stays is tried again later
	}
}

// copyLasts is longer than anybody takes to open a copy.
const copyLasts = time.Hour

// removeCopies removes copies that a crash has left behind; one that is open on Windows cannot be removed.
func removeCopies() {
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), copyPrefix+"*")) // the pattern is sound
	for _, dir := range old {
		if info, err := os.Stat(dir); err == nil && time.Since(info.ModTime()) > copyLasts {
			_ = os.RemoveAll(dir)
		}
	}
}

// Reading returns why the catalogue can only be read, nil when it can be changed.
func (s *Store) Reading() error {
	if s.reading == nil {
		return nil
	}
	return s.reading.refusal
}

// Behind is whether the file has been written since it was copied.
func (s *Store) Behind() bool {
	if s.reading == nil {
		return false
	}
	f, err := os.Open(s.path)
	if err != nil {
		return false // what is not there cannot be newer
	}
	defer func() { _ = f.Close() }()
	now := standingOf(f)
	return now != standing{} && now != s.reading.copied
}

// Free is whether nobody has a catalogue open for writing now, and it may be written.
func Free(path string) bool {
	if h, there := readNote(path); there && h.Machine != machine() {
		return false
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	_ = f.Close() // nothing was written
	s := &Store{path: path}
	return s.guard(func() error {
		db, err := bolt.Open(path, fileMode, &bolt.Options{ReadOnly: true, Timeout: time.Millisecond})
		if err != nil {
			return err
		}
		return db.Close()
	}) == nil
}

// StillThere is Gone when the open file was moved, deleted or replaced.
func (s *Store) StillThere() error {
	if s.reading != nil {
		return nil
	}
	return s.stillThere()
}
