package snapshot

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Fold returns a text as searches and matches compare it: without case and accents.
func Fold(s string) string {
	plain, upper := true, false
	for i := range len(s) {
		plain = plain && s[i] < 0x80
		upper = upper || 'A' <= s[i] && s[i] <= 'Z'
	}
	switch {
	case !plain:
		return foldUnicode(s)
	case upper:
		return strings.ToLower(s)
	}
	return s
}

func foldUnicode(s string) string {
	t := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		out = s
	}
	return strings.Map(unfold, strings.ToLower(out))
}

// unfold maps letters that decompose into nothing simpler.
func unfold(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	case '’', '‘':
		return '\''
	case '–', '—':
		return '-'
	}
	return r
}
