package recognise

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// words parts a header into lower-case words without accents: at blanks and signs and where a small
// letter meets a capital. What stands in brackets, such as "(required)", is left out.
func words(s string) []string {
	s = strings.TrimPrefix(s, "(Do Not Modify) ")
	if i := strings.IndexByte(s, '('); i > 0 {
		if j := strings.IndexByte(s[i:], ')'); j > 0 {
			if rest := s[:i] + s[i+j+1:]; strings.TrimSpace(rest) != "" {
				s = rest
			}
		}
	}
	var b strings.Builder
	last := ' '
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&")
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			b.WriteByte(' ')
		case unicode.IsUpper(r) && unicode.IsLower(last):
			b.WriteByte(' ')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
		last = r
	}
	return strings.Fields(snapshot.Fold(b.String()))
}

// phrase is words joined, as comparisons take them.
func phrase(s string) string { return strings.Join(words(s), " ") }

// contains is true when the words of part stand in whole one after the other.
func contains(whole, part []string) bool {
	for i := 0; i+len(part) <= len(whole) && len(part) > 0; i++ {
		if slices.Equal(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// likeness is how many of the words of two names they share, from 0 to 1.
func likeness(a, b []string) float64 {
	shared := 0
	for _, w := range a {
		if slices.ContainsFunc(b, func(v string) bool { return stem(v) == stem(w) }) {
			shared++
		}
	}
	return float64(2*shared) / float64(len(a)+len(b))
}

// stem takes the plural off a word.
func stem(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// names are a field's names as headers are compared with them.
type names struct {
	words      []string
	label, key string
	synonyms   []string
}

var namesByField sync.Map // *schema.Field → *names; the model is small and never changes

func namesOf(f *schema.Field) *names {
	if n, ok := namesByField.Load(f); ok {
		return n.(*names)
	}
	n := &names{words: words(f.Label), label: phrase(f.Label), key: phrase(f.Key)}
	for _, s := range f.Synonyms {
		n.synonyms = append(n.synonyms, phrase(s))
	}
	namesByField.Store(f, n)
	return n
}

// has is true for a phrase that is one of the names.
func (n *names) has(phrase string) bool {
	return phrase == n.label || phrase == n.key || slices.Contains(n.synonyms, phrase)
}
