package api_test

import (
	"testing"

	"cadastre/app/api"
	"cadastre/app/exchange"
)

// Values are counted by what becomes of them, whether an answer about them all or about each decides.
func TestDecidedValuesAreCounted(t *testing.T) {
	s := empty(t)
	of := func(value string, use exchange.Use, to string) exchange.Answer {
		return exchange.Answer{Table: "itsystem", Field: "criticality", Value: value, Use: use, To: to}
	}
	job := s.planned(t, "systems.csv", "Name,Criticality,Vendor\nPayroll,urgent,Dell\nPermits,meh,Acme\nFines,red,Acme\nTolls,blue,Tyler\n", api.ImportOptions{
		Answers: []exchange.Answer{of("urgent", exchange.MapTo, "High"), of("meh", exchange.LeaveBlank, ""), of("red", exchange.SkipRows, ""), {Table: "account", Use: exchange.MakeRecord}}})
	found, err := s.imports.Questions(job, "", "", false, 0, 0)
	if err != nil || len(found.Groups) != 2 {
		t.Fatalf("%+v %v", found, err)
	}
	for _, g := range found.Groups {
		d := g.Decided
		if ok := g.Field == "" && d["create"] == g.Count && g.Open == 0 || g.Field != "" && g.Count == 4 && g.Open == 1 && d["map"] == 1 && d["blank"] == 1 && d["skip"] == 1; !ok {
			t.Errorf("%+v", g)
		}
	}
}
