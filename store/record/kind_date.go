package record

import (
	"time"

	"cadastre/store/schema"
)

// date is a civil date, stored as days since 1970-01-01. Years 1 to 9999 are taken.
var date = Behaviour{Class: Int, Clean: cleanDate, Parse: parseDate, Format: formatDate}

const secondsPerDay = 24 * 60 * 60

var (
	firstDay = DayOf(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC))
	lastDay  = DayOf(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC))
)

// DayOf returns the civil date of t, in t's own zone, as days since 1970-01-01.
func DayOf(t time.Time) int64 {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay
}

// TimeOfDay returns midnight UTC of a day.
func TimeOfDay(day int64) time.Time { return time.Unix(day*secondsPerDay, 0).UTC() }

// OfDay returns the civil date of t.
func OfDay(t time.Time) Value { return OfInt(DayOf(t)) }

func cleanDate(f *schema.Field, v Value) (Value, error) {
	if v.Int() < firstDay || v.Int() > lastDay {
		return Value{}, invalid(f, "%s takes dates of the years 1 to 9999.", f.Label)
	}
	return v, nil
}

func parseDate(f *schema.Field, s string) (Value, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Value{}, invalid(f, "%s takes a date such as 2026-03-31, not %q.", f.Label, s)
	}
	return OfDay(t), nil
}

func formatDate(v Value) string { return TimeOfDay(v.Int()).Format(time.DateOnly) }
