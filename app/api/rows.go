package api

import (
	"time"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// RowOf is a record as documents show it, with all its fields.
func RowOf(s *snapshot.Snapshot, t *snapshot.Table, slot snapshot.Slot) Row {
	return lineOf(s, t, slot, s.FieldPaths(t.Schema, func(*schema.Field) bool { return true }))
}

// lineOf is a record with the columns of a list.
func lineOf(s *snapshot.Snapshot, t *snapshot.Table, slot snapshot.Slot, columns []snapshot.Path) Row {
	row := Row{ID: t.ID(slot).String(), Name: t.Name(slot), Version: t.Version(slot), State: "active",
		Values: make(map[string]any, len(columns)), Display: make(map[string]string, len(columns))}
	if t.Value(slot, schema.State).Int() != schema.StateActive {
		row.State = "inactive"
	}
	row.Stub = t.Value(slot, schema.Stub).Int() == schema.CodeYes
	for _, c := range columns {
		if v := c.Value(slot); !v.IsBlank() {
			row.Values[c.Key] = record.JSON(c.Field, v)
			row.Display[c.Key] = s.Display(c.Field, v)
		}
	}
	return row
}

// ChangeSetOf is a journal entry as documents show it, without its changes.
func ChangeSetOf(h change.Header) ChangeSet {
	return ChangeSet{ID: h.ID.String(), Seq: h.Seq, Time: h.Time.Format(time.RFC3339), Who: h.Who, Origin: h.Kind, Summary: h.Summary,
		Created: h.Created, Updated: h.Updated, Deleted: h.Deleted, Undoes: h.Undoes, Part: h.Part, Files: nonNil(h.Files), Mapping: h.Mapping, Problems: h.Problems, Notes: h.Notes, Decided: h.Decided, Changes: []RecordChange{}}
}

// ChangesOf are the changes of a set as documents show them. What the program stamps by itself is left out.
func ChangesOf(s *store.Store, set *change.Set, changes []change.Change) []RecordChange {
	return namesOf(s).changes(set, changes)
}

// names tells what records are called, also those that have been deleted.
type names struct {
	store *store.Store
	snap  *snapshot.Snapshot
	gone  map[record.ID]string
}

func namesOf(s *store.Store) *names {
	return &names{store: s, snap: s.Snapshot(), gone: map[record.ID]string{}}
}

func (n *names) changes(set *change.Set, changes []change.Change) []RecordChange {
	out := make([]RecordChange, 0, len(changes))
	for i := range changes {
		c := &changes[i]
		t := n.store.Model().TableByNum(c.Table)
		if t == nil {
			continue
		}
		r := RecordChange{Table: t.Key, Record: c.ID.String(), Name: nameIn(n.snap, t, c), Op: c.Op.String(), Row: int(c.Row), Fields: []FieldChange{}}
		if sheet := int(c.Sheet); sheet > 0 && sheet <= len(set.Sheets) {
			r.Sheet = set.Sheets[sheet-1]
		}
		for _, num := range c.Fields() {
			if f := t.FieldByNum(num); f != nil && !f.System {
				r.Fields = append(r.Fields, FieldChange{Field: f.Key, Before: n.display(f, c.Before.Get(num)), After: n.display(f, c.After.Get(num))})
			}
		}
		out = append(out, r)
	}
	return out
}

// display is a value's text; a link to a record that is gone still names it.
func (n *names) display(f *schema.Field, v record.Value) string {
	text := n.snap.Display(f, v)
	if f.Kind != schema.Lookup || v.IsBlank() || n.has(f, v.ID()) {
		return text
	}
	return n.nameOfGone(f, v.ID()) + " (deleted)"
}

func (n *names) has(f *schema.Field, id record.ID) bool {
	return n.snap.Has(n.snap.Model.Table(f.Target).Num, id)
}

// nameOfGone is what a record was called last, as the journal has it.
func (n *names) nameOfGone(f *schema.Field, id record.ID) string {
	if name, known := n.gone[id]; known {
		return name
	}
	target := n.snap.Model.Table(f.Target)
	n.gone[id] = target.Label
	if all, err := n.store.Names(target.Num, id); err == nil && len(all) > 0 {
		n.gone[id] = all[0]
	}
	return n.gone[id]
}

// nameIn is what a record is called now, or was called when it was deleted.
func nameIn(snap *snapshot.Snapshot, t *schema.Table, c *change.Change) string {
	if name := snap.Name(t.Num, c.ID); name != "" {
		return name
	}
	n := t.PrimaryField().Num
	if v := c.After.Get(n); !v.IsBlank() {
		return v.Str()
	}
	return c.Before.Get(n).Str()
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
