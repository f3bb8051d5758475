package snapshot

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// plainFold is a fold by its definition: take apart, leave out marks, write in small letters, put together.
func plainFold(s string) string {
	var b []byte
	for _, r := range norm.NFKD.String(s) {
		b = appendFolded(b, r)
	}
	return norm.NFC.String(string(b))
}

func TestATextIsFoldedAsItsPartsAre(t *testing.T) {
	scripts := []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Devanagari, unicode.Bengali,
		unicode.Hangul, unicode.Katakana, unicode.Punct, unicode.Symbol, unicode.Mn, unicode.Mc, unicode.Number}
	text := rapid.StringOfN(rapid.OneOf(rapid.Rune(), rapid.RuneFrom(nil, scripts...), rapid.RuneFrom([]rune("aZß 1é\n"))), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(text.Draw(t, "text"), "")
		if got, want := Fold(s), plainFold(s); got != want {
			t.Fatalf("Fold(%q) is %q, want %q", s, got, want)
		}
	})
}
