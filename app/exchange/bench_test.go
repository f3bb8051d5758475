package exchange_test

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/record"

	"github.com/xuri/excelize/v2"
)

// benchHeaders are 25 columns of systems as people keep them.
var benchHeaders = []string{"Name", "Abbreviation", "System Code", "Point of Contact", "Information Security Officer", "Owning Organization Unit",
	"Vendor", "Primary Technology", "IT Datacenter", "Criticality", "Security Classification", "Lifecycle Stage", "Operational Status",
	"Primary IT Hosting Model", "System Type", "Is Public API Available?", "Contains PII", "Is Mission Critical", "Last Review Date",
	"Next Review Date", "Go Live Date", "URL", "Documentation URL", "Dependencies Summary", "Description"}

const benchRows = 100_000

// benchCells are the cells of one system; edited changes the ones that people change.
func benchCells(n int, edited bool) []any {
	day := func(k int) time.Time {
		return time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, (n*k)%2900)
	}
	of := func(choices ...string) string { return choices[n%len(choices)] }
	cells := []any{fmt.Sprintf("System %06d of the field offices", n), fmt.Sprintf("S%d", n), fmt.Sprintf("SYS-%06d", n),
		fmt.Sprintf("Person %03d", n%400), fmt.Sprintf("Person %03d", n%17), fmt.Sprintf("Unit %02d", n%60), fmt.Sprintf("Vendor %02d", n%90),
		fmt.Sprintf("Technology %03d", n%250), fmt.Sprintf("Datacenter %d", n%5), of("High", "Medium", "Low"), "Unclassified",
		of("Operational", "Planned", "Retired", "Development"), of("Active", "Inactive"), of("On-Premises", "Cloud"), "Application", of("Yes", "No"),
		of("No", "Yes"), "No", day(7), day(11), day(13), fmt.Sprintf("https://systems.example.org/%d", n),
		fmt.Sprintf("https://docs.example.org/systems/%d/index.html", n), "Reads the register of persons & units every night.",
		fmt.Sprintf("%s%d.", strings.Repeat("Keeps what the offices need to know about their work. ", 4), n)}
	if edited {
		cells[9], cells[19] = "Medium", time.Date(2027, 6, 30, 0, 0, 0, 0, time.UTC)
	}
	return cells
}

func writeBench(b *testing.B, path string, editedEvery int) {
	b.Helper()
	f := excelize.NewFile()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	check(b, err)
	check(b, f.SetSheetName("Sheet1", "IT Systems"))
	w, err := f.NewStreamWriter("IT Systems")
	check(b, err)
	header := make([]any, len(benchHeaders))
	for i, h := range benchHeaders {
		header[i] = h
	}
	check(b, w.SetRow("A1", header))
	for n := range benchRows {
		cells := benchCells(n, editedEvery > 0 && n%editedEvery == 0)
		for i, c := range cells {
			if t, ok := c.(time.Time); ok {
				cells[i] = excelize.Cell{StyleID: date, Value: t}
			}
		}
		check(b, w.SetRow(fmt.Sprintf("A%d", n+2), cells))
	}
	check(b, w.Flush())
	check(b, f.SaveAs(path))
}

// floor is how long excelize takes to walk the same workbook.
func floor(b *testing.B, path string) float64 {
	b.Helper()
	start := time.Now()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	check(b, err)
	rows, err := f.Rows("IT Systems")
	check(b, err)
	n := 0
	for ; rows.Next(); n++ {
		_, err := rows.Columns()
		check(b, err)
	}
	if n != benchRows+1 {
		b.Fatalf("the floor read %d rows", n)
	}
	check(b, f.Close())
	return time.Since(start).Seconds()
}

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkImport100k reports what importing 100,000 systems of 25 columns costs, plan and apply, as a
// share of what excelize takes to walk the workbook: the first time, again, and with 6 in 100 rows edited.
func BenchmarkImport100k(b *testing.B) {
	dir := b.TempDir()
	first, edited := filepath.Join(dir, "first.xlsx"), filepath.Join(dir, "edited.xlsx")
	writeBench(b, first, 0)
	writeBench(b, edited, 16)
	runtime.GC()
	base := floor(b, first)
	for b.Loop() {
		s, err := store.Create(filepath.Join(dir, fmt.Sprint(time.Now().UnixNano())), store.Options{})
		check(b, err)
		for _, step := range []struct{ name, path string }{{"first", first}, {"again", first}, {"edited", edited}} {
			took, peak := measured(func() { importAll(b, s, step.path) })
			b.ReportMetric(took/base, step.name+"-floors")
			b.ReportMetric(peak, step.name+"-MB")
		}
		check(b, s.Close())
	}
	b.ReportMetric(base, "floor-s")
}

func importAll(b *testing.B, s *store.Store, path string) {
	b.Helper()
	plan, err := exchange.Planner{Snapshot: s.Snapshot(), IDs: record.NewID}.Plan(context.Background(), []string{path}, exchange.Options{Unknown: exchange.Create})
	check(b, err)
	if plan.Counts.Read != benchRows || plan.Counts.Rejected+plan.Counts.Skipped > 0 {
		b.Fatalf("%+v %+v", plan.Counts, plan.Problems[:min(5, len(plan.Problems))])
	}
	draft, err := plan.Draft("bench", s.Snapshot())
	check(b, err)
	_, err = s.Apply(context.Background(), draft)
	check(b, err)
}

// measured returns the seconds that f takes and the most memory in use meanwhile, in MB.
func measured(f func()) (seconds, megabytes float64) {
	runtime.GC()
	var peak atomic.Uint64
	stop := make(chan struct{})
	go func() {
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapAlloc))
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
			}
		}
	}()
	start := time.Now()
	f()
	seconds = time.Since(start).Seconds()
	close(stop)
	return seconds, float64(peak.Load()) / (1 << 20)
}
