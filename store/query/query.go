// Package query asks a snapshot: filter, search, sort, page, group. It decides what the
// page shows; it changes nothing. It may import store/schema, store/record and
// store/snapshot.
package query

import (
	"slices"

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
}

// Slots returns the records that a query finds, in order. A fault Invalid names a field, operator or
// value that the table does not have.
func Slots(s *snapshot.Snapshot, q Query) ([]snapshot.Slot, error) {
	t, found, err := find(s, q)
	if err != nil {
		return nil, err
	}
	return found, sortSlots(s, t, found, q.Order)
}

// find returns what a query finds in no order, and the table that it asks.
func find(s *snapshot.Snapshot, q Query) (*snapshot.Table, []snapshot.Slot, error) {
	t := s.Table(q.Table)
	if t == nil {
		return nil, nil, fault.New(fault.NotFound, "There is no such table.")
	}
	keep, err := compile(s, t, q)
	if err != nil {
		return nil, nil, err
	}
	found := make([]snapshot.Slot, 0, t.Len())
	for i := range t.Slots() {
		if slot := snapshot.Slot(i); t.Live(slot) && keep(slot) {
			found = append(found, slot)
		}
	}
	return t, found, nil
}

// A test says whether the record in a slot is wanted.
type test func(snapshot.Slot) bool

func always(snapshot.Slot) bool { return true }

func compile(s *snapshot.Snapshot, t *snapshot.Table, q Query) (test, error) {
	c := &compiler{snap: s, today: q.Today, me: q.Me}
	tests := []test{searchTest(t, q.Search)}
	for _, f := range q.Filters {
		next, err := c.filter(t, f)
		if err != nil {
			return nil, err
		}
		tests = append(tests, next)
	}
	return all(tests), nil
}

func all(tests []test) test {
	if len(tests) == 1 {
		return tests[0]
	}
	return func(s snapshot.Slot) bool {
		for _, holds := range tests {
			if !holds(s) {
				return false
			}
		}
		return true
	}
}

func any(tests []test) test {
	return func(s snapshot.Slot) bool {
		return slices.ContainsFunc(tests, func(holds test) bool { return holds(s) })
	}
}

type compiler struct {
	snap  *snapshot.Snapshot
	today int64
	me    string
}

func (c *compiler) filter(t *snapshot.Table, f schema.Filter) (test, error) {
	var tests []test
	for _, cond := range f.Conditions {
		next, err := c.condition(t, cond)
		if err != nil {
			return nil, err
		}
		tests = append(tests, next)
	}
	for _, group := range f.Groups {
		next, err := c.filter(t, group)
		if err != nil {
			return nil, err
		}
		tests = append(tests, next)
	}
	switch {
	case len(tests) == 0:
		return always, nil
	case f.Any:
		return any(tests), nil
	}
	return all(tests), nil
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
