package record

import "math"

// A Class is how a value is stored.
type Class uint8

// The classes. Numbers are stored in catalogue files.
const (
	Blank  Class = 0
	String Class = 1
	Int    Class = 2
	Float  Class = 3
	Link   Class = 4
)

// A Value is what one field of one record holds. The zero Value is blank.
// Two values are equal when == says so.
type Value struct {
	text  string
	bits  uint64
	class Class
}

// OfString returns a text, blank when s is empty.
func OfString(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{text: s, class: String}
}

// OfInt returns an integer.
func OfInt(n int64) Value { return Value{bits: uint64(n), class: Int} }

// OfFloat returns a number; not-a-number and infinities are blank, and -0 is 0.
func OfFloat(f float64) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Value{}
	}
	return Value{bits: math.Float64bits(f + 0), class: Float}
}

// OfID returns a link, blank for NoID.
func OfID(id ID) Value {
	if id == NoID {
		return Value{}
	}
	return Value{text: string(id[:]), class: Link}
}

// Class returns how the value is stored.
func (v Value) Class() Class { return v.class }

// IsBlank is true when there is no value.
func (v Value) IsBlank() bool { return v.class == Blank }

// Str returns the text of a String, "" for others.
func (v Value) Str() string {
	if v.class != String {
		return ""
	}
	return v.text
}

// Int returns the number of an Int, 0 for others.
func (v Value) Int() int64 {
	if v.class != Int {
		return 0
	}
	return int64(v.bits)
}

// Float returns the number of a Float, 0 for others.
func (v Value) Float() float64 {
	if v.class != Float {
		return 0
	}
	return math.Float64frombits(v.bits)
}

// ID returns the id of a Link, NoID for others.
func (v Value) ID() ID {
	var id ID
	if v.class == Link {
		copy(id[:], v.text[:len(id)])
	}
	return id
}
