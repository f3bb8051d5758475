package api

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// SavedView is a view that somebody saved in the catalogue.
type SavedView struct {
	// View has the record's id for its key. It asks only what the model has.
	View   schema.View `json:"view"`
	Owner  string      `json:"owner"`
	Mine   bool        `json:"mine"`
	Shared bool        `json:"shared"`
	// Notes say what the view asked that the model does not have, and that was left out therefore.
	Notes []string `json:"notes"`
}

// SavedViews are the views of a table, or with "" of all, that a person saved or that others share, by name.
func SavedViews(snap *snapshot.Snapshot, table, who string) []SavedView {
	rows := snap.Table(snap.Model.Table(savedViews).Num)
	out := []SavedView{}
	for _, slot := range rows.Order(rows.Schema.PrimaryField().Num).Sorted {
		s := savedView(rows, slot, who)
		if t := snap.Model.Table(s.View.Table); t != nil && (table == "" || t.Key == table) && (s.Mine || s.Shared) {
			s.View, s.Notes = known(snap.Model, t, s.View)
			out = append(out, s)
		}
	}
	return out
}

func savedView(rows *snapshot.Table, slot snapshot.Slot, who string) SavedView {
	text := func(key string) string { return rows.Value(slot, rows.Schema.Field(key).Num).Str() }
	s := SavedView{Owner: text("ownerid"), Shared: rows.Value(slot, rows.Schema.Field("shared").Num).Int() == schema.CodeYes}
	if json.Unmarshal([]byte(text("definition")), &s.View) != nil {
		s.View = schema.View{} // nothing of it can be read: known completes it
	}
	s.View.Key, s.View.Label, s.View.Table = rows.ID(slot).String(), rows.Name(slot), text("table")
	s.Mine = strings.EqualFold(s.Owner, who)
	return s
}

// FindView returns the view of a table with a key or a name: the model's, the person's own or one shared,
// with "" the table's default view; nil if there is none.
func FindView(snap *snapshot.Snapshot, t *schema.Table, name, who string) *schema.View {
	if v := snap.Model.View(t.Key, name); v != nil || name == "" {
		return v
	}
	for _, s := range SavedViews(snap, t.Key, who) {
		if s.View.Key == name || strings.EqualFold(s.View.Label, name) {
			return &s.View
		}
	}
	return nil
}

// known leaves out of a view what the model does not have, and says so.
func known(m *schema.Model, t *schema.Table, v schema.View) (schema.View, []string) {
	notes := []string{}
	has := func(what string) func(string) bool {
		return func(path string) bool {
			there := m.FieldAt(t, path) != nil
			if !there {
				notes = append(notes, fmt.Sprintf("%s has no field “%s” any more: the %s was left out.", t.Plural, path, what))
			}
			return there
		}
	}
	column, order, total, condition := has("column"), has("order by it"), has("total"), has("condition on it")
	v.Columns = slices.DeleteFunc(v.Columns, func(key string) bool { return !column(key) })
	v.Order = slices.DeleteFunc(nonNil(v.Order), func(o schema.Order) bool { return !order(o.Field) })
	v.Totals = slices.DeleteFunc(v.Totals, func(o schema.Measure) bool { return !total(o.Field) })
	if v.Group != nil && !has("grouping")(v.Group.Field) {
		v.Group = nil
	}
	v.Filter = knownFilter(v.Filter, func(path string) bool {
		if link, rest := m.Related(t, path); schema.IsRelated(path) && link.Field != nil {
			return rest == "" || m.FieldAt(link.Table, rest) != nil || condition(path)
		}
		return condition(path)
	})
	if len(v.Columns) == 0 {
		v.Columns = m.View(t.Key, "").Columns
	}
	return v, notes
}

// knownFilter leaves out conditions on what is not there, and groups that have none left: an empty
// group would hold for everything.
func knownFilter(f schema.Filter, has func(string) bool) schema.Filter {
	f.Conditions = slices.DeleteFunc(f.Conditions, func(c schema.Condition) bool { return !has(c.Field) })
	var groups []schema.Filter
	for _, g := range f.Groups {
		if g = knownFilter(g, has); !g.Empty() {
			groups = append(groups, g)
		}
	}
	f.Groups = groups
	return f
}
