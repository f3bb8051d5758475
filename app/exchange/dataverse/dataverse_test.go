package dataverse

import (
	"archive/zip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cadastre/app/exchange/workbook"
)

// sample returns the path of a real package, or skips the test where the samples are not there.
func sample(t *testing.T, name string) string {
	t.Helper()
	shared := os.Getenv("CADASTRE_SHARED")
	for dir, _ := filepath.Abs("."); shared == "" && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if candidate := filepath.Join(dir, "..", "shared"); isDir(candidate) {
			shared = candidate
		}
	}
	path := filepath.Join(shared, "samples", "dataverse", name)
	if _, err := os.Stat(path); shared == "" || err != nil {
		t.Skip("the samples are not here")
	}
	return path
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// opened opens a package.
func opened(t *testing.T, path string) *Book {
	t.Helper()
	book, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// rowsOf reads a sheet.
func rowsOf(t testing.TB, book *Book, sheet int) []workbook.Row {
	t.Helper()
	var rows []workbook.Row
	if err := book.Read(context.Background(), sheet, func(row workbook.Row) error {
		rows = append(rows, row)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return rows
}

// values returns a row's cells by the names of their fields.
func values(book *Book, sheet int, row workbook.Row) map[string]workbook.Cell {
	named := map[string]workbook.Cell{}
	for _, cell := range row.Cells {
		name := book.Entities()[sheet].Fields[cell.Column].Name
		cell.Column = 0
		named[name] = cell
	}
	return named
}

func TestRealPackagesAreReadInFull(t *testing.T) {
	want := map[string]map[string]int{
		"core-data.zip": {"contact": 50, "govcdm_country": 245, "govcdm_stateorprovince": 50, "govcdm_location": 14, "govcdm_product": 17,
			"govcdm_organizationunittype": 47, "govcdm_organizationunit": 30, "govcdm_complianceframework": 1, "govcdm_complianceframeworkcategory": 18,
			"govcdm_compliancerequirement": 410, "govcdm_legalauthority": 133, "govcdm_personneltype": 11, "govcdm_clearancelevel": 8, "govcdm_graderank": 10,
			"govcdm_paygrade": 41, "govcdm_jobseries": 341, "govcdm_fiscalperiod": 11, "govcdm_privacyconsent": 1, "govcdm_analysis": 2, "govcdm_impact": 6,
			"govcdm_riskitem": 6, "govcdm_personalinformationtype": 87},
		"it-service-management-data.zip": {"govcdm_itsystem": 15, "govcdm_itsystemcomponenttype": 4, "govcdm_ittechnology": 2, "govcdm_ittechnologytype": 8},
	}
	for name, counts := range want {
		book := opened(t, sample(t, name))
		got := map[string]int{}
		for i, sheet := range book.Sheets() {
			rows := rowsOf(t, book, i)
			if len(rows)-1 != sheet.Rows {
				t.Errorf("%s: %s claims %d records and has %d", name, sheet.Name, sheet.Rows, len(rows)-1)
			}
			got[sheet.Name] = len(rows) - 1
		}
		if diff := cmp.Diff(counts, got); diff != "" || book.Notes() != nil {
			t.Errorf("%s: %s %v", name, diff, book.Notes())
		}
	}
}

func TestARealRecord(t *testing.T) {
	book := opened(t, sample(t, "it-service-management-data.zip"))
	entity := book.Entities()[0]
	if entity.DisplayName != "IT System" || entity.PrimaryID != "govcdm_itsystemid" || entity.PrimaryName != "govcdm_name" || entity.TypeCode != "10738" {
		t.Errorf("%+v", entity)
	}
	got := values(book, 0, rowsOf(t, book, 0)[1])
	description := got["govcdm_description"].Value
	if !strings.HasPrefix(description, `<div class="ck-content" data-wrapper="true"`) || !strings.HasSuffix(description, "across internal programs.</p></div>") {
		t.Errorf("description: %s", description)
	}
	for name, want := range map[string]workbook.Cell{
		"govcdm_itsystemid":        {Kind: workbook.Text, Value: "79443246-02b8-f011-bbd2-001dd806e92f"},
		"govcdm_name":              {Kind: workbook.Text, Value: "Regulatory Compliance Management Suite"},
		"govcdm_lifecyclestage":    {Kind: workbook.Number, Value: "166840001"},
		"govcdm_nextreviewdate":    {Kind: workbook.Date, Value: "2025-11-07"},
		"govcdm_primarytechnology": {Kind: workbook.Text, Value: "Microsoft Azure", Ref: "5bc611b9-eab9-f011-bbd2-001dd806e92f", RefTable: "govcdm_ittechnology"},
	} {
		if diff := cmp.Diff(want, got[name]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestRealTextIsUnescapedTwice(t *testing.T) {
	book := opened(t, sample(t, "core-data.zip"))
	var all strings.Builder
	for i := range book.Sheets() {
		for _, row := range rowsOf(t, book, i) {
			for _, cell := range row.Cells {
				all.WriteString(cell.Value + "\n")
			}
		}
	}
	for _, want := range []string{"Jenner & Block", "Côte", "2020-09-30T05:00:00", "accounts: \n (a) Have expired"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q is not in the package", want)
		}
	}
	if strings.Contains(all.String(), "&amp;amp;") || strings.Contains(all.String(), "&#244;") {
		t.Error("some text is still escaped")
	}
}

// packed makes a zip file of the given parts, in turn name and content.
func packed(t testing.TB, parts ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data.zip")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(file)
	for i := 0; i < len(parts); i += 2 {
		part, err := archive.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
