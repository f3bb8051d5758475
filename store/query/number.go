package query

import (
	"math"
	"slices"

	"cadastre/store/snapshot"
)

// numbered numbers values in the order in which they are met, and returns a record that has each.
func numbered[K comparable](found []snapshot.Slot, reach func(snapshot.Slot) (snapshot.Slot, bool), value func(snapshot.Slot) (K, bool)) (numbers []int32, firsts []snapshot.Slot) {
	numbers = make([]int32, len(found))
	seen, blank := map[K]int32{}, int32(unmet)
	for i, slot := range found {
		var v K
		to, filled := reach(slot)
		if filled {
			v, filled = value(to)
		}
		if !filled {
			numbers[i] = meet(&blank, nowhere, &firsts)
			continue
		}
		n, there := seen[v]
		if !there {
			n = unmet
			seen[v] = meet(&n, to, &firsts)
		}
		numbers[i] = n
	}
	return numbers, firsts
}

const unmet = -1

// meet returns a value's number, the next one when it is unmet.
func meet(n *int32, slot snapshot.Slot, firsts *[]snapshot.Slot) int32 {
	if *n == unmet {
		*n = int32(len(*firsts))
		*firsts = append(*firsts, slot)
	}
	return *n
}

// narrowest is how far apart integers may be to be numbered without a map.
const narrowest = 1 << 16

// numberedInts is numbered for integers: codes and days lie close together, and need no map.
func numberedInts(found []snapshot.Slot, reach func(snapshot.Slot) (snapshot.Slot, bool), value func(snapshot.Slot) (int64, bool)) (numbers []int32, firsts []snapshot.Slot) {
	least, most := int64(math.MaxInt64), int64(math.MinInt64)
	for _, slot := range found {
		if to, ok := reach(slot); ok {
			if v, filled := value(to); filled {
				least, most = min(least, v), max(most, v)
			}
		}
	}
	if least > most || uint64(most-least) >= narrowest {
		return numbered(found, reach, value)
	}
	numbers = make([]int32, len(found))
	seen, blank := slices.Repeat([]int32{unmet}, int(most-least)+1), int32(unmet)
	for i, slot := range found {
		n, to := &blank, nowhere
		if at, ok := reach(slot); ok {
			if v, filled := value(at); filled {
				n, to = &seen[v-least], at
			}
		}
		numbers[i] = meet(n, to, &firsts)
	}
	return numbers, firsts
}
