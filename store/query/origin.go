package query

import (
	"strconv"

	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// cameFrom holds for records with a value that one of some change sets gave.
func (c *compiler) cameFrom(t *snapshot.Table, field schema.FieldNum, cond schema.Condition) (filter, error) {
	if c.from == nil || len(cond.Values) == 0 {
		return nil, fault.New(fault.Invalid, "Where values came from cannot be asked here.")
	}
	found := snapshot.NewBits(t.Slots())
	for _, value := range cond.Values {
		seq, err := strconv.ParseUint(value, 10, 64)
		if err != nil {
			return nil, fault.New(fault.Invalid, "“%s” is not the number of a change.", value)
		}
		from, err := c.from(c.snap, t.Schema.Num, field, seq)
		if err != nil {
			return nil, err
		}
		found.Or(from)
	}
	return func(in snapshot.Bits) snapshot.Bits {
		in.And(found)
		return in
	}, nil
}
