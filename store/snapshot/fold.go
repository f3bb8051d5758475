package snapshot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a text as searches and matches compare it: without case and accents, compatible forms
// made one, letters that are two letters elsewhere written as two.
func Fold(s string) string {
	plain, upper := true, false
	for i := range len(s) {
		plain = plain && s[i] < utf8.RuneSelf
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
	out := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			out = append(out, lower(c))
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if parts := norm.NFKD.PropertiesString(s[i:]).Decomposition(); parts == nil {
			out = appendFolded(out, r)
		} else {
			for _, part := range string(parts) {
				out = appendFolded(out, part)
			}
		}
		i += size
	}
	if norm.NFC.IsNormal(out) {
		return string(out)
	}
	return string(norm.NFC.Bytes(out)) // syllables that came in pieces
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// firstMark is the first code point of category Mn.
const firstMark = 0x300

func appendFolded(b []byte, r rune) []byte {
	if r >= firstMark && unicode.Is(unicode.Mn, r) {
		return b
	}
	r = unicode.ToLower(r)
	if r < utf8.RuneSelf {
		return append(b, byte(r))
	}
	if other, ok := unfold[r]; ok {
		return append(b, other...)
	}
	return utf8.AppendRune(b, r)
}

// unfold holds letters and marks that Unicode does not take apart.
var unfold = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ς': "σ",
	'’': "'", '‘': "'", '“': `"`, '”': `"`, '–': "-", '—': "-", '‑': "-", '−': "-",
}
