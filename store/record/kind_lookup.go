package record

import "cadastre/store/schema"

// lookup is the id of a record of the target table. That the record exists is checked in store/change.
var lookup = Behaviour{
	Class: Link,
	Clean: func(_ *schema.Field, v Value) (Value, error) { return v, nil },
	Parse: func(f *schema.Field, s string) (Value, error) {
		id, err := ParseID(s)
		if err != nil {
			return Value{}, invalid(f, "%s takes the id of a record, not %q.", f.Label, s)
		}
		return OfID(id), nil
	},
	Format: func(v Value) string { return v.ID().String() },
}
