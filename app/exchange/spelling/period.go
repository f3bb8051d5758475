package spelling

import (
	"regexp"
	"strings"
	"time"
)

var (
	partOfYear = regexp.MustCompile(`^(q[1-4]|h[12]|fy)\W*(\d\d|(?:19|20)\d\d)$`)
	yearAndSo  = regexp.MustCompile(`^((?:19|20)\d\d)\W*(q[1-4]|h[12])?$`)
)

// A period is a year or a part of one, where a day is wanted.
type period struct {
	first, last time.Time
	// fiscal years begin when each organization says.
	fiscal bool
}

// readPeriod reads years, halves, quarters and fiscal years.
func readPeriod(s string) (period, bool) {
	s = strings.ToLower(s)
	var part, year string
	if m := partOfYear.FindStringSubmatch(s); m != nil {
		part, year = m[1], m[2]
	} else if m := yearAndSo.FindStringSubmatch(s); m != nil {
		part, year = m[2], m[1]
	} else {
		return period{}, false
	}
	month, months := 1, 12
	switch {
	case strings.HasPrefix(part, "q"):
		month, months = 3*atoi(part[1:])-2, 3
	case strings.HasPrefix(part, "h"):
		month, months = 6*atoi(part[1:])-5, 6
	}
	first := time.Date(century(year), time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return period{first, first.AddDate(0, months, -1), part == "fy"}, true
}

// suggestions are the days that most people mean by a period: its first and its last.
func (p period) suggestions() []string {
	if p.fiscal {
		return nil
	}
	return []string{p.first.Format(time.DateOnly), p.last.Format(time.DateOnly)}
}
