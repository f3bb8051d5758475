package recognise

import (
	"slices"
	"strings"

	"cadastre/store/schema"
)

// namesRecord says how a header says of which records it is the name: the table's own, "IT System Name", "App Title",
// "Server", or those that a lookup points at, "Vendor Name".
func namesRecord(m *schema.Model, t *schema.Table, f *schema.Field, header []string) How {
	name, of := f, func(words []string) How { return calledBy(t, words) }
	switch {
	case f.Kind == schema.Lookup:
		name, of = m.Table(f.Target).PrimaryField(), func(words []string) How { return pointsBy(f, words) }
	case f.Key != t.Primary:
		return Unplaced
	case called(t, header):
		return ByRecord
	}
	for i := 1; i < len(header); i++ {
		if how := of(header[:i]); how != Unplaced && namesOf(name).has(strings.Join(header[i:], " ")) {
			return how
		}
	}
	return Unplaced
}

// calledBy says how words name a table's records: by its own label, by another name, or not.
func calledBy(t *schema.Table, have []string) How {
	switch {
	case likeName(have, words(t.Label)) == exactName || likeName(have, words(t.Plural)) == exactName:
		return ByLabel
	case called(t, have):
		return ByRecord
	}
	return Unplaced
}

func pointsBy(f *schema.Field, have []string) How {
	if namesOf(f).has(strings.Join(have, " ")) {
		return ByRecord
	}
	return Unplaced
}

// called is true for words that are what a table or its records are called.
func called(t *schema.Table, have []string) bool {
	return slices.ContainsFunc(append([]string{t.Key, t.Label, t.Plural}, t.Synonyms...), func(name string) bool {
		return likeName(have, words(name)) == exactName
	})
}
