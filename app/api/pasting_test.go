package api_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
)

func (s *services) pasted(t *testing.T, text string) string {
	t.Helper()
	name, err := s.imports.Paste(text)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// begun plans an import of systems.
func (s *services) begun(t *testing.T, o api.ImportOptions) api.Plan {
	t.Helper()
	o.Table = "itsystem"
	job, err := s.imports.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	s.wait(t)
	plan, err := s.imports.Plan(job.ID)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestAPastedBlockIsPlannedAppliedAndForgotten(t *testing.T) {
	for _, name := range []string{"TMPDIR", "TMP"} {
		t.Setenv(name, t.TempDir())
	}
	s := empty(t)
	block := s.pasted(t, "Name\tCriticality\nPermits\tHigh\nPayroll\tHihg\n")
	if !strings.HasPrefix(block, "Copied rows 20") {
		t.Errorf("it is called %q", block)
	}
	plan := s.begun(t, api.ImportOptions{Paths: []string{block}})
	if plan.Sheets[0].File != block || plan.Sheets[0].Table != "itsystem" || plan.ToCorrect != 1 {
		t.Errorf("%+v", plan)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("what was pasted lies on the disk: %v %v", left, err)
	}
	// Another block beside it, and other answers: what was pasted first is still there.
	beside := s.pasted(t, "Name,Criticality\nArchive,Low\n")
	if beside == block {
		t.Error("two blocks have one name")
	}
	both := s.begun(t, api.ImportOptions{Paths: []string{block, beside}, Partial: true})
	s.imports.Discard(plan.Job)
	out := filepath.Join(t.TempDir(), "back.xlsx")
	s.answers = []string{out}
	if back, err := s.imports.GiveBack(both.Job, false); err != nil || back == nil {
		t.Fatal(err)
	}
	s.wait(t)
	if _, err := os.Stat(out); err != nil {
		t.Error(err)
	}
	if _, err := s.imports.Apply(both.Job); err != nil {
		t.Fatal(err)
	}
	if done := s.wait(t); done.Made == nil || done.Error != nil {
		t.Errorf("%+v", done)
	}
	s.imports.Discard(both.Job)
	other := s.pasted(t, "Name\nLedger\n") // and its plan is let go of too
	s.imports.Discard(s.begun(t, api.ImportOptions{Paths: []string{other}}).Job)
	for _, name := range []string{block, beside, other} {
		if _, err := s.imports.Offers([]string{name}); err != nil {
			t.Fatal(err) // no mapping is saved: nothing is read
		}
		if _, err := s.imports.Start(api.ImportOptions{Paths: []string{name}}); fault.CodeOf(err) != fault.NotFound || err.Error() != "“"+name+"” is no longer there. Paste the rows again." {
			t.Errorf("%s is still there: %v", name, err)
		}
	}
}

// A block that waits for its import is there when the one before it goes, and gone when another takes its place.
func TestABlockWaitsForItsImport(t *testing.T) {
	s := empty(t)
	before := s.begun(t, api.ImportOptions{Paths: []string{s.pasted(t, "Name\nPermits\n")}})
	s.pasted(t, "Name\nPayroll\n")
	block := s.pasted(t, "Name\nArchive\n")
	s.imports.Discard(before.Job)
	if plan := s.begun(t, api.ImportOptions{Paths: []string{block}}); plan.Counts.Created != 1 {
		t.Errorf("%+v", plan.Counts)
	}
	declined := s.pasted(t, "Name\nLedger\n")
	s.imports.Forget([]string{block, declined}) // the first has begun and stays
	if plan := s.begun(t, api.ImportOptions{Paths: []string{block}, Table: "itsystem"}); plan.Counts.Created != 1 {
		t.Errorf("%+v", plan.Counts)
	}
	if _, err := s.imports.Start(api.ImportOptions{Paths: []string{declined}, Table: "itsystem"}); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("what was declined is still there: %v", err)
	}
	if _, err := s.imports.Paste("Permits"); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a word is pasted: %v", err)
	}
}

// While a block is planned again before its first plan is there, it stays: the first one goes when the second has begun.
func TestABlockStaysWhileItIsPlannedAgain(t *testing.T) {
	s := empty(t)
	o := api.ImportOptions{Paths: []string{s.pasted(t, "Name\nPermits\n")}, Table: "itsystem"}
	last := ""
	for range 20 {
		job, err := s.imports.Start(o)
		if err != nil {
			t.Fatal(err)
		}
		s.imports.Discard(last)
		last = job.ID
	}
	for range 20 {
		s.wait(t)
	}
	if plan := s.begun(t, o); plan.Counts.Created != 1 {
		t.Errorf("%+v", plan.Counts)
	}
}
