package api_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/api"
	"cadastre/app/insight"
	"cadastre/store/schema"
)

// behind counts the records of a list that filters leave.
func (s *services) behind(t *testing.T, table, view string, filters ...schema.Filter) int {
	t.Helper()
	return s.page(t, api.Query{Table: table, View: view, Filter: schema.Filter{Groups: filters}}).Total
}

// draw draws a chart, and opens what is behind each of its numbers; it returns how many records those are.
func (s *services) draw(t *testing.T, table, view string, chart schema.Chart) (drawn insight.Drawing, sum int) {
	t.Helper()
	drawn, err := s.insight.Chart(api.Query{Table: table, View: view}, chart)
	if err != nil {
		t.Fatalf("%s by %v: %v", table, chart.By, err)
	}
	for _, c := range drawn.Cells {
		group, series := drawn.Groups[c.Group], drawn.Series[c.Series]
		if n := s.behind(t, table, view, group.Filter, series.Filter); n != c.Count || c.Value != float64(n) {
			t.Errorf("%s %s by %v, %s %s: shows %v and opens %d", table, chart.Key, chart.By, group.Label, series.Label, c.Value, n)
		}
		sum += c.Count
	}
	return drawn, sum
}

// Every number of every dashboard is the number of records that open behind it.
func TestNumbersOfDashboardsOpenTheirRecords(t *testing.T) {
	s := sample(t)
	charts := map[string]*schema.Chart{}
	for _, c := range schema.Default().Charts {
		charts[c.Key] = c
	}
	for _, d := range schema.Default().Dashboards {
		for _, cell := range d.Cells {
			chart := charts[cell.Chart]
			if chart == nil {
				if s.behind(t, cell.Table, cell.View) == 0 {
					t.Errorf("%s: the sample has nothing to show", cell.Label)
				}
				continue
			}
			drawn, sum := s.draw(t, cell.Table, cell.View, *chart)
			if len(drawn.Cells) < 2 {
				t.Errorf("%s: the sample shows %d numbers", cell.Label, len(drawn.Cells))
			}
			if !chart.Missing && sum != drawn.Total || drawn.Shown != drawn.Total {
				t.Errorf("%s: %d of %d records are drawn, and it says %d", cell.Label, sum, drawn.Total, drawn.Shown)
			}
		}
	}
}

func chartOf(kind schema.ChartKind, by ...schema.GroupBy) schema.Chart {
	return schema.Chart{Kind: kind, By: by, Measure: schema.Measure{Aggregate: schema.Count}}
}

// Whatever a list is grouped by, all of it is drawn, and what does not fit stands together.
func TestAnyListIsDrawnWhole(t *testing.T) {
	s := sample(t)
	for _, table := range []string{"itsystem", "itsystemcomponent", "ittechnology", "itpoamitem"} {
		for _, f := range schema.Default().Table(table).Fields {
			first, second := schema.GroupBy{Field: f.Key}, schema.GroupBy{Field: "statecode"}
			for _, chart := range []schema.Chart{chartOf(schema.Pie, first), chartOf(schema.Stacked, second, first), chartOf(schema.Stacked, first, second)} {
				drawn, sum := s.draw(t, table, "", chart)
				if sum != drawn.Total || len(drawn.Groups) > 61 || len(drawn.Series) > 61 {
					t.Errorf("%s by %v: %d of %d records in %d × %d parts", table, chart.By, sum, drawn.Total, len(drawn.Groups), len(drawn.Series))
				}
			}
		}
	}
}

func TestManyDaysAreDrawnByALongerInterval(t *testing.T) {
	s := sample(t)
	drawn, err := s.insight.Chart(api.Query{Table: "itsystem"}, chartOf(schema.Column, schema.GroupBy{Field: "nextreviewdate", Interval: schema.Day}))
	if err != nil || drawn.Interval == schema.Day || len(drawn.Groups) > 61 {
		t.Errorf("%d groups by %s, %v", len(drawn.Groups), drawn.Interval, err)
	}
	steps := slices.DeleteFunc(slices.Clone(drawn.Groups), func(p insight.Part) bool { return p.Key == "" })
	if !slices.IsSortedFunc(steps, func(a, b insight.Part) int { return strings.Compare(a.Key, b.Key) }) {
		t.Error("the intervals are not in order")
	}
}

func TestChartsThatCannotBeDrawn(t *testing.T) {
	s := sample(t)
	for name, chart := range map[string]schema.Chart{
		"by nothing":      chartOf(schema.Bar),
		"by three":        chartOf(schema.Bar, schema.GroupBy{Field: "name"}, schema.GroupBy{Field: "vendor"}, schema.GroupBy{Field: "url"}),
		"by no field":     chartOf(schema.Bar, schema.GroupBy{Field: "colour"}),
		"a sum of names":  {By: []schema.GroupBy{{Field: "vendor"}}, Measure: schema.Measure{Field: "name", Aggregate: schema.Sum}},
		"a date as large": {By: []schema.GroupBy{{Field: "vendor"}}, Measure: schema.Measure{Field: "golivedate", Aggregate: schema.Most}},
	} {
		if _, err := s.insight.Chart(api.Query{Table: "itsystem"}, chart); err == nil {
			t.Errorf("%s is drawn", name)
		}
	}
}

func TestPicturesAreWrittenWhereAsked(t *testing.T) {
	s := newServices(t)
	path := filepath.Join(t.TempDir(), "chart.svg")
	s.answers = []string{path}
	if got, err := s.exports.Picture("Reviews", "svg", "PHN2Zy8+"); err != nil || got != path {
		t.Fatalf("%q, %v", got, err)
	}
	if raw, _ := os.ReadFile(path); string(raw) != "<svg/>" {
		t.Errorf("wrote %q", raw)
	}
	if got, err := s.exports.Picture("Reviews", "png", ""); err != nil || got != "" {
		t.Errorf("cancelled: %q, %v", got, err)
	}
	if _, err := s.exports.Picture("Reviews", "gif", ""); err == nil {
		t.Error("an unknown format is taken")
	}
}
