package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// migrations[n] brings a file from format n to n+1.
var migrations = map[uint64]func(*bolt.Tx) error{
	1: sealRecords,
	2: beginLog,
}

// sealRecords gives every record its checksum, so that one that was damaged is not taken for what somebody
// wrote. bbolt's cursors do not survive a change, so that a part is read, then written.
func sealRecords(tx *bolt.Tx) error {
	const atOnce = 1024
	bucket := tx.Bucket(recordsBucket)
	bucket.FillPercent = denseFill
	for k, _ := bucket.Cursor().First(); k != nil; {
		sealed := make([][2][]byte, 0, atOnce)
		c := bucket.Cursor()
		var v []byte
		for k, v = c.Seek(k); k != nil && len(sealed) < atOnce; k, v = c.Next() {
			key := bytes.Clone(k)
			sealed = append(sealed, [2][]byte{key, seal(key, bytes.Clone(v), 0)})
		}
		k = bytes.Clone(k) // of the next part
		for _, s := range sealed {
			if err := bucket.Put(s[0], s[1]); err != nil {
				return err
			}
		}
	}
	return nil
}

// migrate brings the file to the program's format, after a backup.
func (s *Store) migrate() error {
	older, err := s.older()
	if err != nil || !older {
		return err
	}
	if s.reading == nil {
		if _, err := s.Keep(context.Background(), BeforeUpdate); err != nil {
			return err
		}
	}
	return s.update()
}

// older is whether an earlier version wrote the file.
func (s *Store) older() (older bool, err error) {
	err = s.db.View(func(tx *bolt.Tx) error {
		format, err := s.formatOf(tx)
		older = format < Format
		return err
	})
	return older, err
}

// update brings the file to the program's format, in one transaction. An encrypted file never needs it for
// format 1, which had no encryption.
func (s *Store) update() error {
	return s.db.Update(func(tx *bolt.Tx) error {
		format, err := s.formatOf(tx)
		for ; err == nil && format < Format; format++ {
			err = migrations[format](tx)
		}
		if err != nil {
			return err
		}
		return tx.Bucket(metaBucket).Put(formatKey, binary.BigEndian.AppendUint64(nil, Format))
	})
}

func (s *Store) formatOf(tx *bolt.Tx) (uint64, error) {
	meta := tx.Bucket(metaBucket)
	if meta == nil || tx.Bucket(recordsBucket) == nil || tx.Bucket(journalBucket) == nil {
		return 0, fault.New(fault.NotOurs, "%s is not a Cadastre catalogue: it belongs to another program.", s.path)
	}
	raw := meta.Get(formatKey)
	if len(raw) != 8 {
		return 0, s.damaged(nil)
	}
	format := binary.BigEndian.Uint64(raw)
	switch {
	case format > Format:
		return 0, s.newer(fmt.Sprintf("it has format %d, and this one reads up to %d", format, Format))
	case format < Format && migrations[format] == nil:
		return 0, s.damaged(nil)
	}
	return format, nil
}

func (s *Store) newer(how string) error {
	return fault.New(fault.Newer, "%s was written by a later version of Cadastre: %s. Use that version to open it.", s.path, how)
}
