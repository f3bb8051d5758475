package exchange_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cadastre/app/exchange"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"github.com/xuri/excelize/v2"
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

// tb is what testing.T and rapid.T have in common.
type tb interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// A catalogue is one in memory: changes go the way that the store takes them, without a file.
type catalogue struct {
	tb
	dir  string
	snap *snapshot.Snapshot
	ids  record.IDs
}

func newCatalogue(t tb, dir string) *catalogue {
	return &catalogue{tb: t, dir: dir, snap: snapshot.NewBuilder(schema.Default()).Snapshot(0), ids: record.NewID}
}

func emptyCatalogue(t *testing.T) *catalogue { return newCatalogue(t, t.TempDir()) }

// apply carries out a draft.
func (c *catalogue) apply(d change.Draft) change.Set {
	c.Helper()
	set, err := change.Prepare(c.snap.Model, c.snap, d, time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), c.ids)
	if err != nil {
		c.Fatalf("the draft is refused: %v", err)
	}
	set.Seq = c.snap.Seq + 1
	c.snap = c.snap.Apply(&set)
	return set
}

// write puts a text into a file of the catalogue's folder.
func (c *catalogue) write(name, text string) string {
	c.Helper()
	path := filepath.Join(c.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		c.Fatal(err)
	}
	return path
}

// plan plans the import of files.
func (c *catalogue) plan(o exchange.Options, paths ...string) *exchange.Plan {
	c.Helper()
	plan, err := exchange.Planner{Snapshot: c.snap, IDs: c.ids}.Plan(context.Background(), paths, o)
	if err != nil {
		c.Fatalf("the plan fails: %v", err)
	}
	reconcile(c, plan)
	return plan
}

// carryOut applies a plan.
func (c *catalogue) carryOut(plan *exchange.Plan) change.Set {
	c.Helper()
	draft, err := plan.Draft("tester", c.snap)
	if err != nil {
		c.Fatalf("the plan is refused: %v\n%s", err, problems(plan))
	}
	return c.apply(draft)
}

// bring plans the import of a csv text and carries it out.
func (c *catalogue) bring(o exchange.Options, name, text string) *exchange.Plan {
	c.Helper()
	plan := c.plan(o, c.write(name, text))
	c.carryOut(plan)
	return plan
}

// unchanged plans files and demands that they change nothing.
func (c *catalogue) unchanged(o exchange.Options, paths ...string) {
	c.Helper()
	plan := c.plan(o, paths...)
	if plan.Counts.Created+plan.Counts.Updated+plan.Counts.Rejected > 0 || len(plan.References) > 0 {
		c.Fatalf("importing %v again: %+v, %d references\n%s%s", paths, plan.Counts, len(plan.References), problems(plan), cells(plan))
	}
}

// export writes tables, all that have records when none is named, to a file.
func (c *catalogue) export(name string, tables ...string) string {
	c.Helper()
	return c.exportBy(exchange.Exporter{Snapshot: c.snap}, name, tables...)
}

func (c *catalogue) exportBy(by exchange.Exporter, name string, tables ...string) string {
	c.Helper()
	var parts []exchange.Part
	for _, t := range c.snap.Model.Tables {
		if slices.Contains(tables, t.Key) || len(tables) == 0 && c.snap.Table(t.Num).Len() > 0 {
			parts = append(parts, exchange.All(c.snap, t))
		}
	}
	path := filepath.Join(c.dir, name)
	if err := by.Write(context.Background(), path, parts); err != nil {
		c.Fatalf("the export fails: %v", err)
	}
	return path
}

// content is every record by table and id, with the texts of the fields that a person may fill; of rich
// text its lines, of numbers the 15 digits that spreadsheets keep.
func (c *catalogue) content() map[string]map[string]map[string]string {
	out := map[string]map[string]map[string]string{}
	for _, t := range c.snap.Model.Tables {
		rows := c.snap.Table(t.Num)
		for i := range rows.Slots() {
			if slot := snapshot.Slot(i); rows.Live(slot) {
				if out[t.Key] == nil {
					out[t.Key] = map[string]map[string]string{}
				}
				out[t.Key][rows.ID(slot).String()] = c.texts(t, slot)
			}
		}
	}
	return out
}

func (c *catalogue) texts(t *schema.Table, slot snapshot.Slot) map[string]string {
	texts := map[string]string{}
	for _, f := range t.Fields {
		v := c.snap.Table(t.Num).Value(slot, f.Num)
		if f.System || v.IsBlank() {
			continue
		}
		switch texts[f.Key] = record.Format(f, v); f.Kind {
		case schema.RichText:
			texts[f.Key] = strings.Join(strings.FieldsFunc(strings.ReplaceAll(record.PlainText(v.Str()), "\u00a0", " "), func(c rune) bool { return c == '\n' }), "\n")
		case schema.Decimal:
			texts[f.Key] = strconv.FormatFloat(v.Float(), 'e', 14, 64)
		case schema.Whole:
			texts[f.Key] = strconv.FormatFloat(float64(v.Int()), 'e', 14, 64)
		}
	}
	return texts
}

// named returns the texts of the only record with a name; links show the names of their targets.
func (c *catalogue) named(table, name string) map[string]string {
	c.Helper()
	found := c.allNamed(table, name)
	if len(found) != 1 {
		c.Fatalf("%d of %s are called %q; there are %q", len(found), table, name, c.names(table))
	}
	return found[0]
}

func (c *catalogue) allNamed(table, name string) []map[string]string {
	t := c.snap.Model.Table(table)
	rows := c.snap.Table(t.Num)
	var found []map[string]string
	for i := range rows.Slots() {
		slot := snapshot.Slot(i)
		if !rows.Live(slot) || rows.Name(slot) != name {
			continue
		}
		texts := map[string]string{"id": rows.ID(slot).String()}
		for _, f := range t.Fields {
			if text := c.snap.Display(f, rows.Value(slot, f.Num)); text != "" && (!f.System || f.Num == schema.Stub) {
				texts[f.Key] = text
			}
		}
		found = append(found, texts)
	}
	return found
}

// names are those of a table, sorted.
func (c *catalogue) names(table string) []string {
	rows := c.snap.Table(c.snap.Model.Table(table).Num)
	var names []string
	for i := range rows.Slots() {
		if slot := snapshot.Slot(i); rows.Live(slot) {
			names = append(names, rows.Name(slot))
		}
	}
	slices.Sort(names)
	return names
}

// reconcile checks what every plan promises: counts that add up, rows that stand for them, and for each
// row that is not taken a problem that says where and why.
func reconcile(t tb, p *exchange.Plan) {
	t.Helper()
	sum := exchange.Counts{}
	for _, s := range p.Sheets {
		sum = sum.Plus(s.Counts)
	}
	byOutcome := map[exchange.Outcome]int{}
	for i := range p.Rows {
		r := &p.Rows[i]
		byOutcome[r.Outcome]++
		own := p.Problems[r.FirstProblem : r.FirstProblem+r.Problems]
		if r.Outcome == exchange.Rejected && len(own) == 0 {
			t.Errorf("row %d of %s is rejected without a problem", r.Number, p.Sheets[r.Sheet].Sheet)
		}
		for _, problem := range own {
			if problem.Row != r.Number || problem.File != p.Sheets[r.Sheet].File || problem.Sheet != p.Sheets[r.Sheet].Sheet {
				t.Errorf("row %d of %s has a problem of another row: %+v", r.Number, p.Sheets[r.Sheet].Sheet, problem)
			}
		}
	}
	want := exchange.Counts{Read: len(p.Rows), Created: byOutcome[exchange.Created], Updated: byOutcome[exchange.Updated],
		Unchanged: byOutcome[exchange.Unchanged], Skipped: byOutcome[exchange.Skipped], Rejected: byOutcome[exchange.Rejected]}
	if sum != p.Counts || want != p.Counts || want.Created+want.Updated+want.Unchanged+want.Skipped+want.Rejected != want.Read {
		t.Errorf("counts do not add up: %+v, by sheet %+v, by row %+v", p.Counts, sum, want)
	}
	for _, problem := range p.Problems {
		if problem.File == "" || problem.Code == "" || !strings.HasSuffix(strings.TrimRight(problem.Message, "”)"), ".") {
			t.Errorf("a problem without a file, a code or a sentence: %+v", problem)
		}
	}
}

// problems lists a plan's problems, one a line.
func problems(p *exchange.Plan) string {
	var b strings.Builder
	for i, problem := range p.Problems {
		if i == 20 {
			fmt.Fprintf(&b, "… %d in all\n", len(p.Problems))
			break
		}
		fmt.Fprintf(&b, "%s %s %s%d %s %s: %q %s\n", problem.File, problem.Sheet, problem.Column, problem.Row, problem.Severity, problem.Code, problem.Value, problem.Message)
	}
	return b.String()
}

// cells lists what a plan would change, for messages.
func cells(p *exchange.Plan) string {
	var b strings.Builder
	shown := 0
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Outcome != exchange.Created && r.Outcome != exchange.Updated || shown == 10 {
			continue
		}
		shown++
		fmt.Fprintf(&b, "%s row %d %s %q:", p.Sheets[r.Sheet].Sheet, r.Number, r.Outcome, r.Name)
		for _, c := range p.Cells(r) {
			fmt.Fprintf(&b, " %s %q -> %q", c.Field.Key, c.Before, c.After)
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}

// codes counts a plan's problems by code.
func codes(p *exchange.Plan) map[string]int {
	out := map[string]int{}
	for _, problem := range p.Problems {
		out[problem.Code]++
	}
	return out
}

// problemAt returns the only problem with a code.
func problemAt(t tb, p *exchange.Plan, code string) exchange.Problem {
	t.Helper()
	var found []exchange.Problem
	for _, problem := range p.Problems {
		if problem.Code == code {
			found = append(found, problem)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d problems %q in\n%s", len(found), code, problems(p))
	}
	return found[0]
}

// outcomes are those of the rows, in order.
func outcomes(p *exchange.Plan) string {
	var out []string
	for i := range p.Rows {
		out = append(out, fmt.Sprintf("%d %s", p.Rows[i].Number, p.Rows[i].Outcome))
	}
	return strings.Join(out, ", ")
}

// shared is the folder of the real files that people have sent; tests without it are skipped.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	folder := os.Getenv("CADASTRE_SHARED")
	for dir := "."; folder == ""; dir = filepath.Join(dir, "..") {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			folder = filepath.Join(dir, "..", "shared")
			for range 2 { // a worktree lies one deeper
				if _, err := os.Stat(folder); err != nil {
					folder = filepath.Join(filepath.Dir(folder), "..", "shared")
				}
			}
		}
	}
	path := filepath.Join(append([]string{folder}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here", filepath.Join(parts...))
	}
	return path
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// workbook writes sheets to a file, in the order of their names.
func (c *catalogue) workbook(name string, sheets map[string][][]any) string {
	c.Helper()
	f := excelize.NewFile()
	for _, sheet := range sortedKeys(sheets) {
		if _, err := f.NewSheet(sheet); err != nil {
			c.Fatal(err)
		}
		for i, row := range sheets[sheet] {
			if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				c.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		c.Fatal(err)
	}
	path := filepath.Join(c.dir, name)
	if err := f.SaveAs(path); err != nil {
		c.Fatal(err)
	}
	return path
}
