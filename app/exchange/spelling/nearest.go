package spelling

import (
	"cmp"
	"slices"
)

// suggestionsMost is how many suggestions a person is given.
const suggestionsMost = 3

// Nearest returns the names that a misspelt one may have meant, the likeliest first.
func Nearest(s string, names []string) []string {
	want := []rune(Key(s))
	if len(want) == 0 {
		return nil
	}
	type near struct {
		name     string
		distance int
	}
	var found []near
	most := max(1, len(want)/3)
	for _, name := range names {
		have := []rune(Key(name))
		if d := len(want) - len(have); d > most || -d > most {
			continue
		}
		if d := distance(want, have, most); d <= most {
			found = append(found, near{name, d})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	out := []string{}
	for _, n := range found[:min(len(found), suggestionsMost)] {
		out = append(out, n.name)
	}
	return out
}

// distance is how many letters must be put in, taken out, replaced or swapped with their neighbour to
// make a of b; anything above most is given as most+1.
func distance(a, b []rune, most int) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			best = min(best, row[j])
		}
		if best > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
