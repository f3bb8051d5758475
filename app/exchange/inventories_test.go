package exchange_test

import (
	"path/filepath"
	"testing"

	"cadastre/app/exchange"
)

// Real inventories come in without preparation, and a second time change nothing.
func TestRealInventories(t *testing.T) {
	folder := shared(t, "samples", "inventories")
	for file, table := range map[string]string{
		"fisma-systems.csv": "itsystem", "govuk-apps.csv": "itsystem", "gsa-it-standards-2021.csv": "ittechnology",
		"servicenow-cmdb-ci.csv": "itsystemcomponent", "fisma-assets.csv": "itsystemcomponent",
		"valid_it_contract_example.xlsx": "itproductentitlement",
	} {
		c := emptyCatalogue(t)
		options := exchange.Options{Partial: true, Unknown: exchange.Create}
		path := filepath.Join(folder, file)
		first := c.plan(options, path)
		if got := first.Sheets[0].Table; got == nil || got.Key != table {
			t.Errorf("%s was taken for %+v, want %s", file, got, table)
			continue
		}
		c.carryOut(first)
		if again := c.plan(options, path); again.Counts.Created+again.Counts.Updated != 0 {
			t.Errorf("%s again: %+v\n%s", file, again.Counts, cells(again))
		}
	}
}

func TestRowsKeepTheirOrderAndNumbers(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{}, "systems.csv", "Name,Abbreviation\nPermits,PRM\n")
	plan := c.plan(exchange.Options{}, c.write("systems.csv", "Name,Abbreviation\nPayroll,PAY\nPermits,PMT\n,X\n"))
	if got, want := outcomes(plan), "2 created, 3 updated, 4 rejected"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
