package exchange_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
)

// What an import found and what was decided can be read in the journal afterwards.
func TestTheJournalTellsWhatAnImportFound(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Criticality,Vendor,Hue\nPayroll,urgent,Dell,red\nPermits,meh,Acme,blue\nFines,soso,Acme,\nTolls,dunno,Tyler,\n")
	plan := c.plan(exchange.Options{Partial: true, Answers: []exchange.Answer{
		{Table: "itsystem", Field: "criticality", Value: "urgent", Use: exchange.MapTo, To: "High"},
		{Table: "itsystem", Field: "criticality", Value: "meh", Use: exchange.LeaveBlank},
		{Table: "account", Use: exchange.MakeRecord}}}, path)
	d, err := plan.Draft("tester", c.snap)
	if err != nil {
		t.Fatal(err)
	}
	got := d.Origin.Told
	for _, want := range []string{
		"systems.csv, column D: The column “Hue” fits no field of IT Systems and is left out (2 cells).",
		"systems.csv, row 4, column B “Criticality”: Criticality has no choice “soso”. Choose one of: High, Medium, Low. It is alike in 1 other place.",
		"Criticality: 1 value taken for what is there: “urgent” for “High”.",
		"Criticality: 1 value left blank: “meh”.",
		"Account: 3 values created: “Acme”, “Dell”, “Tyler”.",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("not told: %s", want)
		}
	}
	if len(got) != 5 {
		t.Errorf("told:\n%s", strings.Join(got, "\n"))
	}
}

// A file with a great many faults does not make the journal grow without end, and says that there were more.
func TestWhatTheJournalTellsIsBounded(t *testing.T) {
	c := emptyCatalogue(t)
	header := []string{"Name"}
	for i := range 300 {
		header = append(header, fmt.Sprintf("Odd %d", i))
	}
	row := "Payroll" + strings.Repeat(",x", 300)
	d, err := c.plan(exchange.Options{}, c.write("systems.csv", strings.Join(header, ",")+"\n"+row+"\n")).Draft("tester", c.snap)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Origin.Told; len(got) != 201 || got[200] != "100 things more." {
		t.Errorf("%d, the last %q", len(got), got[len(got)-1])
	}
}
