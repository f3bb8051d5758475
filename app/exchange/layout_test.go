package exchange_test

import (
	"fmt"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/app/exchange/recognise"
)

func headers(p *exchange.Plan) string {
	var out []string
	for _, m := range p.Sheets[0].Columns {
		field := "-"
		if m.Field != nil {
			field = m.Field.Key
		}
		out = append(out, m.Column.Header+" = "+field)
	}
	return strings.Join(out, ", ")
}

func TestAHeaderOfTwoLinesIsReadAsOne(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.workbook("systems.xlsx", map[string][][]any{"Systems": {
		{"Register of systems 2026"},
		{"System", nil, "Review", nil, "Vendor"},
		{"Name", "Code", "Last", "Next"},
		{"Payroll", "PAY", "2026-01-02", "2027-01-02", "Tyler"},
		{"Permits", "PRM", "2026-02-03", "2027-02-03", "Dell"},
	}})
	options := exchange.Options{Table: "itsystem", Unknown: exchange.Create}
	plan := c.plan(options, path)
	want := strings.ReplaceAll("System > Name = name, System > Code = systemcode, Review > Last = lastreviewdate, Review > Next = nextreviewdate, Vendor = vendor", " > ", recognise.Over)
	if got := headers(plan); got != want {
		t.Errorf("read as %s", got)
	}
	if got := outcomes(plan); got != "4 created, 5 created" {
		t.Errorf("%s\n%s", got, problems(plan))
	}
	m := saved(t, plan)
	c.carryOut(plan)
	c.unchanged(m.Options(), path)
}

func TestAFileCalledLikeATableIsNotTakenForItWhereNothingInItIsCalledSo(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.workbook("bureau.xlsx", map[string][][]any{"Our systems": {
		{"System name", "Short", "Criticality", "Stage"},
		{"Payroll", "PAY", "High", "Operational"},
	}})
	if got := headers(c.plan(exchange.Options{}, path)); !strings.HasPrefix(got, "System name = name, ") {
		t.Errorf("read as %s", got)
	}
}

func TestAFirstColumnCalledAfterItsTableTellsTheTable(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{Unknown: exchange.Create}, c.write("march.csv", "System Name;Abbrev.;Vendor;Review due\nLode Index;LI;Orefield Ltd;2027-01-05\nClaim Desk;CD;Orefield Ltd;2027-02-05\n"))
	if s := plan.Sheets[0]; s.Table == nil || s.Table.Key != "itsystem" || plan.Counts.Created != 2 {
		t.Errorf("%+v\n%s", plan.Counts, s.Why)
	}
	other := c.plan(exchange.Options{}, c.write("list.csv", "Application;Vendor Name;URL\nLode Index;Orefield Ltd;https://lode.example\n"))
	if s := other.Sheets[0]; s.Table != nil && s.Table.Key == "account" {
		t.Errorf("a vendor's name beside another name makes a list of vendors: %s", s.Why)
	}
}

// What looks like a header of two lines and is none.
func TestAFirstRowOfDataIsNoPartOfTheHeader(t *testing.T) {
	c := emptyCatalogue(t)
	for what, text := range map[string]string{
		"a remark beyond the headers": "Name,Vendor,\nPayroll,Tyler,old\nPermits,Dell,\n",
		"a title":                     "Our systems,,\nName,Vendor,Abbreviation\nPayroll,Tyler,PAY\nPermits,Dell,PRM\n",
		"words that are headers, too": "Name,Vendor,,\nSystem,Tyler,,Code\nPermits,Dell,,\n",
	} {
		plan := c.plan(exchange.Options{Table: "itsystem", Unknown: exchange.Create}, c.write("systems.csv", text))
		if plan.Counts.Created != 2 || strings.Contains(headers(plan), recognise.Over) {
			t.Errorf("%s: %+v %s\n%s", what, plan.Counts, headers(plan), problems(plan))
		}
	}
}

func TestRowsWithoutANameGoOnWithTheRowAbove(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Abbreviation,Technologies,Description\nPayroll,PAY,Java,Pays people\n,,Oracle,every month\n,,Go,\nPermits,,Java,\n,PRM,,Grants permits\n,XXX,,\n")
	options := exchange.Options{Table: "itsystem", Unknown: exchange.Create, Partial: true}
	plan := c.plan(options, path)
	if got := outcomes(plan); !strings.HasPrefix(got, "2 created, 3 skipped, 4 skipped, 5 created, 6 skipped, 7 rejected") {
		t.Fatalf("%s\n%s", got, problems(plan))
	}
	c.carryOut(plan)
	if got := fmt.Sprint(c.names("itsystemtechnology")); got != "[Payroll Go Payroll Java Payroll Oracle Permits Java]" {
		t.Errorf("the links are %s", got)
	}
	if got := c.named("itsystem", "Payroll")["description"]; got != "Pays people\nevery month" {
		t.Errorf("Payroll is described as %q", got)
	}
	if got := c.named("itsystem", "Permits")["abbreviation"]; got != "PRM" {
		t.Errorf("Permits is abbreviated %q", got)
	}
	again := c.plan(options, path)
	if again.Counts.Created+again.Counts.Updated > 0 {
		t.Errorf("again: %+v\n%s", again.Counts, cells(again))
	}
}

// One name forgotten in a list is no reason to give the row to the record above.
func TestARowWhoseNameWasForgottenGoesOnWithNoOther(t *testing.T) {
	c := emptyCatalogue(t)
	for what, text := range map[string]string{
		"it would fill a blank":      "Name,Abbreviation,Vendor\nPayroll,PAY,Tyler\nPermits,,\n,FIN,\n",
		"it says much":               "Name,Description,Criticality\nPayroll,Pays people,High\n,Fines people,High\n",
		"most others contradict":     "Name,Abbreviation,Description\nPayroll,PAY,Pays people\n,,every month\n,FIN,\n,GRA,\n",
		"the column is no list else": "Name,Technology,Vendor\nPayroll,Java,Tyler\n,Oracle,Dell\nPermits,Go,Tyler\n",
	} {
		plan := c.plan(exchange.Options{Table: "itsystem", Unknown: exchange.Create}, c.write("systems.csv", text))
		if codes(plan)["continues-row"]+codes(plan)["continued-rows"] > 0 || plan.Counts.Rejected == 0 || len(plan.Sheets) > 1 {
			t.Errorf("%s: %s\n%s", what, outcomes(plan), problems(plan))
		}
	}
}

func TestWhatARowAddsToTheOneAboveIsSaid(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Abbreviation,Description,Criticality,Lifecycle Stage\nPayroll,,Pays people,High,Operational\n,PAY,every month,,\n")
	o := exchange.Options{Table: "itsystem"}
	plan := c.plan(o, path)
	if p := problemAt(t, plan, "continued-rows"); p.Message != "In “systems” a record may take several rows: 1 row has no name, and what they say is taken with the row above. Each says what it adds." {
		t.Error(p.Message)
	}
	if p := problemAt(t, plan, "continues-row"); p.Message != "The row has no name and goes on with row 2: it fills Abbreviation and adds to Description." {
		t.Error(p.Message)
	}
	o.Rows = []exchange.RowAnswer{{File: "systems.csv", Sheet: "systems", Row: 3}}
	c.carryOut(c.plan(o, path))
	if got := c.named("itsystem", "Payroll"); got["abbreviation"] != "" || got["description"] != "Pays people" {
		t.Errorf("a row that is left out was taken with the one above: %v", got)
	}
}

// A row with an identifier is a record of its own, whether it is named or not.
func TestARowWithAnIdentifierGoesOnWithNoOther(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "itsystem"}, "there.csv", "Name,System Code\nFines,4712\n")
	path := c.write("systems.csv", "Name,System Code,Abbreviation\nPermits,,\n,4712,FIN\n")
	plan := c.plan(exchange.Options{Table: "itsystem"}, path)
	if got := outcomes(plan); got != "2 created, 3 updated" {
		t.Fatalf("%s\n%s", got, problems(plan))
	}
	c.carryOut(plan)
	if got := c.named("itsystem", "Fines")["abbreviation"] + c.named("itsystem", "Permits")["systemcode"]; got != "FIN" {
		t.Errorf("Fines and Permits hold %q", got)
	}
}

// A column of names is often called after what the rows are.
func TestTheColumnOfNamesMayBeCalledAfterItsTable(t *testing.T) {
	c := emptyCatalogue(t)
	for text, want := range map[string]string{
		"IT System Name,Acronym\nPermits,PRM\n":                    "itsystem: IT System Name = name, Acronym = abbreviation",
		"Vendor,IT Systems Name,Acronym\nTyler,Permits,PRM\n":      "itsystem: Vendor = vendor, IT Systems Name = name, Acronym = abbreviation",
		"Information System Title,Acronym\nPermits,PRM\n":          "itsystem: Information System Title = name, Acronym = abbreviation",
		"System Name,Component Name,Acronym\nPermits,db1,D\n":      "itsystemcomponent: System Name = itsystem, Component Name = name, Acronym = abbreviation",
		"Technology Type Name,Description\nDatabase,Keeps rows\n":  "ittechnologytype: Technology Type Name = name, Description = description",
		"Apps Name,Vendor Name\nPermits,Tyler\n":                   "itsystem: Apps Name = name, Vendor Name = vendor",
		"Server,Type,OS\ndb1.local,VM,Debian\n":                    "itsystemcomponent: Server = name, Type = itsystemcomponenttype, OS = ittechnology",
		"Account Name,Contact Name,Phone\nTyler,Ann Doe,555-123\n": "account: Account Name = name, Contact Name = -, Phone = telephone1",
	} {
		table, _, _ := strings.Cut(want, ":")
		plan := c.plan(exchange.Options{Table: table, Unknown: exchange.Create}, c.write("export.csv", text))
		if got := table + ": " + headers(plan); got != want {
			t.Errorf("read as %s, want %s\n%s", got, want, problems(plan))
		}
	}
}

// A column of dates is known as one also where most of its cells say no more than the year or a part of it.
func TestYearsAndQuartersSpeakForAColumnOfDates(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{Table: "itsystem"}, c.write("plan.csv", "Name,Go-Live\nPayroll,2020-01-02\nPermits,Q3 2019\nBilling,FY2020\nParks,1998\n"))
	if got := headers(plan); got != "Name = name, Go-Live = golivedate" {
		t.Errorf("read as %s", got)
	}
	if plan.Counts.Created != 1 || plan.Counts.Rejected != 3 {
		t.Errorf("%+v\n%s", plan.Counts, problems(plan))
	}
}

// What a workbook is called says nothing of a sheet of remarks in it.
func TestASheetOfRemarksIsNoTable(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{}, c.workbook("department of water.xlsx", map[string][][]any{
		"Apps":   {{"App Name", "Acronym"}, {"Payroll", "PAY"}},
		"Readme": {{"Blue is new. Ask Jim."}},
	}))
	for _, sheet := range plan.Sheets {
		if got := sheet.Table != nil; got != (sheet.Sheet == "Apps") {
			t.Errorf("%s: taken for a table: %v", sheet.Sheet, got)
		}
	}
}

// A header that a file repeats is known as one also after the file was given back with a column of reasons.
func TestARepeatedHeaderIsKnownBesideTheReasons(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{Table: "itsystem"}, c.write("back.csv",
		"Name,Criticality,To correct before import\nPayroll,High,\nName,Criticality,\nPermits,Hihg,No such choice\n"))
	if plan.Counts.Created != 1 || plan.Counts.Skipped != 1 || plan.Counts.Rejected != 1 || codes(plan)["repeated-header"] != 1 {
		t.Errorf("%+v\n%s", plan.Counts, problems(plan))
	}
}

func TestTheFirstDayOfAMonthIsTakenAndTold(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{Table: "itsystem"}, c.write("plan.csv", "Name,Go Live\nPayroll,June 2020\nPermits,2020-07\nBilling,3 March 2020\nParks,06/2021\n"))
	if got, want := problems(plan), "“June 2020” in the column “Go Live” is read as 2020-06-01, the first day of the month, likewise in 2 other rows."; !strings.Contains(got, want) || plan.Counts.Created != 4 {
		t.Errorf("%+v\n%s", plan.Counts, got)
	}
}
