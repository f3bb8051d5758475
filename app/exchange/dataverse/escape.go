package dataverse

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The tool escapes every text for HTML before it escapes it for XML.

// escape escapes a text for HTML as the tool does: marks, Latin-1's upper half and the
// characters beyond the first plane by number. Control characters are too, which XML cannot hold.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\'', r >= 160 && r < 256, r > 0xFFFD, r < ' ' && !strings.ContainsRune("\t\n\r", r):
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unescape takes back escape. What only resembles an entity stays: unlike in HTML it must
// end in a semicolon, so that addresses such as "?a=1&copy=2" survive in packages made by hand.
func unescape(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	var b strings.Builder
	for {
		start := strings.IndexByte(text, '&')
		if start < 0 {
			break
		}
		b.WriteString(text[:start])
		character, length := entityAt(text[start:])
		b.WriteString(character)
		text = text[start+length:]
	}
	b.WriteString(text)
	return b.String()
}

// longestEntity is the length of HTML's longest entity, with its marks.
const longestEntity = 33

// entityAt returns what the entity at the start of text stands for and its length, or the
// ampersand alone if there is none.
func entityAt(text string) (character string, length int) {
	end := strings.IndexByte(text[:min(len(text), longestEntity)], ';')
	if end < 2 {
		return "&", 1
	}
	if number, ok := strings.CutPrefix(text[1:end], "#"); ok {
		if character, ok := numbered(number); ok {
			return character, end + 1
		}
		return "&", 1
	}
	entity := text[:end+1]
	if character := html.UnescapeString(entity); !strings.HasSuffix(character, ";") || entity == "&semi;" {
		return character, end + 1
	}
	return "&", 1
}

// numbered returns the character with a decimal number, or a hexadecimal one after an x.
func numbered(number string) (string, bool) {
	base := 10
	if strings.HasPrefix(number, "x") || strings.HasPrefix(number, "X") {
		number, base = number[1:], 16
	}
	code, err := strconv.ParseUint(number, base, 31)
	if err != nil || !utf8.ValidRune(rune(code)) {
		return "", false
	}
	return string(rune(code)), true
}
