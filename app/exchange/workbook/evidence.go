package workbook

import (
	"context"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// An evidence is what the bytes of a whole text file show about its encoding.
type evidence struct {
	head     []byte
	lines    int
	nul      int
	proper   int // characters of several bytes in good UTF-8
	stray    int // bytes that are no UTF-8
	windows  int // how plausible the stray bytes are in Windows-1252
	mac      int // and in Mac Roman
	previous byte
}

// gather reads the whole file, which has about that size.
func gather(ctx context.Context, src io.Reader, size uint64) (e evidence, err error) {
	buf, n := make([]byte, bufferBytes(size, chunkBytes)), 0
	for {
		if err := ctx.Err(); err != nil {
			return e, err
		}
		m, err := io.ReadFull(src, buf[n:])
		n += m
		last := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !last {
			return e, err
		}
		if e.head == nil {
			e.head = append([]byte{}, buf[:min(n, headSniffed)]...)
		}
		used := e.look(buf[:n], last)
		n = copy(buf, buf[used:n])
		if last {
			return e, nil
		}
	}
}

// look counts what a piece of the text shows and returns how much of it was
// seen: all but a character that may be cut.
func (e *evidence) look(b []byte, last bool) int {
	for i := 0; i < len(b); {
		if c := b[i]; c < utf8.RuneSelf {
			switch {
			case c == '\n' || c == '\r' && (i+1 == len(b) || b[i+1] != '\n'):
				e.lines++
			case c == 0:
				e.nul++
			}
			e.previous = c
			i++
			continue
		}
		if !last && len(b)-i <= utf8.UTFMax {
			return i
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			next := byte(' ')
			if i+1 < len(b) {
				next = b[i+1]
			}
			e.stray++
			e.windows += plausible(charmap.Windows1252.DecodeByte(b[i]), e.previous, next)
			e.mac += plausible(charmap.Macintosh.DecodeByte(b[i]), e.previous, next)
		} else {
			e.proper++
		}
		e.previous = b[i]
		i += n
	}
	return len(b)
}

// macDoubt is how much more plausible Mac Roman must be, which has become rare.
const macDoubt = 1

// encoding decides.
func (e *evidence) encoding() textEncoding {
	switch {
	case hasPrefix(e.head, bomSmall):
		return inUTF16Small
	case hasPrefix(e.head, bomBig):
		return inUTF16Big
	case wideOrder(e.head) != "":
		return wideOrder(e.head)
	case e.stray == 0:
		return inUTF8
	case e.proper > e.stray:
		return inMixed
	case e.mac > e.windows+macDoubt:
		return inMac
	}
	return inWindows
}

// wideOrder recognises UTF-16 without a mark by where the zero bytes of its
// Latin letters stand; it returns "" for other text.
func wideOrder(head []byte) textEncoding {
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs == 0:
	case zeros[1]*5 > pairs*2 && zeros[0]*20 < pairs:
		return inUTF16Small
	case zeros[0]*5 > pairs*2 && zeros[1]*20 < pairs:
		return inUTF16Big
	}
	return ""
}

// plausible weighs a character between its neighbours: letters belong to
// letters, quotes stand at the ends of words, and few signs stand within them.
func plausible(r rune, before, after byte) int {
	within := letter(before) && letter(after)
	switch {
	case unicode.IsControl(r):
		return -4
	case unicode.IsUpper(r):
		if before >= 'a' && before <= 'z' {
			return -2
		}
		return weigh(letter(before) || letter(after))
	case unicode.IsLower(r) && r != 'ƒ':
		if after >= 'A' && after <= 'Z' {
			return -2
		}
		return weigh(letter(before) || letter(after))
	case r == '’':
		return weigh(before > ' ')
	case strings.ContainsRune("“‘«„‚‹", r):
		return weigh(after > ' ' && !letter(before))
	case strings.ContainsRune("”»›", r):
		return weigh(before > ' ' && !letter(after))
	case r == '–' || r == '—':
		return 2
	case strings.ContainsRune("•…·\u00a0", r):
		return 1
	case strings.ContainsRune("™®©°€£§½¼¾²³µ±×¿¡", r) && !within:
		return 1
	}
	return -1
}

// weigh is 2 for what fits and -1 for what does not.
func weigh(fits bool) int {
	if fits {
		return 2
	}
	return -1
}
