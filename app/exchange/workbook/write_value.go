package workbook

import "time"

// A Value is the content of a cell to be written. The zero Value leaves the cell empty.
type Value struct {
	kind   valueKind
	text   string
	number float64
}

type valueKind uint8

const (
	nothing valueKind = iota
	textValue
	numberValue
	dateValue
	dateTimeValue
)

// TextValue is a text; it is never taken for a number, a date or a formula. "" is nothing.
func TextValue(text string) Value {
	if text == "" {
		return Value{}
	}
	return Value{kind: textValue, text: text}
}

// NumberValue is a number, which must be finite.
func NumberValue(number float64) Value { return Value{kind: numberValue, number: number} }

// DateValue is a civil date, given as days since 1970-01-01.
func DateValue(days int) Value { return Value{kind: dateValue, number: float64(days)} }

// DateTimeValue is a moment, given as seconds since 1970-01-01T00:00:00 UTC and shown in UTC.
func DateTimeValue(seconds int64) Value {
	return Value{kind: dateTimeValue, number: float64(seconds)}
}

const secondsPerDay = 24 * 60 * 60

// serialOffset is Excel's serial number of 1970-01-01.
const serialOffset = 25569

// serial returns the number that stands for a date or date-time in Excel. ok is false
// for dates that Excel cannot hold, and for those before March 1900, which Excel and
// other programs count differently.
func (v Value) serial() (serial float64, ok bool) {
	serial = v.number + serialOffset
	if v.kind == dateTimeValue {
		serial = v.number/secondsPerDay + serialOffset
	}
	const march1900, year10000 = 61, 2958466
	return serial, serial >= march1900 && serial < year10000
}

// iso returns a date as 2006-01-02 and a date-time as 2006-01-02 15:04:05, which Excel
// understands wherever it is typed or opened.
func (v Value) iso() string {
	if v.kind == dateValue {
		return v.asTime().Format(time.DateOnly)
	}
	return v.asTime().Format(time.DateTime)
}

func (v Value) asTime() time.Time {
	if v.kind == dateValue {
		return time.Unix(int64(v.number)*secondsPerDay, 0).UTC()
	}
	return time.Unix(int64(v.number), 0).UTC()
}
