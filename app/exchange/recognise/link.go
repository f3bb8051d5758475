package recognise

import (
	"slices"
	"strings"

	"cadastre/store/schema"
)

// A Link is a way from a table to another by a table between them, whose records say which belong together.
type Link struct {
	Table *schema.Table
	// From is its field for the records of the first table, To that for the others.
	From, To *schema.Field
}

// Key names a link as mappings do: "itsystemtechnology.ittechnology".
func (l *Link) Key() string { return l.Table.Key + "." + l.To.Key }

// Links are the ways from a table to others by tables whose records do nothing but join two.
func Links(m *schema.Model, t *schema.Table) (out []*Link) {
	for _, between := range m.Tables {
		a, b := between.Ends()
		if a == nil {
			continue
		}
		if a.Target == t.Key {
			out = append(out, &Link{between, a, b})
		}
		if b.Target == t.Key {
			out = append(out, &Link{between, b, a})
		}
	}
	return out
}

// FindLink returns the link with a key, nil if there is none.
func FindLink(m *schema.Model, t *schema.Table, key string) *Link {
	links := Links(m, t)
	i := slices.IndexFunc(links, func(l *Link) bool { return strings.EqualFold(l.Key(), key) })
	if i < 0 {
		return nil
	}
	return links[i]
}

// Names is true for a header that is what the linked records, or the table of links, are called.
func (l *Link) Names(m *schema.Model, header string) bool {
	have := words(header)
	target := m.Table(l.To.Target)
	for _, name := range slices.Concat([]string{l.Table.Plural, l.To.Label, target.Label, target.Plural}, l.Table.Synonyms, target.Synonyms, l.To.Synonyms) {
		if likeName(have, words(name)) == exactName {
			return true
		}
	}
	return false
}
