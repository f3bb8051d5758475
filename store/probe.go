package store

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io"
	"io/fs"
	"os"

	"cadastre/store/fault"
)

// Where bbolt keeps what probe looks at: a page's header has 16 bytes, its meta record follows.
const (
	boltMagic       = 0xED0CDAED
	metaAt          = 16
	metaPageSize    = metaAt + 8
	metaHighWater   = metaAt + 40
	metaTransaction = metaAt + 48
	metaChecksum    = metaAt + 56
	metaEnd         = metaAt + 64
	leastPage       = 512
	mostPage        = 1 << 16
)

// probe looks at a file before bbolt does, which would take an empty file for a new one and fault on
// one that was cut short. It opens the file for reading only.
func probe(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return openFault(path, err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return openFault(path, err)
	}
	if !info.Mode().IsRegular() {
		return fault.New(fault.NotOurs, "%s is no file. Choose a catalogue, whose name ends in %s.", path, Extension)
	}
	return probeMeta(f, path, info.Size())
}

func openFault(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, fault.NotFound, "%s is not there. It may have been moved, renamed or deleted.", path)
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(err, fault.ReadOnly, "%s may not be opened: you have no permission. Ask whoever owns the file.", path)
	}
	return fault.Wrap(err, fault.Damaged, "%s cannot be opened: %v.", path, err)
}

// probeMeta looks for the two meta records and checks that the file is as long as they say.
func probeMeta(f io.ReaderAt, path string, size int64) error {
	first, there, sound := meta(f, 0)
	pageSize := int64(binary.LittleEndian.Uint32(first[metaPageSize:]))
	for at := int64(leastPage); !sound && at <= mostPage; at *= 2 {
		second, there2, sound2 := meta(f, at)
		there = there || there2
		if sound2 {
			first, sound, pageSize = second, true, at
		}
	}
	switch {
	case !there:
		return fault.New(fault.NotOurs, "%s is not a Cadastre catalogue. To bring in a spreadsheet, import it into a catalogue instead.", path)
	case !sound || pageSize < leastPage || pageSize > mostPage:
		return fault.New(fault.Damaged, "%s is damaged: its beginning cannot be read. Restore a backup.", path)
	}
	least := highWater(first)
	if second, _, sound := meta(f, pageSize); sound {
		least = max(least, highWater(second))
	}
	if least < 0 || size/pageSize < least {
		return fault.New(fault.Damaged, "%s is damaged: part of the file is missing. It was probably not copied to its end. Copy it again, or restore a backup.", path)
	}
	return nil
}

// meta reads a meta record: whether there is one, and whether its checksum is right.
func meta(f io.ReaderAt, at int64) (page []byte, there, sound bool) {
	page = make([]byte, metaEnd)
	if _, err := f.ReadAt(page, at); err != nil {
		return page, false, false
	}
	sum := fnv.New64a()
	_, _ = sum.Write(page[metaAt:metaChecksum]) // a hash takes every write
	there = binary.LittleEndian.Uint32(page[metaAt:]) == boltMagic
	return page, there, there && binary.LittleEndian.Uint64(page[metaChecksum:]) == sum.Sum64()
}

// highWater is the number of pages that the file has.
func highWater(page []byte) int64 { return int64(binary.LittleEndian.Uint64(page[metaHighWater:])) }
