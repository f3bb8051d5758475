package record

import (
	"encoding/json"
	"math"

	"cadastre/store/schema"
)

// JSON returns the stored form of a value for a JSON document: a number for choices and numbers,
// a string for texts, dates and links, nil for blank.
func JSON(f *schema.Field, v Value) any {
	switch {
	case v.IsBlank():
		return nil
	case v.class == Float:
		return v.Float()
	case v.class == Int && f.Kind != schema.Date && f.Kind != schema.DateTime:
		return v.Int()
	}
	return Format(f, v)
}

// FromJSON reads what JSON wrote after it went through a JSON document, and cleans it.
func FromJSON(f *schema.Field, doc any) (Value, error) {
	switch x := doc.(type) {
	case nil:
		return Value{}, nil
	case string:
		return Parse(f, x)
	case json.Number:
		return Parse(f, x.String())
	case float64:
		if BehaviourOf(f.Kind).Class == Float {
			return Clean(f, OfFloat(x))
		}
		if x == math.Trunc(x) && math.Abs(x) <= mostWhole {
			return Clean(f, OfInt(int64(x)))
		}
	case int64:
		return Clean(f, OfInt(x))
	}
	return Value{}, invalid(f, "%s does not take such a value.", f.Label)
}
