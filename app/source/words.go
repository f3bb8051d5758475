package source

import (
	"fmt"
	"slices"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// What the flow keeps a value in holds one line. These are there and back again for texts of several.
var (
	toOneLine   = strings.NewReplacer("\n", "↵", "\t", "⇥")
	fromOneLine = strings.NewReplacer("↵", "\n", "⇥", "\t")
)

// severalLines is true for a field that holds such texts.
func severalLines(f *schema.Field) bool { return f.Kind == schema.Memo || f.Kind == schema.RichText }

// written is a value as the flow keeps it: as people read it, a link with the id behind the name.
func written(f *schema.Field, v record.Value, shown string) string {
	switch {
	case v.IsBlank():
		return ""
	case f.Kind == schema.Choice:
		return shown
	case f.Kind == schema.Lookup:
		return fmt.Sprintf("%s (%s)", shown, v.ID())
	case severalLines(f):
		return toOneLine.Replace(record.Format(f, v))
	}
	return record.Format(f, v)
}

// read reads what written wrote, or what a person did. The fault says what stands in the way.
func (f *flow) read(field *schema.Field, text string) (record.Value, error) {
	switch {
	case text == "":
		return record.Value{}, nil
	case field.Kind == schema.Choice:
		return f.readChoice(field, text)
	case field.Kind == schema.Lookup:
		return f.readLink(field, text)
	case severalLines(field):
		text = fromOneLine.Replace(text)
	}
	return record.Parse(field, text)
}

func (f *flow) readChoice(field *schema.Field, text string) (record.Value, error) {
	options := f.snap.Model.ChoiceSet(field.Choice).Options
	for _, o := range options {
		if fold(o.Label) == fold(text) || fmt.Sprint(o.Code) == text {
			return record.OfInt(o.Code), nil
		}
	}
	for _, o := range options {
		if slices.ContainsFunc(o.Synonyms, func(synonym string) bool { return fold(synonym) == fold(text) }) {
			return record.OfInt(o.Code), nil
		}
	}
	return record.Value{}, fault.New(fault.Invalid, "“%s” is no %s. Say in a value map what it stands for, or decline it.", text, field.Label)
}

func (f *flow) readLink(field *schema.Field, text string) (record.Value, error) {
	return f.readRecord(f.snap.Model.Table(field.Target), text)
}

// readRecord finds a record by name, by id, or by the id behind its name.
func (f *flow) readRecord(target *schema.Table, text string) (record.Value, error) {
	name, id := parted(text)
	if id == record.NoID {
		id = f.names(target)[fold(name)]
	}
	if !f.snap.Has(target.Num, id) {
		return record.Value{}, fault.New(fault.Invalid, "%s “%s” is not in the catalogue. Create it first, or decline the value.", target.Label, name)
	}
	return record.OfID(id), nil
}

// parted parts a name from the id behind it.
func parted(text string) (string, record.ID) {
	if id, err := record.ParseID(text); err == nil {
		return text, id
	}
	at := strings.LastIndex(text, " (")
	if at < 0 || !strings.HasSuffix(text, ")") {
		return text, record.NoID
	}
	id, err := record.ParseID(text[at+2 : len(text)-1])
	if err != nil {
		return text, record.NoID
	}
	return text[:at], id
}

// shown is a value of the flow for people.
func (f *flow) shown(field *schema.Field, text string) string {
	if v, err := f.read(field, text); err == nil {
		return f.snap.Display(field, v)
	}
	name, _ := parted(text)
	return name
}
