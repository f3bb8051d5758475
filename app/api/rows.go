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
		Created: h.Created, Updated: h.Updated, Deleted: h.Deleted, Undoes: h.Undoes, Files: nonNil(h.Files), Changes: []RecordChange{}}
}

// ChangesOf are the changes of a set as documents show them. What the program stamps by itself is left out.
func ChangesOf(s *store.Store, set *change.Set, changes []change.Change) []RecordChange {
	out := make([]RecordChange, 0, len(changes))
	snap := s.Snapshot()
	for i := range changes {
		c := &changes[i]
		t := s.Model().TableByNum(c.Table)
		if t == nil {
			continue
		}
		r := RecordChange{Table: t.Key, Record: c.ID.String(), Name: nameIn(snap, t, c), Op: c.Op.String(), Row: int(c.Row), Fields: []FieldChange{}}
		if n := int(c.Sheet); n > 0 && n <= len(set.Sheets) {
			r.Sheet = set.Sheets[n-1]
		}
		for _, n := range c.Fields() {
			if f := t.FieldByNum(n); f != nil && !f.System {
				r.Fields = append(r.Fields, FieldChange{Field: f.Key, Before: snap.Display(f, c.Before.Get(n)), After: snap.Display(f, c.After.Get(n))})
			}
		}
		out = append(out, r)
	}
	return out
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
