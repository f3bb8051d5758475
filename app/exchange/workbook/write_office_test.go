package workbook

import (
	"bytes"
	"context"
	encoding "encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// These tests ask LibreOffice, and are skipped where it is missing.

// office runs a program with a time limit, or skips the test.
func office(t *testing.T, name string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("needs LibreOffice and some seconds")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// converted lets LibreOffice convert a workbook's first sheet to csv as it is shown.
func converted(t *testing.T, path string) [][]string {
	t.Helper()
	dir := t.TempDir()
	office(t, "soffice", "--headless", "--norestore", "-env:UserInstallation=file://"+t.TempDir(),
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "--outdir", dir, path)
	content, err := os.ReadFile(filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), ".xlsx")+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	records, err := encoding.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func TestLibreOfficeShowsTheSameValues(t *testing.T) {
	want := [][]string{
		{"Id", "Name", "Stage", "Owner", "Review", "Changed", "Users", "Site", "Description", "Any"},
		{"id-1", "0042", "Planned", "Ann", "2025-03-03", "2025-03-04 05:06:07", "-1.5", "https://example.org/a?b=1&c=ü", strings.Repeat("long ", 60), ""},
		{"id-2", "=1+1", "", "+49 170", "1860-06-26", "1970-01-01 00:00:00", "1250", "javascript:alert(1)", "two\nlines \n", ""},
	}
	got := converted(t, written(t, systems()))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTagsFollowEditsInLibreOffice(t *testing.T) {
	const python = "/usr/bin/python3"
	if exec.Command(python, "-c", "import uno").Run() != nil {
		t.Skip("needs LibreOffice's Python bridge")
	}
	path := written(t, systems())
	edited := filepath.Join(t.TempDir(), "edited.xlsx")
	office(t, python, "testdata/edit.py", path, edited)
	fields := map[int]string{0: "_id", 1: "nextreviewdate", 2: "name", 3: "lifecyclestage", 4: "owner", 5: "modifiedon", 6: "users", 7: "url", 8: "any"}
	want := []SheetTags{
		{Sheet: "Copy", Table: "itsystem", HeaderRow: 4, Fields: fields, Version: 1},
		{Sheet: "Ann's systems", Table: "itsystem", HeaderRow: 4, Fields: fields, Version: 1},
		{Sheet: "Empty", Table: "empty", HeaderRow: 1, Fields: map[int]string{0: "only"}, Version: 1},
	}
	if diff := cmp.Diff(want, tagsOf(t, edited)); diff != "" {
		t.Error(diff)
	}
}
