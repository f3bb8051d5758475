package workbook

import (
	"bytes"
	"context"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"cadastre/store/fault"
)

// The shape of the table of shared texts: blocks that never move, so that a
// large table is not copied while it grows.
const (
	textBlockBytes = 1 << 20
	textChunk      = 1 << 12
	// textOverhead is what a text takes besides its bytes.
	textOverhead = 16
)

// sharedTexts is a workbook's table of texts that cells refer to by number.
type sharedTexts struct {
	chunks [][]string
	count  int
	spent  int64
	block  []byte // texts not yet made strings
	ends   []int  // where each of them ends
}

// at returns a text by its number.
func (t *sharedTexts) at(n int) (string, bool) {
	if n < 0 || n >= t.count {
		return "", false
	}
	return t.chunks[n/textChunk][n%textChunk], true
}

// readTexts reads the part that holds them. What surrounds a text, such as its
// reading in another script, is no part of it.
func (a *archive) readTexts(ctx context.Context, part string) (*sharedTexts, error) {
	t := &sharedTexts{}
	err := a.scan(ctx, part, a.limits, func(s *scanner) error {
		var text []byte
		err := s.walk(func(name []byte) (err error) {
			if string(name) != "si" {
				return nil
			}
			if text, err = s.richText(text[:0], a.limits.CellBytes); err != nil {
				return err
			}
			if t.spent += textOverhead + int64(len(text)); t.spent > a.limits.TextBytes {
				return fault.New(fault.TooLarge, "%q holds more than %s MB of text, which is more than can be read at once. Split it into several workbooks.",
					a.name, thousands(int(a.limits.TextBytes>>20)))
			}
			t.add(text)
			s.progress()
			return nil
		})
		t.seal()
		return err
	})
	return t, err
}

// add takes in the next text.
func (t *sharedTexts) add(text []byte) {
	if len(t.block)+len(text) > textBlockBytes {
		t.seal()
	}
	t.block = append(t.block, text...)
	t.ends = append(t.ends, len(t.block))
}

// seal makes strings of the block; they share its memory.
func (t *sharedTexts) seal() {
	block, from := string(t.block), 0
	for _, end := range t.ends {
		if t.count%textChunk == 0 {
			t.chunks = append(t.chunks, make([]string, 0, textChunk))
		}
		last := len(t.chunks) - 1
		t.chunks[last] = append(t.chunks[last], block[from:end])
		t.count++
		from = end
	}
	t.block, t.ends = t.block[:0], t.ends[:0]
}

// richText appends the text of an element that holds it plain or in runs, and
// passes its end.
func (s *scanner) richText(dst []byte, most int) ([]byte, error) {
	start, depth := len(dst), len(s.marks)
	for len(s.marks) >= depth {
		tok, err := s.next()
		if err != nil || tok == ended {
			return dst, err
		}
		if tok != opened {
			continue
		}
		switch string(s.local) {
		case "r":
		case "t":
			if dst, err = s.text(dst, most); err == nil && len(dst)-start > most {
				err = errLongText
			}
		default:
			err = s.skip()
		}
		if err != nil {
			return dst, err
		}
	}
	if err := checkText(dst[start:]); err != nil {
		return dst, err
	}
	return unescape(dst, start), nil
}

// unescape replaces the escapes of characters that XML cannot hold, such as
// _x000D_ for a carriage return, in dst[start:].
func unescape(dst []byte, start int) []byte {
	i := bytes.IndexByte(dst[start:], '_')
	if i < 0 {
		return dst
	}
	out, rest := dst[:start+i], dst[start+i:]
	for len(rest) > 0 {
		r, n := escaped(rest)
		if n == 0 {
			out, rest = append(out, rest[0]), rest[1:]
			continue
		}
		out, rest = utf8.AppendRune(out, r), rest[n:]
	}
	return out
}

// escapeBytes is the length of _xHHHH_.
const escapeBytes = 7

// escaped reads the escape at the start of b, or the two that make one
// character, and returns its length, 0 where there is none.
func escaped(b []byte) (rune, int) {
	r, ok := escapedUnit(b)
	if !ok {
		return 0, 0
	}
	if utf16.IsSurrogate(r) {
		second, ok := escapedUnit(b[escapeBytes:])
		if r = utf16.DecodeRune(r, second); !ok || r == utf8.RuneError {
			return 0, 0
		}
		return r, 2 * escapeBytes
	}
	return r, escapeBytes
}

func escapedUnit(b []byte) (rune, bool) {
	if len(b) < escapeBytes || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}
