package workbook

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// xmlHead is how much of a document is looked at for its encoding.
const xmlHead = 256

// utf8XML gives a document in UTF-8, whatever it says it is in.
func utf8XML(src io.Reader) (io.Reader, error) {
	head := make([]byte, xmlHead)
	n, err := io.ReadFull(src, head)
	head = head[:n]
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	enc, err := xmlEncoding(head)
	whole := io.MultiReader(bytes.NewReader(bytes.TrimPrefix(head, []byte(bomUTF8))), src)
	if enc == nil || err != nil {
		return whole, err
	}
	return enc.NewDecoder().Reader(whole), nil
}

// The marks by which a text states its encoding.
const (
	bomUTF8  = "\xef\xbb\xbf"
	bomBig   = "\xfe\xff"
	bomSmall = "\xff\xfe"
)

// xmlEncoding returns the encoding that a document's first bytes show, nil for UTF-8.
func xmlEncoding(head []byte) (encoding.Encoding, error) {
	text := string(head)
	switch {
	case strings.HasPrefix(text, bomUTF8):
		return nil, nil
	case strings.HasPrefix(text, bomBig), strings.HasPrefix(text, "\x00<"):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case strings.HasPrefix(text, bomSmall), strings.HasPrefix(text, "<\x00"):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	}
	name := strings.ToLower(declared(text))
	if name == "" || strings.HasPrefix(name, "utf") || name == "us-ascii" {
		return nil, nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, brokenf("its encoding %q is unknown", name)
	}
	return enc, nil
}

// declared returns the encoding that a document's first line names, "" when it names none.
func declared(text string) string {
	line, _, ok := strings.Cut(text, "?>")
	if !ok || !strings.HasPrefix(line, "<?xml") {
		return ""
	}
	_, value, ok := strings.Cut(line, "encoding=")
	if !ok || len(value) < 2 {
		return ""
	}
	name, _, _ := strings.Cut(value[1:], value[:1])
	return name
}
