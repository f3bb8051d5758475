package record

import (
	"strings"
	"unicode"

	"cadastre/store/schema"
)

// text is one line: no line breaks or control characters, no blanks at its ends.
var text = Behaviour{Class: String, Clean: cleanText, Parse: parseText, Format: formatText}

func cleanText(f *schema.Field, v Value) (Value, error) {
	s := OneLine(v.Str())
	return OfString(s), storable(f, s)
}

// OneLine returns a text as one line: what a field of the kind text keeps of it.
func OneLine(s string) string {
	if isPlainLine(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || r == '\ufeff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.TrimSpace(s)
}

// isPlainLine is the common case: printable ASCII that neither begins nor ends with a blank.
func isPlainLine(s string) bool { return bytesOf(s)&unusual == 0 && !blankEnds(s) }
