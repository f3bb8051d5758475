package api_test

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cadastre/app/api"
	"cadastre/store/fault"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
)

// TestMain takes how many catalogues the property tests try from CADASTRE_CHECKS.
func TestMain(m *testing.M) {
	flag.Parse()
	checks := os.Getenv("CADASTRE_CHECKS")
	if checks == "" {
		checks = "20"
	}
	for name, value := range map[string]string{"rapid.checks": checks, "rapid.nofailfile": "true", "rapid.shrinktime": "10s"} {
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// window is the host of a test: dialogs are answered from a queue, events are kept.
type window struct {
	mu      sync.Mutex
	answers []string
	events  []string
	jobs    chan api.Job
	title   string
	quit    bool
	// onJob, if any, is told every state of a job.
	onJob func(api.Job)
}

func (w *window) answer() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.answers) == 0 {
		return ""
	}
	next := w.answers[0]
	w.answers = w.answers[1:]
	return next
}

func (w *window) OpenFiles(string, []api.FileFilter, bool) ([]string, error) {
	if path := w.answer(); path != "" {
		return []string{path}, nil
	}
	return nil, nil
}

func (w *window) OpenFolder(string) (string, error) { return w.answer(), nil }

func (w *window) SaveFile(string, string, []api.FileFilter) (string, error) { return w.answer(), nil }

func (w *window) Emit(event string, payload any) {
	w.mu.Lock()
	w.events = append(w.events, event)
	w.mu.Unlock()
	job, ok := payload.(api.Job)
	if ok && w.onJob != nil {
		w.onJob(job)
	}
	if ok && job.Finished {
		w.jobs <- job
	}
}

func (w *window) OpenLink(string) error { return nil }

func (w *window) SetTitle(title string) { w.title = title }

func (w *window) Quit() { w.quit = true }

// services are the bound structs by their types.
type services struct {
	*window
	api        *api.API
	catalogue  *api.Catalogue
	records    *api.Records
	history    *api.History
	duplicates *api.Duplicates
	imports    *api.Import
	exports    *api.Export
	cells      *api.Cells
	insight    *api.Insight
	jobs       *api.Jobs
	prefs      *api.Preferences
	views      *api.Views
	sources    *api.SourceSystems
	win        *api.Window
}

func newServices(t *testing.T) *services {
	t.Helper()
	return newServicesOf(t, api.Options{Version: "test"})
}

func newServicesOf(t *testing.T, o api.Options) *services {
	t.Helper()
	s := &services{window: &window{jobs: make(chan api.Job, 10)}}
	o.SettingsFile = filepath.Join(t.TempDir(), "settings.json")
	s.api = api.New(s.window, o)
	t.Cleanup(s.api.Close)
	for _, service := range s.api.Services() {
		switch x := service.(type) {
		case *api.Catalogue:
			s.catalogue = x
		case *api.Records:
			s.records = x
		case *api.Cells:
			s.cells = x
		case *api.Views:
			s.views = x
		case *api.History:
			s.history = x
		case *api.Duplicates:
			s.duplicates = x
		case *api.Import:
			s.imports = x
		case *api.Export:
			s.exports = x
		case *api.Insight:
			s.insight = x
		case *api.Jobs:
			s.jobs = x
		case *api.Preferences:
			s.prefs = x
		case *api.SourceSystems:
			s.sources = x
		case *api.Window:
			s.win = x
		}
	}
	return s
}

func sample(t *testing.T) *services {
	t.Helper()
	s := newServices(t)
	if state, err := s.catalogue.OpenSample(); err != nil || !state.Open || state.Counts["itsystem"] < 40 {
		t.Fatalf("%+v %v", state, err)
	}
	return s
}

func (s *services) page(t *testing.T, q api.Query) api.Page {
	t.Helper()
	page, err := s.records.Page(q)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func (s *services) wait(t *testing.T) api.Job {
	t.Helper()
	select {
	case job := <-s.window.jobs:
		return job
	case <-time.After(time.Minute):
		t.Fatal("the job does not end")
	}
	return api.Job{}
}

func TestWithoutACatalogueTheWindowSaysSo(t *testing.T) {
	s := newServices(t)
	if state, err := s.catalogue.State(); err != nil || state.Open || state.Recent == nil {
		t.Errorf("%+v %v", state, err)
	}
	if _, err := s.records.Page(api.Query{Table: "itsystem"}); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a list of nothing: %v", err)
	}
}

func TestPagesAgreeWithTheWholeList(t *testing.T) {
	s := sample(t)
	q := api.Query{Table: "itsystem", Columns: []string{"name", "nextreviewdate"}, Order: []schema.Order{{Field: "nextreviewdate", Descending: true}}, Limit: 1000}
	whole := s.page(t, q)
	var pieces []api.Row
	for q.Limit = 7; q.Offset < whole.Total; q.Offset += 7 {
		pieces = append(pieces, s.page(t, q).Rows...)
	}
	same := slices.EqualFunc(whole.Rows, pieces, func(a, b api.Row) bool { return a.ID == b.ID })
	if len(whole.Rows) != whole.Total || !same {
		t.Errorf("%d rows in one page, %d in pieces, %d in all", len(whole.Rows), len(pieces), whole.Total)
	}
}

func TestRowsAreReadByIdWithoutThoseThatAreGone(t *testing.T) {
	s := sample(t)
	q := api.Query{Table: "itsystem", Columns: []string{"name", "criticality"}, Limit: 2}
	page := s.page(t, q).Rows
	ids := []string{page[1].ID, "0197b2f0-0000-7000-8000-000000000000", page[0].ID}
	rows, err := s.records.Rows(q.Table, ids, q.Columns)
	if diff := cmp.Diff([]api.Row{page[1], page[0]}, rows); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestARecordKnowsItsNeighboursInAList(t *testing.T) {
	s := sample(t)
	q := api.Query{Table: "itsystem", Search: "system", Order: []schema.Order{{Field: "name", Descending: true}}, Limit: 1000}
	rows := s.page(t, q).Rows
	around := func(id string, was int) api.Around {
		t.Helper()
		out, err := s.records.Around(q, id, was)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	total := len(rows)
	if got, want := around(rows[0].ID, 0), (api.Around{Position: 1, Total: total, Next: rows[1].ID}); got != want {
		t.Errorf("the first: %+v, want %+v", got, want)
	}
	if got, want := around(rows[total-1].ID, 0), (api.Around{Position: total, Total: total, Previous: rows[total-2].ID}); got != want {
		t.Errorf("the last: %+v, want %+v", got, want)
	}
	if _, err := s.records.Delete(api.Selection{Table: "itsystem", IDs: []string{rows[2].ID}}); err != nil {
		t.Fatal(err)
	}
	if got, want := around(rows[2].ID, 3), (api.Around{Total: total - 1, Previous: rows[1].ID, Next: rows[3].ID}); got != want {
		t.Errorf("one that was the third: %+v, want %+v", got, want)
	}
}

func TestSavingFaultsAtTheFields(t *testing.T) {
	s := sample(t)
	_, err := s.records.Save(api.Edit{Table: "itsystem", Complete: true, Values: map[string]any{"nextreviewdate": "tomorrow", "lifecyclestage": 5.0, "name": "X"}})
	f := fault.From(err)
	if f == nil || f.Code != fault.Invalid || f.Fields["nextreviewdate"] == "" || f.Fields["lifecyclestage"] == "" || f.Fields["name"] != "" {
		t.Errorf("%+v", f)
	}
	if _, err := s.records.Save(api.Edit{Table: "itsystem", Complete: true, Values: map[string]any{"abbreviation": "X"}}); fault.From(err).Fields["name"] == "" {
		t.Errorf("a system without a name: %v", err)
	}
}

func TestAStalePageDoesNotOverwrite(t *testing.T) {
	s := sample(t)
	row := s.page(t, api.Query{Table: "itsystem", Limit: 1}).Rows[0]
	edit := func(text string) error {
		_, err := s.records.Save(api.Edit{Table: "itsystem", ID: row.ID, Version: row.Version, Values: map[string]any{"abbreviation": text}})
		return err
	}
	if err := edit("ONE"); err != nil {
		t.Fatal(err)
	}
	if err := edit("TWO"); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the second save from one page: %v", err)
	}
	if now, err := s.records.Get("itsystem", row.ID); err != nil || now.Display["abbreviation"] != "ONE" {
		t.Errorf("%+v %v", now.Display, err)
	}
}

func TestDeletingShowsWhatLinksAndUndoBringsAllBack(t *testing.T) {
	s := sample(t)
	var with api.Row
	for _, row := range s.page(t, api.Query{Table: "itsystem", Limit: 1000}).Rows {
		if links, err := s.records.Links(api.Selection{Table: "itsystem", IDs: []string{row.ID}}); err == nil && len(links) > 2 {
			with = row
		}
	}
	selection := api.Selection{Table: "itsystem", IDs: []string{with.ID}}
	before, err := s.records.Links(selection)
	if err != nil || len(before) == 0 || before[0].Count == 0 || len(before[0].Names) == 0 {
		t.Fatalf("nothing links to %q: %v", with.Name, err)
	}
	done, err := s.records.Delete(selection)
	if err != nil || done.Deleted != 1 || done.Updated == 0 || !strings.Contains(done.Summary, with.Name) {
		t.Fatalf("%+v %v", done, err)
	}
	if _, err := s.records.Get("itsystem", with.ID); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("the record is still there: %v", err)
	}
	if _, err := s.history.Undo(0); err != nil {
		t.Fatal(err)
	}
	after, err := s.records.Links(selection)
	if err != nil || len(after) != len(before) || after[0].Count != before[0].Count {
		t.Errorf("links before %+v, after undo %+v (%v)", before, after, err)
	}
	state, err := s.catalogue.State()
	if err != nil || state.Redo == nil || !strings.Contains(state.Redo.Summary, with.Name) {
		t.Errorf("redo does not say what it would do: %+v %v", state.Redo, err)
	}
	if !slices.Contains(s.events, "changed") {
		t.Error("the page was not told")
	}
}

func TestAWholeListIsSelectedByItsQuery(t *testing.T) {
	s := sample(t)
	q := api.Query{Table: "itsystem", Search: "system"}
	rows := s.page(t, api.Query{Table: "itsystem", Search: "system", Limit: 1000}).Rows
	selection := api.Selection{Table: "itsystem", Query: &q, Except: []string{rows[0].ID}}
	if few, err := s.records.Chosen(selection, 2); err != nil || !slices.Equal(few, []string{rows[1].ID, rows[2].ID}) {
		t.Errorf("the first two chosen are %v (%v)", few, err)
	}
	low := map[string]any{"criticality": 166840002.0}
	differing, err := s.records.Differing(selection, low)
	if err != nil || differing == 0 || differing > len(rows)-1 {
		t.Fatalf("%d of %d would change (%v)", differing, len(rows), err)
	}
	if _, err := s.records.Begin(api.Act{Kind: "set", Selection: selection, Values: low}); err != nil {
		t.Fatal(err)
	}
	if job := s.wait(t); job.Error != nil || job.Made == nil || job.Made.Updated != differing {
		t.Fatalf("%+v, and %d were said to change", job, differing)
	}
	for _, row := range s.page(t, api.Query{Table: "itsystem", Search: "system", Columns: []string{"criticality"}, Limit: 1000}).Rows {
		if row.ID != rows[0].ID && row.Display["criticality"] != "Low" {
			t.Errorf("%s is %q", row.Name, row.Display["criticality"])
		}
	}
}

func TestImportExportAndUndoInTheWindow(t *testing.T) {
	s := sample(t)
	path := filepath.Join(t.TempDir(), "systems.csv")
	s.answers = []string{path}
	if job, err := s.exports.Start(api.ExportRequest{Tables: []string{"itsystem"}, Format: "csv"}); err != nil || job == nil {
		t.Fatal(err)
	}
	if job := s.wait(t); job.Error != nil || job.Result != path {
		t.Fatalf("%+v", job)
	}
	changed := renameFirst(t, path)

	plan := s.plan(t, path)
	if plan.Counts.Updated != 1 || plan.Counts.Unchanged != plan.Counts.Read-1 || plan.Blocked != "" {
		t.Fatalf("%+v", plan.Counts)
	}
	rows, err := s.imports.Rows(plan.Job, "updated", 0, 10)
	if err != nil || rows.Total != 1 || len(rows.Rows[0].Cells) != 1 || rows.Rows[0].Cells[0].After != changed {
		t.Fatalf("%+v %v", rows, err)
	}
	if _, err := s.imports.Apply(plan.Job); err != nil {
		t.Fatal(err)
	}
	applied := s.wait(t)
	if applied.Error != nil || applied.Made == nil || applied.Made.Updated != 1 {
		t.Fatalf("%+v %+v", applied, applied.Made)
	}
	if _, err := s.history.Undo(applied.Made.Seq); err != nil {
		t.Fatal(err)
	}
	if again := s.plan(t, path); again.Counts.Updated != 1 {
		t.Errorf("after undo the file should differ again: %+v", again.Counts)
	}
}

// While a long file is read the head of its plan can be looked at and not applied; a reading that is
// cancelled leaves nothing.
func TestTheHeadOfAPlanIsThereWhileTheFileIsRead(t *testing.T) {
	s := sample(t)
	path := filepath.Join(t.TempDir(), "IT Systems.csv")
	var b strings.Builder
	b.WriteString("Name,Description\n")
	for n := range 20_000 {
		fmt.Fprintf(&b, "Preview %d,%s\n", n, strings.Repeat("x", 100))
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	plan, rows := api.Plan{}, api.PlanRows{}
	var once sync.Once
	look := func(job string) {
		plan, _ = s.imports.Plan(job)
		rows, _ = s.imports.Rows(job, "created", 0, 100)
		if _, err := s.imports.Apply(job); fault.CodeOf(err) != fault.Rejected {
			t.Errorf("the head of a plan must not be applied: %v", err)
		}
		_ = s.jobs.Cancel(job)
	}
	s.onJob = func(job api.Job) {
		if job.Previews > 0 {
			once.Do(func() { look(job.ID) })
		}
	}
	job, err := s.imports.Start(api.ImportOptions{Paths: []string{path}})
	if err != nil {
		t.Fatal(err)
	}
	if ended := s.wait(t); ended.Error == nil || ended.Error.Code != string(fault.Cancelled) {
		t.Errorf("the job ends with %+v", ended.Error)
	}
	if !plan.Reading || plan.Sheets[0].Table != "itsystem" || plan.Counts.Created == 0 || len(rows.Rows) != 100 || rows.Rows[0].Name != "Preview 0" {
		t.Errorf("shown while reading: %+v, %d rows", plan, len(rows.Rows))
	}
	if _, err := s.imports.Plan(job.ID); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a plan is left: %v", err)
	}
}

func (s *services) plan(t *testing.T, path string) api.Plan {
	t.Helper()
	job, err := s.imports.Start(api.ImportOptions{Paths: []string{path}})
	if err != nil {
		t.Fatal(err)
	}
	if ended := s.wait(t); ended.Error != nil {
		t.Fatalf("%+v", ended.Error)
	}
	plan, err := s.imports.Plan(job.ID)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(raw), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// renameFirst gives the first record of a csv export another name.
func renameFirst(t *testing.T, path string) string {
	t.Helper()
	rows := readCSV(t, path)
	column := slices.Index(rows[0], "Name")
	rows[1][column] = "Renamed in a spreadsheet"
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return rows[1][column]
}

func TestClosingAsksOnlyWhenSomethingIsUnsaved(t *testing.T) {
	s := newServices(t)
	if !s.api.MayClose() {
		t.Error("nothing is unsaved")
	}
	s.win.SetDirty(true)
	if s.api.MayClose() || !slices.Contains(s.events, "close-requested") {
		t.Error("unsaved work was not asked about")
	}
	s.win.Quit()
	if !s.api.MayClose() || !s.quit {
		t.Error("quitting anyway is possible")
	}
}

func TestSettingsAndRecentCataloguesAreRemembered(t *testing.T) {
	s := newServices(t)
	path := filepath.Join(t.TempDir(), "mine.cadastre")
	s.answers = []string{path}
	if state, err := s.catalogue.New(); err != nil || state.Name != "mine" || !strings.Contains(s.title, "mine") {
		t.Fatalf("%+v %v", state, err)
	}
	if _, err := s.prefs.Set(api.Settings{Theme: "dark", Who: "Ann Lee", Locale: "de-DE", WeekStart: "sunday", Layouts: map[string]string{"a": "b"}}); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.prefs.Get(); err != nil || kept.Locale != "de-DE" || kept.WeekStart != "sunday" {
		t.Errorf("kept: %+v %v", kept, err)
	}
	state, err := s.catalogue.Close()
	if err != nil || state.Open || len(state.Recent) != 1 || state.Recent[0].Path != path || state.Who != "Ann Lee" {
		t.Fatalf("%+v %v", state, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if state, err := s.catalogue.State(); err != nil || !state.Recent[0].Missing {
		t.Errorf("a recent catalogue that is gone: %+v %v", state.Recent, err)
	}
}
