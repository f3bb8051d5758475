package schema

import (
	"slices"
	"strings"
)

// allViews returns the kit's views and, for every table, its active, inactive and all records.
func allViews(tables []*Table) []*View {
	views := slices.Clone(kitViews)
	for _, t := range tables {
		active := viewOf(views, t.Key, "Active "+t.Plural)
		if active == nil {
			active = activeView(t)
			views = append(views, active)
		}
		for _, v := range ownViews {
			if v.Table == t.Key {
				views = append(views, v.like(active))
			}
		}
		for _, v := range []View{{Label: "Inactive " + t.Plural, Filter: inState("1")}, {Label: "All " + t.Plural}} {
			v.Table, v.Key = t.Key, slug(v.Label)
			v.Columns, v.Order = active.Columns, active.Order
			views = append(views, &v)
		}
	}
	return views
}

// activeView lists the active records of a table that the kit left without such a view.
func activeView(t *Table) *View {
	v := ownLists[t.Key]
	v.Table, v.Label, v.Default, v.Filter = t.Key, "Active "+t.Plural, true, activeWith()
	return v.like(&View{Columns: defaultColumns(t), Order: []Order{{Field: t.Primary}}})
}

// like completes a view from another one of its table: what it leaves open is as there.
func (v *View) like(other *View) *View {
	v.Key = slug(v.Label)
	if v.Columns == nil {
		v.Columns = other.Columns
	}
	if v.Order == nil {
		v.Order = other.Order
	}
	return v
}

func viewOf(views []*View, table, label string) *View {
	i := slices.IndexFunc(views, func(v *View) bool { return v.Table == table && v.Label == label })
	if i < 0 {
		return nil
	}
	return views[i]
}

func inState(code string) Filter {
	return Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{code}}}}
}

// defaultColumnsMost is how many columns a view of ours shows.
const defaultColumnsMost = 8

// defaultColumns are the record's name and then its first short fields.
func defaultColumns(t *Table) []string {
	columns := []string{t.Primary}
	for _, f := range t.Fields {
		own := f.Num >= FirstOwn && f.Key != t.Primary
		if own && f.Kind != RichText && f.Kind != Memo && len(columns) < defaultColumnsMost {
			columns = append(columns, f.Key)
		}
	}
	return columns
}

// slug makes a key of a label: lower case words joined by hyphens.
func slug(label string) string {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}
