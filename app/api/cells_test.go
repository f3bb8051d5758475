package api_test

import (
	"slices"
	"strings"
	"testing"

	"cadastre/app/api"
	"cadastre/store/schema"
)

var byName = []schema.Order{{Field: "name"}}

// systems are the first rows of the systems by name.
func (s *services) systems(t *testing.T, n int, columns ...string) []api.Row {
	t.Helper()
	return s.page(t, api.Query{Table: "itsystem", Order: byName, Columns: columns, Limit: n}).Rows
}

func rangeOf(rows []api.Row, fields ...string) api.Range {
	r := api.Range{Table: "itsystem", Fields: fields}
	for _, row := range rows {
		r.IDs = append(r.IDs, row.ID)
	}
	return r
}

func (s *services) put(t *testing.T, p api.Put) api.PutResult {
	t.Helper()
	if p.Verb == "" {
		p.Verb = "pasted"
	}
	out, err := s.cells.Put(p)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAPastedBlockIsReadLikeAnImportAndUndoneAsOne(t *testing.T) {
	s := sample(t)
	fields := []string{"abbreviation", "criticality", "vendor", "nextreviewdate"}
	before := s.systems(t, 2, fields...)
	out := s.put(t, api.Put{Range: rangeOf(before, fields...), Rows: 2,
		Cells: [][]string{{"ONE", "high", "microsoft", "31 Dec 2031"}, {"", "166840002", "", "2032-02-29"}}})
	if out.Done.Seq == 0 || out.Records != 2 || out.Total > 0 {
		t.Fatalf("%+v", out)
	}
	for i, want := range []map[string]string{{"abbreviation": "ONE", "criticality": "High", "vendor": "Microsoft", "nextreviewdate": "2031-12-31"},
		{"criticality": "Low", "nextreviewdate": "2032-02-29"}} {
		got := s.systems(t, 2, fields...)[i].Display
		for _, key := range fields {
			if got[key] != want[key] {
				t.Errorf("row %d: %s is %q, want %q", i, key, got[key], want[key])
			}
		}
	}
	if sets, err := s.history.List(0, 1); err != nil || sets.Sets[0].Origin != "paste" {
		t.Errorf("%+v %v", sets, err)
	}
	if _, err := s.history.Undo(out.Done.Seq); err != nil {
		t.Fatal(err)
	}
	for i, row := range s.systems(t, 2, fields...) {
		for _, key := range fields {
			if row.Display[key] != before[i].Display[key] {
				t.Errorf("undo leaves %s of %s at %q", key, row.Name, row.Display[key])
			}
		}
	}
}

func TestNothingOfABlockIsWrittenBeforeItsProblemsAreAnswered(t *testing.T) {
	s := sample(t)
	rows := s.systems(t, 2)
	put := api.Put{Range: rangeOf(rows, "criticality", "vendor", "createdon"), Rows: 2,
		Cells: [][]string{{"Hihg", "Microsoft", "today"}, {"High", "Microsfot", "today"}}}
	out := s.put(t, put)
	if out.Done.Seq != 0 || out.Total != 3 {
		t.Fatalf("%+v", out)
	}
	first := out.Problems[0]
	if first.Name != rows[0].Name || first.Row != 0 || first.Column != 0 || first.Value != "Hihg" || !slices.Contains(first.Suggestions, "High") {
		t.Errorf("%+v", first)
	}
	if last := out.Problems[2]; last.Field != "Created On" || last.Settable {
		t.Errorf("%+v", last)
	}
	put.Corrections = []api.Correction{{Row: 0, Column: 0, Text: "High"}}
	put.Take = true
	if out = s.put(t, put); out.Done.Seq == 0 || out.Total != 2 {
		t.Errorf("%+v", out)
	}
	if got := s.systems(t, 2, "criticality", "vendor"); got[0].Display["criticality"] != "High" || got[0].Display["vendor"] != "Microsoft" || got[1].Display["criticality"] != "High" {
		t.Errorf("%+v", got)
	}
}

func TestOneValueFillsARangeAndBlanksClearIt(t *testing.T) {
	s := sample(t)
	q := &api.Query{Table: "itsystem", Order: byName, Offset: 1, Limit: 5}
	whole := api.Range{Table: "itsystem", Query: q, Fields: []string{"nextreviewdate"}}
	if out := s.put(t, api.Put{Range: whole, Rows: 5, Cells: [][]string{{"2030-01-01"}}}); out.Records != 5 || out.Done.Seq == 0 {
		t.Errorf("%+v", out)
	}
	if out := s.put(t, api.Put{Range: whole, Rows: 5, Cells: [][]string{{""}}, Verb: "cleared"}); out.Records != 5 || !strings.HasSuffix(out.Done.Summary, "cleared") {
		t.Errorf("%+v", out)
	}
	if got := s.systems(t, 6, "nextreviewdate")[5].Display["nextreviewdate"]; got != "" {
		t.Errorf("the cell holds %q", got)
	}
	if out := s.put(t, api.Put{Range: rangeOf(s.systems(t, 1), "name"), Rows: 1, Cells: [][]string{{""}}}); out.Done.Seq != 0 || out.Total != 1 {
		t.Errorf("a name was cleared: %+v", out)
	}
}

func TestFillingTakesTheSameValuesWithoutReadingThem(t *testing.T) {
	s := sample(t)
	rows := s.systems(t, 3)
	fields := []string{"vendor", "description", "criticality", "nextreviewdate"}
	s.put(t, api.Put{Range: rangeOf(rows[:1], fields...), Rows: 1,
		Cells: [][]string{{"Microsoft", "<p>It is <strong>old</strong>.</p>", "Low", "2031-01-01"}}})
	if out := s.put(t, api.Put{Range: rangeOf(rows, fields...), Rows: 3, Fill: "down", Verb: "filled"}); out.Done.Seq == 0 || out.Records != 2 {
		t.Fatalf("%+v", out)
	}
	got := s.systems(t, 3, fields...)
	for _, key := range fields {
		if got[2].Values[key] == nil || got[2].Values[key] != got[0].Values[key] {
			t.Errorf("%s is %v, not %v", key, got[2].Values[key], got[0].Values[key])
		}
	}
}

func TestRowsBeyondTheLastBecomeRecordsWhenThePersonSaysSo(t *testing.T) {
	s := sample(t)
	rows := s.systems(t, 1)
	put := api.Put{Range: rangeOf(rows, "name", "criticality"), Rows: 3, Cells: [][]string{{rows[0].Name, "High"}, {"Total", "Low"}, {"", "Low"}}}
	if out := s.put(t, put); out.Done.Seq != 0 || out.Beyond != 2 {
		t.Fatalf("%+v", out)
	}
	put.Create, put.Take = true, true
	out := s.put(t, put)
	if out.Done.Created != 1 || !slices.ContainsFunc(out.Problems, func(p api.PutProblem) bool { return p.Row == 2 && p.Severity == "row" }) {
		t.Errorf("%+v", out)
	}
}

func TestARangeIsCopiedAndSummedUp(t *testing.T) {
	s := sample(t)
	rows := s.systems(t, 1)
	s.put(t, api.Put{Range: rangeOf(rows, "abbreviation", "dependenciessummary"), Rows: 1, Cells: [][]string{{`A"B`, "two\nlines"}}})
	out, err := s.cells.Copy(rangeOf(rows, "abbreviation", "dependenciessummary"))
	cells := `<tr><td sdnum="1033;0;@">A&#34;B</td><td sdnum="1033;0;@">two<br>lines</td></tr>`
	if err != nil || out.Text != "\"A\"\"B\"\t\"two\nlines\"\r\n" || !strings.Contains(out.HTML, "<table>"+cells+"</table>") {
		t.Errorf("%q %q %v", out.Text, out.HTML, err)
	}
	figures, err := s.cells.Figures(rangeOf(rows, "abbreviation", "dependenciessummary"))
	if err != nil || figures != (api.Figures{Rows: 1, Filled: 2}) {
		t.Errorf("%+v %v", figures, err)
	}
}

func TestATextIsFoundInAllRowsOfAViewForwardAndBack(t *testing.T) {
	s := sample(t)
	rows := s.systems(t, 5)
	s.put(t, api.Put{Range: rangeOf(rows, "abbreviation"), Rows: 5, Cells: [][]string{{"zzÉ1"}, {"x"}, {"x"}, {"zze2"}, {"x"}}})
	view := api.Range{Table: "itsystem", Query: &api.Query{Table: "itsystem", Order: byName, Limit: 1000}, Fields: []string{"name", "abbreviation"}}
	for _, step := range []struct {
		from api.CellAt
		back bool
		row  int
	}{{api.CellAt{Row: 0, Column: -1}, false, 0}, {api.CellAt{Row: 0, Column: 1}, false, 3}, {api.CellAt{Row: 3, Column: 1}, false, 0},
		{api.CellAt{Row: 3, Column: 1}, true, 0}, {api.CellAt{Row: 0, Column: 1}, true, 3}} {
		if got, err := s.cells.Find(view, "ZZE", step.from, step.back); err != nil || got.Row != step.row || got.Column != 1 || got.Total != 2 {
			t.Errorf("from %+v, back %v: %+v %v", step.from, step.back, got, err)
		}
	}
	if got, err := s.cells.Find(view, "nowhere at all", api.CellAt{}, false); err != nil || got.Row != -1 || got.Total != 0 {
		t.Errorf("%+v %v", got, err)
	}
}
