package query

import (
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// below are a record and all that lie below it in the hierarchy of its table. Every record is climbed from
// once, however deep the hierarchy is.
func below(t *snapshot.Table, top record.ID) snapshot.Bits {
	found := snapshot.NewBits(t.Slots())
	slot, ok := t.Slot(top)
	if !ok {
		return found
	}
	found.Add(slot)
	if parent := t.Schema.ParentField(); parent != nil {
		c := climb{t, t.Column(parent.Num), found, snapshot.NewBits(t.Slots())}
		t.EachLink(parent.Num, func(s snapshot.Slot, _ record.ID) { c.from(s) })
	}
	return found
}

type climb struct {
	table *snapshot.Table
	up    *snapshot.Column
	found snapshot.Bits
	seen  snapshot.Bits
}

// from finds out about a record and all on its way up.
func (c *climb) from(s snapshot.Slot) {
	var most [32]snapshot.Slot
	way, ok := most[:0], true
	for ok && !c.found.Has(s) && !c.seen.Has(s) {
		c.seen.Add(s)
		way = append(way, s)
		s, ok = c.table.Slot(c.up.Link(s))
	}
	if !ok || !c.found.Has(s) {
		return
	}
	for _, passed := range way {
		c.found.Add(passed)
	}
}

// underFilter holds for records whose lookup points to a record or to one below it in its hierarchy.
func (c *compiler) underFilter(t *snapshot.Table, f *schema.Field, cond schema.Condition) (filter, error) {
	if f.Kind != schema.Lookup || len(cond.Values) != 1 {
		return nil, badValues(f, cond)
	}
	top, err := record.ParseID(cond.Values[0])
	if err != nil {
		return nil, err
	}
	target := c.target(f)
	return linked(t.Column(f.Num), target, below(target, top)), nil
}

// overFilter holds for a record and for all that one comes to by following a lookup from it.
func overFilter(t *snapshot.Table, f *schema.Field, cond schema.Condition) (filter, error) {
	if f.Kind != schema.Lookup || f.Target != t.Schema.Key || len(cond.Values) != 1 {
		return nil, badValues(f, cond)
	}
	from, err := record.ParseID(cond.Values[0])
	if err != nil {
		return nil, err
	}
	way := snapshot.NewBits(t.Slots())
	for slot, ok := t.Slot(from); ok && !way.Has(slot); slot, ok = t.Slot(t.Column(f.Num).Link(slot)) {
		way.Add(slot)
	}
	return each(way.Has), nil
}
