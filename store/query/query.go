// Package query asks a snapshot: filter, search, sort, page, group. It decides what the
// page shows; it changes nothing. It may import store/schema, store/record, store/radix and
// store/snapshot.
package query

import (
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Query asks for records of one table.
type Query struct {
	Table schema.TableNum
	// Filters must all hold.
	Filters []schema.Filter
	// Search holds for records that contain every word of it in one of the table's searched fields.
	Search string
	// Order sorts by its fields one after the other; blanks come last. Ties are sorted by name.
	Order []schema.Order
	// Today is the civil date that relative conditions count from, as days since 1970-01-01.
	Today int64
	// Me is the name that "equals me" compares with.
	Me string
	// From finds the records of a table that hold in a field, or in any with 0, what a change set gave them; the
	// journal knows it. Nil is for who never asks.
	From From `json:"-"`
}

// A From asks where values came from.
type From func(s *snapshot.Snapshot, table schema.TableNum, field schema.FieldNum, seq uint64) (snapshot.Bits, error)

// Ask returns the records that a query finds. A fault Invalid names a field, operator or value that the
// table does not have.
func Ask(s *snapshot.Snapshot, q Query) (*List, error) {
	t, found, err := find(s, q)
	if err != nil {
		return nil, err
	}
	return sorted(s, t, found, q.Order)
}

// Slots returns all records that a query finds, in order, as Ask does. The caller does not change them.
func Slots(s *snapshot.Snapshot, q Query) ([]snapshot.Slot, error) {
	list, err := Ask(s, q)
	if err != nil {
		return nil, err
	}
	return list.All(), nil
}

// find returns what a query finds in no order, and the table that it asks.
func find(s *snapshot.Snapshot, q Query) (*snapshot.Table, snapshot.Bits, error) {
	t := s.Table(q.Table)
	if t == nil {
		return nil, nil, fault.New(fault.NotFound, "There is no such table.")
	}
	c := &compiler{snap: s, today: q.Today, me: q.Me, from: q.From}
	keep, err := c.filter(t, schema.Filter{Groups: q.Filters})
	if err != nil {
		return nil, nil, err
	}
	if words := strings.Fields(snapshot.Fold(q.Search)); len(words) > 0 {
		return t, keep(t.Containing(words)), nil
	}
	return t, keep(t.All()), nil
}

type compiler struct {
	snap  *snapshot.Snapshot
	today int64
	me    string
	from  From
}

func (c *compiler) filter(t *snapshot.Table, f schema.Filter) (filter, error) {
	var filters []filter
	for _, cond := range f.Conditions {
		next, err := c.condition(t, cond)
		if err != nil {
			return nil, err
		}
		filters = append(filters, next)
	}
	for _, group := range f.Groups {
		next, err := c.filter(t, group)
		if err != nil {
			return nil, err
		}
		filters = append(filters, next)
	}
	keep := all(filters)
	if f.Any && len(filters) > 0 {
		keep = any(filters)
	}
	if f.Not && len(filters) > 0 {
		keep = not(keep)
	}
	return keep, nil
}

// Find returns the records whose primary field reads the same as name, case and accents aside; none for "".
func Find(s *snapshot.Snapshot, table schema.TableNum, name string) []record.ID {
	t := s.Table(table)
	want := snapshot.Fold(name)
	if want == "" {
		return nil
	}
	var ids []record.ID
	for i, folded := range t.Folded(t.Schema.PrimaryField().Num) {
		if folded == want && t.Live(snapshot.Slot(i)) {
			ids = append(ids, t.ID(snapshot.Slot(i)))
		}
	}
	return ids
}
