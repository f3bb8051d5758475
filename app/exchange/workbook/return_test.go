package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadastre/store/fault"

	"github.com/xuri/excelize/v2"
)

// sharedWithoutNumber is a workbook whose shared formula has no number, which makes the library panic that edits it.
func sharedWithoutNumber(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	kind, area := excelize.STCellFormulaTypeShared, "B2:B3"
	err := f.SetSheetRow("Sheet1", "A1", &[]string{"Name", NotTaken})
	if err == nil {
		err = f.SetSheetRow("Sheet1", "A2", &[]string{"Payroll", "1"})
	}
	if err == nil {
		err = f.SetCellFormula("Sheet1", "B2", "1", excelize.FormulaOpts{Type: &kind, Ref: &area})
	}
	if err != nil {
		t.Fatal(err)
	}
	book, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	all := unpacked(t, book.Bytes())
	const sheet = "xl/worksheets/sheet1.xml"
	return all.with(parts{sheet: strings.Replace(all[sheet], `B3" si="0"`, `B3"`, 1)}).zipped(t)
}

func unpacked(t *testing.T, packed []byte) parts {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	all := parts{}
	for _, file := range archive.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		all[file.Name] = string(text)
	}
	return all
}

func TestAWorkbookThatCannotBeEditedIsRefusedWithASentence(t *testing.T) {
	in, out := filepath.Join(t.TempDir(), "theirs.xlsx"), filepath.Join(t.TempDir(), "out.xlsx")
	if err := os.WriteFile(in, sharedWithoutNumber(t), 0o600); err != nil {
		t.Fatal(err)
	}
	err := Return(context.Background(), in, out, []ReturnedSheet{{Sheet: "Sheet1", HeaderRow: 1, Header: NotTaken, Rows: []ReturnedRow{{Number: 2, Reason: "no"}}}})
	if fault.CodeOf(err) != fault.Unsupported || !strings.Contains(err.Error(), "theirs.xlsx cannot be edited in place: parts of it contradict each other.") {
		t.Fatalf("it ends with %v", err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("half a workbook is there")
	}
}
