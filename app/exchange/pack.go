package exchange

import (
	"encoding/binary"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
)

// Rows and values are kept packed: a workbook of 100,000 rows is 2.5 million cells, and what is kept of each
// is what the plan costs in memory.

// blockSize is how much memory for packed texts is taken at once.
const blockSize = 256 << 10

// texts keeps many texts in a few blocks. A block goes when none of its texts is used any more.
type texts struct{ block strings.Builder }

// room returns where the next n bytes begin.
func (t *texts) room(n int) int {
	if t.block.Cap()-t.block.Len() < n {
		t.block.Reset()
		t.block.Grow(max(blockSize, n))
	}
	return t.block.Len()
}

func (t *texts) keep(b []byte) string {
	start := t.room(len(b))
	t.block.Write(b)
	return t.block.String()[start:]
}

func (t *texts) keepText(s string) string {
	start := t.room(len(s))
	t.block.WriteString(s)
	return t.block.String()[start:]
}

// keepValue is a value that holds on to no other text.
func (t *texts) keepValue(v record.Value) record.Value {
	if v.Class() != record.String {
		return v
	}
	return record.OfString(t.keepText(v.Str()))
}

// packed are the filled cells of a row: for each the columns since the last, its kind and its value.
type packed string

// A packed cell begins with a number whose lowest bits are its kind, and whether it has a reference.
const (
	kindBits = 0x07
	refBit   = 0x08
	stepBits = 4
)

// pack appends the packed form of cells to b.
func pack(b []byte, cells []workbook.Cell) []byte {
	next := 0
	for i := range cells {
		c := &cells[i]
		head := uint64(c.Column-next)<<stepBits | uint64(c.Kind)
		next = c.Column + 1
		if c.Ref == "" && c.RefTable == "" {
			b = appendText(binary.AppendUvarint(b, head), c.Value)
			continue
		}
		b = appendText(binary.AppendUvarint(b, head|refBit), c.Value)
		b = appendText(appendText(b, c.Ref), c.RefTable)
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// next takes the first cell off a row that is not at its end; the cell's column counts from column.
func (p *packed) next(column int, c *workbook.Cell) { p.cell(p.number(), column, c) }

// cell takes the rest of a cell that begins with head.
func (p *packed) cell(head, column int, c *workbook.Cell) {
	*c = workbook.Cell{Column: column + head>>stepBits, Kind: workbook.CellKind(head & kindBits), Value: p.text()}
	if head&refBit != 0 {
		c.Ref, c.RefTable = p.text(), p.text()
	}
}

// skip passes the rest of a cell that begins with head.
func (p *packed) skip(head int) {
	p.text()
	if head&refBit != 0 {
		p.text()
		p.text()
	}
}

func (p *packed) number() int {
	s := *p
	n, shift := 0, 0
	for i := 0; ; i++ {
		n |= int(s[i]&0x7f) << shift
		if s[i] < 0x80 {
			*p = s[i+1:]
			return n
		}
		shift += 7
	}
}

func (p *packed) text() string {
	n := p.number()
	s := (*p)[:n]
	*p = (*p)[n:]
	return string(s)
}

// unpack appends the cells of a row to cells.
func (p packed) unpack(cells []workbook.Cell) []workbook.Cell {
	for column := 0; p != ""; {
		cells = append(cells, workbook.Cell{})
		c := &cells[len(cells)-1]
		p.next(column, c)
		column = c.Column + 1
	}
	return cells
}

// find reads the cell at a position; false when it is empty.
func (p packed) find(position int, c *workbook.Cell) bool {
	for column := 0; p != "" && column <= position; column++ {
		head := p.number()
		if column += head >> stepBits; column == position {
			p.cell(head, column-head>>stepBits, c)
			return true
		}
		p.skip(head)
	}
	return false
}

// packedFields are values of fields, one after the other in no order.
type packedFields string

func packFields(b []byte, fields []record.FieldValue) []byte {
	for i := range fields {
		b = record.AppendField(b, &fields[i])
	}
	return b
}

// unpack appends the values to fields; their texts share the memory of p.
func (p packedFields) unpack(fields []record.FieldValue) []record.FieldValue {
	for d := record.NewDecoder(string(p)); !d.Empty(); {
		fields = append(fields, d.Field())
	}
	return fields
}
