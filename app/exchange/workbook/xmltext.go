package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// text appends the character data of the element that was opened last to dst
// and passes its end. Elements inside it are passed over.
func (s *scanner) text(dst []byte, most int) ([]byte, error) {
	if s.empty {
		s.drop()
		return dst, nil
	}
	start, depth := len(dst), len(s.marks)
	for len(s.marks) >= depth {
		var err error
		if dst, err = s.piece(dst); err != nil {
			return dst, err
		}
		if len(dst)-start > most {
			return dst, errLongText
		}
	}
	return dst, nil
}

// errLongText is a text beyond what a cell may hold.
var errLongText = broken("one of its texts is too long")

// piece appends the text at s.pos, or passes the markup that stands there.
func (s *scanner) piece(dst []byte) ([]byte, error) {
	b := s.buf[s.pos:s.end]
	i := bytes.IndexByte(b, '<')
	switch {
	case i < 0:
		n := wholeText(b)
		s.pos += n
		dst, err := appendText(dst, b[:n])
		if err != nil {
			return dst, err
		}
		return dst, s.more()
	case i > 0:
		s.pos += i
		return appendText(dst, b[:i])
	}
	kind, err := s.second()
	if err != nil {
		return dst, err
	}
	switch kind {
	case '/':
		return dst, s.endTag()
	case '!', '?':
		return s.markup(dst)
	}
	if err := s.startTag(); err != nil {
		return dst, err
	}
	return dst, s.skip()
}

// markup passes over a comment or a processing instruction and appends the
// content of a CDATA section.
func (s *scanner) markup(dst []byte) ([]byte, error) {
	for _, m := range []struct{ start, stop string }{{"<?", "?>"}, {"<!--", "-->"}, {"<![CDATA[", "]]>"}} {
		starts, err := s.starts(m.start)
		if err != nil {
			return dst, err
		}
		if !starts {
			continue
		}
		cdata := m.stop == "]]>"
		if cdata && len(s.marks) == 0 {
			return dst, broken("text stands outside its elements")
		}
		s.pos += len(m.start)
		return s.until(dst, m.stop, cdata)
	}
	return dst, broken("it holds a document type definition or another instruction that workbooks do not have")
}

// starts says whether what stands at s.pos begins like that.
func (s *scanner) starts(with string) (bool, error) {
	for {
		have := s.buf[s.pos:min(s.pos+len(with), s.end)]
		if string(have) != with[:len(have)] {
			return false, nil
		}
		if len(have) == len(with) {
			return true, nil
		}
		if err := s.more(); err != nil {
			return false, err
		}
	}
}

// until passes everything up to and with stop, and appends it if it is to be kept.
func (s *scanner) until(dst []byte, stop string, keep bool) ([]byte, error) {
	for {
		b := s.buf[s.pos:s.end]
		n := bytes.Index(b, []byte(stop))
		found := n >= 0
		if !found {
			n = max(0, len(b)-len(stop)+1)
		}
		if keep {
			dst = append(dst, b[:n]...)
			if len(dst) > maxTagBytes {
				return dst, errLongText
			}
		}
		s.pos += n
		if found {
			s.pos += len(stop)
			return dst, nil
		}
		if err := s.more(); err != nil {
			return dst, err
		}
	}
}

// longestReference is how long "&...;" may be.
const longestReference = 12

// wholeText returns how much of b can be decoded before more is read: all but
// a reference or a line end that may be cut.
func wholeText(b []byte) int {
	n := len(b)
	if n > 0 && b[n-1] == '\r' {
		return n - 1
	}
	from := max(0, n-longestReference)
	if i := bytes.LastIndexByte(b[from:], '&'); i >= 0 && bytes.IndexByte(b[from+i:], ';') < 0 {
		return from + i
	}
	return n
}

// appendText appends character data with its references resolved and its line ends as "\n".
func appendText(dst, b []byte) ([]byte, error) {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 {
		return append(dst, b...), nil
	}
	for {
		i := bytes.IndexAny(b, "&\r")
		if i < 0 {
			return append(dst, b...), nil
		}
		dst = append(dst, b[:i]...)
		if b[i] == '\r' {
			if i+1 == len(b) || b[i+1] != '\n' {
				dst = append(dst, '\n')
			}
			b = b[i+1:]
			continue
		}
		stop := bytes.IndexByte(b[i:min(len(b), i+longestReference)], ';')
		r := rune(-1)
		if stop > 0 {
			r = reference(string(b[i+1 : i+stop]))
		}
		if r < 0 {
			return dst, broken("it holds an unknown or unfinished reference after an &")
		}
		dst = utf8.AppendRune(dst, r)
		b = b[i+stop+1:]
	}
}

// reference returns the character that "&name;" stands for, -1 for one that is unknown.
func reference(name string) rune {
	switch name {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	if len(name) < 2 || name[0] != '#' {
		return -1
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if r := rune(n); err == nil && n <= utf8.MaxRune && utf8.ValidRune(r) && (r >= ' ' || r == '\n' || r == '\r' || r == '\t') {
		return r
	}
	return -1
}

// checkText refuses what XML does not allow in text.
func checkText(b []byte) error {
	var high byte
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' {
			return broken("it holds a control character that is no text")
		}
		high |= c
	}
	if high >= utf8.RuneSelf && !utf8.Valid(b) {
		return broken("it holds bytes that are no text in its encoding")
	}
	return nil
}

// attrText returns an attribute's value as text.
func attrText(value []byte) (string, error) {
	text, err := appendText(nil, value)
	if err == nil {
		err = checkText(text)
	}
	return string(text), err
}
