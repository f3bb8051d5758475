package snapshot

import (
	"strings"
	"sync"
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

func foldUnicode(s string) string { return string(appendFold(make([]byte, 0, len(s)+8), []byte(s))) }

// appendFold appends the fold of a text.
func appendFold(b, s []byte) []byte {
	begin, calm := len(b), true
	for len(s) > 0 {
		plain := asciiLen(s)
		b = append(b, s[:plain]...)
		lowerAll(b[len(b)-plain:])
		if s = s[plain:]; len(s) == 0 {
			break
		}
		r, size := utf8.DecodeRune(s)
		if int(r) < foldsEnd {
			b = append(b, folds()[r]...)
		} else {
			b, calm = appendRune(b, s[:size], r), calm && r >= signsBegin && r < signsEnd
		}
		s = s[size:]
	}
	if calm || norm.NFC.IsNormal(b[begin:]) {
		return b
	}
	return append(b[:begin], norm.NFC.Bytes(b[begin:])...) // syllables that came in pieces
}

// asciiLen is how many bytes of ASCII a text begins with.
func asciiLen(s []byte) int {
	for i, c := range s {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(s)
}

func lowerAll(s []byte) {
	for i, c := range s {
		if 'A' <= c && c <= 'Z' {
			s[i] = c + 'a' - 'A'
		}
	}
}

// foldsEnd is where scripts begin whose syllables may come in pieces. Before it, and among signs, nothing
// is put together with what stands before it once marks are gone.
const (
	foldsEnd   = 0x900
	signsBegin = 0x2000
	signsEnd   = 0x2e80
)

// folds are the folds of the runes before foldsEnd.
var folds = sync.OnceValue(func() *[foldsEnd]string {
	var out [foldsEnd]string
	for r := range rune(foldsEnd) {
		out[r] = string(appendRune(nil, utf8.AppendRune(nil, r), r))
	}
	return &out
})

// appendRune appends the fold of a rune, which is text.
func appendRune(b, text []byte, r rune) []byte {
	parts := norm.NFKD.Properties(text).Decomposition()
	if parts == nil {
		return appendFolded(b, r)
	}
	for _, part := range string(parts) {
		b = appendFolded(b, part)
	}
	return b
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
