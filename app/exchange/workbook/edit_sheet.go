package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// A sheetEditor copies the part of a sheet and changes cells on the way.
type sheetEditor struct {
	edit     *Edit
	src      []byte
	date1904 bool
	out      []byte
	// copied is how much of src is in out.
	copied int
	// prefix is what stands before the names of elements: "x:", or nothing.
	prefix string
	// styles are the formats of the columns, as the first row that has one shows them.
	styles map[int]string
	// last is the number of the last row.
	last int
	// row is the one being copied, columns are those that still change in it, and done counts the cells changed.
	row     int
	columns []int
	done    int
	// untouched are the names of cells that compute their content.
	untouched []string
}

// run returns the changed part.
func (e *sheetEditor) run() ([]byte, error) {
	if err := e.walk(sheetVisitor{cell: e.learn}); err != nil {
		return nil, err
	}
	if err := e.walk(sheetVisitor{cell: e.visit, rowEnd: e.endRow, end: e.add}); err != nil {
		return nil, err
	}
	for _, cells := range e.edit.Cells {
		e.done -= len(cells)
	}
	if e.done != 0 {
		return nil, broken("rows are gone that it had a moment ago")
	}
	e.copyTo(len(e.src))
	return e.extended(e.out), nil
}

// begin finds what changes in a row.
func (e *sheetEditor) begin(row int) {
	if e.row != row {
		e.row, e.columns = row, slices.Sorted(maps.Keys(e.edit.Cells[row]))
	}
}

// visit changes a cell, after those before it that the row does not have yet.
func (e *sheetEditor) visit(c sheetCell) {
	e.begin(c.row)
	e.insert(c.column, c.from)
	if len(e.columns) > 0 && e.columns[0] == c.column {
		e.columns, e.done = e.columns[1:], e.done+1
		e.replace(c)
	}
}

func (e *sheetEditor) endRow(row, at int) {
	e.begin(row)
	e.insert(maxColumns, at)
}

// insert writes the cells before a column that the row does not have.
func (e *sheetEditor) insert(before, at int) {
	for len(e.columns) > 0 && e.columns[0] < before {
		column := e.columns[0]
		e.copyTo(at)
		e.cell(e.row, column, e.styles[column], e.edit.Cells[e.row][column])
		e.columns, e.done = e.columns[1:], e.done+1
	}
}

// learn remembers how a column's cells look.
func (e *sheetEditor) learn(c sheetCell) {
	if c.row > e.edit.HeaderRow && e.styles[c.column] == "" {
		e.styles[c.column] = c.style
	}
}

// replace writes a cell anew, unless it computes its content.
func (e *sheetEditor) replace(c sheetCell) {
	if c.formula {
		e.untouched = append(e.untouched, cellName(c.column, c.row))
		return
	}
	e.copyTo(c.from)
	e.cell(c.row, c.column, c.style, e.edit.Cells[c.row][c.column])
	e.copied = c.to
}

// add writes the rows that are added, at the end of the others.
func (e *sheetEditor) add(at int) {
	if len(e.edit.Added) > 0 {
		e.copyTo(at)
	}
	for i, row := range e.edit.Added {
		number := e.last + 1 + i
		e.out = fmt.Appendf(e.out, `<%srow r="%d">`, e.prefix, number)
		for _, column := range slices.Sorted(maps.Keys(row)) {
			e.cell(number, column, e.styles[column], row[column])
		}
		e.out = fmt.Appendf(e.out, `</%srow>`, e.prefix)
	}
}

func (e *sheetEditor) copyTo(at int) {
	e.out = append(e.out, e.src[e.copied:at]...)
	e.copied = at
}

// days1904 is how far apart the two ways of counting days are.
const days1904 = 1462

// cell writes a cell.
func (e *sheetEditor) cell(row, column int, style string, v Value) {
	e.out = fmt.Appendf(e.out, `<%sc r="%s"`, e.prefix, cellName(column, row))
	if style != "" {
		e.out = fmt.Appendf(e.out, ` s="%s"`, attribute(style))
	}
	number, isNumber := v.number, v.kind == numberValue
	if v.kind == dateValue || v.kind == dateTimeValue {
		if number, isNumber = v.serial(); !isNumber {
			v = TextValue(v.iso())
		} else if e.date1904 {
			number -= days1904
		}
	}
	switch {
	case v.kind == nothing:
		e.out = append(e.out, `/>`...)
		return
	case isNumber:
		e.out = fmt.Appendf(e.out, `><%sv>%s</%sv>`, e.prefix, strconv.FormatFloat(number, 'g', -1, 64), e.prefix)
	default:
		e.out = fmt.Appendf(e.out, ` t="inlineStr"><%sis><%st xml:space="preserve">`, e.prefix, e.prefix)
		e.out = fmt.Appendf(appendEscaped(e.out, v.text), `</%st></%sis>`, e.prefix, e.prefix)
	}
	e.out = fmt.Appendf(e.out, `</%sc>`, e.prefix)
}

// A sheetCell is a cell and where it stands in the part.
type sheetCell struct {
	row, column int
	style       string
	formula     bool
	from, to    int
}

// A sheetVisitor is told what a sheet holds. Functions that are nil are not called.
type sheetVisitor struct {
	cell func(sheetCell)
	// rowEnd and end are told where a row, and all of them, end.
	rowEnd func(number, at int)
	end    func(at int)
}

// walk visits the cells of the part in order.
func (e *sheetEditor) walk(v sheetVisitor) error {
	d := xml.NewDecoder(bytes.NewReader(e.src))
	row, column := 0, 0
	for inData := false; ; {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		switch t := token.(type) {
		case nil:
			if errors.Is(err, io.EOF) {
				return nil
			}
			return brokenf("it cannot be edited in place: %v", err)
		case xml.StartElement:
			switch name := t.Name.Local; {
			case name == "sheetData":
				inData = true
				if t.Name.Space != "" {
					e.prefix = t.Name.Space + ":"
				}
			case inData && name == "row":
				row, column = position(t, row, func(r string) (int, bool) { n, err := strconv.Atoi(r); return n, err == nil }), -1
				e.last = row
			case inData && name == "c":
				column = position(t, column, func(r string) (int, bool) { c, _, ok := parseRef([]byte(r)); return c, ok })
				c := sheetCell{row: row, column: column, style: attrOf(t, "s"), from: from}
				if c.formula, err = passCell(d); err != nil {
					return brokenf("it cannot be edited in place: %v", err)
				}
				if c.to = int(d.InputOffset()); v.cell != nil {
					v.cell(c)
				}
			}
		case xml.EndElement:
			switch name := t.Name.Local; {
			case inData && name == "row" && v.rowEnd != nil:
				v.rowEnd(row, from)
			case name == "sheetData":
				if inData = false; v.end != nil {
					v.end(from)
				}
			}
		}
	}
}

// position is what an element states as its place, or the place after the last.
func position(t xml.StartElement, last int, read func(string) (int, bool)) int {
	if r := attrOf(t, "r"); r != "" {
		if n, ok := read(r); ok {
			return n
		}
	}
	return last + 1
}

func attrOf(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// passCell reads to the end of a cell and says whether it has a formula.
func passCell(d *xml.Decoder) (formula bool, err error) {
	for depth := 1; depth > 0; {
		token, err := d.RawToken()
		if err != nil {
			return false, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			formula = formula || t.Name.Local == "f"
		case xml.EndElement:
			depth--
		}
	}
	return formula, nil
}
