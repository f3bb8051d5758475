package schema

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

const (
	kitPrefix = "govcdm_"
	ownPrefix = "cadastre_"
)

// Default returns the model of this version of the program. It is shared and never changed.
var Default = sync.OnceValue(func() *Model {
	return assemble(slices.Concat(catalogTables, accreditationTables, serviceTables, coreTables, integrationTables), internalTables)
})

// assemble completes the literals: what follows from other data is not written down twice.
func assemble(tables, internal []*Table) *Model {
	m := &Model{
		Tables: tables, Internal: internal, Choices: choiceSets, Charts: charts, Dashboards: dashboards, Apps: apps,
		tables: map[string]*Table{}, byNum: map[TableNum]*Table{}, choices: map[string]*ChoiceSet{},
	}
	for _, c := range m.Choices {
		c.complete()
		m.choices[c.Key] = c
		m.choices[c.LogicalName] = c
	}
	for _, t := range m.All() {
		t.complete()
		m.byNum[t.Num] = t
		m.tables[t.Key] = t
		m.tables[t.LogicalName] = t
	}
	m.Forms = allForms(m.All())
	m.Views = allViews(m.All())
	return m
}

func (c *ChoiceSet) complete() {
	if c.LogicalName == "" {
		c.LogicalName = kitPrefix + c.Key
	}
	c.byCode = make(map[int64]int, len(c.Options))
	for i, o := range c.Options {
		c.byCode[o.Code] = i
	}
}

func (t *Table) complete() {
	if t.LogicalName == "" {
		t.LogicalName = kitPrefix + t.Key
	}
	if t.IDField == "" {
		t.IDField = t.LogicalName + "id"
	}
	if t.Primary == "" {
		t.Primary = "name"
	}
	t.Fields = append(t.Fields, systemFields()...)
	t.byKey = make(map[string]*Field, 2*len(t.Fields))
	last := slices.MaxFunc(t.Fields, func(a, b *Field) int { return cmp.Compare(a.Num, b.Num) })
	t.byNum = make([]*Field, last.Num+1)
	for _, f := range t.Fields {
		if f.LogicalName == "" {
			f.LogicalName = kitPrefix + f.Key
		}
		t.byKey[f.Key], t.byKey[f.LogicalName] = f, f
		t.byNum[f.Num] = f
	}
	t.Searched = searched(t)
	t.Telling = telling(t)
	t.tellFacts()
}

// searched are the fields that name, shorten, number or describe a record.
func searched(t *Table) []string {
	keys := append([]string{t.Primary}, t.Identifiers...)
	for _, k := range []string{"abbreviation", "title", "description", "tags", "emailaddress1", "jobtitle"} {
		if t.byKey[k] != nil && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	if t.Keys != nil {
		keys = append(keys, t.Keys.Key)
	}
	return keys
}

// telling are the fields that hardly two different things share, and then those by which things of one name are told
// apart: what they are below, and of which type.
func telling(t *Table) []string {
	if a, _ := t.Ends(); a != nil {
		return []string{}
	}
	keys := append([]string{t.Primary}, t.Identifiers...)
	for _, k := range []string{"abbreviation", "url", "websiteurl", "emailaddress1", "emailaddress"} {
		if t.byKey[k] != nil && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, f := range t.Fields {
		if f.Kind == Lookup && (f.Parent || f.Type) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// systemFields are the fields that every table has, as in the kit's platform.
func systemFields() []*Field {
	return []*Field{
		{Num: State, Key: "statecode", LogicalName: "statecode", Label: "Status", Kind: Choice, Choice: "statecode",
			Synonyms: []string{"record status", "state", "(do not modify) status"}},
		{Num: Owner, Key: "ownerid", LogicalName: "ownerid", Label: "Owner", Kind: User, MaxLength: 160, Synonyms: []string{"record owner"}},
		{Num: CreatedOn, Key: "createdon", LogicalName: "createdon", Label: "Created On", Kind: DateTime, System: true},
		{Num: CreatedBy, Key: "createdby", LogicalName: "createdby", Label: "Created By", Kind: User, System: true},
		{Num: ModifiedOn, Key: "modifiedon", LogicalName: "modifiedon", Label: "Modified On", Kind: DateTime, System: true},
		{Num: ModifiedBy, Key: "modifiedby", LogicalName: "modifiedby", Label: "Modified By", Kind: User, System: true},
		{Num: Stub, Key: "stub", LogicalName: ownPrefix + "stub", Label: "Known by Name Only", Kind: Choice, Choice: "yesno", System: true,
			Help: "Made because another record links to it. Complete it, or let an import fill it."},
	}
}

// Key returns a logical name without the kit's or our prefix.
func Key(logicalName string) string {
	return strings.TrimPrefix(strings.TrimPrefix(logicalName, kitPrefix), ownPrefix)
}

// FieldAt follows a path from a table: a field's key, or "lookup.field" one link further, and so on; nil
// when it leads nowhere.
func (m *Model) FieldAt(t *Table, path string) *Field {
	key, rest, further := strings.Cut(path, ".")
	f := t.Field(key)
	if f == nil || !further {
		return f
	}
	if f.Kind != Lookup {
		return nil
	}
	return m.FieldAt(m.Table(f.Target), rest)
}

// Related follows the first step of a path that goes against a link, "table:lookup", and returns that
// lookup with its table, and the rest of the path; a zero link when the step does not lead to t.
func (m *Model) Related(t *Table, path string) (link Link, rest string) {
	step, rest, _ := strings.Cut(path, ".")
	key, via, _ := strings.Cut(step, ":")
	from := m.Table(key)
	if from == nil {
		return Link{}, rest
	}
	f := from.Field(via)
	if f == nil || f.Kind != Lookup || f.Target != t.Key {
		return Link{}, rest
	}
	return Link{from, f}, rest
}

// IsRelated is true for a path that begins against a link: "itsystemaccreditation:itsystem".
func IsRelated(path string) bool {
	step, _, _ := strings.Cut(path, ".")
	return strings.Contains(step, ":")
}

// TableCalled returns the table that a text names, by key, logical name or what it is called; nil for none.
func (m *Model) TableCalled(name string) *Table {
	if t := m.Table(name); t != nil {
		return t
	}
	name = strings.Join(strings.Fields(name), " ")
	for _, t := range m.Tables {
		if strings.EqualFold(t.Label, name) || strings.EqualFold(t.Plural, name) {
			return t
		}
	}
	return nil
}

// Form returns the table's form for a use; every table has both.
func (m *Model) Form(table, use string) *Form {
	for _, f := range m.Forms {
		if f.Table == table && f.Use == use {
			return f
		}
	}
	return nil
}

// View returns the table's view with the given key or label, or with "" its default view; nil if there is none.
func (m *Model) View(table, view string) *View {
	for _, v := range m.Views {
		if v.Table != table {
			continue
		}
		if view == "" && v.Default || view != "" && (v.Key == view || strings.EqualFold(v.Label, view)) {
			return v
		}
	}
	return nil
}
