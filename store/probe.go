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
	boltMagic     = 0xED0CDAED
	metaAt        = 16
	metaPageSize  = metaAt + 8
	metaRoot      = metaAt + 16
	metaFreelist  = metaAt + 32
	metaHighWater = metaAt + 40
	metaTx        = metaAt + 48
	metaChecksum  = metaAt + 56
	metaEnd       = metaAt + 64
	leastPage     = 1 << 10
	mostPage      = 1 << 16
)

// A meta is a record of where everything is; a file has two, written in turn.
type meta struct {
	pageSize                       int64
	root, freelist, highWater, seq uint64
	// sound is false when its checksum is wrong; then nothing else holds.
	sound bool
}

// probe looks at a file before bbolt does, which would take an empty file for a new one and fault on
// one that was cut short. It opens the file for reading only.
func probe(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return openFault(path, err)
	case !info.Mode().IsRegular():
		return fault.New(fault.NotOurs, "%s is no file. Choose a catalogue, whose name ends in %s.", path, Extension)
	}
	f, err := os.Open(path)
	if err != nil {
		return openFault(path, err)
	}
	defer func() { _ = f.Close() }()
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

// probeMeta looks for the meta records and checks that the file is as long as they say.
func probeMeta(f io.ReaderAt, path string, size int64) error {
	metas, there := readMetas(f)
	if !there {
		return fault.New(fault.NotOurs, "%s is not a Cadastre catalogue. To bring in a spreadsheet, import it into a catalogue instead.", path)
	}
	least, sound := uint64(0), false
	for _, m := range metas {
		if m.sound {
			sound, least = true, max(least, m.highWater)
		}
	}
	if !sound {
		return fault.New(fault.Damaged, "%s is damaged: its beginning cannot be read. Restore a backup.", path)
	}
	if pages := size / max(metas[0].pageSize, metas[1].pageSize); uint64(pages) < least {
		return fault.New(fault.Damaged, "%s is damaged: part of the file is missing. It was probably not copied to its end. Copy it again, or restore a backup.", path)
	}
	return nil
}

// readMetas reads both meta records, and says whether the file has any. Where the second begins is known
// from the first, or else has to be found.
func readMetas(f io.ReaderAt) (metas [2]meta, there bool) {
	metas[0], there = readMeta(f, 0)
	if metas[0].sound {
		metas[1], _ = readMeta(f, metas[0].pageSize)
		return metas, true
	}
	for at := int64(leastPage); at <= mostPage; at *= 2 {
		m, like := readMeta(f, at)
		there = there || like
		if m.sound && m.pageSize == at {
			metas[1] = m
			return metas, true
		}
	}
	return metas, there
}

// newest is the meta record that holds.
func newest(metas [2]meta) meta {
	if !metas[0].sound || metas[1].sound && metas[1].seq > metas[0].seq {
		return metas[1]
	}
	return metas[0]
}

// readMeta reads a meta record, and says whether the place looks like one.
func readMeta(f io.ReaderAt, at int64) (m meta, like bool) {
	page := make([]byte, metaEnd)
	if _, err := f.ReadAt(page, at); err != nil || binary.LittleEndian.Uint32(page[metaAt:]) != boltMagic {
		return meta{}, false
	}
	sum := fnv.New64a()
	_, _ = sum.Write(page[metaAt:metaChecksum]) // a hash takes every write
	word := func(at int) uint64 { return binary.LittleEndian.Uint64(page[at:]) }
	m = meta{pageSize: int64(binary.LittleEndian.Uint32(page[metaPageSize:])), root: word(metaRoot), freelist: word(metaFreelist),
		highWater: word(metaHighWater), seq: word(metaTx)}
	m.sound = word(metaChecksum) == sum.Sum64() && leastPage <= m.pageSize && m.pageSize <= mostPage
	return m, true
}
