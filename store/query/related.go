package query

import (
	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// related tests for active records of another table that link here: whether there are any, or whether
// one of them meets a condition. Those records are gone through once, not for each record here.
func (c *compiler) related(t *snapshot.Table, cond schema.Condition) (filter, error) {
	link, rest := c.snap.Model.Related(t.Schema, cond.Field)
	if link.Field == nil {
		return nil, fault.New(fault.Invalid, "Nothing links to %s by “%s”.", t.Schema.Plural, cond.Field)
	}
	from := c.snap.Table(link.Table.Num)
	if rest != "" {
		keep, err := c.condition(from, schema.Condition{Field: rest, Op: cond.Op, Values: cond.Values})
		if err != nil {
			return nil, err
		}
		return linkedFrom(t, from, link.Field, keep), nil
	}
	switch some := linkedFrom(t, from, link.Field, everything); cond.Op {
	case schema.IsNotNull:
		return some, nil
	case schema.IsNull:
		return not(some), nil
	}
	return nil, badValues(link.Field, cond)
}

// linkedFrom keeps the records that an active record which keep keeps links to.
func linkedFrom(t, from *snapshot.Table, f *schema.Field, keep filter) filter {
	state := from.Column(schema.State)
	active := any([]filter{within(state, schema.StateActive, schema.StateActive), within(state, snapshot.BlankInt, snapshot.BlankInt)})
	linked, links := snapshot.NewBits(t.Slots()), from.Column(f.Num)
	for s := range keep(active(from.All())).All() {
		if slot, ok := t.Slot(links.Link(s)); ok {
			linked.Add(slot)
		}
	}
	return func(in snapshot.Bits) snapshot.Bits {
		in.And(linked)
		return in
	}
}
