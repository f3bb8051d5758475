package query

// Grouped puts pairs together that have a record in common, directly or by others: A with B and B with C are
// one group. Groups and the pairs in them keep the order of the pairs.
func Grouped(pairs []Pair) [][]Pair {
	above := map[int]int{}
	top := func(i int) int {
		for {
			up, lower := above[i]
			if !lower {
				return i
			}
			if next, further := above[up]; further {
				above[i] = next
			}
			i = up
		}
	}
	for _, p := range pairs {
		if a, b := top(p.A), top(p.B); a != b {
			above[b] = a
		}
	}
	places := map[int]int{}
	var groups [][]Pair
	for _, p := range pairs {
		at, known := places[top(p.A)]
		if !known {
			at = len(groups)
			places[top(p.A)] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], p)
	}
	return groups
}
