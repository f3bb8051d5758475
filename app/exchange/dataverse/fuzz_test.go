package dataverse

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// FuzzPackage opens packages of any two parts: each is refused with a fault, or read in
// full, and then survives being written and read again.
func FuzzPackage(f *testing.F) {
	f.Add(withRecords(`<record id="1"><field name="name" value="&amp;lt;p&amp;gt;" /><field name="parent" value="2" lookupentity="thing" lookupentityname="B" /></record>`), testSchema)
	f.Add(withRecords(`<record id="1"><field name="tags" value="[-1,1,-1]"/><field name="cost" value="1E3"/><field name="day" value="2025-01-01T00:00:00Z"/><field name="on" value="1"/></record>`), testSchema)
	f.Add(`<entities><entity name="stray"><records><record><field name="a" value="b"><c/></field></record></records><m2mrelationships><m2mrelationship><targetids><targetid/></targetids></m2mrelationship></m2mrelationships></entity></entities>`, `<entities/>`)
	f.Add("<!DOCTYPE a>", "")
	f.Fuzz(func(t *testing.T, data, schema string) {
		path := packed(t, "data.xml", data, "data_schema.xml", schema)
		book, err := Open(context.Background(), path)
		if err != nil {
			if known := (*fault.Error)(nil); !errors.As(err, &known) || !utf8.ValidString(err.Error()) {
				t.Fatalf("no fault: %v", err)
			}
			return
		}
		for i, sheet := range book.Sheets() {
			rows := rowsOf(t, book, i)
			if len(rows) != sheet.Rows+1 {
				t.Fatalf("%s claims %d records and has %d", sheet.Name, sheet.Rows, len(rows)-1)
			}
			survives(t, book.Entities()[i], rows[1:])
		}
	})
}

// survives writes the records that have an id, reads them and compares what the file
// itself states. Fields whose type is unknown become texts when they are written.
func survives(t *testing.T, entity Entity, rows []workbook.Row) {
	id := slices.IndexFunc(entity.Fields, func(field Field) bool { return field.Name == entity.PrimaryID })
	rows = slices.DeleteFunc(slices.Clone(rows), func(row workbook.Row) bool {
		return !slices.ContainsFunc(row.Cells, func(cell workbook.Cell) bool { return cell.Column == id && cell.Value != "" })
	})
	path := filepath.Join(t.TempDir(), "again.zip")
	if err := Write(context.Background(), path, Package{Tables: []Table{{Entity: entity, Rows: slices.Values(rows)}}}); err != nil {
		t.Fatal(err)
	}
	book, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	again := rowsOf(t, book, 0)[1:]
	if len(again) != len(rows) {
		t.Fatalf("wrote %d records, read %d", len(rows), len(again))
	}
	for i, row := range rows {
		if diff := cmp.Diff(row.Cells, again[i].Cells); diff != "" {
			t.Fatal(diff)
		}
	}
}
