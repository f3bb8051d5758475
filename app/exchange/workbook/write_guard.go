package workbook

import (
	"strings"
	"unicode"
)

// GuardText returns text as it stands in csv: spreadsheet programs run a cell that starts
// like a formula, so such a text gets an apostrophe in front. So does one that starts with
// apostrophes and goes on like a formula, so that UnguardText gives back every text as it was.
func GuardText(text string) string {
	if formula(strings.TrimLeft(text, "'")) {
		return "'" + text
	}
	return text
}

// UnguardText takes back the apostrophe of GuardText. Texts that GuardText leaves alone
// pass unchanged.
func UnguardText(text string) string {
	if strings.HasPrefix(text, "'") && formula(strings.TrimLeft(text, "'")) {
		return text[1:]
	}
	return text
}

// formula is true for texts that a spreadsheet program may run: those that start with
// = + - @, full-width ones too, or with what hides them from a reader, and are no plain number.
func formula(text string) bool {
	if text == "" {
		return false
	}
	switch text[0] {
	case '\t', '\r', '\n':
		return true
	}
	trimmed := strings.TrimLeftFunc(text, hidden)
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(trimmed, sign) {
			return !signedNumber(text)
		}
	}
	return false
}

// hidden is true for white space and for characters that have no width.
func hidden(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// signedNumber is true for plus or minus and digits, and perhaps a point and more digits.
func signedNumber(text string) bool {
	if text[0] != '+' && text[0] != '-' {
		return false
	}
	whole, fraction, point := strings.Cut(text[1:], ".")
	return digits(whole) && (!point || digits(fraction))
}

func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
