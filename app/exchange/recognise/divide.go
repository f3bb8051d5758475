package recognise

import (
	"slices"

	"cadastre/store/schema"
)

// typeHeaders are what people call a column that says what sort of thing a row is.
var typeHeaders = []string{"class", "type", "kind", "table", "category", "sys class name", "ci class", "ci type", "record type", "class name", "asset type", "item type", "object type", "entity type"}

// kindsMost is how many sorts of things a sheet holds at the most.
const kindsMost = 60

// Divides finds a column whose values name tables, more than one of them, so that the rows of one sheet belong
// to several: its position and the tables' keys by value. Values that name no table are not listed.
func Divides(m *schema.Model, own *schema.Table, columns []Column) (int, map[string]string) {
	for _, c := range columns {
		if !slices.Contains(typeHeaders, c.phrase) || len(c.Distinct) > kindsMost {
			continue
		}
		tables, other := map[string]string{}, false
		for _, cell := range c.Distinct {
			if t := namedTable(m, cell.Value); t != nil {
				tables[cell.Value], other = t.Key, other || t != own
			}
		}
		if other && len(c.Distinct) > 1 {
			return c.Index, tables
		}
	}
	return 0, nil
}

// namedTable is the table whose name a value is, nil if there is none.
func namedTable(m *schema.Model, value string) *schema.Table {
	have := words(value)
	i := slices.IndexFunc(m.Tables, func(t *schema.Table) bool { return called(t, have) })
	if i < 0 {
		return nil
	}
	return m.Tables[i]
}
