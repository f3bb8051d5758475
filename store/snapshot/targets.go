package snapshot

import (
	"cadastre/store/record"
	"cadastre/store/schema"
)

// Nowhere stands for the slot of a record that is not there.
const Nowhere = Slot(-1)

// targets are where the links of a field lead.
type targets struct {
	population *token // of the table that they lead into, when they were looked up
	slots      []Slot
}

// Targets returns, by slot, where the links of a lookup lead in the table that it points into: the slot
// there, Nowhere for a blank. It is looked up once for a snapshot.
func (t *Table) Targets(n schema.FieldNum, into *Table) []Slot {
	m := t.derived.targets.of(n)
	found := m.get(
		func() *targets { return t.newTargets(n, into) },
		func(base *targets, touched []Slot) *targets { return t.patchTargets(n, into, base, touched) })
	if found.population != into.population {
		found = t.newTargets(n, into)
		m.made.Store(&found)
	}
	return found.slots
}

func (t *Table) newTargets(n schema.FieldNum, into *Table) *targets {
	found, column := &targets{into.population, make([]Slot, t.slots)}, t.Column(n)
	inParts(several, t.slots, func(from, to int) {
		for s := from; s < to; s++ {
			found.slots[s] = into.where(column.Link(Slot(s)))
		}
	})
	return found
}

func (t *Table) patchTargets(n schema.FieldNum, into *Table, base *targets, touched []Slot) *targets {
	if base.population != into.population {
		return t.newTargets(n, into)
	}
	next, column := &targets{into.population, make([]Slot, t.slots)}, t.Column(n)
	copy(next.slots, base.slots)
	for _, s := range touched {
		next.slots[s] = into.where(column.Link(s))
	}
	return next
}

// where returns the slot of a record, or Nowhere.
func (t *Table) where(id record.ID) Slot {
	if id == record.NoID {
		return Nowhere
	}
	if s, ok := t.Slot(id); ok {
		return s
	}
	return Nowhere
}
