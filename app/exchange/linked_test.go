package exchange_test

import (
	"context"
	"path/filepath"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/snapshot"

	"github.com/google/go-cmp/cmp"
)

// A view may show what belongs to linked records. Where such a list comes back, that is left alone:
// it would otherwise fill fields of the same name here.
func TestColumnsOfLinkedRecordsComeBackWithoutAChange(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "itsystem"}, "systems.csv", "Name,Criticality,Next Review Date\nPayroll,High,2026-12-01\n")
	c.bring(exchange.Options{Table: "itsystemcomponent"}, "components.csv", "Name,IT System,Next Review Date\nDatabase,Payroll,2027-01-31\nQueue,Payroll,\n")
	table := c.snap.Model.Table("itsystemcomponent")
	columns, err := c.snap.Paths(table, []string{"name", "itsystem", "itsystem.nextreviewdate", "itsystem.criticality", "itsystem.name"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"view.xlsx", "view.csv"} {
		path := filepath.Join(c.dir, name)
		part := exchange.Part{Table: table, Columns: columns, Slots: []snapshot.Slot{0, 1}}
		if err := (exchange.Exporter{Snapshot: c.snap}).Write(context.Background(), path, []exchange.Part{part}); err != nil {
			t.Fatal(err)
		}
		c.unchanged(exchange.Options{Table: "itsystemcomponent"}, path)
	}
}

// A person who is named with the last name first is the one who is named with it last, and is created once, as
// the first cell has it.
func TestAPersonNamedBothWaysIsCreatedOnce(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "itsystem", Unknown: exchange.Create}, "systems.csv",
		"Name,Point of Contact\nPayroll,\"Doe, Jane\"\nPermits,Jane Doe\nBilling,Dr. Bob Roe\nParks,\"Roe, Dr. Bob\"\nLab,\"Ann Lee, PMP\"\n")
	got := c.names("contact")
	if diff := cmp.Diff([]string{"Ann Lee, PMP", "Doe, Jane", "Dr. Bob Roe"}, got); diff != "" {
		t.Error(diff)
	}
}
