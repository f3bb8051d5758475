package workbook

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// systemTags are the tags of the document of systems as it was written.
func systemTags() []SheetTags {
	fields := map[int]string{}
	for i, column := range systems().Sheets[0].Columns {
		fields[i] = column.Key
	}
	return []SheetTags{
		{Sheet: "IT Systems", Table: "itsystem", HeaderRow: 1, Fields: fields, Version: 1},
		{Sheet: "Empty", Table: "empty", HeaderRow: 1, Fields: map[int]string{0: "only"}, Version: 1},
	}
}

func tagsOf(t *testing.T, path string) []SheetTags {
	t.Helper()
	tags, err := ReadTags(path)
	if err != nil {
		t.Fatal(err)
	}
	return tags
}

func TestTagsAreReadBack(t *testing.T) {
	if diff := cmp.Diff(systemTags(), tagsOf(t, written(t, systems()))); diff != "" {
		t.Error(diff)
	}
}

func TestTagsFollowInsertedColumnsAndRows(t *testing.T) {
	path := written(t, systems())
	file := judged(t, path)
	for i, err := range []error{
		file.SetCellValue("IT Systems", "C1", "Phase of life"),
		file.InsertCols("IT Systems", "B", 2),
		file.InsertRows("IT Systems", 1, 3),
		file.SaveAs(path),
	} {
		if err != nil {
			t.Fatal(i, err)
		}
	}
	want := systemTags()
	want[0].HeaderRow = 4
	moved := map[int]string{0: "_id"}
	for column, key := range want[0].Fields {
		if key != "_id" {
			moved[column+2] = key
		}
	}
	want[0].Fields = moved
	if diff := cmp.Diff(want, tagsOf(t, path)); diff != "" {
		t.Error(diff)
	}
}

func TestForeignFilesHaveNoTags(t *testing.T) {
	dir := t.TempDir()
	plain := excelize.NewFile()
	if err := plain.SetDefinedName(&excelize.DefinedName{Name: "Budget", RefersTo: "Sheet1!$A$1"}); err != nil {
		t.Fatal(err)
	}
	if err := plain.SaveAs(filepath.Join(dir, "plain.xlsx")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "list.csv"), []byte("a,b\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"plain.xlsx", "list.csv"} {
		if tags := tagsOf(t, filepath.Join(dir, name)); tags != nil {
			t.Errorf("%s has tags %v", name, tags)
		}
	}
}
