package api_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// many adds systems that have nothing but a name.
func (s *services) many(t *testing.T, n int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "IT Systems.csv")
	var b strings.Builder
	b.WriteString("Name\n")
	for i := range n {
		fmt.Fprintf(&b, "Many %d\n", i)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.imports.Apply(s.plan(t, path).Job); err != nil {
		t.Fatal(err)
	}
	s.wait(t)
}

func TestManyAreChangedWithProgressOrNotAtAll(t *testing.T) {
	s := sample(t)
	s.many(t, 9000)
	all := api.Selection{Table: "itsystem", Query: &api.Query{Table: "itsystem", Search: "Many"}}
	act := api.Act{Kind: "set", Selection: all, Values: map[string]any{"abbreviation": "M"}}
	s.onJob = func(j api.Job) {
		if j.Total > 0 && !j.Finished {
			_ = s.jobs.Cancel(j.ID) // it may have ended
		}
	}
	if _, err := s.records.Begin(act); err != nil {
		t.Fatal(err)
	}
	if job := s.wait(t); job.Error == nil || job.Error.Code != string(fault.Cancelled) || job.Made != nil {
		t.Fatalf("cancelled: %+v", job)
	}
	if n, err := s.records.Differing(all, act.Values); err != nil || n != 9000 {
		t.Fatalf("%d of 9000 are as they were (%v)", n, err)
	}

	told := 0
	s.onJob = func(j api.Job) { told = max(told, j.Total) }
	act.Kind = "delete"
	if _, err := s.records.Begin(act); err != nil {
		t.Fatal(err)
	}
	if job := s.wait(t); job.Made == nil || job.Made.Deleted != 9000 || told != 9000 {
		t.Errorf("%+v, told of %d", job, told)
	}
}
