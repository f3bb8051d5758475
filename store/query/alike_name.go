package query

import (
	"slices"
	"strings"
	"unicode"

	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A form is a record as others are compared with it.
type form struct {
	// words are those of its name, folded; squeezed are they without what is between them, backwards the same
	// from the end, sorted in order of letters.
	words                       []string
	squeezed, backwards, sorted string
	// legal is the legal form that a company's name ends in, which its words are without.
	legal string
	// numbers are those of the name, each after a blank; initials its words' first letters, "" for one word.
	numbers, initials string
	// keys are its telling fields in the form in which they are the same.
	keys []string
}

func (a *alike) formOf(texts []string) form {
	f := form{keys: make([]string, len(a.Table.Telling))}
	for i, text := range texts {
		f.keys[i] = strings.TrimSpace(snapshot.Fold(text))
		if a.Table.Field(a.Table.Telling[i]).Kind == schema.URL {
			f.keys[i] = addressOf(text)
		}
	}
	if len(f.keys) > 0 {
		f.name(f.keys[0], a.Table.Firms)
	}
	return f
}

// legalForms are what names of companies end in, folded; the first of two words, too.
var legalForms = map[string]bool{"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true, "company": true, "llc": true,
	"llp": true, "lp": true, "ltd": true, "limited": true, "plc": true, "pty": true, "gmbh": true, "ag": true, "kg": true, "se": true, "sa": true,
	"sas": true, "sarl": true, "srl": true, "spa": true, "bv": true, "nv": true, "ab": true, "oy": true, "aps": true}

// withoutLegal parts a company's words from its legal form. Something of the name is left.
func withoutLegal(words []string) (name []string, legal string) {
	n := len(words)
	for n > 1 && legalForms[words[n-1]] {
		n--
	}
	return words[:n], strings.Join(words[n:], " ")
}

func (f *form) name(folded string, firm bool) {
	f.words = strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if firm {
		f.words, f.legal = withoutLegal(f.words)
	}
	f.squeezed = strings.Join(f.words, "")
	letters := []rune(f.squeezed)
	slices.Reverse(letters)
	f.backwards = string(letters)
	f.sorted = strings.Join(slices.Sorted(slices.Values(f.words)), " ")
	for _, n := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsDigit(r) }) {
		f.numbers += " " + n
	}
	if len(f.words) > 1 {
		for _, w := range f.words {
			if w != "and" && w != "of" && w != "the" && w != "for" {
				f.initials += string([]rune(w)[0])
			}
		}
	}
}

// likeName says how two names are alike, with what that weighs, 0 for not at all. Numbers tell names apart.
func (f *form) likeName(other *form) (words string, weight int) {
	switch {
	case f.squeezed == "" || f.numbers != other.numbers:
		return "", 0
	case f.squeezed == other.squeezed && f.legal != other.legal:
		return "is the same but for the legal form", good
	case f.squeezed == other.squeezed:
		return "is the same", strong
	case f.sorted == other.sorted:
		return "has the same words", good
	case len(f.words) == len(other.words) && f.near(other):
		return "is nearly the same", fair
	}
	return "", 0
}

// near is true when each word is nearly the other's.
func (f *form) near(other *form) bool {
	for i, w := range f.words {
		if w != other.words[i] && !snapshot.SpelledNearly(other.words[i], w) {
			return false
		}
	}
	return true
}

// shortest is how many letters an abbreviation has at least to tell anything.
const shortest = 3

// shorts are what the record may be called for short.
func (f *form) shorts(t *schema.Table) (out []string) {
	for _, s := range []string{f.initials, f.abbreviation(t)} {
		if len([]rune(s)) >= shortest && s != f.squeezed && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func (f *form) abbreviation(t *schema.Table) string {
	for i, key := range t.Telling {
		if t.Field(key).Short {
			return f.keys[i]
		}
	}
	return ""
}
