package exchange_test

import (
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
)

// alike are what a plan tells about likely duplicates.
func alike(p *exchange.Plan) (out []string) {
	for _, problem := range p.Problems {
		if problem.Code == "likely-duplicate" {
			out = append(out, problem.Message)
		}
	}
	return out
}

func TestAnImportTellsWhichRowsAreLikelyThereAlready(t *testing.T) {
	c := emptyCatalogue(t)
	o := exchange.Options{Table: "itsystem"}
	c.bring(o, "old.csv", "Name,Abbreviation,URL\nPayroll,PAY,https://pay.example.gov\nPermits,PER,\n")
	p := c.plan(o, c.write("new.csv", "Name,Abbreviation,URL\nWages,,http://www.pay.example.gov/\nPermits,PER,\nFleet cards,,\nFleet-cards,,\n"))
	want := []string{
		"This may be the same IT System as “Payroll”, which is there already: URL is the same. It is created all the same; leave the row out, or merge the two afterwards.",
		"This may be the same IT System as “Fleet cards” in row 4: Name is the same. It is created all the same; leave the row out, or merge the two afterwards.",
	}
	if got := alike(p); !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if p.Counts.Created != 3 || p.Blocked != "" {
		t.Errorf("nothing is held up: %+v %q", p.Counts, p.Blocked)
	}
}
