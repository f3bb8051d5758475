package workbook

import "strings"

// A dateFormat says what a number format shows of a number, as bits.
type dateFormat uint8

const (
	showsDate dateFormat = 1 << iota
	showsTime
	// showsElapsed is a duration that may pass a day, such as [h]:mm.
	showsElapsed
)

// builtinFormat returns what the formats show that a workbook does not spell
// out. 27 to 36 and 50 to 58 are those of East Asia, where 52 to 56 are dates
// in some countries and times in others; 71 to 81 are those of Thailand.
func builtinFormat(id int) dateFormat {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id == 50, id == 51, id == 57, id == 58, id >= 71 && id <= 74, id == 81:
		return showsDate
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47, id == 75, id == 76, id == 78, id == 80:
		return showsTime
	case id == 22, id >= 52 && id <= 56, id == 77:
		return showsDate | showsTime
	case id == 46, id == 79:
		return showsElapsed
	}
	return 0
}

// parseFormat returns what a number format's code shows in any of its sections.
// Only what stands outside quotes, escapes and brackets counts.
func parseFormat(code string) (f dateFormat) {
	for code != "" {
		var s formatSection
		code = s.scan(code)
		f |= s.shows()
	}
	return f
}

// A formatSection is what was seen in one section of a format's code.
type formatSection struct {
	number, day, month, longMonth, time, elapsed bool
	last                                         byte // the symbol before, which tells a second's fraction from a number
}

// scan reads to the end of the section and returns the code after it.
func (s *formatSection) scan(code string) string {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return code[i+1:]
		case '\\', '_', '*':
			i++
		case '"':
			i += 1 + index(code[i+1:], '"')
		case '[':
			n := index(code[i:], ']')
			s.bracket(code[i+1 : min(i+max(n, 1), len(code))])
			i += n
		default:
			i += s.letter(code[i:])
		}
	}
	return ""
}

// index is strings.IndexByte that takes an unclosed quote or bracket as open to the end.
func index(text string, c byte) int {
	if i := strings.IndexByte(text, c); i >= 0 {
		return i
	}
	return len(text)
}

// bracket reads a colour, a condition, a locale or an elapsed time.
func (s *formatSection) bracket(text string) {
	if text != "" && (strings.Trim(text, "hH") == "" || strings.Trim(text, "mM") == "" || strings.Trim(text, "sS") == "") {
		s.elapsed = true
	}
}

// letter reads the symbol at the start of code and returns how many bytes to pass besides its first.
func (s *formatSection) letter(code string) (pass int) {
	c := code[0] | 0x20
	switch {
	case code[0] == '#' || code[0] == '?' || code[0] == '0' && !s.fraction() || begins(code, "general"):
		s.number = true
	case begins(code, "am/pm"):
		s.time, pass = true, len("am/pm")-1
	case begins(code, "a/p"):
		s.time, pass = true, len("a/p")-1
	case c == 'y' || c == 'd' || c == 'e' || c == 'g' || c == 'b':
		s.day = true
	case c == 'm':
		s.month = true
		s.longMonth = s.longMonth || begins(code, "mmm")
	case c == 'h' || c == 's':
		s.time = true
	}
	s.last = code[0]
	return pass
}

// fraction says whether a 0 here is of a second's fraction, such as ss.00.
func (s *formatSection) fraction() bool {
	return (s.time || s.elapsed || s.month) && (s.last == '.' || s.last == ',' || s.last == '0')
}

// begins says whether code begins with a word in any case.
func begins(code, word string) bool {
	return len(code) >= len(word) && strings.EqualFold(code[:len(word)], word)
}

// shows decides; m is minutes beside hours or seconds, and else months.
func (s *formatSection) shows() (f dateFormat) {
	switch {
	case s.number:
		return 0
	case s.elapsed:
		return showsElapsed
	}
	if s.day || s.longMonth || s.month && !s.time {
		f |= showsDate
	}
	if s.time {
		f |= showsTime
	}
	return f
}
