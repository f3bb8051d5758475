package insight_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cadastre/app/insight"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

var model = schema.Default()

func id(n int) (out record.ID) {
	out[0] = 1
	binary.BigEndian.PutUint64(out[8:], uint64(n))
	return out
}

// catalogue is a snapshot in the making: its records are numbered as they are added, from 1.
type catalogue struct {
	*testing.T
	*snapshot.Builder
	n int
}

func newCatalogue(t *testing.T) *catalogue {
	return &catalogue{T: t, Builder: snapshot.NewBuilder(model)}
}

// add adds an active record with values in their stored form; a number stands for the record of that number.
func (c *catalogue) add(table string, values map[string]any) int {
	c.Helper()
	t := model.Table(table)
	fields := []record.FieldValue{{Num: schema.State, Value: record.OfInt(schema.StateActive)}}
	for key, doc := range values {
		if n, ok := doc.(int); ok {
			doc = id(n).String()
		}
		v, err := record.FromJSON(t.Field(key), doc)
		if err != nil {
			c.Fatal(err)
		}
		fields = append(fields, record.FieldValue{Num: t.Field(key).Num, Value: v})
	}
	c.n++
	c.Add(t.Num, &record.Record{ID: id(c.n), Version: 1, Values: record.Sorted(fields)})
	return c.n
}

// today is 2026-11-26.
var today = int64(20_783)

func (c *catalogue) draw(table string, chart schema.Chart) insight.Drawing {
	c.Helper()
	d, err := insight.Draw(c.Snapshot(1), query.Query{Table: model.Table(table).Num, Today: today}, chart)
	if err != nil {
		c.Fatal(err)
	}
	return d
}

// bars are the groups with their numbers: "Valid 1, Expired 2".
func bars(d insight.Drawing) string {
	var out []string
	for i, g := range d.Groups {
		value := 0.0
		for _, c := range d.Cells {
			if c.Group == i {
				value += c.Value
			}
		}
		out = append(out, fmt.Sprintf("%s %v", g.Label, value))
	}
	return strings.Join(out, ", ")
}

func (c *catalogue) shows(d insight.Drawing, want string) {
	c.Helper()
	if got := bars(d); got != want {
		c.Errorf("shows %s, want %s", got, want)
	}
}

func chartOf(key string) schema.Chart {
	return *model.Charts[slices.IndexFunc(model.Charts, func(c *schema.Chart) bool { return c.Key == key })]
}

func by(field string) schema.Chart {
	return schema.Chart{Kind: schema.Bar, By: []schema.GroupBy{{Field: field}}, Measure: schema.Measure{Aggregate: schema.Count}}
}

func TestASystemWithAccreditationsIsNotMissingThem(t *testing.T) {
	c := newCatalogue(t)
	authorized := func(expires string) {
		system := c.n + 2
		c.add("itsystemaccreditation", map[string]any{"expirationdate": expires, "itsystem": system})
		c.add("itsystem", map[string]any{"atoauthoritytooperate": c.n})
	}
	authorized("2027-11-26")
	authorized("2026-12-26")
	authorized("2026-11-25")
	c.add("itsystemaccreditation", map[string]any{"itsystem": c.add("itsystem", nil)})
	c.add("itsystem", nil)
	d := c.draw("itsystem", chartOf("accreditation-state"))
	c.shows(d, "Valid 1, Expires in 90 days 1, Expired 1, Accredited, none named 1, Missing 1")
}

// What ends first counts, so that no system stands in two bars; what has no date stands in one as well.
func TestASystemStandsInOneBarOfTechnologySupport(t *testing.T) {
	c := newCatalogue(t)
	technology := func(ends string) int {
		values := map[string]any{}
		if ends != "" {
			values["endofsupportdate"] = ends
		}
		return c.add("ittechnology", values)
	}
	past, soon, later, unknown := technology("2026-11-25"), technology("2026-12-26"), technology("2031-01-01"), technology("")
	uses := func(technologies ...int) {
		system := c.add("itsystem", nil)
		for _, used := range technologies {
			c.add("itsystemtechnology", map[string]any{"itsystem": system, "ittechnology": used})
		}
	}
	uses(past, soon, later)
	uses(soon, later)
	uses(later, unknown)
	uses(unknown)
	uses()
	c.add("itsystem", map[string]any{"primarytechnology": past})
	d := c.draw("itsystem", chartOf("technology-support"))
	c.shows(d, "Past end of support 2, Ends within 180 days 1, Ends within a year 0, Ends later 1, No technology noted 1, No date known 1")
	if d.Shown != d.Total {
		t.Errorf("%d of %d", d.Shown, d.Total)
	}
}

func TestWhatDoesNotFitStandsTogetherBeforeWhatIsNotSet(t *testing.T) {
	c := newCatalogue(t)
	for n := range 12 {
		for range 12 - n {
			c.add("itsystem", map[string]any{"systemcode": fmt.Sprintf("C%d", n)})
		}
	}
	c.add("itsystem", nil)
	chart := by("systemcode")
	chart.Kind = schema.Pie
	d := c.draw("itsystem", chart)
	c.shows(d, "C0 12, C1 11, C2 10, C3 9, C4 8, C5 7, C6 6, Not set 1, 5 others 15")
	chart.Kind, chart.Most = schema.Bar, 4
	c.shows(c.draw("itsystem", chart), "C0 12, C1 11, C2 10, Not set 1, 9 others 45")
	chart.Most = 12
	c.shows(c.draw("itsystem", chart), "C0 12, C1 11, C2 10, C3 9, C4 8, C5 7, C6 6, C7 5, C8 4, C9 3, C10 2, C11 1, Not set 1")
	if d.Total != 79 || d.Measured != "IT Systems" {
		t.Errorf("%d %s", d.Total, d.Measured)
	}
}

func TestMonthsWithoutAnythingAreShown(t *testing.T) {
	c := newCatalogue(t)
	for _, day := range []string{"2026-11-03", "2026-11-30", "2027-01-01"} {
		c.add("itsystem", map[string]any{"nextreviewdate": day})
	}
	c.add("itsystem", nil)
	chart := by("nextreviewdate")
	chart.By[0].Interval = schema.Month
	c.shows(c.draw("itsystem", chart), "Nov 2026 2, Dec 2026 0, Jan 2027 1, No date 1")
}

func TestCenturiesApartOnlyYearsWithSomethingAreShown(t *testing.T) {
	c := newCatalogue(t)
	for _, day := range []string{"1900-01-01", "2026-11-03"} {
		c.add("itsystem", map[string]any{"nextreviewdate": day})
	}
	d := c.draw("itsystem", by("nextreviewdate"))
	if c.shows(d, "1900 1, 2026 1"); d.Interval != schema.Year {
		t.Errorf("by %s", d.Interval)
	}
}

func TestFieldsThatMostLackComeFirst(t *testing.T) {
	c := newCatalogue(t)
	for n := range 4 {
		values := map[string]any{"name": "Permits"}
		if n < 3 {
			values["systemcode"] = "P"
		}
		if n < 1 {
			values["nextreviewdate"] = "2026-11-26"
		}
		c.add("itsystem", values)
	}
	c.shows(c.draw("itsystem", chartOf("missing-from-systems")), "Next Review Date 3, System Code 1")
}

func TestAChoiceHasItsPlaceAmongAllWhicheverAreDrawn(t *testing.T) {
	c := newCatalogue(t)
	c.add("itsystem", map[string]any{"name": "A", "lifecyclestage": model.ChoiceSet("lifecyclestage").Options[2].Code})
	c.add("itsystem", map[string]any{"name": "B"})
	d := c.draw("itsystem", schema.Chart{Kind: schema.Pie, By: []schema.GroupBy{{Field: "lifecyclestage"}}})
	if len(d.Groups) != 2 || d.Groups[0].Place != 3 || d.Groups[1].Place != 0 {
		t.Errorf("the groups are %+v; the first is the third choice, the second is none", d.Groups)
	}
}
