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
		"systems.csv, row 4, column B “Criticality”: Criticality has no choice “soso”. Choose one of: High, Medium, Low. It is alike in 1 other place: row 5.",
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
	if o := d.Origin; o.Problems != 2 || o.Notes != 1 || o.Decided != 5 {
		t.Errorf("%d problems, %d notes and %d decisions counted, not 2, 1 and 5", o.Problems, o.Notes, o.Decided)
	}
}

// The rows in which the same is wrong are all named, those that follow each other as one range.
func TestTheJournalNamesTheRowsThatAreAlike(t *testing.T) {
	c := emptyCatalogue(t)
	text := "Name,Criticality\n"
	for i, level := range strings.Fields("odd odd odd High odd High odd odd odd High") {
		text += fmt.Sprintf("System %c,%s\n", 'A'+i, level)
	}
	d, err := c.plan(exchange.Options{Partial: true}, c.write("systems.csv", text)).Draft("tester", c.snap)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(d.Origin.Told, "\n"); !strings.Contains(got, "It is alike in 6 other places: rows 3, 4, 6, 8–10.") {
		t.Error(got)
	}
}

// Rows that lie apart are named up to a bound, with how many more there are.
func TestTheRowsThatTheJournalNamesAreBounded(t *testing.T) {
	c := emptyCatalogue(t)
	text := "Name,Criticality\n"
	for i := range 2500 {
		text += fmt.Sprintf("System A%d,odd\nSystem B%d,High\n", i, i)
	}
	d, err := c.plan(exchange.Options{Partial: true}, c.write("systems.csv", text)).Draft("tester", c.snap)
	if err != nil {
		t.Fatal(err)
	}
	got := d.Origin.Told // of the levels, and of the names, which are nearly the same
	if len(got) != 2 || !strings.Contains(got[0], "It is alike in 2,499 other places: rows 4, 6, 8,") || !strings.HasSuffix(got[0], ", 2000, 2002 and 1,499 more.") {
		t.Error(got)
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

// A set is in memory what it is when it is read again.
func TestAnImportWithNothingToTellTellsNothing(t *testing.T) {
	c := emptyCatalogue(t)
	d, err := c.plan(exchange.Options{}, c.write("systems.csv", "Name,Criticality\nPayroll,High\n")).Draft("tester", c.snap)
	if err != nil {
		t.Fatal(err)
	}
	if d.Origin.Told != nil {
		t.Errorf("%q", d.Origin.Told)
	}
}
