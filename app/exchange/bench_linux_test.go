package exchange_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/snapshot"

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
		of("Operational", "Planned", "Retired", "Development"), of("Active", "Inactive"), of("On-Premises", "Cloud"), "Business Application", of("Yes", "No"),
		of("No", "Yes"), "No", day(7), day(11), day(13), fmt.Sprintf("https://systems.example.org/%d", n),
		fmt.Sprintf("https://docs.example.org/systems/%d/index.html", n), "Reads the register of persons & units every night.",
		fmt.Sprintf("%s%d.", strings.Repeat("Keeps what the offices need to know about their work. ", 4), n)}
	if edited {
		cells[9], cells[19] = "Medium", time.Date(2027, 6, 30, 0, 0, 0, 0, time.UTC)
	}
	return cells
}

// writeBench writes a workbook of benchRows systems, of which one in editedEvery is edited.
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

// floor walks a workbook with excelize.
func floor(b *testing.B, path string) {
	b.Helper()
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
}

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkImport100k measures, in each round in turn, what excelize takes to walk a workbook of 100,000 × 25
// cells (the floor) and what we take: importing it into an empty catalogue, to the commit; the head of its
// plan; the same file again; the file with 6 rows in 100 edited; an edit of 10,000 records; taking all back.
// It reports medians, as shares of the floor in time (wall) and in work of the processor (cpu).
func BenchmarkImport100k(b *testing.B) {
	dir := b.TempDir()
	first, edited := filepath.Join(dir, "first.xlsx"), filepath.Join(dir, "edited.xlsx")
	writeBench(b, first, 0)
	writeBench(b, edited, 16)
	m := measures{}
	for b.Loop() {
		m.measure("floor", func() { floor(b, first) })
		s, err := store.Create(filepath.Join(dir, fmt.Sprint(time.Now().UnixNano())), store.Options{})
		check(b, err)
		m.measure("first", func() { importAll(b, s, first) })
		m.measure("head", func() { firstPreview(b, s, first) })
		m.measure("again", func() { importAll(b, s, first) })
		m.measure("edited", func() { importAll(b, s, edited) })
		m.measure("bulk", func() { editMany(b, s, 10_000) })
		undo(b, s)
		undo(b, s)
		m.measure("undo", func() { undo(b, s) })
		if n := s.Snapshot().Len(); n > 0 {
			b.Fatalf("%d records are left", n)
		}
		check(b, s.Close())
	}
	m.report(b)
	b.ReportMetric(peakMB(b, first), "first-peak-MB")
}

// BenchmarkImportGrowth imports lists of growing length into empty catalogues.
func BenchmarkImportGrowth(b *testing.B) {
	for _, rows := range []int{10_000, 100_000, 500_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "IT Systems.csv")
			writeList(b, path, rows)
			for b.Loop() {
				s, err := store.Create(filepath.Join(b.TempDir(), "a.cadastre"), store.Options{})
				check(b, err)
				importRows(b, s, path, rows)
				check(b, s.Close())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
			b.ReportMetric(peakMB(b, path)*1e6/float64(rows), "peak-B/row")
		})
	}
}

// BenchmarkPlanAgain plans a list, and plans it again as after an answer: what it tells is the share of the first time
// that the second takes.
func BenchmarkPlanAgain(b *testing.B) {
	path := filepath.Join(b.TempDir(), "IT Systems.csv")
	writeList(b, path, 20_000)
	s, err := store.Create(filepath.Join(b.TempDir(), "a.cadastre"), store.Options{})
	check(b, err)
	m := measures{}
	for b.Loop() {
		p := exchange.Planner{Snapshot: s.Snapshot(), IDs: record.NewID, Shelf: &exchange.Shelf{}}
		for _, name := range []string{"floor", "again"} {
			m.measure(name, func() {
				_, err := p.Plan(context.Background(), []string{path}, exchange.Options{Unknown: exchange.Create})
				check(b, err)
			})
		}
	}
	m.report(b)
	check(b, s.Close())
}

// BenchmarkImportOnce imports the file that the environment names; peakMB runs it in a process of its own.
func BenchmarkImportOnce(b *testing.B) {
	path := os.Getenv(onceFile)
	if path == "" {
		b.Skip("it takes part in the others")
	}
	s, err := store.Create(filepath.Join(b.TempDir(), "a.cadastre"), store.Options{})
	check(b, err)
	plan := planOf(b, s, path, nil)
	draft, err := plan.Draft("bench", s.Snapshot())
	check(b, err)
	_, err = s.Apply(context.Background(), draft)
	check(b, err)
	check(b, s.Close())
}

const onceFile = "CADASTRE_BENCH_FILE"

// peakMB is the most memory that a process has which imports a file.
func peakMB(b *testing.B, path string) float64 {
	b.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$", "-test.bench=^BenchmarkImportOnce$", "-test.benchtime=1x")
	child.Env = append(os.Environ(), onceFile+"="+path, "GOGC=50") // as main sets it
	if out, err := child.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return maxRSS(child.ProcessState) / 1e6
}

func writeList(b *testing.B, path string, rows int) {
	b.Helper()
	f, err := os.Create(path)
	check(b, err)
	w := csv.NewWriter(f)
	check(b, w.Write(benchHeaders))
	for n := range rows {
		line := make([]string, len(benchHeaders))
		for i, c := range benchCells(n, false) {
			line[i] = fmt.Sprint(c)
			if t, ok := c.(time.Time); ok {
				line[i] = t.Format(time.DateOnly)
			}
		}
		check(b, w.Write(line))
	}
	w.Flush()
	check(b, w.Error())
	check(b, f.Close())
}

func planOf(b *testing.B, s *store.Store, path string, preview func(*exchange.Plan)) *exchange.Plan {
	b.Helper()
	p := exchange.Planner{Snapshot: s.Snapshot(), IDs: record.NewID, Preview: preview}
	plan, err := p.Plan(context.Background(), []string{path}, exchange.Options{Unknown: exchange.Create})
	check(b, err)
	return plan
}

func importAll(b *testing.B, s *store.Store, path string) { importRows(b, s, path, benchRows) }

func importRows(b *testing.B, s *store.Store, path string, rows int) {
	b.Helper()
	plan := planOf(b, s, path, nil)
	if plan.Counts.Read != rows || plan.Counts.Rejected+plan.Counts.Skipped > 0 {
		b.Fatalf("%+v %+v", plan.Counts, plan.Problems[:min(5, len(plan.Problems))])
	}
	draft, err := plan.Draft("bench", s.Snapshot())
	check(b, err)
	_, err = s.Apply(context.Background(), draft)
	check(b, err)
}

// firstPreview plans a file as far as its first preview.
func firstPreview(b *testing.B, s *store.Store, path string) {
	b.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	shown := 0
	p := exchange.Planner{Snapshot: s.Snapshot(), IDs: record.NewID, Preview: func(plan *exchange.Plan) { shown = plan.Counts.Read; cancel() }}
	if _, err := p.Plan(ctx, []string{path}, exchange.Options{Unknown: exchange.Create}); err == nil || shown < 100 {
		b.Fatalf("%d rows were shown before the end (%v)", shown, err)
	}
}

func editMany(b *testing.B, s *store.Store, n int) {
	b.Helper()
	systems := s.Model().Table("itsystem")
	rows := s.Snapshot().Table(systems.Num)
	d := change.Draft{Who: "bench", Origin: change.Origin{Kind: change.FromGrid}, Summary: "Edit"}
	for slot := range snapshot.Slot(n) {
		d.Edits = append(d.Edits, change.Edit{Op: change.Update, Table: systems.Num, ID: rows.ID(slot),
			Fields: []record.FieldValue{{Num: systems.Field("dependenciessummary").Num, Value: record.OfString("Reads nothing.")}}})
	}
	h, err := s.Apply(context.Background(), d)
	check(b, err)
	if h.Updated != n {
		b.Fatalf("%d were edited", h.Updated)
	}
}

func undo(b *testing.B, s *store.Store) {
	b.Helper()
	_, err := s.Undo(context.Background(), 0, "bench")
	check(b, err)
}

// measures are the seconds that steps took, by name, and those of the processor.
type measures map[string]*[2][]float64

func (m measures) measure(name string, step func()) {
	runtime.GC()
	wall, cpu := time.Now(), processor()
	step()
	if m[name] == nil {
		m[name] = &[2][]float64{}
	}
	m[name][0] = append(m[name][0], time.Since(wall).Seconds())
	m[name][1] = append(m[name][1], processor()-cpu)
}

func (m measures) report(b *testing.B) {
	b.Helper()
	for name, took := range m {
		for i, unit := range []string{"wall", "cpu"} {
			if name == "floor" {
				b.ReportMetric(median(took[i]), "floor-"+unit+"-s")
			} else {
				b.ReportMetric(median(took[i])/median(m["floor"][i]), name+"-"+unit)
			}
		}
	}
}

func median(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// processor returns the seconds that the process has used.
func processor() float64 {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // cannot fail for the process itself
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// maxRSS is the most memory that a process had, in bytes.
func maxRSS(ended *os.ProcessState) float64 {
	return float64(ended.SysUsage().(*syscall.Rusage).Maxrss) * 1024
}
