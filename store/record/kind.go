package record

import (
	"unicode/utf16"
	"unicode/utf8"

	"cadastre/store/fault"
	"cadastre/store/schema"
)

// A Behaviour is what a kind of field does with its values. Each kind has one, in a file of its own.
type Behaviour struct {
	// Class is how values of the kind are stored.
	Class Class
	// Clean returns the normal form of a value that a person or a file gives, or a fault Invalid whose
	// sentence names the field. It is never called with a blank value or one of another class.
	Clean func(f *schema.Field, v Value) (Value, error)
	// Parse reads the stored form as text: what Format writes. It does not guess.
	Parse func(f *schema.Field, text string) (Value, error)
	// Format writes the stored form as text: a code, an id, an ISO date, a plain number.
	Format func(v Value) string
}

// BehaviourOf returns the behaviour of a kind; every kind of store/schema has one. An import asks for it millions of
// times, which a map would be slow for.
func BehaviourOf(k schema.Kind) *Behaviour {
	switch k {
	case schema.Text, schema.User, schema.Phone:
		return &text
	case schema.Memo:
		return &memo
	case schema.RichText:
		return &richText
	case schema.URL:
		return &url
	case schema.Email:
		return &email
	case schema.Choice:
		return &choice
	case schema.Lookup:
		return &lookup
	case schema.Date:
		return &date
	case schema.DateTime:
		return &dateTime
	case schema.Whole:
		return &whole
	case schema.Decimal:
		return &decimal
	}
	return nil
}

// Clean returns v in the normal form of the field's kind, or a fault Invalid for the field.
// Blank values are clean.
func Clean(f *schema.Field, v Value) (Value, error) {
	if v.IsBlank() {
		return v, nil
	}
	b := BehaviourOf(f.Kind)
	if v.Class() != b.Class {
		return Value{}, invalid(f, "%s does not take such a value.", f.Label)
	}
	return b.Clean(f, v)
}

// Parse reads the stored form of a field as text; an empty text is blank.
func Parse(f *schema.Field, s string) (Value, error) {
	if s == "" {
		return Value{}, nil
	}
	v, err := BehaviourOf(f.Kind).Parse(f, s)
	if err != nil {
		return Value{}, err
	}
	return Clean(f, v)
}

// Format writes the stored form of a field as text, "" for blank.
func Format(f *schema.Field, v Value) string {
	if v.IsBlank() {
		return ""
	}
	return BehaviourOf(f.Kind).Format(v)
}

func invalid(f *schema.Field, format string, args ...any) error {
	e := fault.New(fault.Invalid, format, args...)
	e.Field = f.Key
	return e
}

// LongestText is how many UTF-16 units a text may have: what a cell of a workbook holds.
const LongestText = 32767

// Fits returns a fault Invalid when a text is longer than its field's MaxLength. What people type is held
// to it; an import takes longer texts, so that nothing is lost, and says so.
func Fits(f *schema.Field, v Value) error {
	s := v.Str()
	if f.MaxLength == 0 || len(s) <= f.MaxLength {
		return nil
	}
	if n := utf8.RuneCountInString(s); n > f.MaxLength {
		return invalid(f, "%s is too long: it has %d characters, and %d are allowed.", f.Label, n, f.MaxLength)
	}
	return nil
}

// storable checks that a workbook can hold a text.
func storable(f *schema.Field, s string) error {
	if len(s) <= LongestText {
		return nil
	}
	if n := len(utf16.Encode([]rune(s))); n > LongestText {
		return invalid(f, "%s is too long: it has %d characters, and no more than %d can be kept.", f.Label, n, LongestText)
	}
	return nil
}

func parseText(_ *schema.Field, s string) (Value, error) { return OfString(s), nil }

func formatText(v Value) string { return v.Str() }
