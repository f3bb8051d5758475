package change

// Stacks returns the numbers of the sets that undo would take back and redo would bring again, the next
// one last. Headers are in order of number. A new change forgets what could have been redone.
func Stacks(headers []Header) (undo, redo []uint64) {
	kinds := make(map[uint64]bool, len(headers)) // true: the set did its thing; false: it took one back
	for i := range headers {
		h := &headers[i]
		if h.Kind == FromSample { // it is where the person began
			continue
		}
		if h.Undoes == 0 {
			kinds[h.Seq] = true
			undo, redo = append(undo, h.Seq), nil
			continue
		}
		did := !kinds[h.Undoes]
		kinds[h.Seq] = did
		if did {
			undo, redo = append(undo, h.Seq), without(redo, h.Undoes)
		} else {
			undo, redo = without(undo, h.Undoes), append(redo, h.Seq)
		}
	}
	return undo, redo
}

// Latest follows who took back what: it returns the set whose taking back takes back a set today, which is
// the last of those that did it again, and false when the set has been taken back already.
func Latest(headers []Header, seq uint64) (last uint64, done bool) {
	by := map[uint64]uint64{}
	for i := range headers {
		if headers[i].Undoes != 0 {
			by[headers[i].Undoes] = headers[i].Seq
		}
	}
	done = true
	for by[seq] != 0 {
		seq, done = by[seq], !done
	}
	return seq, done
}

// Undone returns the sets that are taken back today, by number. An undo that was redone is among them, and what
// it took back is not.
func Undone(headers []Header) map[uint64]bool {
	out := map[uint64]bool{}
	for i := len(headers) - 1; i >= 0; i-- {
		if h := &headers[i]; h.Undoes != 0 && !out[h.Seq] {
			out[h.Undoes] = true
		}
	}
	return out
}

func without(stack []uint64, seq uint64) []uint64 {
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i] == seq {
			return append(stack[:i:i], stack[i+1:]...)
		}
	}
	return stack
}
