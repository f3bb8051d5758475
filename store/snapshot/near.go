package snapshot

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Near returns the records that have, in one of the searched fields, a word spelled nearly as the given
// one, which is folded, or one that contains it.
func (t *Table) Near(word string) Bits { return t.nearIn(word, inNames, inOthers) }

// NamedNear is Near in names alone.
func (t *Table) NamedNear(word string) Bits { return t.nearIn(word, inNames) }

func (t *Table) nearIn(word string, volumes ...int) Bits {
	n := newNearness(word)
	var all rows
	all.fill()
	return t.look(several, volumes, func(_ int, parts []part, found *rows) {
		for i := range parts {
			parts[i].near(n, found)
			parts[i].find(word, &all, found)
		}
	})
}

func (p *part) near(n *nearness, found *rows) {
	p.ask(found, func(all *rows) { p.segment.near(n, all) }, n.holds)
}

// near puts in the rows with a word that is nearly the wanted one.
func (g *concordance) near(n *nearness, found *rows) {
	for word := range g.rows.ends {
		if n.holds(g.word(word)) {
			g.rows.mark(word, found)
		}
	}
}

// SpelledNearly is true when text has a word that is nearly the given one. Both are folded.
func SpelledNearly(text, word string) bool { return newNearness(word).holds(text) }

// A nearness compares words with one that was typed: short ones must be the same, those of four letters
// may differ by one letter left out, put in, wrong or exchanged with the next, those of eight by two.
type nearness struct {
	word    []rune
	letters uint64
	edits   int
	missing int // letters of the word that a text near enough may lack
}

func newNearness(word string) *nearness {
	n := &nearness{word: []rune(word), letters: lettersOf(word)}
	switch {
	case len(n.word) >= 8:
		n.edits = 2
	case len(n.word) >= 4:
		n.edits = 1
	}
	if n.missing = n.edits; len(n.word) < len(word) {
		n.missing *= utf8.UTFMax
	}
	return n
}

// lettersOf is a set of the bytes of a text, some taken for one.
func lettersOf(s string) (set uint64) {
	for i := range len(s) {
		set |= 1 << (s[i] % 64)
	}
	return set
}

// holds is true when one of the runs of letters and digits in text is near enough. A letter that only
// one of the two has is an edit, which rules most out.
func (n *nearness) holds(text string) bool {
	if bits.OnesCount64(n.letters&^lettersOf(text)) > n.missing {
		return false
	}
	for start, i := 0, 0; i <= len(text); i++ {
		switch {
		case i < len(text) && text[i] >= utf8.RuneSelf:
			return slices.ContainsFunc(strings.FieldsFunc(text, isNoLetter), n.isNear)
		case i < len(text) && isNoLetter(rune(text[i])) || i == len(text):
			if n.isNear(text[start:i]) {
				return true
			}
			start = i + 1
		}
	}
	return false
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func (n *nearness) isNear(word string) bool {
	if len(word) < len(n.word)-n.edits || len(word) > (len(n.word)+n.edits)*utf8.UTFMax {
		return false
	}
	other, extra := []rune(word), n.edits
	if len(other) < len(word) {
		extra *= utf8.UTFMax
	}
	d := len(other) - len(n.word)
	return -n.edits <= d && d <= n.edits && bits.OnesCount64(lettersOf(word)&^n.letters) <= extra && edits(n.word, other) <= n.edits
}

// edits is the number of letters to leave out, put in, change, or exchange with the next to make a of b.
func edits(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range b {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			row[j+1] = min(last[j]+change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
