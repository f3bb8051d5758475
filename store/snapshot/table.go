package snapshot

import (
	"maps"
	"slices"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Slot is the place of a record in the columns of one snapshot's table. It stays the same
// from snapshot to snapshot while the record exists.
type Slot int32

// A Table is the records of one table by columns. It is immutable.
type Table struct {
	Schema  *schema.Table
	ids     vector[record.ID]
	version vector[uint64]
	seq     vector[uint64]
	columns []*Column // ordered by number
	index   index
	slots   int // including free ones
	free    []Slot
	derived *derived
}

func newTable(t *schema.Table) *Table {
	out := &Table{Schema: t, derived: newDerived()}
	for _, f := range t.Fields {
		out.columns = append(out.columns, newColumn(f.Num, record.BehaviourOf(f.Kind).Class))
	}
	slices.SortFunc(out.columns, func(a, b *Column) int { return int(a.num) - int(b.num) })
	return out
}

// Len is the number of records.
func (t *Table) Len() int { return t.slots - len(t.free) }

// Slots is one more than the largest slot; slots below it may be free.
func (t *Table) Slots() int { return t.slots }

// All returns the slots that hold records.
func (t *Table) All() Bits {
	all := NewBits(t.slots)
	for i := range all {
		all[i] = ^uint64(0)
	}
	if last := t.slots % 64; last != 0 {
		all[len(all)-1] = 1<<last - 1
	}
	for _, s := range t.free {
		all.Remove(s)
	}
	return all
}

// Live is true when a slot holds a record.
func (t *Table) Live(s Slot) bool { return t.ids.at(int(s)) != record.NoID }

// Slot returns the slot of a record.
func (t *Table) Slot(id record.ID) (Slot, bool) { return t.index.find(id, &t.ids) }

// ID returns the id of the record in a slot, NoID for a free one.
func (t *Table) ID(s Slot) record.ID { return t.ids.at(int(s)) }

// Version returns the version of the record in a slot.
func (t *Table) Version(s Slot) uint64 { return t.version.at(int(s)) }

// Name returns what the record in a slot is called.
func (t *Table) Name(s Slot) string {
	return t.Column(t.Schema.PrimaryField().Num).Text(s)
}

// Value returns one field of the record in a slot.
func (t *Table) Value(s Slot, n schema.FieldNum) record.Value {
	if c := t.Column(n); c != nil {
		return c.Value(s)
	}
	return record.Value{}
}

// Record returns the record in a slot that is not free.
func (t *Table) Record(s Slot) *record.Record {
	var most [96]record.FieldValue
	values := most[:0]
	for _, c := range t.columns {
		if v := c.Value(s); !v.IsBlank() {
			values = append(values, record.FieldValue{Num: c.num, Value: v})
		}
	}
	return &record.Record{ID: t.ID(s), Version: t.Version(s), Seq: t.seq.at(int(s)), Values: slices.Clone(values)}
}

// Column returns one field of all records, nil for a field that no record has.
func (t *Table) Column(n schema.FieldNum) *Column {
	i, ok := slices.BinarySearchFunc(t.columns, n, func(c *Column, n schema.FieldNum) int { return int(c.num) - int(n) })
	if !ok {
		return nil
	}
	return t.columns[i]
}

// EachLink calls found for every filled cell of a lookup.
func (t *Table) EachLink(n schema.FieldNum, found func(Slot, record.ID)) {
	links := &t.Column(n).links
	for c := range links.chunks {
		cells := links.cells(c)
		if cells == nil {
			continue
		}
		for i, id := range cells {
			if id != record.NoID {
				found(Slot(c*chunkSize+i), id)
			}
		}
	}
}

// An editor makes the next version of a table. Until it begins it is the table itself.
type editor struct {
	*Table
	token   *token
	touched map[Slot]bool
}

func (e *editor) begin() {
	if e.token != nil {
		return
	}
	old := e.Table
	e.token, e.touched = new(token), map[Slot]bool{}
	e.Table = &Table{Schema: old.Schema, ids: old.ids.fork(), version: old.version.fork(), seq: old.seq.fork(),
		columns: slices.Clone(old.columns), index: old.index, slots: old.slots, free: slices.Clone(old.free), derived: old.derived}
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
	e.touch(slot)
	return slot
}

func (e *editor) remove(s Slot) {
	e.index.remove(e.ID(s), &e.ids, e.token)
	for _, c := range e.columns {
		e.put(s, c.num, record.Value{})
	}
	e.ids.set(int(s), record.NoID, e.token)
	e.free = append(e.free, s)
}

func (e *editor) put(s Slot, n schema.FieldNum, v record.Value) {
	i, ok := slices.BinarySearchFunc(e.columns, n, func(c *Column, n schema.FieldNum) int { return int(c.num) - int(n) })
	if !ok {
		e.columns = slices.Insert(e.columns, i, newColumn(n, record.Blank))
	}
	if e.columns[i].token != e.token {
		e.columns[i] = e.columns[i].fork(e.token)
	}
	e.columns[i].set(int(s), v)
	e.touch(s)
}

func (e *editor) touch(s Slot) {
	if len(e.touched) <= patchMost {
		e.touched[s] = true
	}
}

// finish ends the edit: from now on the table is shared.
func (e *editor) finish(bulk bool) *Table {
	if e.token == nil {
		return e.Table
	}
	e.token = nil
	if bulk || len(e.touched) > patchMost {
		e.Table.derived = e.derived.afterMuch()
	} else {
		e.Table.derived = e.derived.after(slices.Sorted(maps.Keys(e.touched)))
	}
	return e.Table
}
