package exchange_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"cadastre/app/exchange"

	"github.com/xuri/excelize/v2"
)

const block = "Copied rows 2026-11-26 21:55"

// pasted plans the import of a block.
func (c *catalogue) pasted(o exchange.Options, text string) *exchange.Plan {
	c.Helper()
	p := exchange.Planner{Snapshot: c.snap, IDs: c.ids, Pasted: exchange.Pasted{block: text}}
	plan, err := p.Plan(context.Background(), []string{block}, o)
	if err != nil {
		c.Fatalf("the plan fails: %v", err)
	}
	reconcile(c, plan)
	return plan
}

func TestAPastedBlockIsImportedLikeAFile(t *testing.T) {
	cases := map[string]string{
		"tabs":                     "Name\tDescription\tCriticality\r\nPermits\t\"one, \"\"two\"\"\nth\tree\"\tHigh\r\nPayroll\tfour; five\tLow\r\n",
		"no end of line":           "Name\tDescription\tCriticality\nPermits\t\"one, \"\"two\"\"\nth\tree\"\tHigh\nPayroll\tfour; five\tLow",
		"semicolons":               "Name;Description;Criticality\nPermits;\"one, \"\"two\"\"\nth\tree\";High\nPayroll;\"four; five\";Low\n",
		"lone returns":             "Name,Description,Criticality\rPermits,\"one, \"\"two\"\"\nth\tree\",High\rPayroll,four; five,Low\r",
		"commas under blank lines": "\n\nName,Description,Criticality\nPermits,\"one, \"\"two\"\"\nth\tree\",High\nPayroll,four; five,Low\n",
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			c := emptyCatalogue(t)
			plan := c.pasted(exchange.Options{Table: "itsystem"}, text)
			set := c.carryOut(plan)
			if got := c.named("itsystem", "Permits"); got["description"] != "one, \"two\"\nth\tree" || got["criticality"] != "High" {
				t.Errorf("%q", got)
			}
			if got := c.named("itsystem", "Payroll"); got["description"] != "four; five" {
				t.Errorf("%q", got)
			}
			if o := set.Origin; len(o.Files) != 1 || o.Files[0] != block || o.Sheets[0] != block {
				t.Errorf("it comes from %+v", o)
			}
			again := c.pasted(exchange.Options{Table: "itsystem"}, text)
			if again.Counts.Unchanged != 2 || again.Counts.Read != 2 {
				t.Errorf("the same block again: %+v", again.Counts)
			}
		})
	}
}

func TestOneColumnThatIsPastedIsNotCut(t *testing.T) {
	for _, name := range []string{"Tyler Technologies, Inc.", "Tyler;Technologies", "Tyler,Technologies"} {
		c := emptyCatalogue(t)
		c.carryOut(c.pasted(exchange.Options{Table: "itsystem"}, "Name\r\n"+name+"\r\nOracle\r\n"+name+" (2)\r\n"))
		c.named("itsystem", name)
		c.named("itsystem", name+" (2)")
	}
}

func TestWhatIsNoTableIsNotPasted(t *testing.T) {
	for text, want := range map[string]string{"": "no text", " \r\n\t\n": "no text", "Permits": "one line", "Name\tVendor\r\n": "one line"} {
		if err := exchange.CheckPasted(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, text := range []string{"Name\nPermits", "Name\rPermits\r"} {
		if err := exchange.CheckPasted(text); err != nil {
			t.Errorf("a list of names is a table: %v", err)
		}
	}
}

func TestAMappingIsProposedForABlockOfItsShape(t *testing.T) {
	c := emptyCatalogue(t)
	const text = "System called\tWhat for\nPermits\tone\n"
	plan := c.pasted(exchange.Options{Sheets: []exchange.SheetOptions{{Table: "itsystem", HeaderRow: 1, Columns: map[int]string{0: "name", 1: "description"}}}}, text)
	m := exchange.MappingOf(plan)
	sheets, err := exchange.Heads(context.Background(), []string{"another"}, exchange.Pasted{"another": strings.Replace(text, "Permits", "Payroll", 1)})
	check(t, err)
	if o, fits := m.Fit(c.snap.Model, sheets); !fits || o.Sheets[0].Table != "itsystem" || o.Sheets[0].Columns[1] != "description" {
		t.Errorf("%v %+v", fits, o)
	}
}

func TestWhatWasRejectedOfABlockGoesBackAsAWorkbook(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.pasted(exchange.Options{Table: "itsystem", Partial: true}, "\nName\tDescription\tCriticality\nPermits\t007\tHigh\nPayroll\t\tHihg\n")
	c.carryOut(plan)
	if names := plan.FilesToCorrect(); len(names) != 1 || names[0] != "Copied rows 2026-11-26 21.55 to correct.xlsx" {
		t.Errorf("%q", names)
	}
	if _, err := plan.GiveBack(context.Background(), filepath.Join(c.dir, "back.csv"), true); err == nil || !strings.Contains(err.Error(), ".xlsx") {
		t.Errorf("a name with another ending: %v", err)
	}
	out := filepath.Join(c.dir, "back.xlsx")
	_, err := plan.GiveBack(context.Background(), out, true)
	check(t, err)
	f, err := excelize.OpenFile(out)
	check(t, err)
	defer f.Close()
	sheet := f.GetSheetName(0)
	for cell, want := range map[string]string{"A2": "Name", "B3": "007", "A4": "Payroll", "D2": "Not imported because", "D3": ""} {
		if got, _ := f.GetCellValue(sheet, cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	index, _ := f.GetCellStyle(sheet, "C4")
	if style, err := f.GetStyle(index); err != nil || len(style.Fill.Color) != 1 {
		t.Errorf("the bad cell looks like %+v %v", style, err)
	}
	if checks, err := f.GetDataValidations(sheet); err != nil || len(checks) != 1 {
		t.Errorf("%d drop-downs %v", len(checks), err)
	}
	check(t, f.SetCellStr(sheet, "C4", "High"))
	check(t, f.Save())
	second := c.plan(exchange.Options{Table: "itsystem"}, out)
	c.carryOut(second)
	if got := c.named("itsystem", "Payroll"); got["criticality"] != "High" || second.Counts.Skipped != 1 {
		t.Errorf("%+v %q", second.Counts, got)
	}
}

func TestABlockIsPlannedAgainFromWhatWasReadOfIt(t *testing.T) {
	c := emptyCatalogue(t)
	var shelf exchange.Shelf
	read := false
	planned := func(text string) string {
		t.Helper()
		read = false
		p := exchange.Planner{Snapshot: c.snap, IDs: c.ids, Shelf: &shelf, Pasted: exchange.Pasted{block: text}}
		p.Progress = func(phase string, _, _ int) { read = read || strings.HasPrefix(phase, "Reading") }
		plan, err := p.Plan(context.Background(), []string{block}, exchange.Options{Table: "itsystem"})
		check(t, err)
		return outcomes(plan)
	}
	if first, again := planned("Name\nPermits"), planned("Name\nPermits"); first != "2 created" || again != first || read {
		t.Errorf("%s, then %s; read again: %v", first, again, read)
	}
	if other := planned("Name\n\nPayroll"); other != "3 created" || !read {
		t.Errorf("another block of that name is %s", other)
	}
}
