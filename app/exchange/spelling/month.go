package spelling

import (
	"strings"
	"time"
	"unicode"
)

// months are the beginnings of the months' names: English, then what other languages write otherwise.
var months = map[string]time.Month{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"mär": 3, "mai": 5, "maj": 5, "mei": 5, "okt": 10, "dez": 12, "fév": 2, "avr": 4, "juin": 6, "juil": 7, "aoû": 8, "déc": 12,
	"ene": 1, "abr": 4, "ago": 8, "dic": 12, "mrt": 3,
}

var weekdays = map[string]bool{"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true}

// OnlyMonth is true for a text that is read as a date and names no day: the first of its month is taken then.
func OnlyMonth(text string) bool {
	s := strings.TrimSpace(text)
	if isoDate(s) {
		return false
	}
	day, _ := splitClock(s)
	_, rest, named := splitNamed(day)
	return named && len(rest) == 1 || isoMonth.MatchString(day) || monthYear.MatchString(day)
}

// readNamed reads dates that name the month: "3 Mar 2024", "March 3rd, 2024", "Mar-24", "March 2024".
// Without a day the first of the month is meant.
func readNamed(s string) (time.Time, bool) {
	month, rest, found := splitNamed(s)
	if !found || len(rest) == 0 || len(rest) > 2 {
		return time.Time{}, false
	}
	day, year := 1, rest[len(rest)-1]
	if len(rest) == 2 {
		day = atoi(strings.TrimRight(strings.ToLower(rest[0]), "stndrh"))
		if len(rest[0]) == 4 && len(rest[1]) <= 2 {
			day, year = atoi(rest[1]), rest[0]
		}
	}
	if len(year) != 4 && len(year) != 2 || strings.TrimLeft(year, "0123456789") != "" || day == 0 {
		return time.Time{}, false
	}
	return civil(century(year), int(month), day)
}

// splitNamed finds the month in a text, and what else it says but the day of the week.
func splitNamed(s string) (month time.Month, rest []string, found bool) {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range words {
		if m, ok := monthOf(w); ok && !found {
			month, found = m, true
		} else if i > 0 || !weekdays[prefix(w, 3)] {
			rest = append(rest, w)
		}
	}
	return month, rest, found
}

func monthOf(word string) (time.Month, bool) {
	if strings.TrimLeft(word, "0123456789") != word {
		return 0, false
	}
	if m, ok := months[prefix(word, 4)]; ok {
		return m, true
	}
	m, ok := months[prefix(word, 3)]
	return m, ok
}

func prefix(word string, n int) string {
	letters := []rune(strings.ToLower(word))
	return string(letters[:min(n, len(letters))])
}
