package workbook

import (
	"encoding/xml"
	"strings"
	"unicode/utf16"
)

// appendEscaped appends s as the content of a text element. What XML cannot hold is written
// in Excel's own way as _xHHHH_, and a text that looks like such an escape has its first
// underscore escaped, so that every text comes back as it was.
func appendEscaped(b []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		if !special[s[i]] {
			continue
		}
		escape, n := escapeOf(s[i:])
		if n == 0 {
			continue
		}
		b = append(append(b, s[start:i]...), escape...)
		start = i + n
		i = start - 1
	}
	return append(b, s[start:]...)
}

// special marks the bytes at which a character starts that may need an escape.
var special = func() (bytes [256]bool) {
	for c := range byte(' ') {
		bytes[c] = c != '\t' && c != '\n'
	}
	for _, c := range []byte{'<', '>', '&', '_', 0xEF} {
		bytes[c] = true
	}
	return bytes
}()

// escapeOf returns the escape of the character at the start of s and the character's
// length, or 0 when it stands for itself.
func escapeOf(s string) (escape string, n int) {
	switch c := s[0]; {
	case c == '<':
		return "&lt;", 1
	case c == '>':
		return "&gt;", 1
	case c == '&':
		return "&amp;", 1
	case c == '_' && looksEscaped(s):
		return "_x005F_", 1
	case c < ' ':
		const hex = "0123456789ABCDEF"
		return "_x00" + string([]byte{hex[c>>4], hex[c&15]}) + "_", 1
	case strings.HasPrefix(s, "\uFFFE"):
		return "_xFFFE_", 3
	case strings.HasPrefix(s, "\uFFFF"):
		return "_xFFFF_", 3
	}
	return "", 0
}

// looksEscaped is true when s starts like _xHHHH. Whatever follows might be written as
// an escape too and complete the pattern. Letters beyond F count, because some programs
// take them for digits.
func looksEscaped(s string) bool {
	if len(s) < 6 || s[1] != 'x' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		letter, digit := c|0x20, c-'0'
		if digit > 9 && (letter < 'a' || letter > 'z') {
			return false
		}
	}
	return true
}

// needsSpacePreserved is true for texts whose white space XML readers may otherwise trim.
func needsSpacePreserved(s string) bool {
	return s[0] <= ' ' || s[len(s)-1] <= ' ' || strings.IndexByte(s, '\n') >= 0
}

// attribute returns s as it stands between the quotes of an attribute.
func attribute(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// element returns s as the content of an element whose text Excel does not unescape further.
func element(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// excelLength is the length of s as Excel counts it, in UTF-16 units.
func excelLength(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// clip cuts s to limit characters as Excel counts them, marking the cut.
func clip(s string, limit int) string {
	if excelLength(s) <= limit {
		return s
	}
	return cut(s, limit-1) + "…"
}

// cut returns the longest start of s that Excel counts as at most limit characters.
func cut(s string, limit int) string {
	for i, r := range s {
		if limit -= utf16.RuneLen(r); limit < 0 {
			return s[:i]
		}
	}
	return s
}
