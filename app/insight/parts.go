package insight

import (
	"cmp"
	"fmt"
	"slices"

	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// How many parts a chart shows; what is beyond them stands together.
const (
	mostGroups = 24
	mostSlices = 8
	mostSeries = 8
	mostSteps  = 60
)

// apart begins the keys of parts that no value of a field stands for.
const apart = "\x01"

// check reads which fields the chart goes by.
func (d *drawer) check() error {
	by := d.chart.By
	if d.banded() {
		by = append([]schema.GroupBy{{}}, by...)
	}
	if len(by) == 0 || len(by) > 2 {
		return fault.New(fault.Invalid, "A chart is grouped by one field, or by two.")
	}
	if d.chart.Measure.Aggregate == "" {
		d.chart.Measure.Aggregate = schema.Count
	}
	f := d.snap.Model.FieldAt(d.table, d.chart.Measure.Field)
	if f != nil && (f.Kind == schema.Date || f.Kind == schema.DateTime) && d.chart.Measure.Aggregate != schema.Count {
		return fault.New(fault.Invalid, "%s is a date, which has no size to draw.", f.Label)
	}
	d.across = by[0]
	if len(by) == 2 {
		d.within = by[1]
	}
	return nil
}

func (d *drawer) banded() bool { return len(d.chart.Bands) > 0 || d.chart.Missing }

// measured names the numbers.
func (d *drawer) measured() string {
	f := d.snap.Model.FieldAt(d.table, d.chart.Measure.Field)
	switch {
	case f == nil:
		return d.table.Plural
	case d.chart.Measure.Aggregate == schema.Count:
		return fmt.Sprintf("%s with %s", d.table.Plural, f.Label)
	}
	return aggregates[d.chart.Measure.Aggregate] + " of " + f.Label
}

var aggregates = map[schema.Aggregate]string{schema.Sum: "Sum", schema.Average: "Average", schema.Least: "Lowest", schema.Most: "Highest"}

// axis returns the groups.
func (d *drawer) axis() ([]Part, error) {
	switch {
	case d.chart.Missing:
		return d.missing()
	case d.banded():
		return d.bands()
	}
	most := mostGroups
	if d.chart.Kind == schema.Pie {
		most = mostSlices
	}
	if d.chart.Most > 0 {
		most = min(most, d.chart.Most)
	}
	return d.values(&d.across, most)
}

// series returns what divides the groups.
func (d *drawer) series() ([]Part, error) {
	if d.within.Field == "" {
		return []Part{{Key: apart, apart: true}}, nil
	}
	return d.values(&d.within, mostSeries)
}

func (d *drawer) bands() ([]Part, error) {
	parts := make([]Part, len(d.chart.Bands))
	before := schema.Filter{Any: true, Not: true}
	for i, b := range d.chart.Bands {
		parts[i] = Part{Key: fmt.Sprint(apart, i), Label: b.Label, Tone: b.Tone, Filter: b.Filter, apart: true}
		switch {
		case b.Else && b.Filter.Empty():
			parts[i].Filter = before
		case b.Else:
			parts[i].Filter = schema.Filter{Groups: []schema.Filter{b.Filter, before}}
		}
		before.Groups = append(slices.Clone(before.Groups), b.Filter)
	}
	return parts, nil
}

// missing are the fields of the main form that some records have and others lack, those that most lack first.
func (d *drawer) missing() ([]Part, error) {
	keys := formFields(d.snap.Model, d.table)
	filled := make([]schema.Measure, len(keys))
	for i, key := range keys {
		filled[i] = schema.Measure{Field: key, Aggregate: schema.Count}
	}
	all, err := query.Groups(d.snap, d.q, nil, filled)
	if err != nil {
		return nil, err
	}
	var parts []Part
	have := map[string]int64{}
	for i, key := range keys {
		if n := all[0].Values[i].Int(); n > 0 && int(n) < all[0].Count {
			blank := schema.Filter{Conditions: []schema.Condition{{Field: key, Op: schema.IsNull}}}
			have[apart+key] = n
			parts = append(parts, Part{Key: apart + key, Label: d.table.Field(key).Label, Filter: blank, apart: true})
		}
	}
	slices.SortStableFunc(parts, func(a, b Part) int { return cmp.Compare(have[a.Key], have[b.Key]) })
	if len(parts) <= mostSlices {
		return parts, nil
	}
	d.note = fmt.Sprintf("%d of %d fields that are not filled everywhere.", mostSlices, len(parts))
	return parts[:mostSlices], nil
}

// formFields are the fields that people fill in the main form.
func formFields(m *schema.Model, t *schema.Table) []string {
	var keys []string
	for _, tab := range m.Form(t.Key, schema.MainForm).Tabs {
		for _, s := range tab.Sections {
			for _, key := range s.Fields {
				if f := t.Field(key); f != nil && !f.System && !slices.Contains(keys, key) {
					keys = append(keys, key)
				}
			}
		}
	}
	return keys
}

// values returns the values of a field: all intervals of a date, the most frequent of others and the rest as one.
func (d *drawer) values(by *schema.GroupBy, most int) ([]Part, error) {
	f := d.snap.Model.FieldAt(d.table, by.Field)
	if f == nil {
		return nil, fault.New(fault.Invalid, "%s has no field “%s”.", d.table.Plural, by.Field)
	}
	if f.Kind == schema.Date || f.Kind == schema.DateTime {
		return d.intervals(by)
	}
	groups, err := d.ask([]schema.GroupBy{*by})
	if err != nil {
		return nil, err
	}
	if f.Kind != schema.Choice {
		groups = biggestFirst(groups)
	}
	var parts []Part
	for _, g := range shownOf(groups, most) {
		parts = append(parts, d.part(f, g.Part(0)))
	}
	if rest := len(groups) - len(parts); rest > 0 {
		parts = append(parts, other(by.Field, parts, rest))
	}
	return parts, nil
}

func biggestFirst(groups []query.Group) []query.Group {
	slices.SortStableFunc(groups, func(a, b query.Group) int {
		return cmp.Or(cmp.Compare(blankness(a), blankness(b)), cmp.Compare(b.Count, a.Count))
	})
	return groups
}

func blankness(g query.Group) int {
	if g.Keys[0] == "" {
		return 1
	}
	return 0
}

// shownOf are the first groups, and the blank one, which is never among the rest; the rest is never one alone.
func shownOf(groups []query.Group, most int) []query.Group {
	filled := slices.IndexFunc(groups, func(g query.Group) bool { return g.Keys[0] == "" })
	if filled < 0 {
		filled = len(groups)
	}
	if filled <= most {
		return groups
	}
	return slices.Concat(groups[:most-1], groups[filled:])
}

// other is what is left beside the parts shown.
func other(field string, shown []Part, rest int) Part {
	not := schema.Condition{Field: field, Op: schema.NotIn}
	for _, p := range shown {
		if p.Key != "" {
			not.Values = append(not.Values, p.Key)
		}
	}
	filled := schema.Condition{Field: field, Op: schema.IsNotNull}
	return Part{Key: apart + field, Label: fmt.Sprintf("%d others", rest), Tone: "muted",
		Filter: schema.Filter{Conditions: []schema.Condition{not, filled}}, apart: true}
}

func (d *drawer) part(f *schema.Field, p query.Part) Part {
	out := Part{Key: p.Key, Label: p.Text, Filter: p.Filter}
	if p.Key == "" {
		out.Label, out.Tone = notSet(f), "muted"
	}
	if f.Kind == schema.Choice && p.Key != "" {
		if code, err := record.Parse(f, p.Key); err == nil {
			set := d.snap.Model.ChoiceSet(f.Choice)
			o, _ := set.Option(code.Int())
			out.Tone, out.Place = o.Tone, set.Position(code.Int())+1
		}
	}
	return out
}

func notSet(f *schema.Field) string {
	if f.Kind == schema.Date || f.Kind == schema.DateTime {
		return "No date"
	}
	return "Not set"
}

var longer = map[schema.Interval]schema.Interval{"": schema.Week, schema.Day: schema.Week, schema.Week: schema.Month,
	schema.Month: schema.Quarter, schema.Quarter: schema.Year}

// intervals are all from the first date to the last, put together by a longer interval where they would be too many.
func (d *drawer) intervals(by *schema.GroupBy) ([]Part, error) {
	f := d.snap.Model.FieldAt(d.table, by.Field)
	groups, err := d.ask([]schema.GroupBy{*by})
	if err != nil || len(groups) == 0 {
		return nil, err
	}
	var blank []Part
	if last := groups[len(groups)-1]; last.Keys[0] == "" {
		blank, groups = []Part{d.part(f, last.Part(0))}, groups[:len(groups)-1]
	}
	if len(groups) == 0 {
		return blank, nil
	}
	steps := query.Steps(groups[0], groups[len(groups)-1], 0, mostSteps)
	if next, ok := longer[by.Interval]; steps == nil && ok {
		by.Interval = next
		return d.intervals(by)
	}
	if steps == nil { // centuries apart: only the years in which something lies
		for _, g := range groups {
			steps = append(steps, g.Part(0))
		}
	}
	parts := make([]Part, 0, len(steps)+1)
	for _, p := range steps {
		parts = append(parts, d.part(f, p))
	}
	return append(parts, blank...), nil
}
