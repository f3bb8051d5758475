package workbook

import (
	"context"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// anyText draws texts with everything that has ever gone wrong in a workbook.
func anyText() *rapid.Generator[string] {
	awkward := rapid.SampledFrom([]string{
		"_x0041_", "_x005F_", "_x00", "_x0041", "_", "x0041_", "_xzzzz_", "\x00", "\x01", "\x1f", "\r", "\r\n", "\n", "\t", " ",
		"\uFFFE", "\uFFFF", "\uFEFF", "<", ">", "&", "&amp;", "]]>", "\"", "'", "=", "+", "1", ".5", "-", "@", "00123", "1e5", "😀", "é", "漢", "\u200b", "\u2028", "\u0085", "\U0010FFFF",
	})
	piece := rapid.OneOf(awkward, rapid.StringOfN(rapid.RuneFrom(nil, unicode.L, unicode.N, unicode.P, unicode.Z, unicode.Cc), 0, 8, -1))
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(t, "pieces"), "")
	})
}

func TestAnyTextComesBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(anyText(), 1, 8).Draw(t, "texts")
		path := filepath.Join(dir, "out.xlsx")
		got := readBack(t, path, OutSheet{Name: "S", Columns: []OutColumn{{Header: "H"}}, Rows: func(yield func(OutRow) bool) {
			for _, text := range texts {
				if !yield(OutRow{TextValue(text)}) {
					return
				}
			}
		}})
		for i, want := range texts {
			if got(0, i) != want {
				t.Fatalf("row %d: wrote %+q, read %+q", i+2, want, got(0, i))
			}
		}
	})
}

// readBack writes a sheet and returns what excelize reads, raw, by column and row below the header.
func readBack(t *rapid.T, path string, sheet OutSheet) func(column, row int) string {
	if err := Write(context.Background(), path, Document{Sheets: []OutSheet{sheet}}, nil); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return func(column, row int) string {
		cell, _ := excelize.CoordinatesToCellName(column+1, row+2)
		value, err := file.GetCellValue("S", cell)
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func TestNumbersAndDatesComeBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64).Draw(t, "number")
		moment := rapid.Int64Range(-2203891200, 253402300799).Draw(t, "moment")
		row := OutRow{NumberValue(number), DateValue(int(moment / secondsPerDay)), DateTimeValue(moment)}
		columns := []OutColumn{{Header: "N", Kind: NumberColumn}, {Header: "D", Kind: DateColumn}, {Header: "T", Kind: DateTimeColumn}}
		got := readBack(t, filepath.Join(dir, "out.xlsx"), OutSheet{Name: "S", Columns: columns, Rows: slices.Values([]OutRow{row})})
		if n, err := strconv.ParseFloat(got(0, 0), 64); err != nil || n != number {
			t.Fatalf("wrote %v, read %s", number, got(0, 0))
		}
		for column, value := range row[1:] {
			serial, _ := strconv.ParseFloat(got(column+1, 0), 64)
			back, err := excelize.ExcelDateToTime(serial, false)
			if err != nil || back.Round(time.Second).Format(time.DateTime) != value.asTime().Format(time.DateTime) {
				t.Fatalf("wrote %v, read %v from %v, %v", value.asTime(), back, serial, err)
			}
		}
	})
}

func TestGuardedTextIsNoFormulaAndComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		guarded := GuardText(text)
		if UnguardText(guarded) != text {
			t.Fatalf("%+q became %+q and came back as %+q", text, guarded, UnguardText(guarded))
		}
		if strings.ContainsAny(guarded[:min(1, len(guarded))], "=+-@\t\r") && !isPlainNumber(guarded) {
			t.Fatalf("%+q would be run as a formula", guarded)
		}
	})
}

// isPlainNumber is the test's own idea of a plain number.
func isPlainNumber(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	return err == nil && !strings.ContainsAny(text, "xXpPeEiInN_")
}

func TestGuardLeavesOrdinaryTextAlone(t *testing.T) {
	for _, text := range []string{"", "Ann", "-5", "+3.25", "'quoted'", "O'Neill", "a=b", "2025-01-02", " padded"} {
		if GuardText(text) != text || UnguardText(text) != text {
			t.Errorf("%q became %q and %q", text, GuardText(text), UnguardText(text))
		}
	}
	for _, text := range []string{"=1+1", "+49 170", "-5-3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "\u00a0=1", "-", "＝1", "-1e5", "'=1"} {
		if GuardText(text) != "'"+text {
			t.Errorf("%q is not guarded: %q", text, GuardText(text))
		}
	}
}
