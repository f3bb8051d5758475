package spelling

import (
	"strings"
	"testing"

	"cadastre/app/exchange/workbook"

	"github.com/google/go-cmp/cmp"
)

func TestAYearOrAPartOfOneIsAskedForItsDay(t *testing.T) {
	r := reader("golivedate")
	for text, want := range map[string]string{
		"2019":      "2019-01-01 2019-12-31",
		"Q3 2019":   "2019-07-01 2019-09-30",
		"2019 Q4":   "2019-10-01 2019-12-31",
		"q1-24":     "2024-01-01 2024-03-31",
		"H2 2020":   "2020-07-01 2020-12-31",
		"2020h1":    "2020-01-01 2020-06-30",
		"Q1 99":     "1999-01-01 1999-03-31",
		"FY2020":    "",
		"FY 21":     "",
		"Q5 2019":   "not-a-date",
		"next year": "not-a-date",
	} {
		_, trouble := r.Read(workbook.Cell{Kind: workbook.Text, Value: text})
		if trouble == nil {
			t.Errorf("%q is read as a day", text)
			continue
		}
		got := string(trouble.Code)
		if trouble.Code == IncompleteDate {
			got = strings.Join(trouble.Suggestions, " ")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
