package snapshot

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// A collator puts texts in order as people do: by the language-neutral collation, and numbers in
// them by their size. It is not safe for concurrent use.
//
// The library's own numeric order is not used: a zero that something follows comes after every
// other number there (“Tool 1.0 beta” after “Tool 1.9 beta”).
type collator struct {
	rules *collate.Collator
	keys  collate.Buffer
	a, b  []byte
}

func newCollator() *collator { return &collator{rules: collate.New(language.Und)} }

// Key returns bytes that compare as the text does. They are valid until the next call.
func (c *collator) Key(text string) []byte {
	c.a = appendSized(c.a[:0], text)
	c.keys.Reset()
	return c.rules.Key(&c.keys, c.a)
}

// Compare returns -1, 0 or 1.
func (c *collator) Compare(a, b string) int {
	c.a, c.b = appendSized(c.a[:0], a), appendSized(c.b[:0], b)
	return c.rules.Compare(c.a, c.b)
}

// appendSized appends the text with how many digits each number has before it, so that a longer
// number is a larger one: 7 becomes 17, 042 becomes 242, and 0 stays.
func appendSized(to []byte, text string) []byte {
	number := make([]byte, 0, 32)
	for len(text) > 0 {
		plain := plainLen(text)
		r, size := utf8.DecodeRuneInString(text[plain:])
		d, ok := digit(r)
		if plain > 0 || !ok {
			to, number = appendNumber(to, number), number[:0]
		}
		to = append(to, text[:plain]...)
		if text = text[plain+size:]; ok {
			number = append(number, '0'+d)
		} else if size > 0 {
			to = utf8.AppendRune(to, r)
		}
	}
	return appendNumber(to, number)
}

// plainLen is how many bytes of ASCII without digits a text begins with.
func plainLen(text string) int {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || '0' <= c && c <= '9' {
			return i
		}
	}
	return len(text)
}

func appendNumber(to, digits []byte) []byte {
	if len(digits) == 0 {
		return to
	}
	digits = bytes.TrimLeft(digits, "0")
	return append(appendLength(to, len(digits)), digits...)
}

// appendLength writes any length so that a longer one compares as more, and none begins another.
func appendLength(to []byte, n int) []byte {
	for ; n >= 9; n -= 9 {
		to = append(to, '9')
	}
	return append(to, '0'+byte(n))
}

// digit returns the value of a decimal digit of any script. Unicode keeps those of a script
// together, from zero to nine.
func digit(r rune) (byte, bool) {
	if r < 0x80 {
		return byte(r - '0'), '0' <= r && r <= '9'
	}
	if !unicode.IsDigit(r) {
		return 0, false
	}
	for _, script := range unicode.Nd.R16 {
		if rune(script.Lo) <= r && r <= rune(script.Hi) {
			return byte((r - rune(script.Lo)) % 10), true
		}
	}
	for _, script := range unicode.Nd.R32 {
		if rune(script.Lo) <= r && r <= rune(script.Hi) {
			return byte((r - rune(script.Lo)) % 10), true
		}
	}
	return 0, false
}
