package spelling

import (
	"iter"
	"strings"
)

// separators part several names in a cell. A comma does only where it is seen to: names have commas, too.
var separators = []string{";", "|", " / ", "\n", ","}

// leastParted is how many cells a separator parts at the least.
const leastParted = 2

// Separator returns what parts several names in the cells of a column, "" where each cell is one name. One that
// parts a single cell counts only where half of what it parts is known, or stands in other cells again. A comma
// always needs more than half, none of which is a kind of company.
func Separator(cells iter.Seq[string], known func(string) bool) string {
	parted, times := map[string]int{}, map[string]map[string]int{}
	distinct := map[string]bool{}
	for cell := range cells {
		if distinct[cell] {
			continue
		}
		distinct[strings.Clone(cell)] = true
		for _, s := range separators {
			parts := pieces(cell, s)
			if len(parts) > 1 {
				parted[s]++
			}
			count(times, s, parts)
		}
	}
	for _, s := range separators {
		if parted[s] == 0 {
			continue
		}
		names, all := named(distinct, s, times[s], known)
		if s == "," && 2*names > all || s != "," && (2*names >= all || parted[s] >= min(leastParted, len(distinct))) {
			return s
		}
	}
	return ""
}

// count notes how often each of some texts stands between a separator.
func count(times map[string]map[string]int, separator string, parts []string) {
	if times[separator] == nil {
		times[separator] = map[string]int{}
	}
	for _, p := range parts {
		times[separator][Key(p)]++
	}
}

// named counts what a separator parts, and how much of it are names by themselves: none where commas stand before
// kinds of company.
func named(cells map[string]bool, separator string, times map[string]int, known func(string) bool) (names, all int) {
	for cell := range cells {
		parts := pieces(cell, separator)
		if len(parts) < 2 {
			continue
		}
		for _, p := range parts {
			all++
			switch {
			case separator == "," && companies[strings.ToLower(strings.Trim(p, " ."))]:
				return 0, 1
			case times[Key(p)] > 1 || known(p):
				names++
			}
		}
	}
	return names, all
}

// Split parts the names in a cell, which a line break always does; without a separator the cell is one.
func Split(cell, separator string) []string {
	if separator == "" {
		return []string{strings.TrimSpace(cell)}
	}
	return pieces(strings.ReplaceAll(cell, "\n", separator), separator)
}

// pieces are the texts between separators.
func pieces(cell, separator string) (out []string) {
	for _, p := range strings.Split(cell, separator) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
