package store

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"unsafe"

	"cadastre/store/change"
	"cadastre/store/fault"

	"github.com/klauspost/compress/s2"
	bolt "go.etcd.io/bbolt"
)

// A form changes little, and a transaction for it would write a dozen pages in as many places and wait for the
// disk twice. So a small change set is only put at the end of the log, which waits once. The log is a value in a
// bucket of its own, whose pages bbolt leaves where they are until a transaction gives it another: one that brings
// what the log holds into records and journal, and begins an empty one. A file thus always holds either what came
// before the log together with the log, or all of it in its place, and whoever reads an earlier state reads the
// log that belongs to it. Each set is written with the bytes before it that share its page, the same as they were:
// this relies on a disk to write a sector as a whole or not at all, as all that write logs do.

// logKey is the one key of its bucket.
var logKey = []byte("log")

const (
	// logSize is how many bytes the log has, enough for some two hundred forms.
	logSize = 64 << 10
	// logMost is how many changes a set in the log has at the most.
	logMost = 16
	// frameHead is what comes before a set in the log: its number and how many bytes follow. A checksum of all comes after.
	frameHead = 8 + 4
)

// beginLog gives a catalogue an empty log.
func beginLog(tx *bolt.Tx) error {
	bucket, err := tx.CreateBucketIfNotExists(recentBucket)
	if err != nil {
		return err
	}
	value := make([]byte, logSize)
	for i := range value {
		value[i] = blank(i)
	}
	return bucket.Put(logKey, value)
}

// blank is what stands at a place of the log to which nothing has been written. No two pages are the same, and none is
// zeros: what a disk has lost or misplaced is noticed.
func blank(at int) byte { return byte(at >> 8) }

// A log is what a transaction sees of the log.
type log struct {
	place int64    // of the value in the file
	value []byte   // in which the sets begin with a page, none of which holds anything else
	first uint64   // the number of the first set
	sets  [][]byte // as they are stored
	end   int      // of the sets in the value
}

// logOf reads the log; it is empty in a file of an earlier format.
func logOf(tx *bolt.Tx) log {
	l := log{first: journalEnd(tx) + 1}
	bucket := tx.Bucket(recentBucket)
	if bucket == nil {
		return l
	}
	value, info := bucket.Get(logKey), tx.DB().Info()
	if len(value) != logSize {
		return l
	}
	l.value, l.place = value, int64(uintptr(unsafe.Pointer(unsafe.SliceData(value)))-info.Data)
	l.end = -int(l.place) & (info.PageSize - 1) // after the page that says where the value is
	for set := l.frame(l.end, l.first); set != nil; set = l.frame(l.end, l.next()) {
		l.sets = append(l.sets, set)
		l.end += frameHead + len(set) + crc32.Size
	}
	return l
}

// next is the number of the set that comes next.
func (l *log) next() uint64 { return l.first + uint64(len(l.sets)) }

// set returns what is stored of a set, nil when the log does not hold it.
func (l *log) set(seq uint64) []byte {
	if seq < l.first || seq >= l.next() {
		return nil
	}
	return l.sets[seq-l.first]
}

// frame returns what is stored of a set at a place of the value, nil when it is not there or not whole.
func (l *log) frame(at int, seq uint64) []byte {
	rest := l.value[at:]
	if len(rest) < frameHead || binary.BigEndian.Uint64(rest) != seq {
		return nil
	}
	sealed, inside := cut(rest, 0, frameHead+int(binary.BigEndian.Uint32(rest[8:]))+crc32.Size)
	if !inside {
		return nil
	}
	framed, err := unseal(nil, sealed)
	if err != nil {
		return nil
	}
	return slices.Clip(framed[frameHead:])
}

// clean is whether nothing comes after the sets.
func (l *log) clean() bool { return l.free(l.end, len(l.value)) }

// broken is whether a set comes after something that is none.
func (l *log) broken() bool {
	for at := l.end; at < len(l.value)-frameHead; at++ {
		seq := binary.BigEndian.Uint64(l.value[at:])
		if seq >= l.next() && seq < l.next()+logSize && l.frame(at, seq) != nil {
			return true
		}
	}
	return false
}

// takes is whether there is room for some bytes.
func (l *log) takes(frame []byte) bool {
	end := l.end + len(frame)
	return end <= len(l.value) && l.free(l.end, end)
}

// still is the value without what others have put into it since.
func (l *log) still() []byte {
	value := bytes.Clone(l.value)
	for at := l.end; at < len(value); at++ {
		value[at] = blank(at)
	}
	return value
}

// free is whether nothing has been written to a part of the value.
func (l *log) free(from, to int) bool {
	for at, b := range l.value[from:to] {
		if b != blank(from+at) {
			return false
		}
	}
	return true
}

// frameOf is a set as it stands in the log.
func (s *Store) frameOf(set *change.Set) ([]byte, error) {
	header, err := change.AppendHeader(nil, &set.Header)
	if err != nil {
		return nil, err
	}
	var block []byte
	for i := range set.Changes {
		block = change.AppendChange(block, &set.Changes[i])
	}
	entry := append(binary.BigEndian.AppendUint32(nil, uint32(len(header))), header...)
	entry = append(entry, s2.Encode(nil, block)...)
	stored := s.codec.seal(recentBucket, journalKey(set.Seq, 0), entry)
	return seal(nil, append(journalKey(set.Seq, uint32(len(stored))), stored...), 0), nil
}

// openEntry returns the header and the block of changes of a set in the log, as they stand in the journal.
func (s *Store) openEntry(seq uint64, stored []byte) (header, block []byte, err error) {
	entry, err := s.codec.open(recentBucket, journalKey(seq, 0), stored)
	if err != nil {
		return nil, nil, err
	}
	header, ok := []byte(nil), len(entry) >= 4
	if ok {
		header, ok = cut(entry, 4, int(binary.BigEndian.Uint32(entry)))
	}
	if !ok {
		return nil, nil, fault.New(fault.Damaged, "An entry of the catalogue cannot be read.")
	}
	return slices.Clip(header), slices.Clip(entry[4+len(header):]), nil
}

// recentBlock returns the changes of a set in the log.
func (s *Store) recentBlock(tx *bolt.Tx, seq uint64) ([]change.Change, error) {
	l := logOf(tx)
	_, block, err := s.openEntry(seq, l.set(seq))
	if err != nil {
		return nil, err
	}
	return unpack(block)
}

// inspectLog refuses a log that is not there, or of which something in the middle cannot be read, and whoever may only
// read a file whose log has to be brought in first.
func (s *Store) inspectLog(tx *bolt.Tx) error {
	l := logOf(tx)
	switch {
	case l.value == nil || l.broken():
		return s.damaged(nil)
	case s.readOnly && len(l.sets) > 0:
		return errUnsettled
	}
	s.torn = !l.clean()
	return nil
}

// lacks is whether one of the first so many sets of the catalogue is neither in the log nor before it.
func (l *log) lacks(known int) bool { return l.next() <= uint64(known) }

// toLog returns what puts a set at the end of the log and waits for the disk, nil when it is too large for the log.
func (s *Store) toLog(set *change.Set) (put func() error, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		l := logOf(tx)
		switch {
		case l.lacks(len(s.Headers())):
			return s.damaged(nil)
		case s.doubt || l.next() != set.Seq:
			return s.uncertain(nil)
		case len(set.Changes) > logMost:
			return nil
		}
		frame, err := s.frameOf(set)
		if err != nil || !l.takes(frame) {
			return err
		}
		at, first := l.place+int64(l.end), len(l.sets) == 0
		put = func() error {
			if first {
				if err := s.bothLead(); err != nil {
					return err
				}
			}
			if _, err := s.file.WriteAt(frame, at); err != nil {
				return err
			}
			return s.db.Sync()
		}
		return nil
	})
	return put, err
}
