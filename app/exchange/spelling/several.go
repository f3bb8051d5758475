package spelling

import (
	"iter"
	"strings"
)

// separators part several names in a cell. A comma does only where it is seen to: names have commas, too.
var separators = []string{";", "|", " / ", "\n", ","}

// leastParted is how many cells a separator parts at the least.
const leastParted = 2

// Separator returns what parts several names in the cells of a column, "" where each cell is one name. A
// comma counts only where most of what it parts is known, or stands in other cells again, and is no
// kind of company.
func Separator(cells iter.Seq[string], known func(string) bool) string {
	parted, times := map[string]int{}, map[string]int{}
	distinct := map[string]bool{}
	for cell := range cells {
		if distinct[cell] {
			continue
		}
		distinct[strings.Clone(cell)] = true
		for _, s := range separators {
			if len(pieces(cell, s)) > 1 {
				parted[s]++
			}
		}
		for _, p := range pieces(cell, ",") {
			times[Key(p)]++
		}
	}
	for _, s := range separators {
		if s != "," && parted[s] >= min(leastParted, len(distinct)) {
			return s
		}
	}
	if parted[","] > 0 && commaParts(distinct, times, known) {
		return ","
	}
	return ""
}

// commaParts is true when what commas part are names by themselves.
func commaParts(cells map[string]bool, times map[string]int, known func(string) bool) bool {
	names, all := 0, 0
	for cell := range cells {
		parts := pieces(cell, ",")
		if len(parts) < 2 {
			continue
		}
		for _, p := range parts {
			all++
			switch {
			case companies[strings.ToLower(strings.Trim(p, " ."))]:
				return false
			case times[Key(p)] > 1 || known(p):
				names++
			}
		}
	}
	return 2*names > all
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
