package workbook

import "bytes"

// startTag scans "<name attribute="value">" at s.pos and opens its element.
func (s *scanner) startTag() error {
	for {
		n, err := s.parseTag(s.buf[s.pos:s.end])
		if err != nil {
			return err
		}
		if n > 0 {
			s.pos += n
			return nil
		}
		if err := s.more(); err != nil {
			return err
		}
	}
}

// parseTag scans the start tag at the start of b and returns its length, 0 when b holds only a part of it.
func (s *scanner) parseTag(b []byte) (int, error) {
	i := nameEnd(b, 1)
	name := b[1:i]
	if i == 1 {
		return 0, broken("a tag has no name")
	}
	s.attrs = s.attrs[:0]
	for {
		gap := i
		i = spaceEnd(b, i)
		switch {
		case i == len(b):
			return 0, nil
		case b[i] == '>':
			s.local = localName(name)
			return i + 1, s.push(name)
		case b[i] == '/':
			if i+1 == len(b) {
				return 0, nil
			}
			if b[i+1] != '>' {
				return 0, brokenf("the tag <%s> is not closed", name)
			}
			s.local, s.empty = localName(name), true
			return i + 2, s.push(name)
		case gap == i:
			return 0, brokenf("the tag <%s> is malformed", name)
		}
		next, err := s.parseAttr(b, i)
		if next == 0 || err != nil {
			return 0, err
		}
		i = next
	}
}

// parseAttr scans the attribute at b[i:] and returns the place after it, 0 when b holds only a part of it.
func (s *scanner) parseAttr(b []byte, i int) (int, error) {
	nameStop := nameEnd(b, i)
	if nameStop == i {
		return 0, broken("an attribute has no name")
	}
	j := spaceEnd(b, nameStop)
	if j == len(b) {
		return 0, nil
	}
	if b[j] != '=' {
		return 0, brokenf("the attribute %s has no value", b[i:nameStop])
	}
	j = spaceEnd(b, j+1)
	if j == len(b) {
		return 0, nil
	}
	if b[j] != '"' && b[j] != '\'' {
		return 0, brokenf("the attribute %s is not in quotes", b[i:nameStop])
	}
	value := j + 1
	for k := value; k < len(b); k++ {
		switch b[k] {
		case '<':
			return 0, brokenf("the attribute %s is not closed", b[i:nameStop])
		case b[j]:
			s.attrs = append(s.attrs, attr{b[i:nameStop], b[value:k]})
			return k + 1, nil
		}
	}
	return 0, nil
}

// endTag scans "</name>" at s.pos and closes its element.
func (s *scanner) endTag() error {
	if len(s.marks) == 0 {
		return broken("an element ends that never began")
	}
	name := s.top()
	for s.end-s.pos < len(name)+3 {
		if err := s.more(); err != nil {
			return err
		}
	}
	b := s.buf[s.pos+2 : s.end]
	if !bytes.HasPrefix(b, name) {
		return brokenf("the element <%s> is not closed", name)
	}
	s.pos += 2 + len(name)
	for {
		s.pos += spaceEnd(s.buf[s.pos:s.end], 0)
		if s.pos < s.end {
			break
		}
		if err := s.more(); err != nil {
			return err
		}
	}
	if s.buf[s.pos] != '>' {
		return brokenf("the element <%s> is not closed", name)
	}
	s.pos++
	s.drop()
	return nil
}

// localName cuts the prefix off a name.
func localName(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// nameEnd returns the end of the name at b[i:].
func nameEnd(b []byte, i int) int {
	for i < len(b) && nameByte[b[i]] {
		i++
	}
	return i
}

// spaceEnd returns the end of the white space at b[i:].
func spaceEnd(b []byte, i int) int {
	for i < len(b) && space(b[i]) {
		i++
	}
	return i
}

// nameByte marks the bytes that a name may hold.
var nameByte = func() (t [256]bool) {
	for c := range t {
		b := byte(c)
		t[c] = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' ||
			b == '_' || b == '-' || b == '.' || b == ':' || b >= 0x80
	}
	return t
}()
