package api_test

import (
	"os"
	"path/filepath"
	"testing"

	"cadastre/app/api"
)

// The mapping saved last is offered first, also where it replaces one of its name.
func TestTheMappingSavedLastIsOfferedFirst(t *testing.T) {
	s := empty(t)
	path := filepath.Join(t.TempDir(), "systems.csv")
	if err := os.WriteFile(path, []byte("Name,Abbreviation\nPermits,PER\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	job, err := s.imports.Start(api.ImportOptions{Paths: []string{path}, Table: "itsystem"})
	if err != nil {
		t.Fatal(err)
	}
	<-s.window.jobs
	for _, name := range []string{"Monthly", "Yearly", " monthly "} {
		if err := s.imports.SaveMapping(job.ID, name); err != nil {
			t.Fatal(err)
		}
	}
	offers, err := s.imports.Offers([]string{path})
	if err != nil || len(offers) != 2 || offers[0].Name != "monthly" || offers[1].Name != "Yearly" {
		t.Fatalf("%+v %v", offers, err)
	}
	job, err = s.imports.Start(offers[0].Options)
	if err != nil {
		t.Fatal(err)
	}
	<-s.window.jobs
	if _, err := s.imports.Apply(job.ID); err != nil {
		t.Fatal(err)
	}
	<-s.window.jobs
	imports, err := s.history.Imports(0, 9)
	if err != nil || imports.Total != 1 || imports.Sets[0].Mapping != "monthly" {
		t.Errorf("the import does not say by which mapping it went: %+v %v", imports, err)
	}
}
