package workbook

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadastre/store/fault"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// ledger writes a workbook as Excel does: shared texts, formats, a formula, gaps in rows.
func ledger(t *testing.T, date1904 bool) string {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &date1904}))
	for cell, value := range map[string]any{"A1": "Id", "B1": "Name", "C1": "Due", "D1": "Twice", "A2": 1, "B2": "one", "C2": 45000, "A3": 2, "C3": 45001, "F3": "aside"} {
		must(f.SetCellValue("Sheet1", cell, value))
	}
	must(f.SetCellFormula("Sheet1", "D2", "A2*2"))
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	must(f.SetCellStyle("Sheet1", "C2", "C3", day))
	path := filepath.Join(t.TempDir(), "ledger.xlsx")
	must(f.SaveAs(path))
	return path
}

func TestCellsAreChangedWhereTheyStand(t *testing.T) {
	for _, date1904 := range []bool{false, true} {
		path := ledger(t, date1904)
		edit := Edit{Sheet: "Sheet1", HeaderRow: 1, Cells: map[int]map[int]Value{
			2: {1: TextValue(" <two> & _x000D_\n"), 3: NumberValue(5)}, 3: {1: TextValue("=1+2"), 2: {}, 4: DateValue(20000)}},
			Added: []map[int]Value{{0: NumberValue(3), 2: DateValue(20001)}}}
		untouched, err := EditInPlace(context.Background(), path, path, edit)
		if err != nil || cmp.Diff([]string{"D2"}, untouched) != "" {
			t.Fatal(untouched, err)
		}
		book, err := Open(context.Background(), path, DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		var rows []Row
		if err := book.Read(context.Background(), 0, func(r Row) error { rows = append(rows, kept(r)); return nil }); err != nil {
			t.Fatal(err)
		}
		_ = book.Close()
		serial := "45569"
		if date1904 {
			serial = "44107"
		}
		want := []Row{
			{Number: 2, Cells: []Cell{{Column: 0, Kind: Number, Value: "1"}, {Column: 1, Value: " <two> & _x000D_\n"}, {Column: 2, Kind: Date, Value: isoOf(45000, date1904)}}},
			{Number: 3, Cells: []Cell{{Column: 0, Kind: Number, Value: "2"}, {Column: 1, Value: "=1+2"}, {Column: 4, Kind: Number, Value: serial}, {Column: 5, Value: "aside"}}},
			{Number: 4, Cells: []Cell{{Column: 0, Kind: Number, Value: "3"}, {Column: 2, Kind: Date, Value: "2024-10-05"}}},
		}
		if diff := cmp.Diff(want, rows[1:]); diff != "" {
			t.Errorf("1904 %v: %s", date1904, diff)
		}
	}
}

// isoOf is the date of a serial number.
func isoOf(serial int, date1904 bool) string {
	if date1904 {
		serial += days1904
	}
	return DateValue(serial - serialOffset).iso()
}

func TestWhatCannotBeEditedLeavesTheFile(t *testing.T) {
	path := ledger(t, false)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(text, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for name, test := range map[string]struct {
		ctx  context.Context
		from string
		edit Edit
		want string
	}{
		"no such sheet": {context.Background(), path, Edit{Sheet: "Gone"}, "not there any more"},
		"no such row":   {context.Background(), path, Edit{Sheet: "Sheet1", Cells: map[int]map[int]Value{9: {0: NumberValue(1)}}}, "rows are gone"},
		"no workbook":   {context.Background(), text, Edit{Sheet: "list"}, "is no workbook"},
		"cancelled":     {cancelled, path, Edit{Sheet: "Sheet1"}, ""},
	} {
		_, err := EditInPlace(test.ctx, test.from, path, test.edit)
		if err == nil || test.want != "" && !strings.Contains(err.Error(), test.want) || test.want == "" && !errors.Is(err, context.Canceled) && fault.CodeOf(err) != fault.Cancelled {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file is not as it was: %v", err)
	}
}
