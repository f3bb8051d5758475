package exchange_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"cadastre/app/exchange"
	"cadastre/store/fault"
	"cadastre/store/record"
)

// manySystems is a list with known and unknown names, dates whose order only a late row tells, parents that
// come later, changes, and things that cannot be taken.
func manySystems(rows int) string {
	var b strings.Builder
	b.WriteString("Name,Vendor,Go Live Date,Lifecycle Stage,Parent System\n")
	for n := range rows {
		vendor, stage, day := fmt.Sprintf("Vendor %d", n%7), "Operational", "04/05/2024"
		if n%50 == 3 {
			stage = "Nearly there"
		}
		if n == rows-1 {
			day = "25/12/2024"
		}
		fmt.Fprintf(&b, "System %05d,%s,%s,%s,System %05d\n", n, vendor, day, stage, min(n/10*10+10, rows-1))
	}
	return b.String()
}

// previews plans a file and returns the plan and what was shown before it.
func (c *catalogue) previews(path string) (plan *exchange.Plan, shown []*exchange.Plan) {
	c.Helper()
	p := exchange.Planner{Snapshot: c.snap, IDs: record.NewID, Preview: func(p *exchange.Plan) { shown = append(shown, p) }}
	plan, err := p.Plan(context.Background(), []string{path}, exchange.Options{})
	if err != nil {
		c.Fatal(err)
	}
	reconcile(c, plan)
	return plan, shown
}

// told is what a plan says of a row, but for the cells of some fields.
func told(p *exchange.Plan, r *exchange.Row, but ...string) string {
	out := fmt.Sprintf("%d %s %s", r.Number, r.Outcome, r.Name)
	for _, c := range p.Cells(r) {
		if !strings.Contains(strings.Join(but, " "), c.Field.Key) {
			out += fmt.Sprintf(" | %s %q %q", c.Field.Key, c.Before, c.After)
		}
	}
	for _, problem := range p.Problems[r.FirstProblem : r.FirstProblem+r.Problems] {
		out += " | " + problem.Message
	}
	return out
}

// What is shown while a file is read is the head of its plan; only what later rows decide comes later.
func TestPreviewsAreTheHeadOfThePlan(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "account"}, "vendors.csv", "Name\nVendor 1\nVendor 2\nVendor 3\nVendor 4\nVendor 5\nVendor 6\n")
	c.bring(exchange.Options{Unknown: exchange.Create, Partial: true, Dates: "dmy"}, "IT Systems.csv", strings.ReplaceAll(manySystems(40), "Operational", "Planned"))
	path := c.write("IT Systems.csv", manySystems(3000))
	plan, shown := c.previews(path)
	if len(shown) == 0 || plan.Reading {
		t.Fatalf("%d previews, reading %v", len(shown), plan.Reading)
	}
	later := []string{"golivedate", "parentsystem"}
	read := 0
	for _, p := range shown {
		reconcile(t, p)
		if !p.Reading || p.Blocked == "" || p.Counts.Read <= read || p.Counts.Updated == 0 || p.Counts.Rejected == 0 || p.Counts.Created == 0 {
			t.Errorf("a preview says %+v, reading %v, blocked %q", p.Counts, p.Reading, p.Blocked)
		}
		read = p.Counts.Read
		if len(p.Sheets) != 1 || p.Sheets[0].Table != plan.Sheets[0].Table || len(p.Sheets[0].Columns) != len(plan.Sheets[0].Columns) {
			t.Errorf("the sheets are %+v", p.Sheets)
		}
		for i := range p.Rows {
			if got, want := told(p, &p.Rows[i], later...), told(plan, &plan.Rows[i], later...); got != want {
				t.Fatalf("of %d rows the preview shows\n%s\nand the plan says\n%s", read, got, want)
			}
		}
	}
}

// A list that is all known names and whole dates is shown as it will be, to the last cell.
func TestPreviewsOfOrdinaryFilesAreExact(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "account"}, "vendors.csv", "Name\nVendor A\nVendor B\n")
	var b strings.Builder
	b.WriteString("Name,Vendor,Go Live Date,Criticality\n")
	for n := range 2500 {
		fmt.Fprintf(&b, "System %d,Vendor %c,2024-05-%02d,%s\n", n, 'A'+n%3, n%28+1, []string{"High", "Low", "n/a"}[n%3])
	}
	plan, shown := c.previews(c.write("IT Systems.csv", b.String()))
	if len(shown) == 0 {
		t.Fatal("nothing was shown while the file was read")
	}
	for _, p := range shown {
		for i := range p.Rows {
			if got, want := told(p, &p.Rows[i]), told(plan, &plan.Rows[i]); got != want && i > 2 { // a note in a first row counts the rows to come
				t.Fatalf("the preview shows\n%s\nand the plan says\n%s", got, want)
			}
		}
	}
}

// The first rows are shown before more are read: reading takes the whole machine, and nobody sees anything of it.
func TestTheFirstPreviewIsWaitedFor(t *testing.T) {
	c := emptyCatalogue(t)
	var shown, read atomic.Int64
	p := exchange.Planner{Snapshot: c.snap, IDs: record.NewID, Progress: func(_ string, done, _ int) { read.Store(int64(done)) }}
	p.Preview = func(plan *exchange.Plan) {
		if shown.Add(1) > 1 {
			return
		}
		time.Sleep(20 * time.Millisecond) // who shows it takes a while
		if now := read.Load(); now > int64(plan.Counts.Read) {
			t.Errorf("%d rows had been read before %d were shown", now, plan.Counts.Read)
		}
	}
	_, err := p.Plan(context.Background(), []string{c.write("IT Systems.csv", manySystems(60_000))}, exchange.Options{})
	if err != nil || shown.Load() == 0 {
		t.Fatal(shown.Load(), err)
	}
}

// Whoever cancels while rows are shown gets no plan, and no preview after that.
func TestCancelWhilePreviewsCome(t *testing.T) {
	c := emptyCatalogue(t)
	ctx, cancel := context.WithCancel(context.Background())
	ended := false
	p := exchange.Planner{Snapshot: c.snap, IDs: record.NewID, Preview: func(*exchange.Plan) {
		if ended {
			t.Error("a preview came after the end")
		}
		cancel()
	}}
	plan, err := p.Plan(ctx, []string{c.write("IT Systems.csv", manySystems(60_000))}, exchange.Options{})
	ended = true
	var f *fault.Error
	if plan != nil || !errors.As(err, &f) || f.Code != fault.Cancelled {
		t.Errorf("the plan is %v, the error %v", plan != nil, err)
	}
}
