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
		"This may be the same IT System as “Payroll”, which is in the catalogue: URL is the same. It becomes a record of its own unless you leave the row out or update that record instead.",
		"This may be the same IT System as “Fleet cards” in row 4: Name is the same. Each becomes a record of its own unless you leave it out.",
	}
	if got := alike(p); !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if p.Counts.Created != 3 || p.Blocked != "" {
		t.Errorf("nothing is held up: %+v %q", p.Counts, p.Blocked)
	}
}

// A row is told once, however many it is like.
func TestARowThatIsLikeManyIsToldOnce(t *testing.T) {
	c := emptyCatalogue(t)
	p := c.plan(exchange.Options{Table: "itsystem"}, c.write("new.csv", "Name\nFleet cards\nFleet-cards\nFleet/cards\n"))
	want := []string{
		"This may be the same IT System as “Fleet cards” in row 2: Name is the same. Each becomes a record of its own unless you leave it out.",
		"This may be the same IT System as “Fleet cards” in row 2 and 1 other: Name is the same. Each becomes a record of its own unless you leave it out.",
	}
	if got := alike(p); !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// Of several records that a row may be about the likeliest is named, whichever came first.
func TestARowIsToldTheLikeliestOfSeveral(t *testing.T) {
	c := emptyCatalogue(t)
	o := exchange.Options{Table: "itsystem"}
	c.bring(o, "old.csv", "Name,Abbreviation,URL\nFleet card,,\nPayroll,FC,https://fleet.example.gov\n")
	p := c.plan(o, c.write("new.csv", "Name,Abbreviation,URL\nFleet cards,FC,https://fleet.example.gov\n"))
	if got := problemAt(t, p, "likely-duplicate"); got.Twin == nil || got.Twin.Name != "Payroll" {
		t.Errorf("%+v", got.Message)
	}
}

// What is likely there already is left out by one answer, or brought to the record that it is about.
func TestARowIsLeftOutOrUpdatesAnotherRecord(t *testing.T) {
	c := emptyCatalogue(t)
	o := exchange.Options{Table: "itsystem"}
	c.bring(o, "old.csv", "Name,Abbreviation,URL\nPayroll,PAY,https://pay.example.gov\n")
	path := c.write("new.csv", "Name,Abbreviation,URL\nWages,WAG,https://pay.example.gov\nFleet cards,,\nFleet-cards,,\n")
	first := c.plan(o, path)
	at := slices.IndexFunc(first.Problems, func(p exchange.Problem) bool { return p.Code == "likely-duplicate" && p.Row == 2 })
	twin := first.Problems[at].Twin
	if twin == nil || twin.Name != "Payroll" {
		t.Fatalf("it is likely %+v", twin)
	}
	o.Rows = []exchange.RowAnswer{{File: "new.csv", Sheet: "new", Row: 2, Record: twin.ID}, {File: "new.csv", Sheet: "new", Row: 4}}
	plan := c.plan(o, path)
	if got := outcomes(plan); got != "2 updated, 3 created, 4 skipped" || len(alike(plan)) > 0 {
		t.Fatalf("%s\n%s", got, problems(plan))
	}
	apart := o
	apart.Rows = []exchange.RowAnswer{{File: "new.csv", Sheet: "new", Row: 2, Apart: true}, {File: "new.csv", Sheet: "new", Row: 4, Apart: true}}
	if plan := c.plan(apart, path); outcomes(plan) != "2 created, 3 created, 4 created" || len(alike(plan)) > 0 {
		t.Errorf("rows that stand apart: %s\n%s", outcomes(plan), problems(plan))
	}
	c.carryOut(plan)
	if got := c.named("itsystem", "Wages"); got["abbreviation"] != "WAG" || got["id"] != twin.ID.String() {
		t.Errorf("Payroll has become %v", got)
	}
	o.Rows[0].Record = c.ids()
	if got := problemAt(t, c.plan(o, path), "no-such-record"); got.Row != 2 || got.Severity != exchange.RejectsRow {
		t.Errorf("a record that is gone: %+v", got)
	}
}

// Things of one name are told apart by what they are below, also where that comes with the same file.
func TestRowsBelowDifferentNewRecordsAreNotAlike(t *testing.T) {
	c := emptyCatalogue(t)
	p := c.plan(exchange.Options{Table: "itsystemcomponent"}, c.write("new.csv", "Name,Parent IT System Component\nLaptop one,\nDesktop two,\nAdobe Reader,Laptop one\nAdobe-Reader,Desktop two\n"))
	if got := alike(p); len(got) > 0 || p.Counts.Created != 4 {
		t.Errorf("%q\n%+v %s", got, p.Counts, problems(p))
	}
	p = c.plan(exchange.Options{Table: "itsystemcomponent"}, c.write("new.csv", "Name,Parent IT System Component\nLaptop one,\nAdobe Reader,Laptop one\nAdobe-Reader,Laptop one\n"))
	if got := alike(p); len(got) != 1 {
		t.Errorf("%q\n%+v %s", got, p.Counts, problems(p))
	}
}
