package record

import (
	"time"

	"cadastre/store/schema"
)

// dateTime is a moment, stored as seconds since 1970-01-01 UTC.
var dateTime = Behaviour{Class: Int, Clean: cleanDateTime, Parse: parseDateTime, Format: formatDateTime}

// OfTime returns the moment t to the second.
func OfTime(t time.Time) Value { return OfInt(t.Unix()) }

// Time returns the moment that a DateTime value holds.
func (v Value) Time() time.Time { return time.Unix(v.Int(), 0).UTC() }

func cleanDateTime(f *schema.Field, v Value) (Value, error) {
	if v.Int() < firstDay*secondsPerDay || v.Int() >= (lastDay+1)*secondsPerDay {
		return Value{}, invalid(f, "%s takes moments of the years 1 to 9999.", f.Label)
	}
	return v, nil
}

func parseDateTime(f *schema.Field, s string) (Value, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return OfTime(t), nil
		}
	}
	return Value{}, invalid(f, "%s takes a date and time such as 2026-03-31T14:30:00Z, not %q.", f.Label, s)
}

func formatDateTime(v Value) string { return v.Time().Format(time.RFC3339) }
