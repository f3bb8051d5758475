package workbook

import (
	"bytes"
	"errors"
	"slices"
	"strconv"

	"cadastre/store/fault"
)

// A cellHead is what the start tag of a cell says.
type cellHead struct {
	kind  cellType
	style int
}

// A cellType is the type of a cell in the file.
type cellType uint8

const (
	typeNumber cellType = iota
	typeShared
	typeText // of a formula
	typeInline
	typeBool
	typeError
	typeISO
)

// cellTypeOf reads the name of a type; an unknown one is taken as text.
func cellTypeOf(name []byte) cellType {
	switch string(name) {
	case "n", "":
		return typeNumber
	case "s":
		return typeShared
	case "b":
		return typeBool
	case "e":
		return typeError
	case "d":
		return typeISO
	case "inlineStr":
		return typeInline
	}
	return typeText
}

// cell reads one cell.
func (r *sheetReader) cell() error {
	head, err := r.cellHead()
	if err != nil {
		return err
	}
	start := len(r.values)
	most := r.book.limits.CellBytes
	formula, valued := false, false
	for depth := len(r.marks); len(r.marks) >= depth; {
		tok, err := r.next()
		if err != nil || tok == ended {
			return err
		}
		if tok != opened {
			continue
		}
		switch string(r.local) {
		case "v":
			valued = true
			if head.kind == typeInline { // where some programs write the text
				head.kind = typeText
			}
			r.values, err = r.text(r.values[:start], most)
		case "is":
			valued, head.kind = true, typeInline
			r.values, err = r.richText(r.values[:start], most)
		default:
			formula = formula || string(r.local) == "f"
			err = r.skip()
		}
		if err != nil {
			return r.inCell(err)
		}
	}
	// A formula that gives an empty text says so; an empty number was never computed.
	if formula && (!valued || len(r.values) == start && head.kind != typeText) {
		r.uncalculated.add(cellName(r.column, r.number))
	}
	if len(r.values) == start {
		return nil
	}
	return r.inCell(r.put(head, start))
}

// inCell says in which cell something is broken.
func (r *sheetReader) inCell(err error) error {
	if err == nil {
		return nil
	}
	var why broken
	if errors.As(err, &why) && why != errCut {
		return brokenf("in cell %s %s", cellName(r.column, r.number), why)
	}
	return err
}

// cellHead reads the start tag: where the cell is, and of what type and style.
func (r *sheetReader) cellHead() (h cellHead, err error) {
	var ref []byte
	for _, a := range r.attrs {
		if len(a.name) != 1 {
			continue
		}
		switch a.name[0] {
		case 'r':
			ref = a.value
		case 's':
			h.style = number(a.value)
		case 't':
			h.kind = cellTypeOf(a.value)
		}
	}
	return h, r.place(ref)
}

// place takes the cell's column, or the one after the last when it states none.
func (r *sheetReader) place(ref []byte) error {
	r.column++
	if len(ref) > 0 {
		column, row, ok := parseRef(ref)
		if !ok {
			return brokenf("in row %d a cell has the name %q", r.number, ref)
		}
		r.column = column
		if row != r.number {
			if err := r.rowOf(row); err != nil {
				return err
			}
		}
	}
	if r.column >= r.book.limits.Columns {
		return fault.New(fault.TooLarge, "The sheet %q of %q has a cell %s; at most %s columns can be read. Remove what stands so far to the right.",
			r.sheet, r.book.name, cellName(r.column, r.number), thousands(r.book.limits.Columns))
	}
	return nil
}

// rowOf takes the row that a cell names: a row without a number takes it for
// its own, any other keeps its number and the cell.
func (r *sheetReader) rowOf(row int) error {
	if !r.stated && len(r.cells) == r.first && row > r.number {
		r.number, r.stated = row, true
		return r.checkRow()
	}
	r.misplaced.add(cellName(r.column, row))
	return nil
}

// put keeps the cell whose content stands at r.values[start:].
func (r *sheetReader) put(h cellHead, start int) error {
	raw := r.values[start:]
	switch h.kind {
	case typeShared:
		return r.putShared(start)
	case typeInline: // checked where it was read
		return r.keep(Text, start)
	case typeNumber:
		return r.putNumber(bytes.TrimSpace(raw), h.style, start)
	case typeBool:
		if value := boolName(raw); value != "" {
			r.values = append(r.values[:start], value...)
			return r.keep(Bool, start)
		}
	case typeError:
		return r.keepText(Error, start)
	case typeISO:
		text := string(bytes.TrimSpace(raw))
		if iso, ok := appendISO(r.values[:start], text); ok {
			r.values = iso
			return r.keep(Date, start)
		}
	}
	return r.keepText(Text, start)
}

// boolName reads a truth value, "" for anything else.
func boolName(raw []byte) string {
	switch string(bytes.TrimSpace(raw)) {
	case "1", "true", "TRUE":
		return "TRUE"
	case "0", "false", "FALSE":
		return "FALSE"
	}
	return ""
}

// putShared keeps a cell that refers to a shared text.
func (r *sheetReader) putShared(start int) error {
	index := bytes.TrimSpace(r.values[start:])
	r.values = r.values[:start]
	if len(index) == 0 {
		return nil
	}
	n, err := strconv.Atoi(string(index))
	if err != nil {
		return brokenf("the reference %q to a shared text is no number", index)
	}
	return r.add(pending{column: r.column, kind: Text, shared: true, from: n})
}

// putNumber keeps a number, or the date that its format shows.
func (r *sheetReader) putNumber(raw []byte, style, start int) error {
	if len(raw) == 0 {
		r.values = r.values[:start]
		return nil
	}
	if shows := r.book.styles.shows(style); shows != 0 {
		if serial, ok := parseNumber(raw); ok {
			dated, kind := appendSerial(r.values[:start], serial, shows, r.book.date1904)
			if kind != Number {
				r.values = dated
				return r.keep(kind, start)
			}
		}
	}
	end := len(r.values)
	out, ok := appendNumber(r.values, raw)
	if !ok {
		return r.keepText(Text, start)
	}
	r.values = slices.Delete(out, start, end)
	return r.keep(Number, start)
}

// keepText keeps a cell whose content must be text.
func (r *sheetReader) keepText(kind CellKind, start int) error {
	if err := checkText(r.values[start:]); err != nil {
		return err
	}
	r.values = unescape(r.values, start)
	return r.keep(kind, start)
}

// keep keeps a cell whose value stands at r.values[start:].
func (r *sheetReader) keep(kind CellKind, start int) error {
	return r.add(pending{column: r.column, kind: kind, from: start, to: len(r.values)})
}

// add keeps a cell, and bounds what one row may take.
func (r *sheetReader) add(p pending) error {
	if len(r.cells)-r.first >= r.book.limits.Columns {
		return broken("the row has more cells than there are columns")
	}
	if len(r.values)-r.firstValue > r.book.limits.RowBytes {
		return fault.New(fault.TooLarge, "Row %s of the sheet %q of %q holds more than %s MB of text. Shorten its texts.",
			thousands(r.number), r.sheet, r.book.name, thousands(r.book.limits.RowBytes>>20))
	}
	r.cells = append(r.cells, p)
	return nil
}
