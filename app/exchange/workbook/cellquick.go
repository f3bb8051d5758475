package workbook

import "bytes"

// The ends of a cell in the form in which nearly all programs write it.
var (
	valueStart, valueEnd   = []byte("<v>"), []byte("</v></c>")
	inlineStart, inlineEnd = []byte("<is><t>"), []byte("</t></is></c>")
	inlineKeep             = []byte(`<is><t xml:space="preserve">`)
)

// quickCell reads the cell at the scanner's place if it stands there whole and
// in its most frequent form, such as
//
//	<c r="B12" s="3" t="s"><v>7</v></c>
//
// or empty, which takes half the time of reading it tag by tag. It returns
// false, having done nothing, for everything else.
func (r *sheetReader) quickCell() (bool, error) {
	b := r.buf[r.pos:r.end]
	if r.empty || len(b) < len("<c") || b[0] != '<' || b[1] != 'c' {
		return false, nil
	}
	h, ref, i := quickHead(b)
	switch {
	case i == 0:
		return false, nil
	case b[i-2] == '/':
		r.pos += i
		return true, r.place(ref)
	}
	text, n := quickContent(b[i:], h.kind)
	if n == 0 || len(text) > r.book.limits.CellBytes {
		return false, nil
	}
	r.pos += i + n
	return true, r.takeQuick(h, ref, text)
}

// quickHead reads the start tag at the start of b and returns its length, 0
// when it is in another form.
func quickHead(b []byte) (h cellHead, ref []byte, n int) {
	i := len("<c")
	for i+4 < len(b) && b[i] == ' ' && b[i+2] == '=' && b[i+3] == '"' {
		length := bytes.IndexByte(b[i+4:], '"')
		if length < 0 {
			return h, nil, 0
		}
		switch value := b[i+4 : i+4+length]; b[i+1] {
		case 'r':
			ref = value
		case 's':
			h.style = number(value)
		case 't':
			h.kind = cellTypeOf(value)
		default:
			return h, nil, 0
		}
		i += length + len(` r=""`)
	}
	switch end := b[i:]; {
	case len(ref) == 0 || bytes.IndexByte(b[1:i], '<') >= 0:
	case hasPrefix(end, ">"):
		return h, ref, i + len(">")
	case hasPrefix(end, "/>"):
		return h, ref, i + len("/>")
	}
	return h, nil, 0
}

// quickContent returns the text of the cell whose content stands at the start
// of b, and the length of all of it; 0 when it is in another form.
func quickContent(b []byte, kind cellType) (text []byte, n int) {
	start, end := valueStart, valueEnd
	if kind == typeInline {
		start, end = inlineStart, inlineEnd
		if bytes.HasPrefix(b, inlineKeep) {
			start = inlineKeep
		}
	}
	if !bytes.HasPrefix(b, start) {
		return nil, 0
	}
	text = b[len(start):]
	i := bytes.IndexByte(text, '<')
	if i < 0 || !bytes.HasPrefix(text[i:], end) {
		return nil, 0
	}
	return text[:i], len(start) + i + len(end)
}

// takeQuick keeps the cell.
func (r *sheetReader) takeQuick(h cellHead, ref, text []byte) error {
	if err := r.place(ref); err != nil {
		return err
	}
	start := len(r.values)
	var err error
	if r.values, err = appendText(r.values, text); err != nil || len(r.values) == start {
		return r.inCell(err)
	}
	if h.kind == typeInline {
		return r.inCell(r.keepText(Text, start))
	}
	return r.inCell(r.put(h, start))
}
