package workbook

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const benchRows, benchColumns = 100_000, 25

// writeBench writes a workbook such as a large catalogue is kept in: names,
// choices, dates, addresses and a long description.
func writeBench(b *testing.B, path string) {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		b.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	text := strings.Repeat("Keeps what the office needs to know. ", 9)[:300]
	row := make([]any, benchColumns)
	for r := 1; r <= benchRows; r++ {
		for c := range row {
			switch {
			case c == 0:
				row[c] = fmt.Sprintf("System %06d", r)
			case c < 5:
				row[c] = excelize.Cell{StyleID: date, Value: day.AddDate(0, 0, (r*7+c)%3000)}
			case c == 5:
				row[c] = fmt.Sprintf("https://intranet.example.org/systems/%d", r)
			case c == 6:
				row[c] = fmt.Sprintf("%s%d", text[:290], r)
			case c < 10:
				row[c] = r * c
			default:
				row[c] = []string{"Operational", "Planned", "Retired", "Under review"}[(r+c)%4]
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", r), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}

// floorRows reads the workbook with excelize's row iterator and raw values.
func floorRows(b *testing.B, path string) {
	b.Helper()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
		n++
	}
	if n != benchRows {
		b.Fatalf("the floor read %d rows", n)
	}
}

// readAll reads every row of the first sheet.
func readAll(b *testing.B, path string) {
	b.Helper()
	book, err := Open(context.Background(), path, Limits{})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	n, cells := 0, 0
	err = book.Read(context.Background(), 0, func(r Row) error {
		n++
		cells += len(r.Cells)
		return nil
	})
	if err != nil || n != benchRows || cells != benchRows*benchColumns {
		b.Fatalf("read %d rows and %d cells: %v", n, cells, err)
	}
}

// BenchmarkRead100k reports what reading costs as a share of excelize's row
// iterator on the same workbook in the same run.
func BenchmarkRead100k(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large.xlsx")
	writeBench(b, path)
	start := time.Now()
	floorRows(b, path)
	floor := time.Since(start)
	b.ReportAllocs()
	for b.Loop() {
		readAll(b, path)
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/floor.Seconds(), "floors")
	b.ReportMetric(floor.Seconds(), "floor-s")
}
