package main

import (
	"slices"
	"strings"
)

// A result is what a run found about a row.
type result struct {
	Name    string    `json:"name"`
	What    string    `json:"what"`
	Unit    unit      `json:"unit"`
	Budget  string    `json:"budget"`
	Ours    reading   `json:"ours"`
	Floor   reading   `json:"floor,omitzero"`
	Beside  []reading `json:"beside"`
	Ratio   float64   `json:"ratio,omitempty"`
	Verdict verdict   `json:"verdict"`
	Means   string    `json:"means"`
	Idea    string    `json:"idea,omitempty"`
}

// A reading is one figure over all rounds. Absent says why there is none.
type reading struct {
	Task    string    `json:"task"`
	Metric  string    `json:"metric"`
	Median  float64   `json:"median"`
	Samples []float64 `json:"samples"`
	Ratio   float64   `json:"ratio,omitempty"` // to the floor
	Absent  string    `json:"absent,omitempty"`
}

func (r reading) known() bool { return len(r.Samples) > 0 }

// A verdict says how a row stands to its bound.
type verdict string

const (
	inside      verdict = "inside"
	outside     verdict = "OUTSIDE"
	notJudged   verdict = "not judged" // at other sizes than the budget's
	notMeasured verdict = "not measured"
)

// results works out what the rounds say about every row.
func (l *lab) results(list []row, judged bool) []result {
	out := make([]result, len(list))
	for i, r := range list {
		out[i] = l.result(r)
		if !judged && out[i].Verdict != notMeasured {
			out[i].Verdict = notJudged
		}
	}
	return out
}

func (l *lab) result(r row) result {
	out := result{Name: r.name, What: r.what, Unit: r.unit, Budget: r.bound.text(r.unit), Means: r.means, Beside: []reading{}}
	out.Ours, out.Floor = l.worst(r)
	out.Ratio = ratio(out.Ours, out.Floor)
	out.Ours.Ratio = out.Ratio
	for _, f := range r.beside {
		b := l.read(f)
		b.Ratio = ratio(b, out.Floor)
		out.Beside = append(out.Beside, b)
	}
	if out.Verdict = r.bound.verdict(out); out.Verdict == outside {
		out.Idea = r.idea
	}
	return out
}

func (b bound) verdict(r result) verdict {
	switch {
	case !r.Ours.known(), b.ratio > 0 && !r.Floor.known():
		return notMeasured
	case b.ratio > 0 && r.Ratio > b.ratio, b.most > 0 && r.Ours.Median > b.most, b.least > 0 && r.Ours.Median < b.least:
		return outside
	}
	return inside
}

// worst reads a row's two figures: of figures that are many, the pair with the largest ratio.
func (l *lab) worst(r row) (ours, floor reading) {
	ours, floor = l.read(r.ours), l.read(r.floor)
	if !strings.HasSuffix(r.ours.metric, "/") || len(l.samples[r.ours.task]) == 0 {
		return ours, floor
	}
	for metric := range l.samples[r.ours.task][0] {
		if !strings.HasPrefix(metric, r.ours.metric) {
			continue
		}
		a, b := l.read(figure{r.ours.task, metric}), l.read(figure{r.floor.task, metric})
		if !ours.known() || ratio(a, b) > ratio(ours, floor) {
			ours, floor = a, b
		}
	}
	return ours, floor
}

func (l *lab) read(f figure) reading {
	r := reading{Task: f.task, Metric: f.metric, Samples: []float64{}, Absent: l.absent[f.task]}
	for _, m := range l.samples[f.task] {
		if v, told := m[f.metric]; told {
			r.Samples = append(r.Samples, v)
		}
	}
	r.Median = median(r.Samples)
	return r
}

// ratio is the median over the rounds of one to the other in the same round, 0 where one is missing.
func ratio(a, b reading) float64 {
	var all []float64
	for i := range min(len(a.Samples), len(b.Samples)) {
		if b.Samples[i] > 0 {
			all = append(all, a.Samples[i]/b.Samples[i])
		}
	}
	return median(all)
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 0 {
		return (sorted[middle-1] + sorted[middle]) / 2
	}
	return sorted[middle]
}

// A growing is how one cost grows with the catalogue.
type growing struct {
	What  string    `json:"what"`
	Unit  unit      `json:"unit"`
	Means string    `json:"means"`
	Sizes []int     `json:"sizes"`
	Costs []reading `json:"costs"`
}

// growths are what the table of growth tells.
var growths = []struct {
	what, task, metric string
	unit               unit
	means              string
}{
	{"records", "open", "records", rate, "Systems, their components, and who answers for them."},
	{"file", "open", "file", memory, "On the disk, with the history of every record."},
	{"import of a workbook", "import", "seconds", times, "As many rows as systems, into an empty catalogue."},
	{"open, first page ready", "open", "seconds", times, "Grows with the records, once a day."},
	{"memory for a record", "open", "bytes-all", memory, "Everything included: sorted, searched."},
	{"memory of the process", "open", "peak", memory, "The most of one that opens it, makes all that is derived and sorts by a long text."},
	{"filter, sorted page", "filter", "p50", times, "The middle of 1,000 filters."},
	{"search, worst", "search", "worst", times, "The slowest of all searches."},
	{"sort by two fields, worst", "sort", "worst", times, "A page in the middle."},
	{"save", "save", "p50", times, "Does not depend on how much is there already."},
}

func (l *lab) growth(s sizes) []growing {
	var out []growing
	for _, g := range growths {
		line := growing{What: g.what, Unit: g.unit, Means: g.means, Sizes: s.all}
		for _, n := range s.all {
			line.Costs = append(line.Costs, l.read(figure{at(g.task, n), g.metric}))
		}
		out = append(out, line)
	}
	return out
}
