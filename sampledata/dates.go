package sampledata

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strconv"
	"time"
)

// relative matches a cell such as today+45, today-400 or today-3T14:05:00Z.
var relative = regexp.MustCompile(`^today([+-]\d{1,5})(T\d\d:\d\d:\d\dZ)?$`)

// onDay rewrites a CSV file with every relative date replaced by the date that it
// means on today's civil day.
func onDay(raw []byte, today time.Time) ([]byte, error) {
	records, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		return nil, err
	}
	for _, record := range records {
		for i, cell := range record {
			record[i] = dated(cell, today)
		}
	}
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(records); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// dated returns the ISO date, with its time if it has one, that a relative date
// means today, and any other text as it is.
func dated(cell string, today time.Time) string {
	m := relative.FindStringSubmatch(cell)
	if m == nil {
		return cell
	}
	days, _ := strconv.Atoi(m[1]) // at most five digits
	year, month, day := today.Date()
	return time.Date(year, month, day+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) + m[2]
}
