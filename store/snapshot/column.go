package snapshot

import (
	"math"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// blankInt stands for a blank in columns of integers; no kind of field takes it.
const blankInt = math.MinInt64

// A column holds one field of all records of a table. Only the vector of its class is used;
// columns of fields that the model does not know hold whole values.
type column struct {
	num    schema.FieldNum
	class  record.Class
	token  *token // the edit that may write to it
	texts  vector[string]
	ints   vector[int64]
	floats vector[uint64]
	links  vector[record.ID]
	others vector[record.Value]
}

func newColumn(n schema.FieldNum, class record.Class) *column {
	return &column{num: n, class: class, ints: vector[int64]{blank: blankInt}, floats: vector[uint64]{blank: math.Float64bits(math.NaN())}}
}

func (c *column) at(i int) record.Value {
	switch c.class {
	case record.String:
		return record.OfString(c.texts.at(i))
	case record.Int:
		if n := c.ints.at(i); n != blankInt {
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

// set writes a value; one of another class than the column's is taken as blank.
func (c *column) set(i int, v record.Value) {
	if c.class != record.Blank && v.Class() != c.class {
		v = record.Value{}
	}
	switch c.class {
	case record.String:
		c.texts.set(i, v.Str(), c.token)
	case record.Int:
		n := int64(blankInt)
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

func (c *column) fork(edit *token) *column {
	return &column{num: c.num, class: c.class, token: edit, texts: c.texts.fork(), ints: c.ints.fork(),
		floats: c.floats.fork(), links: c.links.fork(), others: c.others.fork()}
}
