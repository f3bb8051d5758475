package snapshot

import (
	"cadastre/store/record"
	"cadastre/store/schema"
)

// Display returns the text that people see for a value of a field: a choice's label, the name of the
// record that a lookup points to, rich text as plain text, other kinds in their stored form.
func (s *Snapshot) Display(f *schema.Field, v record.Value) string {
	switch {
	case v.IsBlank():
		return ""
	case f.Kind == schema.Choice:
		if o, ok := s.Model.ChoiceSet(f.Choice).Option(v.Int()); ok {
			return o.Label
		}
	case f.Kind == schema.Lookup:
		return s.Name(s.Model.Table(f.Target).Num, v.ID())
	case f.Kind == schema.RichText:
		return record.PlainText(v.Str())
	}
	return record.Format(f, v)
}
