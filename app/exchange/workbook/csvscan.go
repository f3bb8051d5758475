package workbook

import (
	"bytes"
	"io"

	"cadastre/store/fault"
)

// A csvScanner reads records of separated values in UTF-8. It follows what
// spreadsheet programs do: a field that begins with a quote goes on to the
// closing quote, across lines; a quote anywhere else is text; what follows a
// closing quote belongs to the field.
type csvScanner struct {
	src      io.Reader
	buf      []byte
	pos, end int
	eof      bool

	name   string // of the file
	limits Limits
	sep    byte      // 0 when there is one column
	spaced bool      // spaces before a quote do not count
	stop   [256]bool // the bytes that end a field without quotes

	record int // number of the record read last
	line   int // number of the line being read
	values []byte
	ends   []int // where each field of the record ends in values

	trailing tally // fields with text behind their closing quote
}

// newCSVScanner reads from src.
func newCSVScanner(src io.Reader, sep byte, name string, limits Limits) *csvScanner {
	s := &csvScanner{src: src, buf: make([]byte, 64<<10), name: name, limits: limits, sep: sep, line: 1}
	s.stop['\n'], s.stop['\r'] = true, true
	if sep != 0 {
		s.stop[sep] = true
	}
	return s
}

// endOfText is what old programs write at the end of a file.
const endOfText = 0x1a

// next reads a record; it returns false at the end of the file.
func (s *csvScanner) next() (bool, error) {
	s.values, s.ends = s.values[:0], s.ends[:0]
	if have, err := s.need(1); !have {
		return false, err
	}
	if s.buf[s.pos] == endOfText {
		if have, err := s.need(2); !have {
			return false, err
		}
	}
	if s.record++; s.record > s.limits.Rows {
		return false, fault.New(fault.TooLarge, "%q has more than %s rows. Split it into several files.", s.name, thousands(s.limits.Rows))
	}
	for {
		if err := s.field(); err != nil {
			return false, err
		}
		s.ends = append(s.ends, len(s.values))
		if err := s.bound(); err != nil {
			return false, err
		}
		more, err := s.separator()
		if !more || err != nil {
			return err == nil, err
		}
	}
}

// bound refuses records beyond the limits.
func (s *csvScanner) bound() error {
	switch {
	case len(s.ends) > s.limits.Columns:
		return fault.New(fault.TooLarge, "Row %s of %q has more than %s columns. Check that row for a missing line end.",
			thousands(s.record), s.name, thousands(s.limits.Columns))
	case len(s.values) > s.limits.RowBytes:
		return fault.New(fault.TooLarge, "Row %s of %q holds more than %s MB of text. Check that row for a missing line end.",
			thousands(s.record), s.name, thousands(s.limits.RowBytes>>20))
	}
	return nil
}

// fields calls use for every field of the record.
func (s *csvScanner) fields(use func(column, from, to int)) {
	from := 0
	for column, to := range s.ends {
		use(column, from, to)
		from = to
	}
}

// field reads one field up to what ends it.
func (s *csvScanner) field() error {
	start := len(s.values)
	if err := s.skipMark(); err != nil {
		return err
	}
	quote, err := s.atQuote()
	if err != nil {
		return err
	}
	if quote {
		if err := s.quoted(start); err != nil {
			return err
		}
		closing := len(s.values)
		if err := s.plain(start); err != nil {
			return err
		}
		if !blank(s.values[closing:]) {
			s.trailing.add(cellName(len(s.ends), s.record))
		}
	} else if err := s.plain(start); err != nil {
		return err
	}
	s.values = append(s.values[:start], bytes.ReplaceAll(s.values[start:], []byte{0}, nil)...)
	return nil
}

// skipMark passes byte order marks, which stand where files were joined.
func (s *csvScanner) skipMark() error {
	for {
		have, err := s.need(len(bomUTF8))
		if err != nil {
			return err
		}
		if !have || !hasPrefix(s.buf[s.pos:s.end], bomUTF8) {
			return nil
		}
		s.pos += len(bomUTF8)
	}
}

// atQuote says whether a quoted field begins here, and passes the spaces before it.
func (s *csvScanner) atQuote() (bool, error) {
	for n := 0; ; n++ {
		have, err := s.need(n + 1)
		if !have || n == maxIndent {
			return false, err
		}
		switch c := s.buf[s.pos+n]; {
		case c == '"':
			s.pos += n
			return true, nil
		case c != ' ' || !s.spaced:
			return false, nil
		}
	}
}

// maxIndent is how many spaces may stand before a quote.
const maxIndent = 64

// plain appends text up to a separator or the end of the line.
func (s *csvScanner) plain(start int) error {
	for {
		b := s.buf[s.pos:s.end]
		i := 0
		for i < len(b) && !s.stop[b[i]] {
			i++
		}
		s.values = append(s.values, b[:i]...)
		s.pos += i
		if len(s.values)-start > s.limits.CellBytes {
			return fault.New(fault.TooLarge, "The cell %s of %q holds more than %s KB of text. Shorten it.",
				cellName(len(s.ends), s.record), s.name, thousands(s.limits.CellBytes>>10))
		}
		if i < len(b) {
			return nil
		}
		if have, err := s.need(1); !have {
			return err
		}
	}
}

// quoted appends the text between quotes.
func (s *csvScanner) quoted(start int) error {
	opened := s.line
	s.pos++
	for {
		b := s.buf[s.pos:s.end]
		i := bytes.IndexByte(b, '"')
		found := i >= 0
		if !found {
			i = len(b)
		}
		s.values = append(s.values, b[:i]...)
		s.pos += i
		if len(s.values)-start > s.limits.CellBytes {
			return s.unclosed(opened, start)
		}
		if !found {
			if have, err := s.need(1); err != nil {
				return err
			} else if !have {
				return s.unclosed(opened, start)
			}
			continue
		}
		s.pos++
		doubled, err := s.need(1)
		if err != nil {
			return err
		}
		if !doubled || s.buf[s.pos] != '"' {
			s.endQuoted(start)
			return nil
		}
		s.values = append(s.values, '"')
		s.pos++
	}
}

// endQuoted brings the line ends within quotes into one form and counts them.
func (s *csvScanner) endQuoted(start int) {
	text := s.values[start:]
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
		s.values = append(s.values[:start], text...)
	}
	s.line += bytes.Count(s.values[start:], []byte("\n"))
}

// unclosed reports a quote that swallows the rows after it.
func (s *csvScanner) unclosed(line, start int) error {
	return fault.New(fault.Damaged, "In %q the quote that opens on line %s (cell %s) is not closed within %s KB, so the rows after it would become one cell. "+
		"Close it or remove it and bring the file in again. If the file was cut off, ask for it again.",
		s.name, thousands(line), cellName(len(s.ends), s.record), thousands((len(s.values)-start)>>10+1))
}

// separator passes what ended the field and says whether the record goes on.
func (s *csvScanner) separator() (more bool, err error) {
	if have, err := s.need(1); !have {
		return false, err
	}
	c := s.buf[s.pos]
	s.pos++
	if c != '\n' && c != '\r' {
		return true, nil
	}
	s.line++
	if c == '\r' {
		have, err := s.need(1)
		if have && s.buf[s.pos] == '\n' {
			s.pos++
		}
		return false, err
	}
	return false, nil
}

// need makes sure that n bytes stand at s.pos; it returns false at the end of the file.
func (s *csvScanner) need(n int) (bool, error) {
	for s.end-s.pos < n {
		if s.eof {
			return false, nil
		}
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
		m, err := s.src.Read(s.buf[s.end:])
		s.end += m
		if err == io.EOF {
			s.eof = true
		} else if err != nil {
			return false, err
		}
	}
	return true, nil
}
