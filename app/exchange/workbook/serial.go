package workbook

import (
	"math"
	"strconv"
	"time"
)

// The serial numbers that are dates, in the two systems.
const (
	lastSerial1900 = 2958465 // 9999-12-31
	lastSerial1904 = 2957003
	// leapSerial is 1900-02-29, a day that Excel counts and that never was.
	leapSerial = 60
)

const daySeconds = 24 * 60 * 60

// appendSerial appends the date or time that a format shows of a serial number
// and says what it is: a Date; Text for a duration of a day and more, which is
// no time of day; Number, with nothing appended, for a number that is neither:
// one beyond the calendar, the day that never was, or a fraction of a day under
// a format that shows days only.
func appendSerial(dst []byte, serial float64, f dateFormat, date1904 bool) ([]byte, CellKind) {
	if serial < 0 || serial >= lastSerial1900+1 {
		return dst, Number
	}
	days, seconds := split(serial)
	switch {
	case f&showsElapsed != 0 && days > 0:
		return appendClock(dst, days*daySeconds+seconds), Text
	case f&showsElapsed != 0:
		return appendClock(dst, seconds), Date
	case serial < 1 && f&showsTime != 0 && (f&showsDate == 0 || !date1904):
		return appendClock(dst, min(days*daySeconds+seconds, daySeconds-1)), Date
	}
	day, ok := civilDay(days, date1904)
	if !ok {
		return dst, Number
	}
	dst = day.AppendFormat(dst, time.DateOnly)
	if seconds > 0 {
		dst = appendClock(append(dst, 'T'), seconds)
	}
	return dst, Date
}

// split rounds a serial number to the second.
func split(serial float64) (days, seconds int) {
	whole, fraction := math.Modf(serial)
	days, seconds = int(whole), int(math.Round(fraction*daySeconds))
	if seconds == daySeconds {
		return days + 1, 0
	}
	return days, seconds
}

// civilDay returns the day that a whole serial number counts.
func civilDay(days int, date1904 bool) (time.Time, bool) {
	switch {
	case date1904:
		return time.Date(1904, 1, 1+days, 0, 0, 0, 0, time.UTC), days <= lastSerial1904
	case days == 0 || days == leapSerial || days > lastSerial1900:
		return time.Time{}, false
	case days > leapSerial:
		days--
	}
	return time.Date(1899, 12, 31+days, 0, 0, 0, 0, time.UTC), true
}

// appendClock appends seconds as hours, minutes and seconds; the hours may pass 24.
func appendClock(dst []byte, seconds int) []byte {
	if seconds < 10*60*60 {
		dst = append(dst, '0')
	}
	dst = strconv.AppendInt(dst, int64(seconds/3600), 10)
	minute, second := seconds/60%60, seconds%60
	return append(dst, ':', byte('0'+minute/10), byte('0'+minute%10), ':', byte('0'+second/10), byte('0'+second%10))
}

// isoForms are the spellings of a cell that holds its date as text.
var isoForms = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04", time.DateOnly,
	"15:04:05.999999999", "15:04", "20060102T150405.999Z", "20060102T150405.999", "20060102",
}

// appendISO appends a date, date-time or time that a file spells out, and
// returns false for a text that is none.
func appendISO(dst []byte, text string) ([]byte, bool) {
	for _, form := range isoForms {
		t, err := time.Parse(form, text)
		if err != nil {
			continue
		}
		t = t.Round(time.Second)
		seconds := t.Hour()*3600 + t.Minute()*60 + t.Second()
		if form[0] == '1' {
			return appendClock(dst, seconds), true
		}
		dst = t.AppendFormat(dst, time.DateOnly)
		if seconds > 0 {
			dst = appendClock(append(dst, 'T'), seconds)
		}
		return dst, true
	}
	return dst, false
}
