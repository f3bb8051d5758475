package store

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// Format is the version of the file's layout that this program writes.
const Format = 1

// The buckets of a catalogue file.
var (
	metaBucket    = []byte("cadastre")
	recordsBucket = []byte("records") // table (2 bytes), id (16 bytes) → record
	journalBucket = []byte("journal") // seq (8 bytes), part (4 bytes) → header, then blocks of changes

	formatKey = []byte("format")
)

// fileMode keeps a catalogue to its owner.
const fileMode = 0o600

// addressSpace is mapped from the start, so that a file that grows is not mapped again and again.
const addressSpace = 1 << 30

// Create makes an empty catalogue and opens it. A file that is there already is never overwritten.
func Create(path string, o Options) (*Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, fault.New(fault.Conflict, "%s is there already. Choose another name.", path)
	}
	s, err := openFile(path, o.complete())
	if err != nil {
		return nil, err
	}
	err = s.guard(func() error { return s.db.Update(initialize) })
	if err != nil {
		_ = s.db.Close()
		_ = os.Remove(path) // it did not exist before
		return nil, err
	}
	s.current.Store(snapshot.NewBuilder(s.model).Snapshot(0))
	return s, nil
}

func initialize(tx *bolt.Tx) error {
	for _, name := range [][]byte{metaBucket, recordsBucket, journalBucket} {
		if _, err := tx.CreateBucket(name); err != nil {
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
	s, err := openFile(path, o.complete())
	if err != nil {
		return nil, err
	}
	err = s.guard(s.load)
	if err != nil {
		_ = s.db.Close()
		return nil, err
	}
	return s, nil
}

func openFile(path string, o Options) (*Store, error) {
	s := &Store{path: path, options: o, model: schema.Default()}
	settings := *bolt.DefaultOptions
	settings.Timeout, settings.MaxSize = o.Wait, o.MaxSize
	settings.FreelistType = bolt.FreelistMapType
	if runtime.GOOS != "windows" { // there it would also grow the file
		settings.InitialMmapSize = addressSpace
	}
	err := s.guard(func() (err error) {
		s.db, err = bolt.Open(path, fileMode, &settings)
		return err
	})
	return s, err
}

// load reads the whole catalogue into memory.
func (s *Store) load() error {
	if err := s.migrate(); err != nil {
		return err
	}
	readAhead(s.path)
	return s.db.View(func(tx *bolt.Tx) error {
		headers, err := loadHeaders(tx)
		if err != nil {
			return err
		}
		s.headers = headers
		snap, err := s.loadRecords(tx)
		s.current.Store(snap)
		return err
	})
}

func (s *Store) loadRecords(tx *bolt.Tx) (*snapshot.Snapshot, error) {
	b := snapshot.NewBuilder(s.model)
	bucket := tx.Bucket(recordsBucket)
	total, done := 0, 0
	for _, h := range s.headers {
		total += h.Created - h.Deleted
	}
	err := bucket.ForEach(func(k, v []byte) error {
		table, r, err := decodeRecord(k, v)
		if err != nil || s.model.TableByNum(table) == nil {
			return s.damaged(err)
		}
		b.Add(table, r)
		if done++; done%4096 == 0 {
			s.options.Progress(done, total)
		}
		return nil
	})
	return b.Snapshot(uint64(len(s.headers))), err
}

func recordKey(table schema.TableNum, id record.ID) []byte {
	return append(binary.BigEndian.AppendUint16(make([]byte, 0, 18), uint16(table)), id[:]...)
}

func decodeRecord(k, v []byte) (schema.TableNum, *record.Record, error) {
	if len(k) != 18 {
		return 0, nil, errors.New("store: key of a record has the wrong length")
	}
	r, err := record.Decode(record.ID(k[2:]), string(v))
	return schema.TableNum(binary.BigEndian.Uint16(k)), r, err
}

func loadHeaders(tx *bolt.Tx) ([]change.Header, error) {
	var headers []change.Header
	c := tx.Bucket(journalBucket).Cursor()
	for seq := uint64(1); ; seq++ {
		k, v := c.Seek(journalKey(seq, 0))
		if k == nil {
			return headers, nil
		}
		h, err := change.DecodeHeader(v)
		if err != nil {
			return nil, err
		}
		if h.Seq != seq {
			return nil, fault.New(fault.Damaged, "The journal lacks entry %d.", seq)
		}
		headers = append(headers, h)
	}
}

// readAhead reads a file through once: the map is read in no order, which a cold disk answers slowly.
func readAhead(path string) {
	f, err := os.Open(path)
	if err != nil {
		return // only the speed of what follows is at stake
	}
	defer func() { _ = f.Close() }()
	buf := make([]byte, 1<<20)
	for {
		if _, err := f.Read(buf); err != nil {
			return
		}
	}
}

// NameOf is what people call a catalogue: its file's name without the ending.
func NameOf(path string) string {
	return strings.TrimSuffix(filepath.Base(path), Extension)
}
