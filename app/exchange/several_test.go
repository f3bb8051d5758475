package exchange_test

import (
	"fmt"
	"testing"

	"cadastre/app/exchange"
)

func TestCellsThatNameSeveralBecomeLinks(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{}, "it technologies.csv", "Name\nJava\nOracle\n")
	path := c.write("systems.csv", "Name,Technologies,Vendor\nPayroll,Java; Oracle,\"Tyler, Inc.\"\nPermits,Java;;Angular ;Java,\nGrants,,\n")
	options := exchange.Options{Table: "itsystem", Unknown: exchange.Create}
	plan := c.plan(options, path)
	if got := tablesOf(plan); got != "[itsystem 3 itsystemtechnology 5]" {
		t.Fatalf("it holds %s\n%s", got, problems(plan))
	}
	c.carryOut(plan)
	want := "[Payroll Java Payroll Oracle Permits Angular Permits Java]"
	if got := fmt.Sprint(c.names("itsystemtechnology")); got != want {
		t.Errorf("the links are %s", got)
	}
	if got := fmt.Sprint(c.names("ittechnology"), c.names("account")); got != "[Angular Java Oracle] [Tyler, Inc.]" {
		t.Errorf("there are %s", got)
	}
	c.unchanged(options, path)
}

func TestALinkIsAskedAboutLikeAnyName(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{}, "it technologies.csv", "Name\nJava\n")
	path := c.write("systems.csv", "Name,Technologies\nPayroll,Java | Jva\nPermits,Jva | Java\n")
	plan := c.plan(exchange.Options{Table: "itsystem"}, path)
	if got := asked(plan); got != `ittechnology "Jva" ×2 unknown-name ~ Java` {
		t.Errorf("asked %s", got)
	}
	if p := problemAt(t, c.plan(exchange.Options{Table: "itsystem"}, c.write("one.csv", "Name,Technologies\nPayroll,Java | Jva\n")), "unknown-name"); p.Row != 2 || p.Column != "B" || p.Header != "Technologies" {
		t.Errorf("the problem stands at %s%d “%s”", p.Column, p.Row, p.Header)
	}
}

func TestAColumnIsSaidToNameSeveral(t *testing.T) {
	c := emptyCatalogue(t)
	options := exchange.Options{Table: "itsystem", Unknown: exchange.Create, Sheets: []exchange.SheetOptions{{Columns: map[int]string{1: "itsystemtechnology.ittechnology"}}}}
	path := c.write("systems.csv", "Name,Made with\nPayroll,Java\nPermits,Go\n")
	plan := c.plan(options, path)
	c.carryOut(plan)
	if got := fmt.Sprint(c.names("itsystemtechnology")); got != "[Payroll Java Permits Go]" {
		t.Errorf("the links are %s", got)
	}
	m := saved(t, plan)
	c.unchanged(m.Options(), path)
	once := c.plan(exchange.Options{Table: "itsystem"}, c.write("names.csv", "Name,Technology\nGrants,Java\n"))
	if got := tablesOf(once); got != "[itsystem 1]" {
		t.Errorf("one technology a row is taken for %s", got)
	}
}
