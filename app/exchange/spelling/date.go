package spelling

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A DateOrder says how 3/4/2024 is meant.
type DateOrder string

// The orders. Undecided columns take the dates that can be read in one way only.
const (
	Undecided  DateOrder = ""
	DayFirst   DateOrder = "dmy"
	MonthFirst DateOrder = "mdy"
	// Contradictory columns hold dates that can be read with the day first only and ones with the month first only.
	Contradictory DateOrder = "both"
)

// date reads a cell of a date or date-time column.
func (r *Reader) date(c workbook.Cell) (record.Value, *Trouble) {
	at, t := r.moment(c)
	if t != nil {
		return record.Value{}, t
	}
	if r.Field.Kind == schema.DateTime {
		return r.clean(record.OfTime(at))
	}
	return r.clean(record.OfDay(at))
}

func (r *Reader) moment(c workbook.Cell) (time.Time, *Trouble) {
	s := strings.TrimSpace(c.Value)
	if isoDate(s) { // the form that most files hold, read fast
		if at, err := time.Parse(time.DateOnly, s); err == nil {
			return at, nil
		}
	}
	if c.Kind == workbook.Number || serialText.MatchString(s) {
		if at, ok := ofSerial(s, r.Date1904); ok {
			return at, nil
		}
	}
	day, clock := splitClock(s)
	if at, ok := readNamed(day); ok {
		return at.Add(clock), nil
	}
	if at, ok := readISO(day); ok {
		return at.Add(clock), nil
	}
	return r.slashed(s, day, clock)
}

func isoDate(s string) bool { return len(s) == len(time.DateOnly) && s[4] == '-' && s[7] == '-' }

// slashed reads dates of three numbers in an order that is not written down.
func (r *Reader) slashed(s, day string, clock time.Duration) (time.Time, *Trouble) {
	p, ok := splitNumbers(day)
	if before := beforeRemark(s); !ok && before != s && before != "" {
		return r.moment(workbook.Cell{Value: before})
	}
	if !ok {
		if p, ok := readPeriod(day); ok {
			return time.Time{}, trouble(IncompleteDate, p.suggestions(), "“%s” is no whole date. Write the day that is meant, such as %s.", s, p.first.Format(time.DateOnly))
		}
		return time.Time{}, trouble(NotADate, nil, "%s takes a date, and “%s” is none that can be read. Write year, month and day, such as 2026-03-31.", r.Field.Label, s)
	}
	dmy, okDMY := civil(p.year, p.b, p.a)
	mdy, okMDY := civil(p.year, p.a, p.b)
	switch {
	case p.dotted && okDMY, okDMY && !okMDY:
		return dmy.Add(clock), nil
	case okMDY && !okDMY, okMDY && dmy.Equal(mdy):
		return mdy.Add(clock), nil
	case okDMY && r.Dates == DayFirst:
		return dmy.Add(clock), nil
	case okMDY && r.Dates == MonthFirst:
		return mdy.Add(clock), nil
	case okDMY:
		return time.Time{}, trouble(AmbiguousDate, []string{dmy.Format(time.DateOnly), mdy.Format(time.DateOnly)},
			"“%s” can be %s or %s, and nothing else in the column decides it. Say which comes first, the day or the month.", s, dmy.Format("2 January 2006"), mdy.Format("2 January 2006"))
	}
	return time.Time{}, trouble(NotADate, nil, "There is no such day as “%s”. Write year, month and day, such as 2026-03-31.", s)
}

// DecideOrder looks through all the texts of a column, or of several, for one that can be read in one
// order only.
func DecideOrder(texts func(yield func(string) bool)) DateOrder {
	day, month := false, false
	for s := range texts {
		if isoDate(s) {
			continue
		}
		d, _ := splitClock(strings.TrimSpace(s))
		p, ok := splitNumbers(d)
		if !ok || p.dotted {
			continue
		}
		_, okDMY := civil(p.year, p.b, p.a)
		_, okMDY := civil(p.year, p.a, p.b)
		day, month = day || okDMY && !okMDY, month || okMDY && !okDMY
	}
	switch {
	case day && month:
		return Contradictory
	case day:
		return DayFirst
	case month:
		return MonthFirst
	}
	return Undecided
}

// LooksLikeDate is true for texts that can be read as a date in some order.
func LooksLikeDate(c workbook.Cell) bool {
	r := Reader{Field: &schema.Field{Kind: schema.Date, Label: "Date"}, Dates: MonthFirst}
	if c.Kind == workbook.Date {
		return true
	}
	if c.Kind != workbook.Text {
		return false
	}
	_, t := r.moment(c)
	return t == nil && !serialText.MatchString(strings.TrimSpace(c.Value))
}

var (
	serialText = regexp.MustCompile(`^\d{5}(\.\d+)?$`)
	clockText  = regexp.MustCompile(`(?i)[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([ap]m?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$`)
	numbers    = regexp.MustCompile(`^(\d{1,2})([/.\- ])(\d{1,2})[/.\- ](\d{4}|\d{2})$`)
	isoText    = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	isoMonth   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`)
	compact    = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)$`)
	monthYear  = regexp.MustCompile(`^(\d{1,2})[/.\-](\d{4})$`)
)

// The first and last serial numbers that are taken for days: 1920 to 2119 in the 1900 system.
const (
	firstSerial = 7306
	lastSerial  = 80354
	shift1904   = 1462
)

func ofSerial(s string, date1904 bool) (time.Time, bool) {
	n, err := strconv.ParseFloat(s, 64)
	if date1904 {
		n += shift1904
	}
	if err != nil || n < firstSerial || n > lastSerial {
		return time.Time{}, false
	}
	day := int(n)
	seconds := time.Duration((n-float64(day))*24*60*60+0.5) * time.Second
	return time.Date(1899, 12, 30+day, 0, 0, 0, 0, time.UTC).Add(seconds), true
}

// splitClock parts a time of day from the end of a text; a zone moves it to UTC.
func splitClock(s string) (string, time.Duration) {
	m := clockText.FindStringSubmatchIndex(s)
	if m == nil {
		return s, 0
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	hour, minute, second := atoi(part(1)), atoi(part(2)), atoi(part(3))
	switch half := strings.ToLower(part(4)); {
	case strings.HasPrefix(half, "p") && hour < 12:
		hour += 12
	case strings.HasPrefix(half, "a") && hour == 12:
		hour = 0
	}
	clock := time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
	return strings.TrimSpace(s[:m[0]]), clock - zone(part(5))
}

func zone(s string) time.Duration {
	if len(s) < 5 {
		return 0
	}
	s = strings.ReplaceAll(s, ":", "")
	offset := time.Duration(atoi(s[1:3]))*time.Hour + time.Duration(atoi(s[3:5]))*time.Minute
	if s[0] == '-' {
		return -offset
	}
	return offset
}

func readISO(s string) (time.Time, bool) {
	if m := isoText.FindStringSubmatch(s); m != nil {
		return civil(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	if m := compact.FindStringSubmatch(s); m != nil {
		return civil(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	if m := isoMonth.FindStringSubmatch(s); m != nil {
		return civil(atoi(m[1]), atoi(m[2]), 1)
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		return civil(atoi(m[2]), atoi(m[1]), 1)
	}
	return time.Time{}, false
}

// threeNumbers are the parts of a date whose first two are day and month in an unknown order.
type threeNumbers struct {
	a, b, year int
	dotted     bool
}

func splitNumbers(s string) (threeNumbers, bool) {
	m := numbers.FindStringSubmatch(s)
	if m == nil {
		return threeNumbers{}, false
	}
	return threeNumbers{atoi(m[1]), atoi(m[3]), century(m[4]), m[2] == "."}, true
}

// century reads years of two digits as spreadsheet programs do: up to 29 as 20xx.
func century(s string) int {
	year := atoi(s)
	switch {
	case len(s) > 2:
		return year
	case year < 30:
		return 2000 + year
	}
	return 1900 + year
}

func civil(year, month, day int) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, month >= 1 && month <= 12 && day >= 1 && t.Day() == day && year >= 1
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0 // the patterns let nothing else through but an absent part
	}
	return n
}
