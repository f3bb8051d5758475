package query

import (
	"fmt"
	"time"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// A period is how an interval puts days together.
type period struct {
	start func(time.Time) time.Time // the first day of the interval that a day is in
	after func(start time.Time) time.Time
	text  func(start time.Time) string
}

var daily = &period{
	start: func(t time.Time) time.Time { return t },
	after: func(t time.Time) time.Time { return t.AddDate(0, 0, 1) },
	text:  func(t time.Time) string { return t.Format(time.DateOnly) },
}

var intervals = map[schema.Interval]*period{
	"":         daily,
	schema.Day: daily,
	schema.Week: {
		start: func(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) },
		after: func(t time.Time) time.Time { return t.AddDate(0, 0, 7) },
		text: func(t time.Time) string {
			year, week := t.ISOWeek()
			return fmt.Sprintf("Week %d, %d", week, year)
		},
	},
	schema.Month: {
		start: func(t time.Time) time.Time { return firstOf(t.Year(), t.Month()) },
		after: func(t time.Time) time.Time { return t.AddDate(0, 1, 0) },
		text:  func(t time.Time) string { return t.Format("Jan 2006") },
	},
	schema.Quarter: {
		start: func(t time.Time) time.Time { return firstOf(t.Year(), (t.Month()-1)/3*3+1) },
		after: func(t time.Time) time.Time { return t.AddDate(0, 3, 0) },
		text:  func(t time.Time) string { return fmt.Sprintf("Q%d %d", (t.Month()+2)/3, t.Year()) },
	},
	schema.Year: {
		start: func(t time.Time) time.Time { return firstOf(t.Year(), time.January) },
		after: func(t time.Time) time.Time { return t.AddDate(1, 0, 0) },
		text:  func(t time.Time) string { return fmt.Sprint(t.Year()) },
	},
}

func firstOf(year int, month time.Month) time.Time {
	return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
}

// startOf returns the first day of the interval that a day is in.
func startOf(i schema.Interval, day int64) int64 {
	return record.DayOf(intervals[i].start(record.TimeOfDay(day)))
}

var lastDay = record.DayOf(time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC))

// bounds returns the first and the last day of the interval that begins on a day, as conditions write them.
func bounds(i schema.Interval, start string) []string {
	t, _ := time.Parse(time.DateOnly, start) // it is a key, which dayText wrote
	return []string{start, dayText(min(record.DayOf(intervals[i].after(t))-1, lastDay))}
}

func dayText(day int64) string { return record.TimeOfDay(day).Format(time.DateOnly) }
