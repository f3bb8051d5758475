// Package record is a record and its values: what each kind of field accepts,
// its text and JSON forms, and the codec that catalogue files store. It may
// import store/schema and store/fault.
package record

import (
	"slices"

	"cadastre/store/schema"
)

// A Record is one row of a table at one version. Records are immutable: With makes a new one.
type Record struct {
	ID ID
	// Version is 1 when created and grows by one with each change set that touches the record.
	Version uint64
	// Seq is the number of the change set that made this version.
	Seq    uint64
	Values Values
}

// Active is true unless the record has been deactivated.
func (r *Record) Active() bool { return r.Values.Get(schema.State).Int() == schema.StateActive }

// A FieldValue is one field of a record.
type FieldValue struct {
	Num   schema.FieldNum
	Value Value
}

// Values are the filled fields of a record, ordered by number; blank fields are absent.
type Values []FieldValue

// Get returns a field's value, blank if the field is not filled.
func (v Values) Get(n schema.FieldNum) Value {
	if i, ok := v.find(n); ok {
		return v[i].Value
	}
	return Value{}
}

func (v Values) find(n schema.FieldNum) (int, bool) {
	return slices.BinarySearchFunc(v, n, func(f FieldValue, n schema.FieldNum) int { return int(f.Num) - int(n) })
}

// With returns a copy in which the given fields have the given values; a blank value clears its field.
// The fields given need no order.
func (v Values) With(changes ...FieldValue) Values {
	out := make(Values, len(v), len(v)+len(changes))
	copy(out, v)
	return out.Set(changes...)
}

// Set is With that changes v, which must be the caller's own, and uses its memory where that is enough.
func (v Values) Set(changes ...FieldValue) Values {
	if len(v) == 0 {
		return v.fill(changes)
	}
	if i, ok := v.gap(changes); ok {
		return slices.Insert(v, i, changes...)
	}
	for _, c := range changes {
		v = v.set(c)
	}
	return v
}

// fill is Set where v is empty.
func (v Values) fill(fields []FieldValue) Values {
	var most [64]uint64
	order := most[:0]
	for i, f := range fields {
		order = append(order, uint64(f.Num)<<32|uint64(i))
	}
	slices.Sort(order)
	for n, o := range order {
		again := n+1 < len(order) && order[n+1]>>32 == o>>32
		if f := fields[uint32(o)]; !again && !f.Value.IsBlank() {
			v = append(v, f)
		}
	}
	return v
}

// gap is where all of some fields belong that are in order and filled, if that is one place.
func (v Values) gap(fields []FieldValue) (int, bool) {
	last := schema.FieldNum(0)
	for _, f := range fields {
		if f.Num <= last || f.Value.IsBlank() {
			return 0, false
		}
		last = f.Num
	}
	if len(fields) == 0 {
		return 0, false
	}
	i, there := v.find(fields[0].Num)
	return i, !there && (i == len(v) || v[i].Num > last)
}

func (v Values) set(c FieldValue) Values {
	i, found := v.find(c.Num)
	switch {
	case c.Value.IsBlank() && found:
		return slices.Delete(v, i, i+1)
	case c.Value.IsBlank():
		return v
	case found:
		v[i].Value = c.Value
		return v
	}
	return slices.Insert(v, i, c)
}

// Sorted returns the fields in order of number without blanks; of a field given twice the last counts.
func Sorted(fields []FieldValue) Values { return Values(nil).With(fields...) }
