package workbook

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"cadastre/store/ahead"
	"cadastre/store/fault"
)

// The shape of the table of shared texts: blocks that never move, so that a
// large table is not copied while it grows.
const (
	textBlockBytes = 1 << 17
	textChunk      = 1 << 12
	// textOverhead is what a text takes besides its bytes.
	textOverhead = 16
)

// sharedTexts is a workbook's table of texts that cells refer to by number. Most programs number them as the
// cells come, so that no more of a large table is read than a little beyond what the cells have asked for, and
// the first rows are there at once.
type sharedTexts struct {
	next   func() (*textBlock, error, bool) // returns the next block, false when all are there
	stop   func()                           // reads no more
	whole  bool
	chunks [][]string
	count  int
}

// A textBlock is some texts in a row.
type textBlock struct {
	bytes []byte
	ends  []int // where each of them ends
}

// at returns a text by its number.
func (t *sharedTexts) at(n int) (string, bool, error) {
	for n >= t.count && !t.whole {
		if err := t.read(); err != nil {
			return "", false, err
		}
	}
	if n < 0 || n >= t.count {
		return "", false, nil
	}
	return t.chunks[n/textChunk][n%textChunk], true, nil
}

// read reads the next block.
func (t *sharedTexts) read() error {
	block, err, more := t.next()
	if t.whole = !more; more && err == nil {
		t.add(block)
	}
	return err
}

// finish reads what no cell has asked for: whether a part is whole is known at its end.
func (t *sharedTexts) finish() error {
	for !t.whole {
		if err := t.read(); err != nil {
			return err
		}
	}
	return nil
}

// add makes strings of a block; they share its memory.
func (t *sharedTexts) add(block *textBlock) {
	text, from := string(block.bytes), 0
	for _, end := range block.ends {
		if t.count%textChunk == 0 {
			t.chunks = append(t.chunks, make([]string, 0, textChunk))
		}
		last := len(t.chunks) - 1
		t.chunks[last] = append(t.chunks[last], text[from:end])
		t.count++
		from = end
	}
}

var errEnough = errors.New("workbook: no more is wanted")

// openTexts begins to read the part that holds them, beside whoever asks for them, until stop.
func (a *archive) openTexts(ctx context.Context, part string) *sharedTexts {
	t := &sharedTexts{}
	t.next, t.stop = iter.Pull2(ahead.Each(func(next func() *textBlock) error {
		return a.scan(ctx, part, a.limits, func(s *scanner) error { return a.scanTexts(s, next) })
	}))
	return t
}

// scanTexts takes in one text after the other. What surrounds a text, such as its reading in another script, is
// no part of it.
func (a *archive) scanTexts(s *scanner, next func() *textBlock) error {
	var text []byte
	var block *textBlock
	spent := int64(0)
	return s.walk(func(name []byte) (err error) {
		if string(name) != "si" {
			return nil
		}
		if text, err = s.richText(text[:0], a.limits.CellBytes); err != nil {
			return err
		}
		if spent += textOverhead + int64(len(text)); spent > a.limits.TextBytes {
			return fault.New(fault.TooLarge, "%q holds more than %s MB of text, which is more than can be read at once. Split it into several workbooks.",
				a.name, thousands(int(a.limits.TextBytes>>20)))
		}
		s.progress()
		if block == nil || len(block.bytes)+len(text) > textBlockBytes {
			if block = next(); block == nil {
				return errEnough
			}
			block.bytes, block.ends = block.bytes[:0], block.ends[:0]
		}
		block.bytes = append(block.bytes, text...)
		block.ends = append(block.ends, len(block.bytes))
		return nil
	})
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
