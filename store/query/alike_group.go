package query

// largest is how many records a group has at the most: names that change by a letter from one to the next would
// make one of all otherwise.
const largest = 12

// Grouped puts pairs together that have a record in common, directly or by others: A with B and B with C are
// one group. What would make a group too large stands by itself. Groups and the pairs in them keep the order of
// the pairs.
func Grouped(pairs []Pair) [][]Pair {
	var j joined
	alone := make([]bool, len(pairs))
	for i, p := range pairs {
		alone[i] = !j.join(p.A, p.B)
	}
	places := map[int]int{}
	var groups [][]Pair
	for i, p := range pairs {
		at, known := places[j.top(p.A)]
		if alone[i] || !known {
			at = len(groups)
			groups = append(groups, nil)
		}
		if !alone[i] {
			places[j.top(p.A)] = at
		}
		groups[at] = append(groups[at], p)
	}
	return groups
}

// joined says which records belong together: each leads, by others, to the one that stands for its group.
type joined struct {
	above, size map[int]int
}

func (j *joined) top(i int) int {
	for {
		up, lower := j.above[i]
		if !lower {
			return i
		}
		i = up
	}
}

// join puts two records into one group, unless that would be too large.
func (j *joined) join(a, b int) bool {
	if j.above == nil {
		j.above, j.size = map[int]int{}, map[int]int{}
	}
	a, b = j.top(a), j.top(b)
	if a == b {
		return true
	}
	together := max(1, j.size[a]) + max(1, j.size[b])
	if together > largest {
		return false
	}
	j.above[b], j.size[a] = a, together
	return true
}
