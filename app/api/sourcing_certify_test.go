package api_test

import (
	"testing"

	"cadastre/app/api"
)

// A value that was certified is so again when its source takes back what it said instead.
func TestACertifiedValueStaysSoWhenItsSourceSaysItAgain(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Certify", nil)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	s.decide(t, api.QueueDecision{Accept: true})
	same(t, s.queue(t, ""))
	s.from(t, "SNOW", "Name,URL\nPayroll,https://second.example.gov\n")
	same(t, s.queue(t, ""), "Payroll url https://first.example.gov→https://second.example.gov SNOW")
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	same(t, s.queue(t, ""))
}

// What a source gave and nobody has certified is still to be certified when what it said later is declined.
func TestDecliningLeavesWhatIsToBeCertified(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Ingest", nil)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	policy := s.page(t, api.Query{Table: "integrationcommitpolicy", Limit: 1}).Rows[0].ID
	s.save(t, "integrationcommitpolicy", policy, map[string]any{"commitmode": 166840001.0})
	s.from(t, "SNOW", "Name,URL\nPayroll,https://second.example.gov\n")
	same(t, s.queue(t, ""), "Payroll url https://first.example.gov→https://second.example.gov SNOW")
	s.decide(t, api.QueueDecision{})
	same(t, s.queue(t, ""), "Payroll url https://first.example.gov→ SNOW")
}

func TestAValueThatMustBeCertifiedWaitsUnlessThePolicyDoesSo(t *testing.T) {
	s := empty(t)
	s.policy(t, "criticality", "SNOW", "On Certify", nil)
	s.policy(t, "url", "SNOW", "On Certify", map[string]any{"autocertify": 166840001.0})
	s.policy(t, "abbreviation", "SNOW", "On Ingest", nil)
	s.from(t, "SNOW", "Name,Criticality,URL,Abbreviation\nPayroll,High,https://pay.example.gov,PAY\n")
	if got := s.shown(t, "Payroll", "criticality") + s.shown(t, "Payroll", "url") + s.shown(t, "Payroll", "abbreviation"); got != "https://pay.example.govPAY" {
		t.Errorf("the new system has %q", got)
	}
	same(t, s.queue(t, "proposed"), "Payroll criticality →High SNOW")
	same(t, s.queue(t, "uncertified"), "Payroll abbreviation PAY→ SNOW")
	s.decide(t, api.QueueDecision{Accept: true})
	if got := s.shown(t, "Payroll", "criticality"); got != "High" {
		t.Errorf("accepted, and the system has %q", got)
	}
	same(t, s.queue(t, ""))
}
