package api_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"cadastre/app/api"
	"cadastre/store/schema"
)

// Only the import of a source makes its values those of the source: a set that brings sync jobs among other records,
// as the sample does or a whole catalogue from a workbook, brought none of them.
func TestASetThatHoldsSyncJobsIsNoSource(t *testing.T) {
	for name, fill := range map[string]func(*testing.T) *services{"sample": sampled, "workbook": fromWorkbook} {
		t.Run(name, func(t *testing.T) {
			s := fill(t)
			s.policy(t, "abbreviation", "SNOW-CMDB, OTHER", "On Ingest", nil)
			row := s.page(t, api.Query{Table: "itsystem", Columns: []string{"abbreviation"}, Limit: 1}).Rows[0]
			s.from(t, "OTHER", "Name,Abbreviation\n"+row.Name+",NEW\n")
			if page, err := s.sources.Waiting(api.QueueFilter{Source: "OTHER", Kind: "proposed"}, 0, 1); err != nil || page.Total != 0 {
				t.Errorf("it waits: %+v, %v", page.Entries, err)
			}
			if got := s.shown(t, row.Name, "abbreviation"); got != "NEW" {
				t.Errorf("what no source had brought did not give way: %q", got)
			}
		})
	}
}

func sampled(t *testing.T) *services {
	s := newServices(t)
	if _, err := s.catalogue.OpenSample(); err != nil {
		t.Fatal(err)
	}
	return s
}

// fromWorkbook is a catalogue that came whole from the workbook of another, where one source has brought something.
func fromWorkbook(t *testing.T) *services {
	there := empty(t)
	there.imported(t, "systems.csv", "Name,Abbreviation\nPayroll,P\n")
	there.from(t, "SNOW-CMDB", "Name,URL\nPayroll,https://snow.example.gov\n")
	path := filepath.Join(t.TempDir(), "whole.xlsx")
	there.answers = []string{path}
	if _, err := there.exports.Start(api.ExportRequest{Tables: []string{"itsystem", "integrationsyncjob"}, Format: "xlsx"}); err != nil {
		t.Fatal(err)
	}
	there.wait(t)
	s := empty(t)
	if plan := s.plan(t, path); plan.Blocked != "" {
		t.Fatal(plan.Blocked)
	} else if _, err := s.imports.Apply(plan.Job); err != nil {
		t.Fatal(err)
	}
	s.wait(t)
	if n := s.count(t, "integrationsyncjob"); n != 1 {
		t.Fatalf("%d jobs came along", n)
	}
	return s
}

// renameJobs is what somebody does who wants their names shorter.
func (s *services) renameJobs(t *testing.T) {
	t.Helper()
	for _, job := range s.page(t, api.Query{Table: "integrationsyncjob", Limit: 10}).Rows {
		s.save(t, "integrationsyncjob", job.ID, map[string]any{"name": "March"})
	}
}

func TestAValueStaysThatOfItsSourceWhenItsJobIsRenamed(t *testing.T) {
	s := empty(t)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://snow.example.gov\n")
	s.renameJobs(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"), "Payroll url https://snow.example.gov→https://az.example.gov AZ")
}

func TestWhatIsAcceptedCameFromItsImportWhoeverTouchedTheJobSince(t *testing.T) {
	for name, touch := range map[string]func(*services){
		"by hand": func(s *services) { s.renameJobs(t) },
		"by a file": func(s *services) {
			job := s.page(t, api.Query{Table: "integrationsyncjob", Limit: 1}).Rows[0]
			s.importedWith(t, "jobs.csv", "Name,Entity Type\n\""+job.Name+"\",systems\n", api.ImportOptions{Table: "integrationsyncjob"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := empty(t)
			s.policy(t, "url", "SNOW", "On Certify", nil)
			s.imported(t, "old.csv", "Name\nPayroll\n")
			seq := s.from(t, "SNOW", "Name,URL\nPayroll,https://pay.example.gov\n")
			touch(s)
			s.decide(t, api.QueueDecision{Accept: true})
			came := s.page(t, api.Query{Table: "itsystem", Limit: 1, Filter: schema.Filter{Conditions: []schema.Condition{
				{Op: schema.CameFrom, Values: []string{fmt.Sprint(seq)}}}}}).Total
			if came != 1 {
				t.Errorf("%d records are found by the import that brought the value", came)
			}
			sources, err := s.history.Sources("itsystem", s.systemID(t, "Payroll"))
			i := slices.IndexFunc(sources, func(src api.Source) bool { return src.Field == "url" })
			if err != nil || i < 0 || !slices.Equal(sources[i].Set.Files, []string{"SNOW.csv"}) {
				t.Errorf("the value came from %+v, %v", sources, err)
			}
		})
	}
}
