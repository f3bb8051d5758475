package snapshot

import (
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
	version ints
	seq     ints
	columns []*Column // ordered by number
	index   index
	slots   int // including free ones
	free    []Slot
	derived *derived
	// population changes with every record that comes or goes.
	population *token
}

func newTable(t *schema.Table, p *patience) *Table {
	out := &Table{Schema: t, derived: newDerived(p)}
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
func (t *Table) Version(s Slot) uint64 { return uint64(t.version.at(int(s))) }

// Seq returns the number of the change set that made the version of the record in a slot.
func (t *Table) Seq(s Slot) uint64 { return uint64(t.seq.at(int(s))) }

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
	return &record.Record{ID: t.ID(s), Version: t.Version(s), Seq: uint64(t.seq.at(int(s))), Values: slices.Clone(values)}
}

// Column returns one field of all records, nil for a field that no record has.
func (t *Table) Column(n schema.FieldNum) *Column {
	if i, ok := t.place(n); ok {
		return t.columns[i]
	}
	return nil
}

// place is where the column of a field is, or belongs. Numbers have few gaps, so that it is where its number
// says or a little before.
func (t *Table) place(n schema.FieldNum) (int, bool) {
	i := min(int(n)-int(t.columns[0].num), len(t.columns)-1)
	for i >= 0 && t.columns[i].num > n {
		i--
	}
	if i >= 0 && t.columns[i].num == n {
		return i, true
	}
	return max(i, -1) + 1, false
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
