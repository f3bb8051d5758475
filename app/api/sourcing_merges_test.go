package api_test

import (
	"testing"

	"cadastre/app/api"
)

// A record that others are merged into keeps what its sources gave it, the last of it.
func TestAMergedRecordStillKnowsWhoseItsValuesAre(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.imported(t, "old.csv", "Name\nWages\n")
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	s.from(t, "SNOW", "Name,URL\nPayroll,https://second.example.gov\n")
	drop := s.systemID(t, "Payroll")
	merge := api.MergeRequest{Table: "itsystem", Keep: s.systemID(t, "Wages"), Drop: []string{drop}, From: map[string]string{"url": drop}}
	if _, err := s.duplicates.Merge(merge); err != nil {
		t.Fatal(err)
	}
	s.from(t, "AZ", "Name,URL\nWages,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"), "Wages url https://second.example.gov→https://az.example.gov AZ")
}

// Of what waits of one source for one field of merged records the last is left; undo brings the other back.
func TestOfMergedRecordsOneValueOfASourceWaits(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://pay.example.gov\nWages,https://pay.example.gov\n")
	s.from(t, "AZ", "Name,URL\nPayroll,https://first.example.gov\n")
	s.from(t, "AZ", "Name,URL\nWages,https://second.example.gov\n")
	merge := api.MergeRequest{Table: "itsystem", Keep: s.systemID(t, "Payroll"), Drop: []string{s.systemID(t, "Wages")}}
	if _, err := s.duplicates.Merge(merge); err != nil {
		t.Fatal(err)
	}
	same(t, s.queue(t, "proposed"), "Payroll url https://pay.example.gov→https://second.example.gov AZ")
	s.decide(t, api.QueueDecision{Filter: api.QueueFilter{Kind: "proposed"}})
	same(t, s.queue(t, "proposed"))
	for range 2 {
		if _, err := s.history.Undo(0); err != nil {
			t.Fatal(err)
		}
	}
	same(t, s.queue(t, "proposed"), "Payroll url https://pay.example.gov→https://first.example.gov AZ", "Wages url https://pay.example.gov→https://second.example.gov AZ")
}

// A merge leaves alone what waits for records that it does not touch, also where it waits twice.
func TestAMergeLeavesWhatWaitsForOthers(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Certify", nil)
	s.imported(t, "old.csv", "Name\nPayroll\nWages\nPermits\n")
	s.from(t, "AZ", "Name,URL\nPermits,https://first.example.gov\n")
	job := s.page(t, api.Query{Table: "integrationsyncjob", Limit: 1}).Rows[0].ID
	s.save(t, "integrationsyncitem", "", map[string]any{"name": "Permits URL", "targettable": "itsystem", "targetid": s.systemID(t, "Permits"),
		"fieldname": "url", "newvalue": "https://second.example.gov", "integrationsyncjob": job})
	merge := api.MergeRequest{Table: "itsystem", Keep: s.systemID(t, "Payroll"), Drop: []string{s.systemID(t, "Wages")}}
	if _, err := s.duplicates.Merge(merge); err != nil {
		t.Fatal(err)
	}
	if n := s.count(t, "integrationsyncitem"); n != 2 {
		t.Errorf("%d items after a merge of others", n)
	}
}
