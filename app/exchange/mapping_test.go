package exchange_test

import (
	"context"
	"testing"

	"cadastre/app/exchange"
)

// saved is how a plan understood its files, as it comes back from a file.
func saved(t *testing.T, p *exchange.Plan) exchange.Mapping {
	t.Helper()
	m := exchange.MappingOf(p)
	text, err := m.Text()
	if err != nil {
		t.Fatal(err)
	}
	if m, err = exchange.ReadMapping(text); err != nil {
		t.Fatal(err)
	}
	return m
}

// heads are the first rows of files, as a mapping is compared with them.
func (c *catalogue) fit(m exchange.Mapping, paths ...string) (exchange.Options, bool) {
	c.Helper()
	sheets, err := exchange.Heads(context.Background(), paths, nil)
	if err != nil {
		c.Fatal(err)
	}
	return m.Fit(c.snap.Model, sheets)
}

const march = "Title,Remark,Remark,Vendor,Rating\nPayroll,a,b,Dell Inc.,Hihg\nPermits,c,d,Lenovo,Low\n"

// marchOptions are what somebody answered about the list of March.
func marchOptions() exchange.Options {
	return exchange.Options{Answers: []exchange.Answer{
		{Table: "account", Value: "Dell Inc.", Use: exchange.MapTo, To: "Dell"},
		{Table: "account", Value: "Lenovo", Use: exchange.MakeRecord},
		{Table: "itsystem", Field: "criticality", Value: "Hihg", Use: exchange.MapTo, To: "High"},
	}, Sheets: []exchange.SheetOptions{{File: "march.csv", Table: "itsystem", Columns: map[int]string{1: "", 2: "abbreviation", 4: "criticality"}}}}
}

func TestASavedMappingBringsInTheNextFileOfItsShape(t *testing.T) {
	c := withVendors(t)
	plan := c.plan(marchOptions(), c.write("march.csv", march))
	m := saved(t, plan)
	c.carryOut(plan)

	april := c.write("april.csv", "Our systems\nas of April\n\nVendor,Title,Remark,Remark,Rating\nDell Inc.,Payroll,a,b,Hihg\nLenovo,Permits,c,d,Low\nDell Inc.,Grants,x,y,hihg\n")
	fitted, fits := c.fit(m, april)
	if !fits {
		t.Fatal("the mapping does not fit the list of April")
	}
	for how, options := range map[string]exchange.Options{"by --map": m.Options(), "in the window": fitted} {
		plan := c.plan(options, april)
		if got := outcomes(plan); got != "5 unchanged, 6 unchanged, 7 created" {
			t.Errorf("%s: %s\n%s%s", how, got, problems(plan), cells(plan))
		}
		if plan.Open() > 0 {
			t.Errorf("%s asks\n%s", how, asked(plan))
		}
	}
	c.carryOut(c.plan(fitted, april))
	if got := c.named("itsystem", "Grants"); got["vendor"] != "Dell" || got["criticality"] != "High" || got["abbreviation"] != "y" {
		t.Errorf("Grants is %v", got)
	}
}

func TestAMappingIsNotOfferedForFilesOfAnotherShape(t *testing.T) {
	c := withVendors(t)
	m := saved(t, c.plan(marchOptions(), c.write("march.csv", march)))
	for _, text := range []string{
		"Title,Remark,Remark,Vendor\nPayroll,a,b,Dell\n",                         // a column that it places is gone
		"Title,Remark,Remark,Vendor,Rating,A,B,C\nPayroll,a,b,Dell,High,1,2,3\n", // another list that has these columns, too
		"Name,Abbreviation,Criticality\nPayroll,PAY,High\n",                      // nothing alike
	} {
		if _, fits := c.fit(m, c.write("other.csv", text)); fits {
			t.Errorf("the mapping fits\n%s", text)
		}
	}
}

func TestAMappingKnowsTheSheetsOfAWorkbookApart(t *testing.T) {
	c := withVendors(t)
	path := c.workbook("book.xlsx", map[string][][]any{
		"Live":   {{"Label", "Code"}, {"Payroll", "PAY"}},
		"Legend": {{"Label", "Code"}, {"how to read", "this"}},
	})
	options := exchange.Options{Sheets: []exchange.SheetOptions{
		{File: "book.xlsx", Sheet: "Live", Table: "itsystem", Columns: map[int]string{0: "name", 1: "abbreviation"}},
		{File: "book.xlsx", Sheet: "Legend", Skip: true}}}
	m := saved(t, c.plan(options, path))
	plan := c.plan(m.Options(), path)
	c.carryOut(plan)
	if got := c.names("itsystem"); len(got) != 1 || got[0] != "Payroll" {
		t.Errorf("there are %v\n%s", got, problems(plan))
	}
	if fitted, fits := c.fit(m, path); !fits || len(fitted.Sheets) != 2 {
		t.Errorf("it fits as %+v", fitted.Sheets)
	}
}
