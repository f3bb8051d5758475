package record

import (
	"strconv"

	"cadastre/store/schema"
)

// choice is a code of the field's choice set.
var choice = Behaviour{Class: Int, Clean: cleanChoice, Parse: parseChoice, Format: formatInt}

func cleanChoice(f *schema.Field, v Value) (Value, error) {
	if set := schema.Default().ChoiceSet(f.Choice); set == nil || set.Position(v.Int()) < 0 {
		return Value{}, invalid(f, "%s has no choice with the code %d.", f.Label, v.Int())
	}
	return v, nil
}

func parseChoice(f *schema.Field, s string) (Value, error) {
	code, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return Value{}, invalid(f, "%s takes the code of a choice, not %q.", f.Label, s)
	}
	return OfInt(code), nil
}

func formatInt(v Value) string { return strconv.FormatInt(v.Int(), 10) }
