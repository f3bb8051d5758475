package workbook

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"cadastre/store/fault"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// differences are the workbooks, or single cells, of which the judge reads
// something else, each with the reason why it is wrong.
var differences = map[string]string{
	"calamine__minimal_package.xlsx":                 "the judge looks for styles only in xl/styles.xml and shows birthdays as numbers",
	"sheetjs__wtf_path.xlsx":                         "the judge looks for shared texts and styles only by their usual names and loses all texts",
	"sheetjs__LONumbers-2010.xlsx":                   "formats that show one part of a date, such as its weekday",
	"sheetjs__comments_stress_test.xlsx Sheet3!B1":   "the judge keeps escapes in the results of formulas",
	"sheetjs__comments_stress_test.xlsx Sheet3!B3":   "the judge keeps escapes in the results of formulas",
	"sheetjs__formula_stress_test.xlsx Text!C38":     "the judge keeps escapes in the results of formulas",
	"sheetjs__threaded_comments_none.xlsx Sheet1!F8": "a fraction that looks like a date",
}

// hostileFiles lists the odd, broken and fuzzed workbooks.
func hostileFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(sharedSamples(t, "hostile"), "*.xlsx"))
	if err != nil || len(files) == 0 {
		t.Fatal("no workbooks", err)
	}
	return files
}

// TestHostileWorkbooks shows that each gives rows or a sentence, and soon.
func TestHostileWorkbooks(t *testing.T) {
	for _, path := range hostileFiles(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			for sheet := range max(1, sheetCount(path)) {
				err := readFile(path, sheet, Limits{}).err
				switch fault.CodeOf(err) {
				case "":
				case fault.Damaged, fault.Unsupported, fault.TooLarge:
					if !strings.HasSuffix(err.Error(), ".") {
						t.Errorf("no sentence: %v", err)
					}
				default:
					t.Errorf("sheet %d: %v", sheet, err)
				}
			}
		})
	}
}

func sheetCount(path string) int {
	book, err := Open(context.Background(), path, Limits{})
	if err != nil {
		return 0
	}
	defer book.Close()
	return len(book.Sheets())
}

// TestJudge compares with what excelize reads of the same workbooks.
func TestJudge(t *testing.T) {
	compared := 0
	files := hostileFiles(t)
	for _, folder := range []string{"inventories", "compliance"} {
		more, _ := filepath.Glob(filepath.Join(sharedSamples(t, folder), "*.xlsx"))
		files = append(files, more...)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			if reason, ok := differences[filepath.Base(path)]; ok {
				t.Skip(reason)
			}
			compared += judge(t, path)
		})
	}
	if compared < 50_000 {
		t.Errorf("only %d cells were compared", compared)
	}
}

// judge compares one workbook and returns how many cells it compared.
func judge(t *testing.T, path string) (cells int) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Skip("the judge cannot open it:", err)
	}
	defer f.Close()
	book, err := Open(context.Background(), path, Limits{})
	if err != nil {
		t.Skip("damaged:", err)
	}
	defer book.Close()
	for i, sheet := range book.Sheets() {
		got := map[string]string{}
		err := book.Read(context.Background(), i, func(row Row) error {
			for _, c := range row.Cells {
				got[cellName(c.Column, row.Number)] = "tnbde"[c.Kind:c.Kind+1] + c.Value
			}
			return nil
		})
		if err != nil {
			t.Skip("damaged:", err)
		}
		want, err := judgedCells(f, sheet.Name, got, book.Date1904())
		if err != nil {
			t.Skip("the judge cannot read it:", err)
		}
		forgive(filepath.Base(path)+" "+sheet.Name+"!", want, got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", sheet.Name, diff)
		}
		cells += len(want)
	}
	return cells
}

// forgive takes our reading of the cells that are listed as the judge's, if both have one.
func forgive(sheet string, want, got map[string]string) {
	for cell := range want {
		if differences[sheet+cell] != "" {
			want[cell] = got[cell]
		}
	}
}

// judgedCells returns the judge's cells, brought into our form of the kind that we
// give to each.
func judgedCells(f *excelize.File, sheet string, got map[string]string, date1904 bool) (map[string]string, error) {
	raw, err := judgedRows(f, sheet, true)
	if err != nil {
		return nil, err
	}
	shown, err := judgedRows(f, sheet, false)
	if err != nil {
		return nil, err
	}
	want := map[string]string{}
	for cell, value := range raw {
		kind := "t"
		if g := got[cell]; g != "" {
			kind = g[:1]
		}
		want[cell] = kind + inKind(kind, value, shown[cell], got[cell], date1904)
	}
	return want, nil
}

// judgedRows reads the judge's cells that are not empty.
func judgedRows(f *excelize.File, sheet string, raw bool) (map[string]string, error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	cells := map[string]string{}
	for n := 1; rows.Next(); n++ {
		columns, err := rows.Columns(excelize.Options{RawCellValue: raw})
		if err != nil {
			return nil, err
		}
		for c, value := range columns {
			if value != "" {
				cells[cellName(c, n)] = value
			}
		}
	}
	return cells, rows.Error()
}

// duration is how we write hours beyond a day.
var duration = regexp.MustCompile(`^t\d\d+:\d\d:\d\d$`)

// inKind writes the judge's value as we write one of that kind.
func inKind(kind, raw, shown, got string, date1904 bool) string {
	switch kind {
	case "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[raw]
	case "n":
		if raw != "0" && looksDated(shown) { // the day 0 that Excel shows is none
			return raw + " shown as " + shown
		}
		if n, ok := appendNumber(nil, []byte(strings.TrimSpace(raw))); ok {
			return string(n)
		}
	case "t":
		if days, err := strconv.ParseFloat(raw, 64); err == nil && duration.MatchString(got) {
			seconds := int(math.Round(days * 86400))
			return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
		}
	case "d":
		serial, err := strconv.ParseFloat(raw, 64)
		if err != nil {
			break
		}
		if !looksDated(shown) && shown != "" {
			return raw + " shown as " + shown
		}
		if strings.IndexByte(got, ':') == len("d00") {
			at := time.Unix(int64(math.Round(math.Mod(serial, 1)*86400)), 0).UTC()
			return at.Format(time.TimeOnly)
		}
		at, err := excelize.ExcelDateToTime(serial, date1904)
		if err != nil {
			return fmt.Sprint(err)
		}
		at = at.Round(time.Second)
		if at.Equal(at.Truncate(24 * time.Hour)) {
			return at.Format(time.DateOnly)
		}
		return at.Format("2006-01-02T15:04:05")
	}
	return raw
}

// looksDated is true for a text that a date or time is shown as.
var looksDated = regexp.MustCompile(`\d[:/]\d|\d-\w+-\d|\d\.\d+\.\d|[年月日]|(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec`).MatchString
