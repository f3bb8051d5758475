// Package schema holds the model of the catalogue as data: tables, fields,
// choices, forms, views, charts and apps. A new table or field is a literal in
// this package; forms, grids, validation, templates, import, export, search and
// history follow from it. It imports nothing of ours.
//
// Facts come from Microsoft's IT Service Management starter kit (data model
// v1.1.0.0, app v1.2.0.0); what is ours beyond it carries the logical prefix
// "cadastre_". Numbers of tables and fields are stored in catalogue files: they
// are never changed and never used again.
package schema

import (
	"cmp"
	"slices"
	"strings"
)

// A Kind says what a field holds. What a kind accepts, shows and stores is in
// store/record, one file a kind.
type Kind string

// The kinds of field.
const (
	Text     Kind = "text"     // one line
	Memo     Kind = "memo"     // plain text of several lines
	RichText Kind = "richtext" // a small subset of HTML
	URL      Kind = "url"
	Email    Kind = "email"
	Phone    Kind = "phone"
	Choice   Kind = "choice"   // one code of a choice set
	Lookup   Kind = "lookup"   // the id of a record of the target table
	Date     Kind = "date"     // a civil date without a zone
	DateTime Kind = "datetime" // a moment, UTC
	Whole    Kind = "whole"    // an integer
	Decimal  Kind = "decimal"  // a floating-point number
	User     Kind = "user"     // the name of a person who works with the program
)

// A TableNum is a table's permanent number.
type TableNum uint16

// A FieldNum is a field's permanent number, unique within its table. Numbers
// below FirstOwn belong to the fields that every table has.
type FieldNum uint16

// The fields that every table has.
const (
	State      FieldNum = 1 // choice "statecode": StateActive or StateInactive
	Owner      FieldNum = 2
	CreatedOn  FieldNum = 3
	CreatedBy  FieldNum = 4
	ModifiedOn FieldNum = 5
	ModifiedBy FieldNum = 6
	Stub       FieldNum = 7 // yes: known only by name, because something links to it

	FirstOwn FieldNum = 16
)

// The codes of the choice set "statecode".
const (
	StateActive   = 0
	StateInactive = 1
)

// The codes of the choice set "govcdm_yesno".
const (
	CodeNo  = 166840000
	CodeYes = 166840001
)

// A Field is one column of a table.
type Field struct {
	Num FieldNum `json:"num"`
	// Key is the logical name without the kit's prefix: what code, commands and files call the field.
	Key         string `json:"key"`
	LogicalName string `json:"logicalName"`
	Label       string `json:"label"`
	Kind        Kind   `json:"kind"`
	// Required fields must be filled in forms. An import says when one is missing and takes the
	// record all the same, unless it is the primary field.
	Required bool `json:"required"`
	// MaxLength is the most characters (Unicode code points) a text may have, 0 for no limit.
	MaxLength int    `json:"maxLength,omitempty"`
	Choice    string `json:"choice,omitempty"`
	// Target is the key of the table that a lookup points into.
	Target string `json:"target,omitempty"`
	// Parent marks the lookup that makes its table a hierarchy.
	Parent bool `json:"parent,omitempty"`
	// Type marks the lookup that says of which type a record is.
	Type bool `json:"type,omitempty"`
	// Short marks the text that is what a record is called for short.
	Short bool `json:"short,omitempty"`
	// Alone marks what belongs to one record alone, as an authority that was given to it: a copy begins without it.
	Alone bool `json:"alone,omitempty"`
	// Due says what a date asks for, nil where it asks for nothing.
	Due *Due `json:"due,omitempty"`
	// Names says what of the model a text names, nil where it names nothing.
	Names *Naming `json:"names,omitempty"`
	// System marks fields that the program fills by itself.
	System bool `json:"system,omitempty"`
	// Parts are the fields that this text is composed of, joined by spaces.
	Parts []string `json:"parts,omitempty"`
	Help  string   `json:"help,omitempty"`
	// Synonyms are other headers under which people keep this field, lower case.
	Synonyms []string `json:"synonyms,omitempty"`
}

// A Naming says what people may choose from where a text names a part of the model.
type Naming struct {
	What string `json:"what"`
	// Of is the key of the text that names the table of a named field.
	Of string `json:"of,omitempty"`
}

// What a text may name.
const (
	NamesTable  = "table"
	NamesField  = "field"
	NamesList   = "list" // of codes: the choices of a field, or the records of a table
	NamesSource = "source"
)

// Keys are the fields of a table that keeps by which key another system knows a record.
type Keys struct {
	Key string `json:"key"`
	// Table is the field that has the key of the record's table, and Record the one that has its id or name.
	Table  string `json:"table"`
	Record string `json:"record"`
}

// A Table is a kind of record.
type Table struct {
	Num         TableNum `json:"num"`
	Key         string   `json:"key"`
	LogicalName string   `json:"logicalName"`
	Label       string   `json:"label"`
	Plural      string   `json:"plural"`
	// KitLabel is what the kit calls one record where it has the plural for it.
	KitLabel string `json:"kitLabel,omitempty"`
	// IDField is the logical name of the primary id where records are exchanged with Dataverse.
	IDField string `json:"idField"`
	// Primary is the key of the field that names a record.
	Primary string `json:"primary"`
	// Identifiers are the keys of text fields that identify a record when they are filled;
	// an import matches by them before it matches by name.
	Identifiers []string `json:"identifiers,omitempty"`
	// Searched are the keys of the text fields that a quick search looks into.
	Searched []string `json:"searched"`
	// Telling are the keys of the fields by which two records are seen to be the same thing kept twice, the
	// primary field first, and then those that tell things of one name apart; none for tables that join two others.
	Telling []string `json:"telling,omitempty"`
	// Firms is true where names may end in the legal form of a company, which tells no two of them apart.
	Firms bool `json:"firms,omitempty"`
	// Facts tell of a record before its fields do.
	Facts Facts `json:"facts"`
	// Group is the area of the model that the table belongs to.
	Group string `json:"group"`
	// Icon names the table's picture in the page.
	Icon string `json:"icon"`
	// Internal tables are kept by the program for itself.
	Internal bool `json:"internal,omitempty"`
	// Logged tables hold what imports note by themselves: nobody looks for their records by name.
	Logged bool `json:"logged,omitempty"`
	// Keys say which field has the keys that others know records by, nil for a table that keeps none.
	Keys   *Keys    `json:"keys,omitempty"`
	Fields []*Field `json:"fields"`
	// Synonyms are other names of sheets and files that hold such records, lower case.
	Synonyms []string `json:"synonyms,omitempty"`

	byKey map[string]*Field
	byNum []*Field
}

// Own is true for a table that the starter kit does not have.
func (t *Table) Own() bool { return strings.HasPrefix(t.LogicalName, ownPrefix) }

// Own is true for a field that the starter kit does not have.
func (f *Field) Own() bool { return strings.HasPrefix(f.LogicalName, ownPrefix) }

// Entity is what Dataverse calls the table.
func (t *Table) Entity() string { return cmp.Or(t.KitLabel, t.Label) }

// Field returns the field with the given key or logical name, or nil.
func (t *Table) Field(key string) *Field { return t.byKey[key] }

// FieldByNum returns the field with the given number, or nil.
func (t *Table) FieldByNum(n FieldNum) *Field {
	if int(n) >= len(t.byNum) {
		return nil
	}
	return t.byNum[n]
}

// PrimaryField returns the field that names a record.
func (t *Table) PrimaryField() *Field { return t.byKey[t.Primary] }

// ParentField returns the lookup that makes the table a hierarchy, or nil.
func (t *Table) ParentField() *Field {
	for _, f := range t.Fields {
		if f.Parent {
			return f
		}
	}
	return nil
}

// Ends are the two lookups of a table whose records do nothing but join two others: its name is composed
// of them. Both are nil for any other table.
func (t *Table) Ends() (a, b *Field) {
	parts := t.PrimaryField().Parts
	if len(parts) != 2 {
		return nil, nil
	}
	a, b = t.byKey[parts[0]], t.byKey[parts[1]]
	if a.Kind != Lookup || b.Kind != Lookup {
		return nil, nil
	}
	return a, b
}

// An Option is one choice of a choice set.
type Option struct {
	Code  int64  `json:"code"`
	Label string `json:"label"`
	// Tone says what the choice means to the eye: "" nothing, "good", "attention", "muted".
	Tone string `json:"tone,omitempty"`
	// Synonyms are other spellings found in files, lower case.
	Synonyms []string `json:"synonyms,omitempty"`
}

// A ChoiceSet is a closed list of codes with labels.
type ChoiceSet struct {
	Key         string   `json:"key"`
	LogicalName string   `json:"logicalName"`
	Label       string   `json:"label"`
	Options     []Option `json:"options"`

	byCode map[int64]int
}

// Option returns the option with the given code.
func (c *ChoiceSet) Option(code int64) (Option, bool) {
	i, ok := c.byCode[code]
	if !ok {
		return Option{}, false
	}
	return c.Options[i], true
}

// Position returns the place of a code in the set's own order, or -1.
func (c *ChoiceSet) Position(code int64) int {
	if i, ok := c.byCode[code]; ok {
		return i
	}
	return -1
}

// A Model is the whole of the data. It is immutable once made.
type Model struct {
	// Tables are those that people work with; All adds those of the program.
	Tables     []*Table     `json:"tables"`
	Internal   []*Table     `json:"internal"`
	Choices    []*ChoiceSet `json:"choices"`
	Forms      []*Form      `json:"forms"`
	Views      []*View      `json:"views"`
	Charts     []*Chart     `json:"charts"`
	Dashboards []*Dashboard `json:"dashboards"`
	Apps       []*App       `json:"apps"`

	tables  map[string]*Table
	byNum   map[TableNum]*Table
	choices map[string]*ChoiceSet
}

// All returns every table, also those that the program keeps for itself.
func (m *Model) All() []*Table { return slices.Concat(m.Tables, m.Internal) }

// Table returns the table with the given key or logical name, or nil.
func (m *Model) Table(key string) *Table { return m.tables[key] }

// TableByNum returns the table with the given number, or nil.
func (m *Model) TableByNum(n TableNum) *Table { return m.byNum[n] }

// ChoiceSet returns the choice set with the given key, or nil.
func (m *Model) ChoiceSet(key string) *ChoiceSet { return m.choices[key] }

// A Link is a lookup field together with the table that it belongs to.
type Link struct {
	Table *Table
	Field *Field
}

// LinksTo returns every lookup that points into the table with the given key.
func (m *Model) LinksTo(key string) []Link {
	var links []Link
	for _, t := range m.All() {
		for _, f := range t.Fields {
			if f.Kind == Lookup && f.Target == key {
				links = append(links, Link{t, f})
			}
		}
	}
	return links
}
