package exchange_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"testing"

	"cadastre/app/exchange"
)

const cmdb = "name,class,manufacturer,serial_number,install_status\n" +
	"Mail server,Server,Dell,S-1,Installed\n" +
	"Office suite,Software,Microsoft,,Installed\n" +
	"Payroll,Business Service,,,Installed\n" +
	"Old rack,Rack,Dell,S-2,Installed\n" +
	"Office suite,Software,Microsoft,,Installed\n" +
	"Printer 1,Printer,HP,S-3,Installed\n"

func tablesOf(p *exchange.Plan) string {
	var out []string
	for _, s := range p.Sheets {
		table := "left out"
		if s.Table != nil {
			table = s.Table.Key
		}
		out = append(out, fmt.Sprintf("%s %d", table, s.Counts.Read))
	}
	return fmt.Sprint(out)
}

func divided(division exchange.Division) exchange.Options {
	return exchange.Options{Unknown: exchange.Create, Sheets: []exchange.SheetOptions{{File: "cmdb.csv", Divide: &division}}}
}

func TestASheetOfSeveralTablesIsProposedToBeDivided(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{}, c.write("cmdb.csv", cmdb))
	got := plan.Sheets[0].Proposal
	if got == nil || got.Column != 1 || !maps.Equal(got.Tables, map[string]string{"Server": "itsystemcomponent", "Software": "ittechnology"}) {
		t.Errorf("proposed: %+v", got)
	}
	plain := c.plan(exchange.Options{}, c.write("servers.csv", "name,class\nMail server,Server\nPrinter 1,Printer\n"))
	if got := plain.Sheets[0].Proposal; got != nil {
		t.Errorf("proposed for a list of servers: %+v", got)
	}
}

func TestRowsGoToTablesByTheValuesOfAColumn(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("cmdb.csv", cmdb)
	options := divided(exchange.Division{Column: 1, Tables: map[string]string{"software": "ittechnology", "Business Service": "itsystem", "Rack": ""}})
	plan := c.plan(options, path)
	if got := tablesOf(plan); got != "[ittechnology 2 itsystemcomponent 2 itsystem 1 left out 1]" {
		t.Errorf("divided into %s\n%s", got, problems(plan))
	}
	if plan.Counts.Read != 6 || plan.Counts.Skipped != 2 {
		t.Errorf("%+v\n%s", plan.Counts, problems(plan))
	}
	c.carryOut(plan)
	if got := fmt.Sprint(c.names("itsystemcomponent"), c.names("ittechnology"), c.names("itsystem")); got != "[Mail server Printer 1] [Office suite] [Payroll]" {
		t.Errorf("there are %s", got)
	}
	if got := c.named("ittechnology", "Office suite")["vendor"]; got != "Microsoft" {
		t.Errorf("the suite is of %q", got)
	}
	c.unchanged(options, path)
}

func TestEachPartOfADividedSheetIsCorrectedByItself(t *testing.T) {
	c := emptyCatalogue(t)
	options := divided(exchange.Division{Column: 1, Tables: map[string]string{"Software": "ittechnology"}})
	options.Sheets = append(options.Sheets,
		exchange.SheetOptions{File: "cmdb.csv", Part: "ittechnology", Columns: map[int]string{1: "deploymenttype", 2: ""}},
		exchange.SheetOptions{File: "cmdb.csv", Part: "itsystemcomponent", Skip: true})
	plan := c.plan(options, c.write("cmdb.csv", cmdb))
	c.carryOut(plan)
	if got := c.named("ittechnology", "Office suite"); got["deploymenttype"] != "Software" || got["vendor"] != "" {
		t.Errorf("the suite is %v", got)
	}
	if got := c.names("itsystemcomponent"); len(got) > 0 {
		t.Errorf("there are components: %v", got)
	}
	if plan.Counts.Read != 6 {
		t.Errorf("%d rows were read", plan.Counts.Read)
	}
}

func TestADivisionIsPartOfAMapping(t *testing.T) {
	c := emptyCatalogue(t)
	options := divided(exchange.Division{Column: 1, Tables: map[string]string{"Software": "ittechnology", "Rack": ""}})
	options.Sheets = append(options.Sheets, exchange.SheetOptions{File: "cmdb.csv", Part: "ittechnology", Columns: map[int]string{1: "deploymenttype"}})
	plan := c.plan(options, c.write("cmdb.csv", cmdb))
	c.carryOut(plan)
	m := saved(t, plan)
	next := c.write("next.csv", "Export of today\n"+cmdb)
	fitted, fits := c.fit(m, next)
	if !fits {
		t.Fatalf("it does not fit: %+v", m)
	}
	c.unchanged(m.Options(), next)
	c.unchanged(fitted, next)
}

func TestRowsOfADividedSheetGoBackInOneSheet(t *testing.T) {
	c := emptyCatalogue(t)
	options := divided(exchange.Division{Column: 1, Tables: map[string]string{"Software": "ittechnology"}})
	options.Unknown = exchange.Reject
	plan := c.plan(options, c.write("cmdb.csv", cmdb))
	out := filepath.Join(c.dir, "back.csv")
	if _, err := plan.GiveBack(t.Context(), out, false); err != nil {
		t.Fatal(err)
	}
	again := c.plan(options, out)
	if again.Counts.Read != 6 || again.Counts.Rejected < plan.Counts.Rejected || plan.Counts.Rejected == 0 {
		t.Errorf("%+v became %+v", plan.Counts, again.Counts)
	}
}

// A division that says two things of one value means the same every time.
func TestAValueThatIsNamedTwiceDividesTheSameEveryTime(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("cmdb.csv", cmdb)
	options := divided(exchange.Division{Column: 1, Tables: map[string]string{"Software": "ittechnology", "software": "itsystem", "SOFTWARE": "itproduct"}})
	want := tablesOf(c.plan(options, path))
	for range 20 {
		if got := tablesOf(c.plan(options, path)); got != want {
			t.Fatalf("divided into %s, then into %s", want, got)
		}
	}
}
