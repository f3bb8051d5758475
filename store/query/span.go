package query

import (
	"math"
	"time"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

const secondsPerDay = 24 * 60 * 60

// A span is a range of numbers or days, both ends included.
type span struct{ from, to float64 }

// rangeFilter compares dates by day and numbers by size; blanks are in no range.
func (c *compiler) rangeFilter(t *snapshot.Table, f *schema.Field, cond schema.Condition) (filter, error) {
	wanted, ok := c.span(f, cond)
	if !ok {
		return nil, badValues(f, cond)
	}
	column := t.Column(f.Num)
	if record.BehaviourOf(f.Kind).Class == record.Int {
		from, to := wanted.whole(f)
		if from > to {
			return nothing, nil
		}
		return within(column, from, to), nil
	}
	return each(func(s snapshot.Slot) bool {
		v := column.Value(s)
		return !v.IsBlank() && wanted.from <= v.Float() && v.Float() <= wanted.to
	}), nil
}

// whole returns the span in a field's stored integers: seconds for moments.
func (s span) whole(f *schema.Field) (from, to int64) {
	scale := 1.0
	if f.Kind == schema.DateTime {
		scale = secondsPerDay
	}
	const most = 1 << 60
	from = int64(max(math.Ceil(s.from)*scale, -most))
	to = int64(min((math.Floor(s.to)+1)*scale-1, most))
	return from, to
}

// measure returns what a range compares: the day of a date or moment, the size of a number.
func measure(f *schema.Field, v record.Value) float64 {
	switch {
	case f.Kind == schema.DateTime:
		return math.Floor(float64(v.Int()) / secondsPerDay)
	case v.Class() == record.Float:
		return v.Float()
	}
	return float64(v.Int())
}

func (c *compiler) span(f *schema.Field, cond schema.Condition) (span, bool) {
	if f.Kind == schema.Date || f.Kind == schema.DateTime {
		if s, ok := c.relative(cond); ok {
			return s, true
		}
	}
	var bounds []float64
	for _, text := range cond.Values {
		v, err := record.Parse(f, text)
		if err != nil || v.IsBlank() || v.Class() != record.Int && v.Class() != record.Float {
			return span{}, false
		}
		bounds = append(bounds, measure(f, v))
	}
	if cond.Op == schema.Between && len(bounds) == 2 {
		return span{bounds[0], bounds[1]}, true
	}
	if len(bounds) != 1 {
		return span{}, false
	}
	switch b := bounds[0]; cond.Op {
	case schema.Less:
		return span{math.Inf(-1), math.Nextafter(b, math.Inf(-1))}, true
	case schema.AtMost:
		return span{math.Inf(-1), b}, true
	case schema.Greater:
		return span{math.Nextafter(b, math.Inf(1)), math.Inf(1)}, true
	case schema.AtLeast:
		return span{b, math.Inf(1)}, true
	}
	return span{}, false
}

// relative returns the days that an operator means on the day of asking.
func (c *compiler) relative(cond schema.Condition) (span, bool) {
	today := float64(c.today)
	switch cond.Op {
	case schema.Today:
		return span{today, today}, true
	case schema.Past:
		return span{math.Inf(-1), today - 1}, true
	case schema.Future:
		return span{today + 1, math.Inf(1)}, true
	case schema.ThisMonth:
		return c.periods(1, 0), true
	case schema.NextMonth:
		return c.periods(1, 1), true
	case schema.LastMonth:
		return c.periods(1, -1), true
	case schema.ThisQuarter:
		return c.periods(monthsInQuarter, 0), true
	case schema.NextQuarter:
		return c.periods(monthsInQuarter, 1), true
	case schema.LastQuarter:
		return c.periods(monthsInQuarter, -1), true
	case schema.ThisYear:
		return c.periods(monthsInYear, 0), true
	case schema.NextYear:
		return c.periods(monthsInYear, 1), true
	case schema.LastYear:
		return c.periods(monthsInYear, -1), true
	}
	n, ok := number(cond)
	if !ok {
		return span{}, false
	}
	switch cond.Op {
	case schema.NextDays:
		return span{today, today + float64(n)}, true
	case schema.LastDays:
		return span{today - float64(n), today}, true
	case schema.OlderDays:
		return span{math.Inf(-1), today - float64(n) - 1}, true
	case schema.LaterDays:
		return span{today + float64(n) + 1, math.Inf(1)}, true
	}
	return span{}, false
}

const (
	monthsInQuarter = 3
	monthsInYear    = 12
)

// periods is a calendar period of some months: the one of today, or so many ahead of it.
func (c *compiler) periods(months, ahead int) span {
	y, m, _ := record.TimeOfDay(c.today).Date()
	begun := (int(m) - 1) / months * months
	first := time.Date(y, time.Month(begun+1+ahead*months), 1, 0, 0, 0, 0, time.UTC)
	return days(first, first.AddDate(0, months, 0))
}

// days spans from one day to before another.
func days(from, before time.Time) span {
	return span{float64(record.DayOf(from)), float64(record.DayOf(before) - 1)}
}
