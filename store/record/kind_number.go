package record

import (
	"strconv"

	"cadastre/store/schema"
)

// whole is an integer that every spreadsheet shows exactly.
var whole = Behaviour{Class: Int, Clean: cleanWhole, Parse: parseWhole, Format: formatInt}

// decimal is a floating-point number.
var decimal = Behaviour{
	Class:  Float,
	Clean:  func(_ *schema.Field, v Value) (Value, error) { return v, nil },
	Parse:  parseDecimal,
	Format: func(v Value) string { return strconv.FormatFloat(v.Float(), 'f', -1, 64) },
}

// mostWhole is the largest size of an integer that a float64, and so a cell, holds exactly.
const mostWhole = 1<<53 - 1

func cleanWhole(f *schema.Field, v Value) (Value, error) {
	if v.Int() > mostWhole || v.Int() < -mostWhole {
		return Value{}, invalid(f, "%s takes whole numbers of up to 15 digits.", f.Label)
	}
	return v, nil
}

func parseWhole(f *schema.Field, s string) (Value, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return Value{}, invalid(f, "%s takes a whole number, not %q.", f.Label, s)
	}
	return OfInt(n), nil
}

func parseDecimal(f *schema.Field, s string) (Value, error) {
	n, err := strconv.ParseFloat(s, 64)
	if v := OfFloat(n); err == nil && !v.IsBlank() {
		return v, nil
	}
	return Value{}, invalid(f, "%s takes a number, not %q.", f.Label, s)
}
