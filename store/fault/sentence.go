package fault

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotedMost is how many characters of one text a sentence quotes.
const quotedMost = 1000

// Sentence is fmt.Sprintf for what a person reads. What it quotes may come from any file: it neither breaks
// the line, nor speaks to a terminal, nor turns what follows round, nor goes on without end.
func Sentence(format string, args ...any) string {
	args = slices.Clone(args)
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = shorten(s)
		}
	}
	return strings.Map(printable, strings.ToValidUTF8(fmt.Sprintf(format, args...), "\ufffd"))
}

// shorten keeps the beginning of a text.
func shorten(s string) string {
	if len(s) <= quotedMost || utf8.RuneCountInString(s) <= quotedMost {
		return s
	}
	return string([]rune(s[:min(len(s), utf8.UTFMax*quotedMost)])[:quotedMost]) + "…"
}

func printable(r rune) rune {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return ' '
	case unicode.Is(unicode.Bidi_Control, r):
		return -1
	}
	return r
}
