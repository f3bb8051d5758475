package api_test

import (
	"slices"
	"strings"
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
	"cadastre/store/schema"
)

// as makes the person another one.
func (s *services) as(t *testing.T, who string) {
	t.Helper()
	if _, err := s.prefs.Set(api.Settings{Who: who}); err != nil {
		t.Fatal(err)
	}
}

func (s *services) viewNames(t *testing.T) string {
	t.Helper()
	all, err := s.views.List("itsystem")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, v := range all {
		names = append(names, v.View.Label)
	}
	return strings.Join(names, ", ")
}

var critical = schema.View{Table: "itsystem", Label: "Critical Systems", Columns: []string{"name", "pointofcontact.emailaddress1", "criticality"},
	Filter: schema.Filter{Conditions: []schema.Condition{{Field: "criticality", Op: schema.Equals, Values: []string{"166840000"}}}},
	Order:  []schema.Order{{Field: "pointofcontact.fullname"}}}

func TestASavedViewIsAskedLikeAnyOther(t *testing.T) {
	s := sample(t)
	saved, err := s.views.Save(critical, false)
	if err != nil || !saved.Mine || saved.Shared || saved.View.Label != "Critical Systems" {
		t.Fatalf("%+v %v", saved, err)
	}
	page, err := s.records.Page(api.Query{Table: "itsystem", View: saved.View.Key, Columns: saved.View.Columns, Limit: 1000})
	if err != nil || page.Total == 0 {
		t.Fatalf("%d %v", page.Total, err)
	}
	emails := 0
	for _, row := range page.Rows {
		if row.Display["criticality"] != "High" {
			t.Errorf("%s is %s", row.Name, row.Display["criticality"])
		}
		if strings.Contains(row.Display["pointofcontact.emailaddress1"], "@") {
			emails++
		}
	}
	if emails == 0 {
		t.Error("no row shows the address of its contact")
	}
	again, err := s.views.Save(saved.View, true)
	if err != nil || again.View.Key != saved.View.Key || !again.Shared {
		t.Fatalf("%+v %v", again, err)
	}
	if _, err := s.history.Undo(0); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.views.List(""); len(list) != 1 || list[0].Shared {
		t.Errorf("after undo: %+v", list)
	}
}

func TestViewsAreTheirOwnersAndShared(t *testing.T) {
	s := sample(t)
	s.as(t, "Ada")
	mine, err := s.views.Save(critical, false)
	if err != nil {
		t.Fatal(err)
	}
	s.as(t, "Grace")
	if names := s.viewNames(t); names != "" {
		t.Errorf("Grace sees %s", names)
	}
	s.as(t, "ada")
	if mine, err = s.views.Save(mine.View, true); err != nil {
		t.Fatal(err)
	}
	s.as(t, "Grace")
	if names := s.viewNames(t); names != "Critical Systems" {
		t.Errorf("Grace sees %q", names)
	}
	for what, err := range map[string]error{"save": second(s.views.Save(mine.View, true)), "delete": s.views.Delete(mine.View.Key)} {
		if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "ada") {
			t.Errorf("%s: %v", what, err)
		}
	}
	s.as(t, "Ada")
	if err := s.views.Delete(mine.View.Key); err != nil || s.viewNames(t) != "" {
		t.Errorf("%v, %s left", err, s.viewNames(t))
	}
}

func second[T any](_ T, err error) error { return err }

func TestAViewNeedsANameOfItsOwn(t *testing.T) {
	s := sample(t)
	if _, err := s.views.Save(critical, false); err != nil {
		t.Fatal(err)
	}
	for _, label := range []string{"", "  ", "critical systems", "Active IT Systems"} {
		v := critical
		v.Label = label
		if _, err := s.views.Save(v, false); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q: %v", label, err)
		}
	}
}

// A catalogue may come from a version whose tables have other fields.
func TestWhatTheModelLacksIsLeftOutOfAViewAndSaid(t *testing.T) {
	s := sample(t)
	old := schema.View{Table: "itsystem", Label: "Old", Columns: []string{"name", "colour", "vendor.colour"}, Group: &schema.GroupBy{Field: "colour"},
		Order: []schema.Order{{Field: "colour"}}, Totals: []schema.Measure{{Field: "colour", Aggregate: schema.Count}},
		Filter: schema.Filter{Groups: []schema.Filter{{Any: true, Conditions: []schema.Condition{{Field: "colour", Op: schema.IsNull}}}},
			Conditions: []schema.Condition{{Field: "itpoamitem:itsystem", Op: schema.IsNull}, {Field: "itpoamitem:itsystem.colour", Op: schema.IsNull}}}}
	saved, err := s.views.Save(old, false)
	if err != nil {
		t.Fatal(err)
	}
	v := saved.View
	if !slices.Equal(v.Columns, []string{"name"}) || v.Group != nil || len(v.Order)+len(v.Totals)+len(v.Filter.Groups) > 0 || len(v.Filter.Conditions) != 1 {
		t.Errorf("%+v", v)
	}
	if len(saved.Notes) != 7 || !strings.Contains(saved.Notes[0], "IT Systems has no field “colour”") {
		t.Errorf("%q", saved.Notes)
	}
	if _, err := s.records.Page(api.Query{Table: "itsystem", View: v.Key, Columns: v.Columns}); err != nil {
		t.Error(err)
	}
}

func TestAListIsExportedAsItsViewShowsIt(t *testing.T) {
	s := sample(t)
	saved, err := s.views.Save(critical, false)
	if err != nil {
		t.Fatal(err)
	}
	path := t.TempDir() + "/critical.csv"
	s.answers = []string{path}
	job, err := s.exports.Start(api.ExportRequest{Format: "csv", Query: &api.Query{Table: "itsystem", View: saved.View.Key, Columns: saved.View.Columns}})
	if err != nil || job == nil {
		t.Fatal(job, err)
	}
	if done := s.wait(t); done.Error != nil {
		t.Fatal(done.Error)
	}
	rows := readCSV(t, path)
	if got := strings.Join(rows[0][:3], "|"); got != "Name|Email (Point of Contact)|Criticality" {
		t.Errorf("header %s", got)
	}
	for _, row := range rows[1:] {
		if row[2] != "High" || row[1] != "" && !strings.Contains(row[1], "@") {
			t.Errorf("%q", row)
		}
	}
}

func TestOnlyTheSelectedRowsOfAListAreExportedInItsOrder(t *testing.T) {
	s := sample(t)
	q := api.Query{Table: "itsystem", View: "active-it-systems", Columns: []string{"name"}, Order: []schema.Order{{Field: "name", Descending: true}}, Limit: 10}
	page := s.page(t, q)
	exported := func(sel api.Selection) []string {
		path := t.TempDir() + "/few.csv"
		s.answers = []string{path}
		if _, err := s.exports.Start(api.ExportRequest{Format: "csv", Query: &q, Selection: &sel}); err != nil {
			t.Fatal(err)
		}
		if done := s.wait(t); done.Error != nil {
			t.Fatal(done.Error)
		}
		var names []string
		for _, row := range readCSV(t, path)[1:] {
			names = append(names, row[0])
		}
		return names
	}
	few := exported(api.Selection{Table: "itsystem", IDs: []string{page.Rows[5].ID, page.Rows[2].ID}})
	if want := []string{page.Rows[2].Name, page.Rows[5].Name}; !slices.Equal(few, want) {
		t.Errorf("%q, not %q", few, want)
	}
	if but := exported(api.Selection{Table: "itsystem", Query: &q, Except: []string{page.Rows[0].ID}}); len(but) != page.Total-1 || but[0] != page.Rows[1].Name {
		t.Errorf("all but one: %d of %d, first %q", len(but), page.Total, but[0])
	}
	q.Search = page.Rows[5].Name // as if the other had been renamed, and stood in its place still
	if both := exported(api.Selection{Table: "itsystem", IDs: []string{page.Rows[2].ID, page.Rows[5].ID}}); !slices.Equal(both, []string{page.Rows[5].Name, page.Rows[2].Name}) {
		t.Errorf("%q: a row that was selected is missing", both)
	}
	other := api.Selection{Table: "contact", Query: &api.Query{Table: "contact"}}
	s.answers = []string{t.TempDir() + "/other.csv"}
	if _, err := s.exports.Start(api.ExportRequest{Format: "csv", Query: &q, Selection: &other}); err == nil || !strings.Contains(err.Error(), "are not of the list") {
		t.Errorf("rows of another table are exported from a list: %v", err)
	}
}

func TestGroupsAddUpToTheList(t *testing.T) {
	s := sample(t)
	q := api.Query{Table: "itsystem", View: "active-it-systems"}
	groups, err := s.records.Groups(q, []schema.GroupBy{{Field: "lifecyclestage"}}, []schema.Measure{{Field: "nextreviewdate", Aggregate: schema.Most}})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, g := range groups {
		sum += g.Count
		of := q
		of.Filter = g.Filter
		if page := s.page(t, of); page.Total != g.Count || g.Texts[0] == "Operational" && len(g.Displays[0]) != len("2026-01-31") {
			t.Errorf("%v: %d, the list has %d; latest review %q", g.Texts, g.Count, page.Total, g.Displays[0])
		}
	}
	if page := s.page(t, q); page.Total != sum || len(groups) < 3 {
		t.Errorf("%d groups with %d records of %d", len(groups), sum, page.Total)
	}
}

func TestLettersLeadToTheFirstNameOfEach(t *testing.T) {
	s := sample(t)
	q := api.Query{Table: "itsystem", View: "all-it-systems", Order: []schema.Order{{Field: "pointofcontact"}}, Columns: []string{"pointofcontact"}, Limit: 1000}
	letters, err := s.records.Letters(q)
	if err != nil || len(letters) < 5 {
		t.Fatal(letters, err)
	}
	rows := s.page(t, q).Rows
	for _, l := range letters {
		if name := rows[l.Row].Display["pointofcontact"]; !strings.HasPrefix(name, l.Letter) {
			t.Errorf("%s leads to %s", l.Letter, name)
		}
		if l.Row > 0 && strings.HasPrefix(rows[l.Row-1].Display["pointofcontact"], l.Letter) {
			t.Errorf("%s: there is one before row %d", l.Letter, l.Row)
		}
	}
	q.Order = []schema.Order{{Field: "nextreviewdate"}}
	if letters, err := s.records.Letters(q); err != nil || len(letters) > 0 {
		t.Errorf("dates have letters: %v %v", letters, err)
	}
}

func TestASavedViewIsNoRecordOfTheCatalogue(t *testing.T) {
	s := sample(t)
	before, err := s.catalogue.State()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.views.Save(critical, false); err != nil {
		t.Fatal(err)
	}
	if after, err := s.catalogue.State(); err != nil || after.Records != before.Records || after.Records == 0 {
		t.Errorf("%d records became %d, %v", before.Records, after.Records, err)
	}
}
