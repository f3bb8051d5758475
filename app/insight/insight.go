// Package insight answers what dashboards and charts ask: how records fall into
// groups, and which records stand behind each number. It changes nothing. It may
// import store.
package insight

import (
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Drawing is a chart with its numbers.
type Drawing struct {
	// Measured says what the numbers are: "IT Systems", "Sum of Score".
	Measured string `json:"measured"`
	// Interval is the one that dates are put together by: a longer one than asked for where there would be too many.
	Interval schema.Interval `json:"interval"`
	// Groups lie along the axis; Series divide each of them, a single one with no label where nothing does.
	Groups []Part `json:"groups"`
	Series []Part `json:"series"`
	// Cells are the numbers that there are.
	Cells []Cell `json:"cells"`
	// Total is how many records the chart is about; Shown is how many of them stand behind its numbers.
	Total int `json:"total"`
	Shown int `json:"shown"`
	// Note says what else is not shown, "" for nothing.
	Note string `json:"note"`
	Seq  uint64 `json:"seq"`
}

// A Part is a group or a series.
type Part struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	// Tone is that of a choice or a band: "" means nothing to the eye.
	Tone string `json:"tone"`
	// Place is that of a choice among all of its field, from 1, whichever of them are drawn; 0 is no choice.
	Place int `json:"place"`
	// Filter finds the records in it, among those of the list.
	Filter schema.Filter `json:"filter"`

	// counted apart: a band, or what is left over, which no key of a field stands for
	apart bool
}

// A Cell is the number of a group in a series.
type Cell struct {
	Group  int     `json:"group"`
	Series int     `json:"series"`
	Value  float64 `json:"value"`
	// Count is how many records are behind it.
	Count int `json:"count"`
}

// Draw finds the numbers of a chart of the records that a query finds.
func Draw(s *snapshot.Snapshot, q query.Query, c schema.Chart) (Drawing, error) {
	d := &drawer{snap: s, q: q, chart: c, table: s.Model.TableByNum(q.Table)}
	if err := d.check(); err != nil {
		return Drawing{}, err
	}
	all, err := d.ask(nil)
	if err != nil {
		return Drawing{}, err
	}
	out := Drawing{Seq: s.Seq, Total: all[0].Count, Measured: d.measured()}
	if out.Groups, err = d.axis(); err != nil {
		return Drawing{}, err
	}
	if out.Series, err = d.series(); err != nil {
		return Drawing{}, err
	}
	out.Interval, out.Note = d.across.Interval, d.note
	out.Cells, err = d.cells(out.Groups, out.Series)
	out.Shown = d.shown(out)
	return out, err
}

// shown is how many records are behind the numbers. Every record is looked at for what it lacks.
func (d *drawer) shown(out Drawing) (n int) {
	if d.chart.Missing {
		return out.Total
	}
	for _, c := range out.Cells {
		n += c.Count
	}
	return n
}

// A drawer makes one drawing.
type drawer struct {
	snap  *snapshot.Snapshot
	q     query.Query
	chart schema.Chart
	table *schema.Table
	// across and within are the fields of the axis and of the series, each with no name where there is none.
	across, within schema.GroupBy
	note           string
}

// ask groups those records of the list that meet further filters.
func (d *drawer) ask(by []schema.GroupBy, filters ...schema.Filter) ([]query.Group, error) {
	q := d.q
	q.Filters = append(append([]schema.Filter{}, q.Filters...), filters...)
	return query.Groups(d.snap, q, by, []schema.Measure{d.chart.Measure})
}

// cells asks for the numbers: of all groups by their keys at once, of those counted apart one by one.
func (d *drawer) cells(groups, series []Part) ([]Cell, error) {
	n := numbers{drawer: d, found: map[[2]string]query.Group{}}
	if d.across.Field != "" && d.within.Field != "" {
		n.take("", "", []schema.GroupBy{d.across, d.within})
	}
	for _, g := range groups {
		if g.apart && d.within.Field != "" {
			n.take(g.Key, "", []schema.GroupBy{d.within}, g.Filter)
		}
		for _, s := range series {
			if g.apart && s.apart {
				n.take(g.Key, s.Key, nil, g.Filter, s.Filter)
			}
		}
	}
	for _, s := range series {
		if s.apart && d.across.Field != "" {
			n.take("", s.Key, []schema.GroupBy{d.across}, s.Filter)
		}
	}
	cells := []Cell{}
	for i, g := range groups {
		for j, s := range series {
			if found, ok := n.found[keyOf(g.Key, s.Key)]; ok && found.Count > 0 && !found.Values[0].IsBlank() {
				cells = append(cells, Cell{Group: i, Series: j, Value: size(found.Values[0]), Count: found.Count})
			}
		}
	}
	return cells, n.err
}

func size(v record.Value) float64 {
	if v.Class() == record.Float {
		return v.Float()
	}
	return float64(v.Int())
}

// numbers collects groups by the keys of a group and a series.
type numbers struct {
	*drawer
	found map[[2]string]query.Group
	err   error
}

// take asks; the keys of the answer stand where none is given.
func (n *numbers) take(group, series string, by []schema.GroupBy, filters ...schema.Filter) {
	if n.err != nil {
		return
	}
	var answer []query.Group
	answer, n.err = n.ask(by, filters...)
	for _, g := range answer {
		at, keys := [2]string{group, series}, g.Keys
		for i := range at {
			if at[i] == "" && len(keys) > 0 {
				at[i], keys = keys[0], keys[1:]
			}
		}
		n.found[keyOf(at[0], at[1])] = g
	}
}

// keyOf finds numbers of texts that differ in case or accents only together, as queries do.
func keyOf(group, series string) [2]string {
	return [2]string{snapshot.Fold(group), snapshot.Fold(series)}
}
