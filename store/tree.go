package store

import (
	"encoding/binary"
	"fmt"
	"io"
)

// A forest is the pages of a file and how they hang together.
type forest struct {
	meta  meta
	pages []page
	used  []bool
	// faults say what is broken; lost counts pages that are neither used nor free, which harms nothing.
	faults []string
	lost   int
	// half is true when one of the two meta records is broken, so that the last changes may be missing.
	half bool
}

// readForest reads a file through, from its beginning to its end, and checks its structure.
func readForest(f io.ReaderAt) (*forest, error) {
	metas, _ := readMetas(f)
	t := &forest{meta: newest(metas), half: !metas[0].sound || !metas[1].sound}
	var err error
	if t.pages, err = readPages(f, t.meta); err != nil {
		return nil, err
	}
	t.used = make([]bool, len(t.pages))
	t.climb(t.meta.root, "", "")
	return t, t.readFree(f)
}

func (t *forest) broken(format string, args ...any) {
	t.faults = append(t.faults, fmt.Sprintf(format, args...))
}

// use notes that pages belong to something, once.
func (t *forest) use(id, count uint64) bool {
	if id < 2 || id >= uint64(len(t.pages)) || count > uint64(len(t.pages))-id {
		t.broken("Page %d lies outside of the file.", id)
		return false
	}
	for i := id; i < id+count; i++ {
		if t.used[i] {
			t.broken("Page %d is used twice.", i)
			return false
		}
		t.used[i] = true
	}
	return true
}

// climb checks a page and all below it, whose keys are from one on and before another; "" is no bound.
func (t *forest) climb(id uint64, from, before string) {
	if id >= uint64(len(t.pages)) || !t.pages[id].sound {
		t.broken("Page %d cannot be read.", id)
		return
	}
	p := &t.pages[id]
	if !t.use(id, p.overflow+1) {
		return
	}
	if p.last != "" && (p.first < from || before != "" && p.last >= before) {
		t.broken("Page %d is out of order.", id)
	}
	for i, c := range p.children {
		end := before
		if i+1 < len(p.children) {
			end = p.children[i+1].key
		}
		t.climb(c.id, c.key, end)
	}
	for _, root := range p.buckets {
		t.climb(root.id, "", "")
	}
}

const (
	noList    = 1<<64 - 1 // another program may keep no list of free pages
	countMore = 0xFFFF    // the list's first entry is its length
)

// readFree checks that no page is both free and used.
func (t *forest) readFree(f io.ReaderAt) error {
	if t.meta.freelist == noList {
		return nil
	}
	head := make([]byte, headerSize+8)
	if t.meta.freelist >= uint64(len(t.pages)) {
		t.broken("The list of free pages lies outside of the file.")
		return nil
	}
	at := int64(t.meta.freelist) * t.meta.pageSize
	if _, err := f.ReadAt(head, at); err != nil {
		return err
	}
	overflow := uint64(binary.LittleEndian.Uint32(head[12:]))
	if binary.LittleEndian.Uint64(head) != t.meta.freelist || binary.LittleEndian.Uint16(head[8:]) != listKind || !t.use(t.meta.freelist, overflow+1) {
		t.broken("The list of free pages cannot be read.")
		return nil
	}
	count, skip := uint64(binary.LittleEndian.Uint16(head[10:])), int64(headerSize)
	if count == countMore {
		count, skip = binary.LittleEndian.Uint64(head[headerSize:]), headerSize+8
	}
	if room := (overflow+1)*uint64(t.meta.pageSize) - uint64(skip); count > room/8 {
		t.broken("The list of free pages is too long.")
		return nil
	}
	list := make([]byte, 8*count)
	if _, err := f.ReadAt(list, at+skip); err != nil {
		return err
	}
	t.free(list)
	return nil
}

func (t *forest) free(list []byte) {
	for i := 0; i < len(list); i += 8 {
		t.use(binary.LittleEndian.Uint64(list[i:]), 1)
	}
	for id := 2; id < len(t.used); id++ {
		if !t.used[id] {
			t.lost++
		}
	}
}
