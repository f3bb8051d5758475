package store

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// Format is the version of the file's layout that this program writes.
const Format = 3

// The buckets of a catalogue file.
var (
	metaBucket    = []byte("cadastre")
	recordsBucket = []byte("records") // table (2 bytes), id (16 bytes) → record, sealed
	journalBucket = []byte("journal") // seq (8 bytes), part (4 bytes) → header, then blocks of changes, each sealed
	recentBucket  = []byte("recent")  // log → change sets one after the other

	formatKey = []byte("format")
)

// fileMode keeps a catalogue to its owner.
const fileMode = 0o600

// addressSpace is mapped from the start, so that a file that grows is not mapped again and again.
const addressSpace = 1 << 30

// growth is by how much more than it needs a file grows; bbolt's own 16 MB are much for a small catalogue.
const growth = 1 << 20

// Create makes an empty catalogue and opens it. A file that is there already is never overwritten, and
// nobody ever sees one that is half made.
func Create(path string, o Options) (*Store, error) {
	s := newStore(path, o)
	switch err := s.guard(s.makeEmpty); {
	case errors.Is(err, fs.ErrExist):
		return nil, fault.New(fault.Conflict, "%s is there already. Choose another name.", path)
	case err != nil:
		return nil, err
	}
	err := s.open()
	if err == nil {
		err = s.takePossession()
	}
	if err != nil {
		s.letGo()
		_ = os.Remove(path) // it did not exist before
		return nil, err
	}
	s.current.Store(snapshot.NewBuilder(s.model).Snapshot(0))
	return s, nil
}

// makeEmpty makes the file under another name and then gives it its own.
func (s *Store) makeEmpty() error {
	if _, err := os.Lstat(s.path); err == nil {
		return fs.ErrExist
	}
	tmp, err := os.CreateTemp(filepath.Dir(s.path), partName(s.path))
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // its other name
	_ = tmp.Close()                              // nothing was written
	db, err := bolt.Open(tmp.Name(), fileMode, &bolt.Options{MaxSize: s.options.MaxSize})
	if err != nil {
		return err
	}
	db.AllocSize = growth
	if err := errors.Join(db.Update(s.initialize), db.Close()); err != nil {
		return err
	}
	return christen(tmp.Name(), s.path)
}

// initialize makes the buckets of an empty file, and its vault when a passphrase is given.
func (s *Store) initialize(tx *bolt.Tx) (err error) {
	for _, name := range [][]byte{metaBucket, recordsBucket, journalBucket} {
		if _, err := tx.CreateBucket(name); err != nil {
			return err
		}
	}
	if err := beginLog(tx); err != nil {
		return err
	}
	var vault []byte
	if vault, s.codec, err = lockUp(s.options.Passphrase); err != nil {
		return err
	}
	if s.encrypted = vault != nil; s.encrypted {
		if err := tx.Bucket(metaBucket).Put(vaultKey, vault); err != nil {
			return err
		}
	}
	return tx.Bucket(metaBucket).Put(formatKey, binary.BigEndian.AppendUint64(nil, Format))
}

// Open opens a catalogue, brings its layout up to date and reads it. It returns NotFound, NotOurs, Newer,
// Damaged, InUse or ReadOnly with a sentence that names the file, which then is as it was.
func Open(path string, o Options) (*Store, error) {
	if err := probe(path); err != nil {
		return nil, err
	}
	s := newStore(path, o)
	return s.ready(s.start())
}

func newStore(path string, o Options) *Store {
	return &Store{path: path, disk: path, options: o.complete(), model: schema.Default(), codec: plain{}}
}

// start opens the file and reads it.
func (s *Store) start() error {
	err := s.inspect()
	if err == nil {
		err = s.open()
	}
	if err == nil && s.reading == nil {
		err = s.takePossession()
	}
	if err == nil {
		err = s.guard(s.load)
	}
	return err
}

// ready answers with the store, or lets go of it when it could not be opened.
func (s *Store) ready(err error) (*Store, error) {
	if err != nil {
		s.letGo()
		return nil, err
	}
	return s, nil
}

// takePossession says to others that the file is ours, and tidies up after a crash.
func (s *Store) takePossession() error {
	if err := s.leaveNote(); err != nil {
		return err
	}
	removeParts(whereItLies(s.path))
	return nil
}

// inspect makes sure that the file is ours and whole, before anything may write to it. Reading it through
// once also makes what follows faster: bbolt reads in no order, which a cold disk answers slowly.
func (s *Store) inspect() error {
	return s.guard(func() error {
		db, err := bolt.Open(s.disk, fileMode, &bolt.Options{ReadOnly: true, Timeout: s.options.Wait, OpenFile: s.openFile})
		if err != nil {
			return err
		}
		defer func() { _ = db.Close() }() // it was only read
		t, err := readForest(s.file)
		switch {
		case err != nil:
			return err
		case len(t.faults) > 0:
			return s.damaged(errors.New(t.faults[0]))
		}
		s.half = t.half
		return db.View(func(tx *bolt.Tx) error {
			format, err := s.formatOf(tx)
			switch {
			case err != nil:
				return err
			case s.readOnly && format < Format:
				return errOlder
			}
			if err := s.unlock(tx); err != nil || format < Format {
				return err
			}
			return s.inspectLog(tx)
		})
	})
}

// openFile keeps the file that bbolt works with.
func (s *Store) openFile(name string, flag int, mode os.FileMode) (f *os.File, err error) {
	f, err = os.OpenFile(name, flag, mode)
	s.file = f
	return f, err
}

func (s *Store) open() error {
	settings := *bolt.DefaultOptions
	settings.Timeout, settings.MaxSize, settings.OpenFile = s.options.Wait, s.options.MaxSize, s.openFile
	settings.FreelistType, settings.ReadOnly = bolt.FreelistMapType, s.readOnly
	if runtime.GOOS != "windows" { // there it would also grow the file
		settings.InitialMmapSize = addressSpace
	}
	return s.guard(func() (err error) {
		if s.db, err = bolt.Open(s.disk, fileMode, &settings); err == nil {
			s.db.AllocSize = growth
		}
		return err
	})
}

// letGo closes what an attempt to open has opened.
func (s *Store) letGo() {
	s.removeNote()
	if s.db != nil {
		_ = s.db.Close() // the attempt has failed already
	}
	if s.file != nil {
		_ = s.file.Close() // open still where bbolt ended in a panic
	}
	s.removeCopy()
}

func recordKey(table schema.TableNum, id record.ID) []byte {
	return append(binary.BigEndian.AppendUint16(make([]byte, 0, 18), uint16(table)), id[:]...)
}

// NameOf is what people call a catalogue: its file's name without the ending.
func NameOf(path string) string {
	return strings.TrimSuffix(filepath.Base(path), Extension)
}
