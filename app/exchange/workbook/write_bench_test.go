package workbook

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// large is a catalogue of rows × 25: names, choices, four dates, addresses, long descriptions.
func large(rows int) Document {
	columns := make([]OutColumn, 25)
	for i := range columns {
		columns[i] = OutColumn{Header: fmt.Sprintf("Column %d", i+1), Key: fmt.Sprintf("f%d", i)}
	}
	for i := 10; i < 14; i++ {
		columns[i].Kind = DateColumn
	}
	columns[24].Kind, columns[22].List = LinkColumn, "stages"
	stages := []string{"Planned", "In development", "Production", "Retired"}
	texts := sampleTexts(stages)
	row := make(OutRow, 25)
	fill := func(yield func(OutRow) bool) {
		for r := range rows {
			for i, column := range texts {
				row[i] = TextValue(column[r%len(column)])
			}
			for i := 10; i < 14; i++ {
				row[i] = DateValue(18000 + (r*7+i)%3000)
			}
			row[20] = NumberValue(float64(r) / 8)
			if !yield(row) {
				return
			}
		}
	}
	return Document{Lists: []List{{Name: "stages", Items: stages}}, Sheets: []OutSheet{{Name: "Systems", Table: "system", Columns: columns, Rows: fill}}}
}

// sampleTexts returns texts for each column. Every column repeats after another number of
// rows, so that no two rows are alike and making them costs the benchmark nothing.
func sampleTexts(stages []string) [25][]string {
	words := strings.Split("tracks compliance obligations deadlines policy updates audits and corrective actions across internal programs & services", " ")
	var texts [25][]string
	for i := range texts {
		texts[i] = make([]string, 4001+i*10)
		for n := range texts[i] {
			switch i {
			case 0:
				texts[i][n] = fmt.Sprintf("79443246-02b8-f011-bbd2-%012x", n*7919*7919)
			case 23:
				var b strings.Builder
				for w := n; b.Len() < 300; w += n + 1 {
					fmt.Fprint(&b, words[w%len(words)], " ", w*7919%1000, " ")
				}
				texts[i][n] = b.String()[:300]
			case 24:
				texts[i][n] = fmt.Sprintf("https://example.org/systems/%d", n*31)
			default:
				texts[i][n] = fmt.Sprintf("%s %s %d", words[n%len(words)], words[(n/7+i)%len(words)], n*31%4001)
			}
		}
	}
	texts[22] = stages
	return texts
}

// BenchmarkWrite compares Write with excelize's StreamWriter writing the same values as
// bare cells: "ratio" is the share of its time that Write takes.
func BenchmarkWrite(b *testing.B) {
	const rows = 100_000
	dir := b.TempDir()
	doc := large(rows)
	var ours, floor time.Duration
	var peak, floorPeak float64
	for b.Loop() {
		d, p := measured(func() error {
			return Write(context.Background(), filepath.Join(dir, "ours.xlsx"), doc, nil)
		})
		ours, peak = ours+d, max(peak, p)
		d, p = measured(func() error { return streamed(filepath.Join(dir, "floor.xlsx"), doc) })
		floor, floorPeak = floor+d, max(floorPeak, p)
	}
	b.ReportMetric(float64(ours)/float64(floor), "ratio")
	b.ReportMetric(peak, "peak-MB")
	b.ReportMetric(floorPeak, "floor-peak-MB")
	b.ReportMetric(ours.Seconds()/float64(b.N), "ours-s/op")
	for _, name := range []string{"ours", "floor"} {
		info, err := os.Stat(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/(1<<20), name+"-file-MB")
	}
}

// BenchmarkWriteCSV tells what csv takes for the same rows.
func BenchmarkWriteCSV(b *testing.B) {
	path := filepath.Join(b.TempDir(), "out.csv")
	doc := large(100_000)
	for b.Loop() {
		if err := WriteCSV(context.Background(), path, doc.Sheets[0], nil); err != nil {
			b.Fatal(err)
		}
	}
}

// measured runs write and returns its time and the process's peak memory meanwhile in MB,
// 0 where the system does not tell.
func measured(write func() error) (time.Duration, float64) {
	runtime.GC()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
	start := time.Now()
	if err := write(); err != nil {
		panic(err)
	}
	elapsed := time.Since(start)
	status, _ := os.ReadFile("/proc/self/status")
	_, line, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	_, _ = fmt.Sscan(line, &kilobytes)
	return elapsed, kilobytes / 1024
}

// streamed writes a document's first sheet as bare cells with excelize.
func streamed(path string, doc Document) error {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }()
	stream, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	n := 1
	cells := make([]any, len(doc.Sheets[0].Columns))
	for row := range doc.Sheets[0].Rows {
		for i, value := range row {
			cells[i] = value.text
			if value.kind != textValue {
				cells[i] = value.number
			}
		}
		if err := stream.SetRow(fmt.Sprintf("A%d", n), cells); err != nil {
			return err
		}
		n++
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return file.SaveAs(path)
}
