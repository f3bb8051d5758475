package workbook

import (
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A textEncoding is one in which csv files come, by the name that a person may know.
type textEncoding string

const (
	inUTF8       textEncoding = "UTF-8"
	inMixed      textEncoding = "UTF-8 with some characters in Windows-1252"
	inUTF16Small textEncoding = "UTF-16, little-endian"
	inUTF16Big   textEncoding = "UTF-16, big-endian"
	inWindows    textEncoding = "Windows-1252 (Western European)"
	inMac        textEncoding = "Mac Roman (old Macintosh)"
)

// decode gives text in UTF-8.
func (e textEncoding) decode(src io.Reader) io.Reader {
	switch e {
	case inMixed:
		return transform.NewReader(src, mixed{})
	case inUTF16Small:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(src)
	case inUTF16Big:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(src)
	case inWindows:
		return charmap.Windows1252.NewDecoder().Reader(src)
	case inMac:
		return charmap.Macintosh.NewDecoder().Reader(src)
	}
	return src
}

// mixed decodes UTF-8 in which some bytes are Windows-1252, as it comes of
// lists from several programs pasted together.
type mixed struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (mixed) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if !atEOF && !utf8.FullRune(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if len(dst)-nDst < utf8.UTFMax {
			return nDst, nSrc, transform.ErrShortDst
		}
		r, n := utf8.DecodeRune(src[nSrc:])
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(src[nSrc])
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}
