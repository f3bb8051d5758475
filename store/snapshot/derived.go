package snapshot

import (
	"maps"
	"slices"
	"sync"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// patchMost is how many records may have changed for what is derived from a table to be patched;
// beyond it is made anew.
const patchMost = 512

// derived holds what is computed from a table's columns when it is first asked for. The next
// snapshot takes it over and patches it for the records that changed.
type derived struct {
	mu      sync.Mutex
	base    *derived
	touched []Slot
	orders  map[schema.FieldNum]*Order
	folds   map[schema.FieldNum][]string
}

// after returns what the next snapshot starts from.
func (d *derived) after(touched []Slot) *derived {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.base != nil && len(d.orders)+len(d.folds) == 0 && len(d.touched)+len(touched) <= patchMost {
		touched = append(slices.Clone(d.touched), touched...)
		d = d.base
	}
	slices.Sort(touched)
	return &derived{base: d.flat(), touched: slices.Compact(touched)}
}

// flat forgets the base, so that no chain of snapshots is kept alive.
func (d *derived) flat() *derived {
	return &derived{orders: maps.Clone(d.orders), folds: maps.Clone(d.folds)}
}

// An Order is the records of a table sorted by a text field as people sort: by the rules of the
// language-neutral collation, numbers by their size.
type Order struct {
	// Sorted are the live slots with a value, in order.
	Sorted []Slot
	// Ranks are places in the order by slot, equal texts sharing one, from 1; 0 for blank.
	Ranks []uint32
}

// Order returns the records sorted by a text field. It is computed once for a snapshot.
func (t *Table) Order(n schema.FieldNum) *Order {
	d := t.derived
	d.mu.Lock()
	defer d.mu.Unlock()
	if o := d.orders[n]; o != nil {
		return o
	}
	var o *Order
	if d.base != nil && d.base.orders[n] != nil {
		o = t.patchOrder(n, d.base.orders[n], d.touched)
	} else {
		o = t.newOrder(n)
	}
	if d.orders == nil {
		d.orders = map[schema.FieldNum]*Order{}
	}
	d.orders[n] = o
	return o
}

// Folded returns the texts of a field by slot as a search compares them: without case and accents,
// rich text as a reader sees it. It is computed once for a snapshot.
func (t *Table) Folded(n schema.FieldNum) []string {
	d := t.derived
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.folds[n]; f != nil {
		return f
	}
	var folds []string
	if d.base != nil && d.base.folds[n] != nil {
		folds = make([]string, t.slots)
		copy(folds, d.base.folds[n])
		for _, s := range d.touched {
			folds[s] = t.fold(n, s)
		}
	} else {
		folds = make([]string, t.slots)
		for s := range folds {
			folds[s] = t.fold(n, Slot(s))
		}
	}
	if d.folds == nil {
		d.folds = map[schema.FieldNum][]string{}
	}
	d.folds[n] = folds
	return folds
}

func (t *Table) fold(n schema.FieldNum, s Slot) string {
	text := t.column(n).texts.at(int(s))
	if t.Schema.FieldByNum(n).Kind == schema.RichText {
		text = record.PlainText(text)
	}
	return Fold(text)
}
