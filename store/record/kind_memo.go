package record

import (
	"strings"
	"unicode"

	"cadastre/store/schema"
)

// memo is plain text of several lines, separated by "\n".
var memo = Behaviour{Class: String, Clean: cleanMemo, Parse: parseText, Format: formatText}

func cleanMemo(f *schema.Field, v Value) (Value, error) {
	s := lines(v.Str())
	return OfString(s), storable(f, s)
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

func lines(s string) string {
	if isPlainLine(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || r == '\ufeff' {
			return -1
		}
		return r
	}, lineBreaks.Replace(strings.ToValidUTF8(s, "\ufffd")))
	return strings.TrimSpace(s)
}
