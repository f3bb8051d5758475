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
	for _, c := range changes {
		out = out.Set(c)
	}
	return out
}

// Set gives one field of v a value and returns v, which must be the caller's own; a blank value clears the field.
func (v Values) Set(c FieldValue) Values {
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
