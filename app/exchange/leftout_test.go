package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
)

// A record whose row somebody has left out comes all the same where others name it: the row's note says so.
func TestARowLeftOutThatOthersNameSaysThatItComesByName(t *testing.T) {
	c := emptyCatalogue(t)
	systems := c.write("systems.csv", "System Name,Abbreviation\nPayroll,PAY\nPermits,PER\n")
	parts := c.write("parts.csv", "IT System Component Name,IT System\nDatabase,Payroll\n")
	o := exchange.Options{Unknown: exchange.Create, Rows: []exchange.RowAnswer{{File: "systems.csv", Sheet: "systems", Row: 2}, {File: "systems.csv", Sheet: "systems", Row: 3}}}
	plan := c.plan(o, systems, parts)
	var told []string
	for _, p := range plan.Problems {
		if p.Code == "row-left-out" {
			told = append(told, p.Message)
		}
	}
	want := []string{"The row is left out, as you said. “Payroll” is created all the same, by its name alone: other rows link to it.", "The row is left out, as you said."}
	if !slices.Equal(told, want) || len(plan.References) != 1 {
		t.Errorf("told %q, %d by name\n%s", told, len(plan.References), problems(plan))
	}
}

// Rows that somebody left out for what is wrong with them are not taken: they are in the file to correct, with that reason.
func TestRowsLeftOutByADecisionAreInTheFileToCorrect(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Criticality\nPermits,High\nPayroll,Hihg\nFleet,Hgih\n")
	o := exchange.Options{Table: "itsystem", Rows: []exchange.RowAnswer{{File: "systems.csv", Sheet: "systems", Row: 3}},
		Answers: []exchange.Answer{{Table: "itsystem", Field: "criticality", Value: "Hgih", Use: exchange.SkipRows}}}
	plan := c.plan(o, path)
	if plan.Blocked != "" || plan.ToCorrect() != 2 {
		t.Fatalf("%d rows to correct, blocked: %s\n%s", plan.ToCorrect(), plan.Blocked, problems(plan))
	}
	out := filepath.Join(c.dir, "back.csv")
	if _, err := plan.GiveBack(context.Background(), out, true); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(text); strings.Contains(got, "Permits") || !strings.Contains(got, "The row is left out, as you said.") || !strings.Contains(got, "Rows with “Hgih” in “Criticality” are left out, as you said.") {
		t.Errorf("the file says\n%s", got)
	}
}

// What an unknown value may mean is also looked for among the records that come with the same import.
func TestAnUnknownNameMayMeanOneThatComesWithIt(t *testing.T) {
	c := emptyCatalogue(t)
	systems := c.write("systems.csv", "System Name,Abbreviation\nPayroll administration,PAY\n")
	parts := c.write("parts.csv", "IT System Component Name,IT System\nDatabase,Payrol administration\n")
	plan := c.plan(exchange.Options{}, parts, systems)
	if p := problemAt(t, plan, "unknown-name"); !slices.Equal(p.Suggestions, []string{"Payroll administration"}) {
		t.Fatalf("suggested: %q\n%s", p.Suggestions, problems(plan))
	}
	o := exchange.Options{Answers: []exchange.Answer{{Table: "itsystemcomponent", Field: "itsystem", Value: "Payrol administration", Use: exchange.MapTo, To: "Payroll administration"}}}
	c.carryOut(c.plan(o, parts, systems))
	if got := c.named("itsystemcomponent", "Database")["itsystem"]; got != "Payroll administration" {
		t.Errorf("it is part of %q", got)
	}
}
