package query

import (
	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// related tests for active records of another table that link here: whether there are any, or whether
// one of them meets a condition. Those records are gone through once, not for each record here.
func (c *compiler) related(t *snapshot.Table, cond schema.Condition) (test, error) {
	link, rest := c.snap.Model.Related(t.Schema, cond.Field)
	if link.Field == nil {
		return nil, fault.New(fault.Invalid, "Nothing links to %s by “%s”.", t.Schema.Plural, cond.Field)
	}
	from := c.snap.Table(link.Table.Num)
	if rest != "" {
		holds, err := c.condition(from, schema.Condition{Field: rest, Op: cond.Op, Values: cond.Values})
		if err != nil {
			return nil, err
		}
		return linkedFrom(t, from, link.Field, holds), nil
	}
	switch some := linkedFrom(t, from, link.Field, always); cond.Op {
	case schema.IsNotNull:
		return some, nil
	case schema.IsNull:
		return not(some), nil
	}
	return nil, badValues(link.Field, cond)
}

// linkedFrom holds for records that an active record which holds links to.
func linkedFrom(t, from *snapshot.Table, f *schema.Field, holds test) test {
	linked := make([]bool, t.Slots())
	links, states := from.Column(f.Num), from.Column(schema.State)
	for i := range from.Slots() {
		s := snapshot.Slot(i)
		if state, filled := states.Int(s); !from.Live(s) || filled && state != schema.StateActive || !holds(s) {
			continue
		}
		if slot, ok := t.Slot(links.Link(s)); ok {
			linked[slot] = true
		}
	}
	return func(s snapshot.Slot) bool { return linked[s] }
}
