package spelling

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"cadastre/store/snapshot"
)

// suggestionsMost is how many suggestions a person is given.
const suggestionsMost = 3

// Nearest returns the names that a misspelt one may have meant, the likeliest first.
func Nearest(s string, names []string) []string { return NewNames(names).Nearest(s) }

// Names are names that others are compared with.
type Names struct{ all []name }

// A name is one in the forms in which it is compared.
type name struct {
	text string
	key  []rune
	// core are its words without those for kinds of companies; initials are their first letters.
	core, initials string
}

// NewNames prepares names for many comparisons.
func NewNames(names []string) *Names {
	n := &Names{all: make([]name, len(names))}
	for i, text := range names {
		n.all[i] = nameOf(text)
	}
	return n
}

func nameOf(text string) name {
	n := name{text: text, key: []rune(Key(text))}
	var core []string
	for _, word := range strings.FieldsFunc(snapshot.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if companies[word] {
			continue
		}
		core = append(core, word)
		if !small[word] {
			n.initials += string([]rune(word)[0])
		}
	}
	n.core = strings.Join(core, " ")
	return n
}

// companies are the words by which names of one company differ; small are those that acronyms pass over.
var (
	companies = map[string]bool{"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true, "company": true, "ltd": true,
		"limited": true, "llc": true, "plc": true, "gmbh": true, "ag": true, "se": true, "sa": true, "sas": true, "sarl": true, "bv": true, "nv": true, "oy": true, "ab": true, "as": true, "spa": true, "srl": true}
	small = map[string]bool{"of": true, "and": true, "the": true, "for": true, "in": true, "de": true, "la": true, "und": true, "der": true}
)

// Nearest returns the names that a text may mean: misspelt, with or without the kind of company, shortened
// to its first words or to their first letters; the likeliest first.
func (n *Names) Nearest(s string) []string {
	want := nameOf(s)
	if len(want.key) == 0 {
		return nil
	}
	type near struct {
		name     string
		distance int
	}
	var found []near
	most := max(1, len(want.key)/3)
	for i := range n.all {
		if d := want.distance(&n.all[i], most); d <= most+shortened {
			found = append(found, near{n.all[i].text, d})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	out := []string{}
	for _, n := range found[:min(len(found), suggestionsMost)] {
		out = append(out, n.name)
	}
	return out
}

// shortened is how much farther than any misspelling a shortened name is.
const shortened = 2

// distance is how far a name is from another, above most+shortened if it cannot be meant.
func (n *name) distance(other *name, most int) int {
	if n.core != "" && n.core == other.core {
		return 0
	}
	if d := len(n.key) - len(other.key); d <= most && -d <= most {
		if d := distance(n.key, other.key, most); d <= most {
			return d
		}
	}
	switch {
	case begins(n.core, other.core), begins(other.core, n.core):
		return most + 1
	case len(n.key) > 2 && string(n.key) == other.initials, len(other.key) > 2 && string(other.key) == n.initials:
		return most + shortened
	}
	return most + shortened + 1
}

// begins is true when a text of some length is the first words of another.
func begins(words, whole string) bool {
	return len(words) > 2 && len(whole) > len(words) && whole[len(words)] == ' ' && strings.HasPrefix(whole, words)
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
