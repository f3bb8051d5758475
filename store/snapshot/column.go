package snapshot

import (
	"math"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// BlankInt stands for a blank in columns of integers; no kind of field takes it.
const BlankInt = math.MinInt64

// A Column is one field of all records of a table. Only the vector of its class is used;
// columns of fields that the model does not know hold whole values.
type Column struct {
	num    schema.FieldNum
	class  record.Class
	token  *token // the edit that may write to it
	texts  texts
	ints   ints
	floats vector[uint64]
	links  vector[record.ID]
	others vector[record.Value]
	// touched are slots that the edit has written to.
	touched []Slot
}

func newColumn(n schema.FieldNum, class record.Class) *Column {
	return &Column{num: n, class: class, ints: ints{blank: BlankInt}, floats: vector[uint64]{blank: math.Float64bits(math.NaN())}}
}

// Value returns the value in a slot, blank for a free one.
func (c *Column) Value(s Slot) record.Value {
	i := int(s)
	switch c.class {
	case record.String:
		return record.OfString(c.texts.at(i))
	case record.Int:
		if n := c.ints.at(i); n != BlankInt {
			return record.OfInt(n)
		}
		return record.Value{}
	case record.Float:
		return record.OfFloat(math.Float64frombits(c.floats.at(i)))
	case record.Link:
		return record.OfID(c.links.at(i))
	}
	return c.others.at(i)
}

// Text returns the text in a slot of a column of texts, "" for a blank.
func (c *Column) Text(s Slot) string { return c.texts.at(int(s)) }

// Int returns the integer in a slot of a column of integers, false for a blank.
func (c *Column) Int(s Slot) (int64, bool) {
	n := c.ints.at(int(s))
	return n, n != BlankInt
}

// Ints reads 64 cells of a column of integers: those that a word of a table's Bits is about.
func (c *Column) Ints(word int, cells *[64]int64) {
	const words = chunkSize / 64
	chunk := c.ints.chunk(word / words)
	for i := range cells {
		cells[i] = chunk.at(word%words*64+i, BlankInt)
	}
}

// IntsOf reads the cells of a column of integers in some slots, as their bits.
func (c *Column) IntsOf(slots []Slot, out []uint64) {
	for i, s := range slots {
		out[i] = uint64(c.ints.at(int(s)))
	}
}

// Link returns the id in a slot of a column of links, NoID for a blank.
func (c *Column) Link(s Slot) record.ID { return c.links.at(int(s)) }

// set writes a value; one of another class than the column's is taken as blank.
func (c *Column) set(i int, v record.Value) {
	if c.class != record.Blank && v.Class() != c.class {
		v = record.Value{}
	}
	switch c.class {
	case record.String:
		c.texts.set(i, v.Str(), c.token)
	case record.Int:
		n := int64(BlankInt)
		if !v.IsBlank() {
			n = v.Int()
		}
		c.ints.set(i, n, c.token)
	case record.Float:
		f := math.NaN()
		if !v.IsBlank() {
			f = v.Float()
		}
		c.floats.set(i, math.Float64bits(f), c.token)
	case record.Link:
		c.links.set(i, v.ID(), c.token)
	default:
		c.others.set(i, v, c.token)
	}
}

func (c *Column) fork(edit *token) *Column {
	return &Column{num: c.num, class: c.class, token: edit, texts: c.texts.fork(), ints: c.ints.fork(),
		floats: c.floats.fork(), links: c.links.fork(), others: c.others.fork()}
}
