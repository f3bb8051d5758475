package snapshot

import (
	"encoding/binary"
	"slices"
)

// ints are a persistent array of integers, as vector is of anything. Codes, days and numbers of changes lie
// close together, so that a chunk of them takes few bytes for each.
type ints struct {
	blank  int64
	chunks []*intChunk
}

// An intChunk holds, for each cell, how far the integer is above a base, plus one, and 0 for a blank. Where
// that does not fit into 4 bytes it holds the integers themselves in 8.
type intChunk struct {
	owner *token
	base  int64
	size  int // of a cell in bytes
	cells []byte
}

const wide = 8

func (v *ints) at(i int) int64 {
	if c := i / chunkSize; c < len(v.chunks) && v.chunks[c] != nil {
		return v.chunks[c].at(i%chunkSize, v.blank)
	}
	return v.blank
}

// chunk returns the chunk with the given number, nil where everything is blank.
func (v *ints) chunk(c int) *intChunk {
	if c < len(v.chunks) {
		return v.chunks[c]
	}
	return nil
}

func (v *ints) set(i int, x int64, edit *token) {
	c := i / chunkSize
	if v.chunk(c) == nil && x == v.blank {
		return
	}
	for c >= len(v.chunks) {
		v.chunks = append(v.chunks, nil)
	}
	switch old := v.chunks[c]; {
	case old == nil:
		v.chunks[c] = &intChunk{owner: edit}
	case old.owner != edit:
		v.chunks[c] = &intChunk{edit, old.base, old.size, slices.Clone(old.cells)}
	}
	if chunk := v.chunks[c]; !chunk.put(i%chunkSize, x, v.blank) {
		chunk.fit(x, v.blank)
		chunk.put(i%chunkSize, x, v.blank)
	}
}

func (v *ints) fork() ints {
	chunks := make([]*intChunk, len(v.chunks), len(v.chunks)+1)
	copy(chunks, v.chunks)
	return ints{v.blank, chunks}
}

// at returns the integer in a cell; a chunk that is nil is all blank.
func (c *intChunk) at(i int, blank int64) int64 {
	if c == nil {
		return blank
	}
	var above uint64
	switch c.size {
	case 1:
		above = uint64(c.cells[i])
	case 2:
		above = uint64(binary.LittleEndian.Uint16(c.cells[2*i:]))
	case 4:
		above = uint64(binary.LittleEndian.Uint32(c.cells[4*i:]))
	default:
		return int64(binary.LittleEndian.Uint64(c.cells[wide*i:]))
	}
	if above == 0 {
		return blank
	}
	return c.base + int64(above-1)
}

// put writes an integer, unless the cells are too small for it.
func (c *intChunk) put(i int, x, blank int64) bool {
	above := uint64(x) - uint64(c.base) + 1 // below the base it is too large
	switch {
	case c.size == wide:
		above = uint64(x)
	case x == blank:
		above = 0
	case above-1 >= room(c.size):
		return false
	}
	switch c.size {
	case 1:
		c.cells[i] = byte(above)
	case 2:
		binary.LittleEndian.PutUint16(c.cells[2*i:], uint16(above))
	case 4:
		binary.LittleEndian.PutUint32(c.cells[4*i:], uint32(above))
	case wide:
		binary.LittleEndian.PutUint64(c.cells[wide*i:], above)
	}
	return true
}

// room is how many integers cells of a size can tell apart.
func room(size int) uint64 {
	if size == 0 {
		return 0
	}
	return 1<<(8*size) - 1
}

// fit makes the cells large enough for what they hold and one more integer, and leaves as much room below
// as above, so that it is not done again soon.
func (c *intChunk) fit(x, blank int64) {
	old, least, most := *c, x, x
	for i := range len(old.cells) / max(old.size, 1) {
		if n := old.at(i, blank); n != blank {
			least, most = min(least, n), max(most, n)
		}
	}
	span := uint64(most) - uint64(least)
	c.size = 1
	for c.size < wide && span >= room(c.size)/2 {
		c.size *= 2
	}
	c.base, c.cells = least-int64((room(c.size)-span)/2), make([]byte, chunkSize*c.size)
	for i := range chunkSize {
		if old.size == 0 {
			c.put(i, blank, blank)
			continue
		}
		c.put(i, old.at(i, blank), blank)
	}
}
