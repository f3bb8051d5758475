package exchange

import (
	"cadastre/app/exchange/spelling"
	"cadastre/store/schema"
)

// FindTable returns the table with a key, logical name, label or plural, case and signs aside; nil if there is none.
func FindTable(m *schema.Model, name string) *schema.Table {
	if t := m.Table(name); t != nil {
		return t
	}
	want := spelling.Key(name)
	for _, t := range m.Tables {
		if spelling.Key(t.Key) == want || spelling.Key(t.Label) == want || spelling.Key(t.Plural) == want {
			return t
		}
	}
	return nil
}

// FindField returns the field with a key, logical name or label, case and signs aside; nil if there is none.
func FindField(t *schema.Table, name string) *schema.Field {
	if f := t.Field(name); f != nil {
		return f
	}
	want := spelling.Key(name)
	for _, f := range t.Fields {
		if spelling.Key(f.Key) == want || spelling.Key(f.Label) == want {
			return f
		}
	}
	return nil
}
