package store

import (
	"bytes"
	"encoding/binary"
	"io"
)

// bbolt trusts its pages: it follows a broken one out of the file or round for ever. So they are read
// here first, by nothing but their bytes.

// The layout of a page: a header (id, kind, number of elements, pages that follow), a table of elements,
// then what the elements point to.
const (
	headerSize  = 16
	elementSize = 16
	branchKind  = 0x01
	leafKind    = 0x02
	listKind    = 0x10
	bucketFlag  = 0x01
	inlineAt    = 16 // of a bucket's value: where its only page is when it has none of its own
)

// A page is what matters of one for the tree that it is part of.
type page struct {
	overflow    uint64 // pages that follow it
	branch      bool
	sound       bool
	first, last string  // keys
	children    []child // of a branch
	buckets     []child // the roots of those that have pages of their own
}

type child struct {
	key string
	id  uint64
}

// readPages reads all pages of a file, by number. Numbers at which no page of a tree begins stay empty.
func readPages(f io.ReaderAt, m meta) ([]page, error) {
	const atOnce = 256
	pages := make([]page, m.highWater)
	buf := make([]byte, atOnce*m.pageSize)
	for start := uint64(0); start < m.highWater; start += atOnce {
		n := min(atOnce, m.highWater-start)
		block := buf[:int64(n)*m.pageSize]
		if _, err := f.ReadAt(block, int64(start)*m.pageSize); err != nil {
			return nil, err
		}
		for i := range n {
			if err := readPage(f, m, pages, start+i, block[int64(i)*m.pageSize:]); err != nil {
				return nil, err
			}
		}
	}
	return pages, nil
}

// readPage reads the page with a number; b begins with it.
func readPage(f io.ReaderAt, m meta, pages []page, id uint64, b []byte) error {
	kind, overflow := binary.LittleEndian.Uint16(b[8:]), uint64(binary.LittleEndian.Uint32(b[12:]))
	if binary.LittleEndian.Uint64(b) != id || kind != branchKind && kind != leafKind || overflow >= m.highWater-id {
		return nil
	}
	size := int64(overflow+1) * m.pageSize
	if size > int64(len(b)) {
		b = make([]byte, size)
		if _, err := f.ReadAt(b, int64(id)*m.pageSize); err != nil {
			return err
		}
	}
	pages[id] = parsePage(b[:size])
	pages[id].overflow = overflow
	return nil
}

// parsePage reads a page's elements. It is sound when all lie within it and their keys ascend.
func parsePage(b []byte) page {
	p := page{branch: binary.LittleEndian.Uint16(b[8:]) == branchKind}
	count := int(binary.LittleEndian.Uint16(b[10:]))
	if p.branch && count == 0 || headerSize+count*elementSize > len(b) {
		return p
	}
	var last []byte
	for i := range count {
		key, ok := p.element(b, headerSize+i*elementSize)
		if !ok || len(key) == 0 || bytes.Compare(last, key) >= 0 {
			return p
		}
		if i == 0 {
			p.first = string(key)
		}
		last = key
	}
	p.last, p.sound = string(last), true
	return p
}

// element reads the element at a place of a page.
func (p *page) element(b []byte, at int) (key []byte, ok bool) {
	word := func(i int) int { return int(binary.LittleEndian.Uint32(b[at+4*i:])) }
	if p.branch {
		if key, ok = cut(b, at+word(0), word(1)); ok {
			p.children = append(p.children, child{string(key), binary.LittleEndian.Uint64(b[at+8:])})
		}
		return key, ok
	}
	flags, keyAt, keySize := word(0), at+word(1), word(2)
	key, ok = cut(b, keyAt, keySize)
	value, inside := cut(b, keyAt+keySize, word(3))
	switch {
	case !ok || !inside || flags&^bucketFlag != 0:
		return nil, false
	case flags == bucketFlag:
		return key, p.bucket(key, value)
	}
	return key, true
}

func cut(b []byte, at, size int) ([]byte, bool) {
	if at+size > len(b) {
		return nil, false
	}
	return b[at : at+size], true
}

// bucket notes the root of a bucket, or reads its only page.
func (p *page) bucket(key, value []byte) bool {
	if len(value) < inlineAt {
		return false
	}
	if root := binary.LittleEndian.Uint64(value); root != 0 {
		p.buckets = append(p.buckets, child{string(key), root})
		return true
	}
	value = value[inlineAt:]
	if len(value) < headerSize || binary.LittleEndian.Uint16(value[8:]) != leafKind {
		return false
	}
	only := parsePage(value)
	return only.sound && len(only.buckets) == 0
}
