package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadastre/build/bench/job"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets this program do the jobs, as the bench itself does.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "job" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestAQuickRunMeasuresEverythingOfOurs(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.json")
	o, err := parse([]string{"--size", "50,100", "--rounds", "1", "--data", dir, "--json", file, "--only", "import,bulk,undo,export,open,sort,filter,count,search,save,memory,growth"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := bench(t.Context(), o)
	if err == nil {
		err = o.publish(r)
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var kept report
	if err := json.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}
	if len(kept.Speed) < 16 || len(kept.Growth) != len(growths) {
		t.Errorf("%d rows and %d lines of growth", len(kept.Speed), len(kept.Growth))
	}
	for _, row := range kept.Speed {
		if row.Ours.Median <= 0 {
			t.Errorf("%s: nothing was measured: %+v", row.Name, row.Ours)
		}
	}
	for _, line := range kept.Growth {
		for i, cost := range line.Costs {
			if cost.Median <= 0 {
				t.Errorf("%s at %d: %v", line.What, line.Sizes[i], cost)
			}
		}
	}
	if scratch, _ := filepath.Glob(filepath.Join(dir, "*", "scratch-*")); len(scratch) > 0 {
		t.Errorf("left behind: %v", scratch)
	}
}

func TestEveryFigureHasItsTask(t *testing.T) {
	s := newSizes([]int{10_000, 100_000, 500_000}, 0)
	known, programs := map[string]bool{"": true}, programs()
	for _, task := range tasks(s) {
		if known[task.name] {
			t.Errorf("two tasks are called %q", task.name)
		}
		if known[task.name] = true; programs[task.program].command == nil {
			t.Errorf("%s is done by %q, which is no program", task.name, task.program)
		}
	}
	for _, r := range rows(s) {
		for _, f := range append([]figure{r.ours, r.floor}, r.beside...) {
			if !known[f.task] {
				t.Errorf("%s needs %q, which nobody does", r.name, f.task)
			}
		}
	}
}

func TestARowIsJudgedByTheMedianOfItsRounds(t *testing.T) {
	l := &lab{samples: map[string][]job.Metrics{
		"ours":  {{"seconds": 2}, {"seconds": 40}, {"seconds": 3}},
		"floor": {{"seconds": 10}, {"seconds": 100}, {"seconds": 10}},
		"each":  {{"each/a": 1, "each/b": 3}},
		"peer":  {{"each/a": 10, "each/b": 2}},
	}, absent: map[string]string{"gone": "it is not there"}}
	of := func(task string) figure { return figure{task, "seconds"} }
	for _, c := range []struct {
		row     row
		verdict verdict
		ratio   float64
	}{
		{row{ours: of("ours"), floor: of("floor"), bound: bound{ratio: 0.35}}, inside, 0.3},
		{row{ours: of("ours"), floor: of("floor"), bound: bound{ratio: 0.25}}, outside, 0.3},
		{row{ours: of("ours"), bound: bound{most: 2.9}}, outside, 0},
		{row{ours: of("ours"), bound: bound{most: 3}}, inside, 0},
		{row{ours: of("ours"), bound: bound{least: 3.1}}, outside, 0},
		{row{ours: of("ours"), floor: of("gone"), bound: bound{ratio: 1}}, notMeasured, 0},
		{row{ours: of("gone"), bound: bound{most: 1}}, notMeasured, 0},
		{row{ours: figure{"each", "each/"}, floor: figure{"peer", "each/"}, bound: bound{ratio: 1}}, outside, 1.5},
	} {
		got := l.result(c.row)
		if got.Verdict != c.verdict || got.Ratio != c.ratio {
			t.Errorf("%+v: %s at %g, want %s at %g", c.row, got.Verdict, got.Ratio, c.verdict, c.ratio)
		}
	}
	if r := l.results([]row{{ours: of("ours"), bound: bound{most: 1}}}, false)[0]; r.Verdict != notJudged {
		t.Errorf("at another size: %s", r.Verdict)
	}
}

func TestATaskThatFailsLeavesTheOthers(t *testing.T) {
	ours, peer := task{name: "ours", program: cadastre}, task{name: "theirs", program: peers}
	l := &lab{ctx: t.Context(), progress: io.Discard, absent: map[string]string{}}
	for _, task := range []task{ours, peer} {
		if err := l.without(task, errors.New("no")); err != nil || l.absent[task.name] == "" {
			t.Errorf("%s: %v, noted %q", task.name, err, l.absent[task.name])
		}
	}
	if len(l.failed) != 1 {
		t.Errorf("at the end the run fails for %v, want what Cadastre could not do", l.failed)
	}
	if l.strict = true; l.without(peer, errors.New("no")) == nil {
		t.Error("a strict run goes on")
	}
}

func TestThePageTakesTheTablesBetweenItsMarkers(t *testing.T) {
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "README.md")
	if err := os.WriteFile(path, page, 0o644); err != nil {
		t.Fatal(err)
	}
	r := report{Growth: []growing{{What: "save", Unit: times, Sizes: []int{100}, Costs: []reading{{}}}}, Speed: []result{{Name: "save", What: "save | one", Unit: times, Budget: "≤ 3 ×", Verdict: outside, Idea: "Write less.",
		Ours: reading{Samples: []float64{0.0012}, Median: 0.0012}}}}
	for range 2 { // a second run replaces the first
		if err := writePage(path, r); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, once := range []string{"| save | save \\| one | ≤ 3 × | 1.20 ms |", "Write less."} {
		if n := strings.Count(string(text), once); n != 1 {
			t.Errorf("%q is there %d times", once, n)
		}
	}
}

func TestFiguresHaveThreeDigits(t *testing.T) {
	var got []string
	for _, v := range []float64{83, 9.8765, 0.0314159, 0.000272} {
		got = append(got, times.of(v))
	}
	got = append(got, memory.of(1234), memory.of(389.6e6), share.of(0.005), rate.of(59.94), count(100_000))
	want := []string{"1.38 min", "9.88 s", "31.4 ms", "272 µs", "1.23 KB", "390 MB", "0.5%", "60", "100,000"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error("(-want +got):\n" + diff)
	}
}
