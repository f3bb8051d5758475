package snapshot

import (
	"slices"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// An editor makes the next version of a table. Until it begins it is the table itself.
type editor struct {
	*Table
	token *token
	fresh []Slot // into which records were put
}

func (e *editor) begin() {
	if e.token != nil {
		return
	}
	old := e.Table
	e.token = new(token)
	e.Table = &Table{Schema: old.Schema, ids: old.ids.fork(), version: old.version.fork(), seq: old.seq.fork(),
		columns: slices.Clone(old.columns), index: old.index, slots: old.slots, free: slices.Clone(old.free), derived: old.derived, population: old.population}
	e.index.places = old.index.places.fork()
}

func (e *editor) insert(id record.ID) Slot {
	e.begin()
	slot := Slot(e.slots)
	if n := len(e.free); n > 0 {
		slot, e.free = e.free[n-1], e.free[:n-1]
	} else {
		e.slots++
	}
	e.ids.set(int(slot), id, e.token)
	e.index.add(id, slot, &e.ids, e.token)
	e.fresh, e.population = note(e.fresh, slot), e.token
	return slot
}

func (e *editor) remove(s Slot) {
	e.index.remove(e.ID(s), &e.ids, e.token)
	for _, c := range e.columns {
		if !c.Value(s).IsBlank() {
			e.put(s, c.num, record.Value{})
		}
	}
	e.ids.set(int(s), record.NoID, e.token)
	e.free, e.population = append(e.free, s), e.token
}

func (e *editor) put(s Slot, n schema.FieldNum, v record.Value) {
	i, ok := e.place(n)
	if !ok {
		e.columns = slices.Insert(e.columns, i, newColumn(n, record.Blank))
	}
	if e.columns[i].token != e.token {
		e.columns[i] = e.columns[i].fork(e.token)
	}
	e.columns[i].set(int(s), v)
	e.columns[i].touched = note(e.columns[i].touched, s)
}

// finish ends the edit: from now on the table is shared.
func (e *editor) finish() *Table {
	if e.token == nil {
		return e.Table
	}
	t := touched{fresh: e.fresh, fields: map[schema.FieldNum][]Slot{}}
	for _, c := range e.columns {
		if c.token == e.token {
			c.texts.done()
			t.fields[c.num], c.touched = c.touched, nil
		}
	}
	e.token = nil
	e.Table.derived = e.derived.after(e.Table, t)
	return e.Table
}

// touched are the slots that an edit has changed.
type touched struct {
	fresh  []Slot
	fields map[schema.FieldNum][]Slot
}

// of returns the slots in which one of some fields may have changed, in order; more than patchMost stand for any.
func (t touched) of(fields ...schema.FieldNum) []Slot {
	all := slices.Clone(t.fresh)
	for _, n := range fields {
		if len(t.fields[n]) > patchMost {
			return t.fields[n] // of which some are there twice, and others were not noted
		}
		all = append(all, t.fields[n]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// note adds a slot, until there are too many for anything to be patched.
func note(slots []Slot, s Slot) []Slot {
	if len(slots) > patchMost {
		return slots
	}
	return append(slots, s)
}
