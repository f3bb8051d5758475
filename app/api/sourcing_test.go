package api_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"cadastre/app/api"
	"cadastre/app/exchange"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// from brings a file of a source into the catalogue.
func (s *services) from(t *testing.T, key, text string) uint64 {
	t.Helper()
	return s.importedWith(t, key+".csv", text, api.ImportOptions{Source: key})
}

// policy says whose values go into a field of systems.
func (s *services) policy(t *testing.T, field, sources, mode string, more map[string]any) {
	t.Helper()
	values := map[string]any{"name": field + " policy", "targettable": "itsystem", "fieldname": field, "authoritativesources": sources,
		"commitmode": map[string]float64{"On Ingest": 166840000, "On Certify": 166840001}[mode]}
	maps.Copy(values, more)
	s.save(t, "integrationcommitpolicy", "", values)
}

// queue is what waits, as "RECORD FIELD NOW→PROPOSED SOURCE".
func (s *services) queue(t *testing.T, kind string) []string {
	t.Helper()
	page, err := s.sources.Waiting(api.QueueFilter{Kind: kind}, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, e := range page.Entries {
		out = append(out, fmt.Sprintf("%s %s %s→%s %s", e.Name, e.Field, e.Now, e.Proposed, e.Source))
	}
	return out
}

func (s *services) decide(t *testing.T, d api.QueueDecision) api.QueueDecided {
	t.Helper()
	out, err := s.sources.Decide(d)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// shown is what a system shows in a field.
func (s *services) shown(t *testing.T, name, field string) string {
	t.Helper()
	rows := s.page(t, api.Query{Table: "itsystem", Search: name, Columns: []string{field}, Limit: 2}).Rows
	if len(rows) != 1 {
		t.Fatalf("%d systems are called %q", len(rows), name)
	}
	return rows[0].Display[field]
}

func (s *services) count(t *testing.T, table string) int {
	t.Helper()
	return s.page(t, api.Query{Table: table, Limit: 1}).Total
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnIdentifierFindsTheRecordAlsoWhenItsNameHasChanged(t *testing.T) {
	s := empty(t)
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll,https://pay.example.gov\nA2,Permits,\n")
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll and Pensions,https://pay.example.gov\nA2,Permits,https://permits.example.gov\nA3,Permits,\n")
	if n := s.count(t, "itsystem"); n != 3 {
		t.Errorf("%d systems: one has a new name, one is new", n)
	}
	if url := s.shown(t, "Payroll and Pensions", "url"); url != "https://pay.example.gov" {
		t.Errorf("the renamed system has the address %q", url)
	}
	if n := s.count(t, "integrationidentifier"); n != 3 {
		t.Errorf("%d identifiers", n)
	}
	if n := s.count(t, "integrationsyncjob"); n != 2 {
		t.Errorf("%d jobs", n)
	}
	if _, err := s.history.Undo(0); err != nil {
		t.Fatal(err)
	}
	if s.count(t, "itsystem") != 2 || s.count(t, "integrationidentifier") != 2 || s.count(t, "integrationsyncjob") != 1 {
		t.Error("undo leaves something of the import")
	}
}

func TestAnIdentifierFollowsItsRecordIntoAnother(t *testing.T) {
	s := empty(t)
	s.imported(t, "old.csv", "Name,Abbreviation\nWages,W\n")
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\n")
	keep, drop := s.systemID(t, "Wages"), s.systemID(t, "Payroll")
	if _, err := s.duplicates.Merge(api.MergeRequest{Table: "itsystem", Keep: keep, Drop: []string{drop}}); err != nil {
		t.Fatal(err)
	}
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll,https://pay.example.gov\n")
	if n := s.count(t, "itsystem"); n != 1 {
		t.Errorf("%d systems after the merge and another file", n)
	}
	if got := s.shown(t, "Payroll", "abbreviation"); got != "W" {
		t.Errorf("another record was taken: %q", got)
	}
}

func (s *services) systemID(t *testing.T, name string) string {
	t.Helper()
	return s.page(t, api.Query{Table: "itsystem", Search: name, Limit: 1}).Rows[0].ID
}

func TestAKeyWhoseRecordWasDeletedGoesToAnotherAndSaysSo(t *testing.T) {
	s := empty(t)
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\n")
	if _, err := s.records.Delete(api.Selection{Table: "itsystem", IDs: []string{s.systemID(t, "Payroll")}}); err != nil {
		t.Fatal(err)
	}
	if n := s.count(t, "integrationidentifier"); n != 1 {
		t.Errorf("%d identifiers", n)
	}
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\n")
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll renamed\n")
	if s.count(t, "itsystem") != 1 || s.count(t, "integrationidentifier") != 1 {
		t.Error("the key was not tied to the new record")
	}
}

// A column of keys that a file does not have is told: its rows are found by their names alone.
func TestAColumnOfKeysThatIsNotThereIsTold(t *testing.T) {
	snap := snapshot.NewBuilder(schema.Default()).Snapshot(0)
	gate, err := api.GateOf(snap, nil, "SNOW", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	told := func(column string) (codes []string) {
		plan, err := exchange.Planner{Snapshot: snap, IDs: record.NewID, Gate: gate}.PlanTexts(context.Background(),
			[]exchange.Text{{Table: "itsystem", Name: "a.csv", CSV: []byte("Name,Number\nPayroll,A1\n")}}, exchange.Options{Source: "SNOW", SourceKey: column})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range plan.Problems {
			codes = append(codes, p.Code)
		}
		return codes
	}
	same(t, told("number"))
	if got := told("Nummer"); !slices.Contains(got, "no-such-column") {
		t.Errorf("told: %q", got)
	}
}

// A row that says by its id which record it is about may have the key of another: that is told.
func TestAKeyThatGoesToAnotherRecordIsTold(t *testing.T) {
	s := empty(t)
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\nA2,Wages\n")
	file := fmt.Sprintf("Record ID,Sys ID,Name\n%s,A1,Wages\n", s.systemID(t, "Wages"))
	job := s.planned(t, "SNOW.csv", file, api.ImportOptions{Source: "SNOW"})
	problems, err := s.imports.Problems(job, "source-key-moves", true, 0, 10)
	if err != nil || len(problems.Problems) != 1 {
		t.Fatalf("%+v %v", problems, err)
	}
	same(t, []string{problems.Problems[0].Message}, "Until now SNOW called “Payroll” by “A1”. The key goes to the record of this row.")
}

func TestWhatItsSourceHasNotBroughtForLongIsStale(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Ingest", map[string]any{"staleafterdays": 30.0, "autocertify": 166840001.0})
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll,https://pay.example.gov\n")
	same(t, s.queue(t, "stale"))
	old := s.page(t, api.Query{Table: "integrationidentifier", Limit: 1}).Rows[0].ID
	s.save(t, "integrationidentifier", old, map[string]any{"lastseendatetime": "2020-01-01T00:00:00Z"})
	ledger := s.page(t, api.Query{Table: "integrationledger", Limit: 1}).Rows[0].ID
	s.save(t, "integrationledger", ledger, map[string]any{"certifieddatetime": "2020-01-01T00:00:00Z"})
	same(t, s.queue(t, "stale"), "Payroll url https://pay.example.gov→ SNOW")
	confirmed := s.decide(t, api.QueueDecision{Accept: true, Filter: api.QueueFilter{Kind: "stale"}})
	same(t, s.queue(t, "stale"))
	if said := confirmed.Done.Summary; said != "URL of “Payroll” from SNOW confirmed" {
		t.Errorf("the history says %q", said)
	}
}
