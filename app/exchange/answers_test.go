package exchange_test

import (
	"fmt"
	"strings"
	"testing"

	"cadastre/app/exchange"
)

const spelt = "Name,Vendor,Criticality,Point of Contact,Go Live Date\n" +
	"Payroll,Dell Inc.,Hihg,Ann Approver,someday\n" +
	"Permits,Dell Inc.,Hihg,,2026-01-02\n" +
	"Grants,Lenovo,Low,Ann Approver,someday\n" +
	"Archive,Dell inc.,hihg,,\n"

// asked lists the questions of a plan: what about, how often, what becomes of it.
func asked(p *exchange.Plan) string {
	var out []string
	for _, q := range p.Questions {
		of := q.Table.Key
		if q.Field != nil {
			of += "." + q.Field.Key
		}
		line := fmt.Sprintf("%s %q ×%d", of, q.Value, q.Rows)
		if q.Code != "" {
			line += " " + q.Code
		}
		if q.Use != "" {
			line += " " + string(q.Use) + " " + q.Becomes
		}
		if len(q.Nearest) > 0 {
			line += " ~ " + strings.Join(q.Nearest, "|")
		}
		out = append(out, strings.TrimSpace(line))
	}
	return strings.Join(out, "\n")
}

func withVendors(t *testing.T) *catalogue {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{}, "accounts.csv", "Account Name\nDell\nMicrosoft Corporation\n")
	return c
}

func TestEachUnknownValueIsAskedAboutOnceWithItsRowsAndWhatItMayMean(t *testing.T) {
	c := withVendors(t)
	plan := c.plan(exchange.Options{Table: "itsystem"}, c.write("systems.csv", spelt))
	want := `account "Dell Inc." ×3 unknown-name ~ Dell
account "Lenovo" ×1 unknown-name
itsystem.criticality "Hihg" ×3 unknown-choice ~ High
contact "Ann Approver" ×2 unknown-name
itsystem.golivedate "someday" ×2 not-a-date`
	if got := asked(plan); got != want {
		t.Errorf("asked\n%s\nwant\n%s", got, want)
	}
}

func TestAnAnswerHoldsForAllRowsOfAValue(t *testing.T) {
	c := withVendors(t)
	path := c.write("systems.csv", spelt)
	options := exchange.Options{Table: "itsystem", Answers: []exchange.Answer{
		{Table: "account", Value: "dell inc.", Use: exchange.MapTo, To: "Dell"},
		{Table: "account", Value: "Lenovo", Use: exchange.MakeRecord, To: "Lenovo Group"},
		{Table: "itsystem", Field: "criticality", Value: "Hihg", Use: exchange.MapTo, To: "High"},
		{Table: "contact", Value: "", Use: exchange.MakeRecord},
		{Table: "itsystem", Field: "Go Live Date", Value: "someday", Use: exchange.LeaveBlank},
	}}
	plan := c.plan(options, path)
	want := `account "Dell Inc." ×3 map Dell
account "Lenovo" ×1 create Lenovo Group
itsystem.criticality "Hihg" ×3 map High
contact "Ann Approver" ×2 create Ann Approver
itsystem.golivedate "someday" ×2 blank`
	if got := asked(plan); got != want {
		t.Errorf("asked\n%s\nwant\n%s", got, want)
	}
	c.carryOut(plan)
	if got := fmt.Sprint(c.names("account"), c.names("contact")); got != "[Dell Lenovo Group Microsoft Corporation] [Ann Approver]" {
		t.Errorf("there are %s", got)
	}
	if got := c.named("itsystem", "Archive"); got["vendor"] != "Dell" || got["criticality"] != "High" {
		t.Errorf("Archive is %v", got)
	}
	if got := c.named("itsystem", "Payroll")["golivedate"]; got != "" {
		t.Errorf("Payroll went live %s", got)
	}
	c.unchanged(options, path)
}

func TestRowsOfAValueAreLeftOut(t *testing.T) {
	c := withVendors(t)
	options := exchange.Options{Table: "itsystem", Partial: true, Answers: []exchange.Answer{{Table: "account", Value: "Dell Inc.", Use: exchange.SkipRows}}}
	plan := c.plan(options, c.write("systems.csv", spelt))
	if got := outcomes(plan); got != "2 skipped, 3 skipped, 4 created, 5 skipped" {
		t.Errorf("%s\n%s", got, problems(plan))
	}
	if got := asked(plan); !strings.Contains(got, `account "Dell Inc." ×3 skip`) {
		t.Errorf("asked\n%s", got)
	}
}

func TestAValueOfAnIdentifierIsMatchedAsWhatItStandsFor(t *testing.T) {
	c := withVendors(t)
	c.bring(exchange.Options{Table: "itsystem"}, "old.csv", "Name,Vendor\nPayroll,Dell\nPayroll,Microsoft Corporation\n")
	options := exchange.Options{Table: "itsystem", Key: []string{"name", "vendor"}, Answers: []exchange.Answer{{Table: "account", Value: "MSFT", Use: exchange.MapTo, To: "Microsoft Corporation"}}}
	plan := c.plan(options, c.write("new.csv", "Name,Vendor,Abbreviation\nPayroll,MSFT,PAY\n"))
	c.carryOut(plan)
	for _, r := range c.allNamed("itsystem", "Payroll") {
		if (r["vendor"] == "Microsoft Corporation") != (r["abbreviation"] == "PAY") {
			t.Errorf("the wrong record was changed: %v", r)
		}
	}
}

// A value that was mapped to a record that has gone since is told and asked about again.
func TestAnAnswerThatLeadsNowhereIsAQuestionAgain(t *testing.T) {
	c := emptyCatalogue(t)
	options := exchange.Options{Table: "itsystem", Answers: []exchange.Answer{{Table: "account", Value: "Dell Inc.", Use: exchange.MapTo, To: "Dell"}}}
	plan := c.plan(options, c.write("systems.csv", "Name,Vendor\nPayroll,Dell Inc.\n"))
	if got := outcomes(plan); got != "2 rejected" {
		t.Errorf("%s", got)
	}
	if got := asked(plan); got != `account "Dell Inc." ×1 unknown-name map` {
		t.Errorf("asked %s", got)
	}
}

func TestAnswersThatMakeNoSenseAreRefused(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name\nPayroll\n")
	for _, a := range []exchange.Answer{
		{Table: "nothing", Value: "x", Use: exchange.LeaveBlank},
		{Table: "itsystem", Field: "nothing", Value: "x", Use: exchange.LeaveBlank},
		{Table: "itsystem", Field: "criticality", Value: "x", Use: exchange.MakeRecord},
		{Table: "itsystem", Field: "criticality", Value: "x", Use: exchange.MapTo},
		{Table: "itsystem", Field: "criticality", Value: "", Use: exchange.SkipRows},
		{Table: "itsystem", Field: "criticality", Value: "x", Use: "burn"},
	} {
		if _, err := (exchange.Planner{Snapshot: c.snap, IDs: c.ids}).Plan(t.Context(), []string{path}, exchange.Options{Answers: []exchange.Answer{a}}); err == nil {
			t.Errorf("%+v is taken", a)
		}
	}
}

func TestAnAnswerOfAnotherCatalogueGoesByItsName(t *testing.T) {
	c := withVendors(t)
	options := exchange.Options{Table: "itsystem", Answers: []exchange.Answer{
		{Table: "account", Value: "DELL EMC", Use: exchange.MapTo, To: "Dell (0190a1b2-0000-7000-8000-000000000000)"}}}
	c.carryOut(c.plan(options, c.write("systems.csv", "Name,Vendor\nPayroll,DELL EMC\n")))
	if got := c.named("itsystem", "Payroll")["vendor"]; got != "Dell" {
		t.Errorf("Payroll is of %q", got)
	}
}

// A question shows the beginning of a long value, and its answer counts for the value all the same.
func TestALongValueIsAnsweredByWhatIsShownOfIt(t *testing.T) {
	c := withVendors(t)
	path := c.write("systems.csv", "Name,Vendor\nPayroll,"+strings.Repeat("Dell and others ", 20)+"\n")
	asked := c.plan(exchange.Options{Table: "itsystem"}, path).Questions
	if len(asked) != 1 {
		t.Fatalf("%d questions", len(asked))
	}
	answer := exchange.Answer{Table: "account", Value: asked[0].Value, Use: exchange.MapTo, To: "Dell"}
	plan := c.plan(exchange.Options{Table: "itsystem", Answers: []exchange.Answer{answer}}, path)
	if plan.Counts.Created != 1 || plan.Open() != 0 {
		t.Errorf("%+v\n%s", plan.Counts, problems(plan))
	}
}
