package snapshot

// bitmapLen is how many numbers a bitmap of a segment's rows takes; what is found in so many rows has one.
const bitmapLen = segmentSize / 16

// lists are many sets of the rows of a segment.
type lists struct {
	ends []uint32 // of the sets in all
	all  []uint16 // rows in order, or a bitmap
}

// mark puts in the rows of a set.
func (l *lists) mark(set int, found *rows) {
	list := l.of(set)
	if len(list) < bitmapLen {
		for _, row := range list {
			found[row/64%(segmentSize/64)] |= 1 << (row % 64)
		}
		return
	}
	for i := range found {
		four := list[i*4 : i*4+4]
		found[i] |= uint64(four[0]) | uint64(four[1])<<16 | uint64(four[2])<<32 | uint64(four[3])<<48
	}
}

// add puts another set behind the last.
func (l *lists) add(set *rows) {
	if all := Bits(set[:]); all.Len() < bitmapLen {
		for row := range all.All() {
			l.all = append(l.all, uint16(row))
		}
	} else {
		for _, word := range set {
			l.all = append(l.all, uint16(word), uint16(word>>16), uint16(word>>32), uint16(word>>48))
		}
	}
	l.ends = append(l.ends, uint32(len(l.all)))
}

func (l *lists) of(set int) []uint16 {
	from := uint32(0)
	if set > 0 {
		from = l.ends[set-1]
	}
	return l.all[from:l.ends[set]]
}

// A listing makes lists, row after row.
type listing struct {
	counts []uint32 // rows, by set
	last   []uint32 // one more than the row noted last, by set
	uses   []use
}

type use struct {
	set uint32
	row uint16
}

// clear begins anew with so many sets, in the same room.
func (l *listing) clear(sets int) {
	l.counts, l.last = append(l.counts[:0], make([]uint32, sets)...), append(l.last[:0], make([]uint32, sets)...)
	l.uses = l.uses[:0]
}

// more begins another set.
func (l *listing) more() { l.counts, l.last = append(l.counts, 0), append(l.last, 0) }

// note puts a row, the last so far, into a set. It answers false when it is there already.
func (l *listing) note(set int, row uint16) bool {
	if l.last[set] == uint32(row)+1 {
		return false
	}
	l.counts[set]++
	l.last[set] = uint32(row) + 1
	l.uses = append(l.uses, use{uint32(set), row})
	return true
}

// finish sorts what was noted by set.
func (l *listing) finish() lists {
	out := lists{ends: make([]uint32, len(l.counts))}
	next, sum := make([]uint32, len(l.counts)), uint32(0)
	for set, n := range l.counts {
		next[set] = sum
		sum += min(n, bitmapLen)
		out.ends[set] = sum
	}
	out.all = make([]uint16, sum)
	for _, u := range l.uses {
		if l.counts[u.set] >= bitmapLen {
			out.all[next[u.set]+uint32(u.row/16)] |= 1 << (u.row % 16)
			continue
		}
		out.all[next[u.set]] = u.row
		next[u.set]++
	}
	return out
}
