package workbook

import (
	"bytes"
	"errors"
	"io"
	"math"
)

// A token is what scanner.next found.
type token uint8

const (
	// ended is the regular end of the document.
	ended token = iota
	// opened is a start tag: scanner.local and scanner.attrs describe it.
	opened
	// closed is an end tag, also that of an element closed by its own start tag.
	closed
)

// Bounds of what is still taken for a document of a workbook.
const (
	maxTagBytes  = 1 << 20
	maxNameBytes = 1 << 10
	maxDepth     = 256
)

// An attr is an attribute with its name as written and its value still escaped.
type attr struct{ name, value []byte }

// A scanner reads XML tag by tag in little memory and reports whatever is not
// well formed. It knows elements by their local names: workbooks differ in
// their prefixes and not in their vocabulary. It expands no entities but the
// five of XML and refuses documents with a type definition.
type scanner struct {
	src      io.Reader
	buf      []byte
	pos, end int // what is read and not yet scanned

	local []byte // the name of the last start tag without prefix
	attrs []attr // its attributes; like local valid until the next call

	names []byte // the full names of the open elements, one after the other
	marks []int  // where each begins
	quiet int    // how much was read since the last progress
	most  int    // how much that may be
	empty bool   // the last start tag also ends its element
	root  bool   // the root element was seen
}

// newScanner reads a document in UTF-8 of about that size.
func newScanner(src io.Reader, size uint64) *scanner {
	return &scanner{src: src, buf: make([]byte, bufferBytes(size, 64<<10)), most: math.MaxInt}
}

// next returns the next tag and passes over text.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.drop()
		return closed, nil
	}
	for {
		if err := s.seekTag(); err != nil {
			if errors.Is(err, io.EOF) {
				return ended, s.complete()
			}
			return ended, err
		}
		kind, err := s.second()
		if err != nil {
			return ended, err
		}
		switch kind {
		case '/':
			return closed, s.endTag()
		case '!', '?':
			if _, err := s.markup(nil); err != nil {
				return ended, err
			}
		default:
			return opened, s.startTag()
		}
	}
}

// skip passes over the rest of the element that was opened last.
func (s *scanner) skip() error {
	for depth := len(s.marks); len(s.marks) >= depth; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// attr returns the value of an attribute of the last start tag, nil when it has none.
func (s *scanner) attr(name string) []byte {
	for _, a := range s.attrs {
		if string(a.name) == name {
			return a.value
		}
	}
	return nil
}

// seekTag moves to the next "<".
func (s *scanner) seekTag() error {
	for {
		b := s.buf[s.pos:s.end]
		if len(b) > 0 && b[0] == '<' {
			return nil
		}
		i := bytes.IndexByte(b, '<')
		if len(s.marks) == 0 && !blank(b[:max(i, 0)]) {
			return broken("text stands outside its elements")
		}
		if i >= 0 {
			s.pos += i
			return nil
		}
		if len(s.marks) == 0 && !blank(b) {
			return broken("text stands outside its elements")
		}
		s.pos = s.end
		if err := s.read(); err != nil {
			return err
		}
	}
}

// complete says whether the document may end here.
func (s *scanner) complete() error {
	if !s.root {
		return broken("it is empty")
	}
	if len(s.marks) > 0 {
		return errCut
	}
	return nil
}

// progress says that something worth keeping was found.
func (s *scanner) progress() { s.quiet = 0 }

// errQuiet is a document that goes on and on without anything to keep.
var errQuiet = broken("it holds hardly any content")

// errCut is the end of the data in the middle of the document.
var errCut = broken("its data end in the middle")

// second returns the byte after "<".
func (s *scanner) second() (byte, error) {
	for s.end-s.pos < 2 {
		if err := s.more(); err != nil {
			return 0, err
		}
	}
	return s.buf[s.pos+1], nil
}

// more is read inside something that has to go on.
func (s *scanner) more() error {
	if s.end-s.pos >= maxTagBytes {
		return broken("one of its tags is too long")
	}
	err := s.read()
	if errors.Is(err, io.EOF) {
		return errCut
	}
	return err
}

// read adds data behind what is not yet scanned, and moves that.
func (s *scanner) read() error {
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for {
		n, err := s.src.Read(s.buf[s.end:])
		s.end += n
		if s.quiet += n; s.quiet > s.most {
			return errQuiet
		}
		if n > 0 {
			return nil // an error comes again with the next call
		}
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return errCut
		}
		if err != nil {
			return err
		}
	}
}

// push opens an element.
func (s *scanner) push(name []byte) error {
	if len(s.marks) == 0 && s.root {
		return broken("it has more than one root element")
	}
	if len(name) > maxNameBytes {
		return broken("one of its tags is too long")
	}
	if len(s.marks) >= maxDepth {
		return broken("its elements are nested too deeply")
	}
	s.root = true
	s.marks = append(s.marks, len(s.names))
	s.names = append(s.names, name...)
	return nil
}

// top is the full name of the innermost open element.
func (s *scanner) top() []byte { return s.names[s.marks[len(s.marks)-1]:] }

// drop closes the innermost element.
func (s *scanner) drop() {
	s.empty = false
	last := len(s.marks) - 1
	s.names = s.names[:s.marks[last]]
	s.marks = s.marks[:last]
}

// blank is true for white space only.
func blank(b []byte) bool {
	for _, c := range b {
		if !space(c) {
			return false
		}
	}
	return true
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }
