package api_test

import (
	"fmt"
	"testing"

	"cadastre/app/api"
	"cadastre/app/exchange"
)

func TestAValueMapTranslatesAndWhatIsDecidedIsKept(t *testing.T) {
	s := empty(t)
	s.save(t, "integrationvaluemap", "", map[string]any{"name": "1", "sourcesystemkey": "SNOW", "codelist": "High Medium Low", "sourcecode": "1", "sourcelabel": "Most critical", "canonicalcodevalue": "High", "confidence": 1.0})
	decided := []exchange.Answer{{Table: "itsystem", Field: "criticality", Value: "bottom", Use: exchange.MapTo, To: "Low"}}
	file := "Name,Criticality\nPayroll,1\nPermits,most critical\nFines,bottom\n"
	s.importedWith(t, "a.csv", file, api.ImportOptions{Source: "snow", Answers: decided})
	for name, want := range map[string]string{"Payroll": "High", "Permits": "High", "Fines": "Low"} {
		if got := s.shown(t, name, "criticality"); got != want {
			t.Errorf("the criticality of %s is %q", name, got)
		}
	}
	s.from(t, "SNOW", "Name,Criticality\nLand register,bottom\nFees,High\n")
	if got := s.shown(t, "Land register", "criticality"); got != "Low" {
		t.Errorf("what was decided is not known the next time: %q", got)
	}
}

// Value maps that contradict each other are both named, and neither is taken before somebody has said which.
func TestValueMapsThatContradictEachOtherAreNamed(t *testing.T) {
	s := empty(t)
	for _, m := range [][3]string{{"first map", "High Medium Low", "High"}, {"second map", "Criticality", "Low"}} { // the list, and what the field calls it
		s.save(t, "integrationvaluemap", "", map[string]any{"name": m[0], "sourcesystemkey": "SNOW", "codelist": m[1], "sourcecode": "1", "canonicalcodevalue": m[2]})
	}
	file := "Name,Criticality\nPayroll,1\nPermits,1\n"
	job := s.planned(t, "SNOW.csv", file, api.ImportOptions{Source: "SNOW"})
	problems, err := s.imports.Problems(job, "disputed-value", false, 0, 10)
	if err != nil || len(problems.Problems) != 2 {
		t.Fatalf("%+v %v", problems, err)
	}
	same(t, []string{problems.Problems[0].Message}, "Value maps of SNOW contradict each other about “1”: “first map” takes it for “High”, “second map” takes it for “Low”. Say what it stands for, or correct one of the maps.")
	questions, err := s.imports.Questions(job, "", "", true, 0, 10)
	if err != nil || len(questions.Questions) != 1 {
		t.Fatalf("%+v %v", questions, err)
	}
	same(t, questions.Questions[0].Nearest, "High", "Low")
	s.importedWith(t, "SNOW.csv", file, api.ImportOptions{Source: "SNOW", Answers: []exchange.Answer{{Table: "itsystem", Field: "criticality", Value: "1", Use: exchange.MapTo, To: "High"}}})
	s.from(t, "SNOW", "Name,Criticality\nFines,1\n")
	same(t, []string{s.shown(t, "Payroll", "criticality"), s.shown(t, "Fines", "criticality")}, "High", "High")
}

// Value maps that say the same in other words do not contradict each other.
func TestValueMapsAreComparedByWhatTheyMean(t *testing.T) {
	s := empty(t)
	vendor := s.save(t, "account", "", map[string]any{"name": "Microsoft"})
	for i, m := range [][3]string{
		{"Criticality", "1", "High"}, {"High Medium Low", "1", "166840000"}, {"High Medium Low", "1", "critical"},
		{"Vendor", "MSFT", "Microsoft"}, {"Accounts", "MSFT", "microsoft (" + vendor.ID + ")"}, {"Vendor", "MSFT", vendor.ID}, {"Vendor", "MSFT", "Microsoft"},
	} {
		s.save(t, "integrationvaluemap", "", map[string]any{"name": fmt.Sprint(i), "sourcesystemkey": "SNOW", "codelist": m[0], "sourcecode": m[1], "canonicalcodevalue": m[2]})
	}
	s.from(t, "SNOW", "Name,Criticality,Vendor\nPayroll,1,MSFT\n")
	same(t, []string{s.shown(t, "Payroll", "criticality"), s.shown(t, "Payroll", "vendor")}, "High", "Microsoft")
}

// A value map about a list that nothing is called by is told: somebody would wonder why it does nothing.
func TestAValueMapWithoutEffectIsTold(t *testing.T) {
	s := empty(t)
	s.save(t, "integrationvaluemap", "", map[string]any{"name": "Levels", "sourcesystemkey": "SNOW", "codelist": "Critcality", "sourcecode": "1", "canonicalcodevalue": "High"})
	job := s.planned(t, "SNOW.csv", "Name,URL\nPayroll,\n", api.ImportOptions{Source: "SNOW"})
	plan, err := s.imports.Plan(job)
	if err != nil {
		t.Fatal(err)
	}
	same(t, plan.Notes, "The value map “Levels” has no effect: no field, list of choices or table is called “Critcality”. Correct its Code List.")
}

// What a value map is not sure of is suggested first, and what is suggested beside the cell stays as it is.
func TestAnUnsureValueMapIsSuggested(t *testing.T) {
	s := empty(t)
	s.save(t, "integrationvaluemap", "", map[string]any{"name": "1", "sourcesystemkey": "SNOW", "codelist": "High Medium Low", "sourcecode": "Hihg", "canonicalcodevalue": "High", "confidence": 0.5})
	job := s.planned(t, "SNOW.csv", "Name,Criticality\nPayroll,Hihg\n", api.ImportOptions{Source: "SNOW"})
	questions, err := s.imports.Questions(job, "", "", true, 0, 10)
	if err != nil || len(questions.Questions) != 1 {
		t.Fatalf("%+v %v", questions, err)
	}
	same(t, questions.Questions[0].Nearest, "High")
	problems, err := s.imports.Problems(job, "unknown-choice", false, 0, 10)
	if err != nil || len(problems.Problems) != 1 {
		t.Fatalf("%+v %v", problems, err)
	}
	same(t, problems.Problems[0].Suggestions, "High")
}

// A value map that is made while a value waits says what the value stands for.
func TestAValueMapSaysWhatAWaitingValueStandsFor(t *testing.T) {
	s := empty(t)
	s.policy(t, "criticality", "SNOW", "On Certify", nil)
	s.from(t, "SNOW", "Name,Criticality\nPayroll,High\n")
	item := s.page(t, api.Query{Table: "integrationsyncitem", Search: "criticality", Limit: 1}).Rows[0].ID
	s.save(t, "integrationsyncitem", item, map[string]any{"newvalue": "OPS"})
	stuck := func(why string) {
		t.Helper()
		page, err := s.sources.Waiting(api.QueueFilter{}, 0, 1)
		if err != nil || page.Entries[0].Stuck != why {
			t.Errorf("it cannot be accepted because %q, %v", page.Entries[0].Stuck, err)
		}
	}
	stuck("“OPS” is no Criticality. Say in a value map what it stands for, or decline it.")

	codes := map[string]any{"name": "OPS", "sourcesystemkey": "snow", "codelist": "Criticality", "sourcecode": "ops", "canonicalcodevalue": "Enormous"}
	s.save(t, "integrationvaluemap", "", codes)
	stuck("A value map of SNOW takes “OPS” for “Enormous”, which is no Criticality. Correct the map, or decline it.")
	of := s.page(t, api.Query{Table: "integrationvaluemap", Limit: 1}).Rows[0].ID
	s.save(t, "integrationvaluemap", of, map[string]any{"canonicalcodevalue": "Low", "confidence": 0.5})
	stuck("A value map of SNOW takes “OPS” for “Low”, but is not sure. Say in the map how sure it is, or decline it.")
	s.save(t, "integrationvaluemap", of, map[string]any{"confidence": 1.0})
	stuck("")
	same(t, s.queue(t, "proposed"), "Payroll criticality →Low (“OPS” by a value map) SNOW")
	s.decide(t, api.QueueDecision{Accept: true})
	if got := s.shown(t, "Payroll", "criticality"); got != "Low" {
		t.Errorf("accepted, and the system has %q", got)
	}
}
