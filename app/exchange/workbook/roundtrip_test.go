package workbook

import (
	"bytes"
	stdcsv "encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// A drawn cell is a value as it is given to excelize, with the cell that we owe.
type drawn struct {
	value any
	want  Cell
}

// drawText draws text of all scripts with what is special in XML and in workbooks.
func drawText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("ab Z09é€漢😀<>&\"'x-=+;,\t\n\u00a0\u2028")), 1, 12, -1),
		rapid.SampledFrom([]string{"_", "&amp;", "]]>", " ", "007", "1E5", "#N/A", "TRUE"}),
	)
	return rapid.Custom(func(t *rapid.T) string {
		text := ""
		for _, p := range rapid.SliceOfN(piece, 1, 4).Draw(t, "pieces") {
			text += p
		}
		return text
	})
}

// drawCell draws a value of one of the kinds that programs write.
func drawCell(t *rapid.T) drawn {
	switch rapid.IntRange(0, 4).Draw(t, "kind") {
	case 0:
		n := rapid.Int64Range(-1e15+1, 1e15-1).Draw(t, "whole")
		return drawn{n, Cell{Kind: Number, Value: strconv.FormatInt(n, 10)}}
	case 1:
		f := float64(rapid.Int64Range(-1e14, 1e14).Draw(t, "digits")) / math.Pow10(rapid.IntRange(1, 12).Draw(t, "places"))
		decimal, _ := appendNumber(nil, strconv.AppendFloat(nil, f, 'g', -1, 64))
		return drawn{f, Cell{Kind: Number, Value: string(decimal)}}
	case 2:
		b := rapid.Bool().Draw(t, "bool")
		return drawn{b, Cell{Kind: Bool, Value: map[bool]string{true: "TRUE", false: "FALSE"}[b]}}
	case 3:
		at := time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 100_000).Draw(t, "days"))
		at = at.Add(time.Duration(rapid.SampledFrom([]int{0, 1, 3599, 43200, 86399}).Draw(t, "seconds")) * time.Second)
		form := time.DateOnly
		if at.Hour()+at.Minute()+at.Second() > 0 {
			form = "2006-01-02T15:04:05"
		}
		return drawn{at, Cell{Kind: Date, Value: at.Format(form)}}
	}
	s := drawText().Draw(t, "text")
	return drawn{s, Cell{Kind: Text, Value: s}}
}

// TestRoundTrip writes cells with excelize, in either of its ways, and reads the same.
func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "written.xlsx")
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfNDistinct(rapid.IntRange(1, 60), 1, 5, rapid.ID[int]).Draw(t, "rows")
		slices.Sort(rows)
		f := excelize.NewFile()
		defer f.Close()
		put := rowWriter(t, f, rapid.Bool().Draw(t, "streamed"))
		var want []Row
		for _, n := range rows {
			row := Row{Number: n}
			values := make([]any, rapid.IntRange(1, 40).Draw(t, "width"))
			for c := range values {
				if rapid.IntRange(0, 2).Draw(t, "gap") == 0 {
					continue
				}
				w := drawCell(t)
				values[c], w.want.Column = w.value, c
				row.Cells = append(row.Cells, w.want)
			}
			put(n, values)
			if len(row.Cells) > 0 {
				want = append(want, row)
			}
		}
		put(0, nil)
		if err := f.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		got := readFile(path, 0, Limits{})
		if diff := cmp.Diff(want, got.rows); got.err != nil || diff != "" {
			t.Fatalf("%v\n%s", got.err, diff)
		}
	})
}

// rowWriter returns a function that writes a row, and ends the sheet at row 0.
func rowWriter(t *rapid.T, f *excelize.File, streamed bool) func(int, []any) {
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	dated, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	must(err)
	if !streamed {
		return func(n int, values []any) {
			for c, v := range values {
				must(f.SetCellValue("Sheet1", cellName(c, n), v))
			}
		}
	}
	w, err := f.NewStreamWriter("Sheet1")
	must(err)
	return func(n int, values []any) {
		if n == 0 {
			must(w.Flush())
			return
		}
		for c, v := range values {
			if _, ok := v.(time.Time); ok {
				values[c] = excelize.Cell{StyleID: dated, Value: v}
			}
		}
		must(w.SetRow(cellName(0, n), values))
	}
}

// TestCSVRoundTrip writes records with the standard writer and reads the same.
func TestCSVRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "written.csv")
	rapid.Check(t, func(t *rapid.T) {
		sep := rapid.SampledFrom([]rune{',', ';', '\t', '|'}).Draw(t, "separator")
		width := rapid.IntRange(2, 6).Draw(t, "width")
		records := [][]string{make([]string, width)}
		for c := range records[0] {
			records[0][c] = "Field " + strconv.Itoa(c)
		}
		for range rapid.IntRange(1, 30).Draw(t, "rows") {
			records = append(records, rapid.SliceOfN(drawText(), width, width).Draw(t, "record"))
		}
		var out bytes.Buffer
		w := stdcsv.NewWriter(&out)
		w.Comma, w.UseCRLF = sep, rapid.Bool().Draw(t, "crlf")
		if err := w.WriteAll(records); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		got := readFile(path, 0, Limits{})
		if diff := cmp.Diff(filled(records), values(got.rows)); got.err != nil || diff != "" {
			t.Fatalf("%q: %v\n%s", sep, got.err, diff)
		}
	})
}
