package api_test

import (
	"cmp"
	"os"
	"path/filepath"
	"testing"

	"cadastre/app/api"
	"cadastre/store/schema"
)

// empty has a catalogue with nothing in it.
func empty(t *testing.T) *services {
	t.Helper()
	s := newServices(t)
	s.answers = []string{filepath.Join(t.TempDir(), "City.cadastre")}
	if _, err := s.catalogue.New(); err != nil {
		t.Fatal(err)
	}
	return s
}

// imported brings a file into the catalogue and returns the number of the change.
func (s *services) imported(t *testing.T, name, text string) uint64 {
	t.Helper()
	return s.importedWith(t, name, text, api.ImportOptions{})
}

// importedWith does so with further options.
func (s *services) importedWith(t *testing.T, name, text string, o api.ImportOptions) uint64 {
	t.Helper()
	job := s.planned(t, name, text, o)
	if _, err := s.imports.Apply(job); err != nil {
		t.Fatal(err)
	}
	applied := s.wait(t)
	if applied.Error != nil || applied.Made == nil {
		t.Fatalf("%+v", applied)
	}
	return applied.Made.Seq
}

// planned plans the import of a file and returns the job.
func (s *services) planned(t *testing.T, name, text string, o api.ImportOptions) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	o.Paths, o.Table = []string{path}, cmp.Or(o.Table, "itsystem")
	job, err := s.imports.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	s.wait(t)
	return job.ID
}

func camefrom(seq string) schema.Filter {
	return schema.Filter{Conditions: []schema.Condition{{Op: schema.CameFrom, Values: []string{seq}}}}
}

func TestAnImportIsFoundAgainAndTakenBackBesideLaterChanges(t *testing.T) {
	s := empty(t)
	s.imported(t, "old.csv", "Name,Abbreviation\nLand register,LR\n")
	seq := s.imported(t, "vendors.csv", "Name,Abbreviation\nPermits,PER\nPayroll,PAY\nFines,FIN\n")
	rows := s.page(t, api.Query{Table: "itsystem", Filter: camefrom("2"), Limit: 9}).Rows
	if seq != 2 || len(rows) != 3 || rows[0].Name != "Fines" {
		t.Fatalf("change %d gave %+v", seq, rows)
	}
	payroll := s.save(t, "itsystem", rows[1].ID, map[string]any{"abbreviation": "PR"})

	all, err := s.history.Sources("itsystem", payroll.ID)
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string]api.Source{}
	for _, src := range all {
		sources[src.Field] = src
	}
	if src := sources["name"]; src.Set.Seq != 2 || src.Row != 3 || len(src.Set.Files) != 1 || src.Set.Files[0] != "vendors.csv" {
		t.Errorf("name: %+v", src)
	}
	if src := sources["abbreviation"]; src.Set.Seq != 3 || src.Set.Origin != "form" || src.Row != 0 {
		t.Errorf("abbreviation: %+v", src)
	}

	if held, err := s.history.Held(seq); err != nil || len(held) != 1 || held[0] != (api.TableCount{Table: "itsystem", Count: 3}) {
		t.Errorf("%+v %v", held, err)
	}
	plan, err := s.history.PlanUndo(api.UndoPart{Seq: seq})
	if err != nil || plan.Records != 3 || plan.Deletes != 2 || plan.HeldTotal != 1 || plan.Loose != 1 || plan.Held[0].Name != "Payroll" || plan.Held[0].By.Seq != 3 {
		t.Fatalf("%+v %v", plan, err)
	}
	one := api.UndoPart{Seq: seq, Records: []api.RecordRef{{Table: "itsystem", ID: rows[0].ID}}}
	if done, err := s.history.UndoPart(one); err != nil || done.Deleted != 1 || done.Summary[:len("“Fines” taken back")] != "“Fines” taken back" {
		t.Fatalf("%+v %v", done, err)
	}
	if changes, err := s.history.Changes(seq, 0, 9); err != nil || takenBack(changes) != "Fines" {
		t.Errorf("taken back: %q %v", takenBack(changes), err)
	}
	if last, err := s.history.Set(4); err != nil || last.Part != seq {
		t.Errorf("%+v %v", last, err)
	}
	if _, err := s.history.Undo(4); err != nil {
		t.Fatal(err)
	}
	if changes, err := s.history.Changes(seq, 0, 9); err != nil || takenBack(changes) != "" {
		t.Errorf("it is there again and told to be taken back: %q %v", takenBack(changes), err)
	}
	if _, err := s.history.UndoPart(one); err != nil {
		t.Fatal(err)
	}
	if done, err := s.history.UndoPart(api.UndoPart{Seq: seq, Over: true}); err != nil || done.Deleted != 2 {
		t.Fatalf("%+v %v", done, err)
	}
	left := s.page(t, api.Query{Table: "itsystem", Limit: 9}).Rows
	if len(left) != 1 || left[0].Name != "Land register" {
		t.Errorf("left: %+v", left)
	}
	imports, err := s.history.Imports(0, 9)
	if err != nil || imports.Total != 2 || imports.Sets[0].Seq != seq || imports.Sets[0].Created != 3 {
		t.Errorf("%+v %v", imports, err)
	}
}

// takenBack names the records whose change has been taken back by itself.
func takenBack(changes api.RecordChanges) (names string) {
	for _, c := range changes.Changes {
		if c.TakenBack != "" {
			names += c.Name
		}
	}
	return names
}

func TestTheListOfImportsSaysWhichAreUndone(t *testing.T) {
	s := empty(t)
	seq := s.imported(t, "vendors.csv", "Name,Abbreviation\nPermits,PER\n")
	if _, err := s.history.Undo(seq); err != nil {
		t.Fatal(err)
	}
	if set, err := s.history.Set(seq); err != nil || !set.Undone {
		t.Errorf("%+v %v", set, err)
	}
	if _, err := s.history.Redo(); err != nil {
		t.Fatal(err)
	}
	if imports, err := s.history.Imports(0, 9); err != nil || imports.Total != 1 || imports.Sets[0].Undone {
		t.Errorf("%+v %v", imports, err)
	}
}
