package snapshot

import (
	"encoding/binary"
	"math"
	"strings"
)

// packSize is how many texts share memory.
const packSize = 64

// texts are a persistent array of texts, as vector is of anything. Those that are next to each other lie in one
// string, so that a collection of garbage has few pointers to follow.
type texts struct {
	chunks []*textChunk
	packs  int               // that something was set in, and those before
	loose  []*pack           // of the edit
	room   *[packSize]string // for the next, of one that has been packed
}

type textChunk struct {
	owner *token
	packs [chunkSize / packSize]pack
}

// A pack is some texts: one after the other, or each by itself while an edit writes to them.
type pack struct {
	// packed begins with where each text begins, in two bytes or, where that is not enough, in four.
	// It is empty when all texts are.
	packed string
	loose  *[packSize]string
}

func (v *texts) at(i int) string {
	if c := i / chunkSize; c < len(v.chunks) && v.chunks[c] != nil {
		return v.chunks[c].at(i % chunkSize)
	}
	return ""
}

// chunk returns the chunk with the given number, nil where everything is blank.
func (v *texts) chunk(c int) *textChunk {
	if c < len(v.chunks) {
		return v.chunks[c]
	}
	return nil
}

func (v *texts) set(i int, x string, edit *token) {
	if v.at(i) == x {
		return
	}
	if n := i/packSize + 1; n > v.packs { // what is filled from its beginning to its end is done with what lies before
		v.packs = n
		v.pack()
	}
	p := &v.own(i/chunkSize, edit).packs[i%chunkSize/packSize]
	if p.loose == nil {
		if v.room == nil {
			v.room = new([packSize]string)
		}
		p.loosen(v.room)
		v.loose, v.room = append(v.loose, p), nil
	}
	p.loose[i%packSize] = x
}

// own returns a chunk that an edit may write to.
func (v *texts) own(c int, edit *token) *textChunk {
	for c >= len(v.chunks) {
		v.chunks = append(v.chunks, nil)
	}
	switch old := v.chunks[c]; {
	case old == nil:
		v.chunks[c] = &textChunk{owner: edit}
	case old.owner != edit:
		v.chunks[c] = &textChunk{owner: edit, packs: old.packs}
	}
	return v.chunks[c]
}

// done ends the edit: from now on others read.
func (v *texts) done() {
	v.pack()
	v.loose, v.room = nil, nil
}

func (v *texts) pack() {
	for _, p := range v.loose {
		v.room = p.loose
		p.pack()
	}
	v.loose = v.loose[:0]
}

// fork returns texts that an edit may change without v's readers seeing it.
func (v *texts) fork() texts {
	return texts{chunks: append(make([]*textChunk, 0, len(v.chunks)+1), v.chunks...), packs: v.packs}
}

func (c *textChunk) at(i int) string { return c.packs[i/packSize].at(i % packSize) }

func (p *pack) at(i int) string {
	switch {
	case p.loose != nil:
		return p.loose[i]
	case p.packed == "":
		return ""
	}
	return p.packed[p.start(i):p.start(i+1)]
}

// start is where a text begins in what is packed.
func (p *pack) start(i int) int {
	switch s := p.packed; {
	case i == packSize:
		return len(s)
	case len(s) <= math.MaxUint16:
		return int(s[2*i]) | int(s[2*i+1])<<8
	default:
		return int(s[4*i]) | int(s[4*i+1])<<8 | int(s[4*i+2])<<16 | int(s[4*i+3])<<24
	}
}

func (p *pack) loosen(room *[packSize]string) {
	for i := range room {
		room[i] = p.at(i)
	}
	p.packed, p.loose = "", room
}

func (p *pack) pack() {
	size := 0
	for _, text := range p.loose {
		size += len(text)
	}
	if size > 0 {
		p.packed = packed(p.loose, size)
	}
	p.loose = nil
}

// packed returns some texts of so many bytes as one.
func packed(loose *[packSize]string, size int) string {
	var head [4 * packSize]byte
	width := 2
	if width*packSize+size > math.MaxUint16 {
		width = 4
	}
	start := width * packSize
	for i, text := range loose {
		if width == 2 {
			binary.LittleEndian.PutUint16(head[2*i:], uint16(start))
		} else {
			binary.LittleEndian.PutUint32(head[4*i:], uint32(start))
		}
		start += len(text)
	}
	var b strings.Builder
	b.Grow(start)
	b.Write(head[:width*packSize])
	for _, text := range loose {
		b.WriteString(text)
	}
	return b.String()
}

// markDifferences puts in the cells in which two chunks, of which one may be nil, differ.
func markDifferences(a, b *textChunk, differ []uint64) {
	blank := &textChunk{}
	if a == nil {
		a = blank
	}
	if b == nil {
		b = blank
	}
	for n := range a.packs {
		p, q := &a.packs[n], &b.packs[n]
		if p.packed == q.packed {
			continue
		}
		for i := range packSize {
			if p.at(i) != q.at(i) {
				differ[n] |= 1 << i
			}
		}
	}
}

// sizeOf is about how many bytes some texts take.
func sizeOf(chunks []*textChunk) int {
	size := 0
	for _, c := range chunks {
		if c != nil {
			for i := range c.packs {
				size += len(c.packs[i].packed)
			}
		}
	}
	return size
}
