package dataverse

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// everyField has a field of each type.
func everyField() []Field {
	return []Field{
		{Name: "thingid", DisplayName: "Thing", Type: "guid", PrimaryKey: true},
		{Name: "name", DisplayName: "Name & <title>", Type: "string", Custom: true, Compare: true},
		{Name: "stage", DisplayName: "Stage", Type: "optionsetvalue"},
		{Name: "tags", DisplayName: "Tags", Type: "optionsetvaluecollection"},
		{Name: "on", DisplayName: "On", Type: "bool"},
		{Name: "cost", DisplayName: "Cost", Type: "decimal"},
		{Name: "day", DisplayName: "Day", Type: "datetime"},
		{Name: "parent", DisplayName: "Parent", Type: "entityreference", LookupTable: "thing|other"},
	}
}

// anyText draws texts that escaping could spoil.
func anyText() *rapid.Generator[string] {
	awkward := rapid.SampledFrom([]string{"&", "&amp;", "&amp;amp;", "&#39;", "&#x41;", "&copy", ";", "<p>", "\"", "'", "\r\n", "\n", "\t", "\x00", "\x01", "\u00a0", "\u0085", "é", "\uFFFD", "\uFFFE", "😀", "]]>", " "})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(awkward, rapid.String()), 1, 5).Draw(t, "pieces"), "")
	}).Filter(func(text string) bool { return text != "" })
}

// anyCell draws a cell that fits the type of a column.
func anyCell(t *rapid.T, column int) workbook.Cell {
	cell := workbook.Cell{Column: column, Kind: workbook.Text}
	moment := time.Unix(rapid.Int64Range(-1e10, 1e11).Draw(t, "moment"), 0).UTC()
	switch everyField()[column].Name {
	case "thingid":
		cell.Value = fmt.Sprintf("%08x-0000-0000-0000-000000000000", rapid.Uint32().Draw(t, "id"))
	case "name":
		cell.Value = anyText().Draw(t, "text")
	case "stage":
		cell.Kind, cell.Value = workbook.Number, fmt.Sprint(rapid.Int().Draw(t, "code"))
	case "tags":
		cell.Value = strings.Trim(strings.ReplaceAll(fmt.Sprint(rapid.SliceOfN(rapid.IntRange(0, 999), 1, 4).Draw(t, "codes")), " ", ";"), "[]")
	case "on":
		cell.Kind, cell.Value = workbook.Bool, rapid.SampledFrom([]string{"TRUE", "FALSE"}).Draw(t, "on")
	case "cost":
		cell.Kind, cell.Value = workbook.Number, rapid.SampledFrom([]string{"0", "-12.5", "0.0001", "1000000000000000000000.25"}).Draw(t, "cost")
	case "day":
		cell.Kind, cell.Value = workbook.Date, moment.Format(rapid.SampledFrom([]string{time.DateOnly, dateTimeLayout}).Draw(t, "layout"))
	case "parent":
		cell.Value, cell.Ref, cell.RefTable = rapid.OneOf(rapid.Just(""), anyText()).Draw(t, "shown"), "id-7", "other"
	}
	return cell
}

func anyTable(t *rapid.T) Table {
	fields := everyField()
	var rows []workbook.Row
	for n := range rapid.IntRange(0, 4).Draw(t, "rows") {
		row := workbook.Row{Number: n + 2}
		for column := range fields {
			if column == 0 || rapid.Bool().Draw(t, "filled") {
				row.Cells = append(row.Cells, anyCell(t, column))
			}
		}
		rows = append(rows, row)
	}
	entity := Entity{Name: "thing", DisplayName: "Thing's “name”", TypeCode: "10738", PrimaryID: "thingid", PrimaryName: "name", Fields: fields}
	return Table{Entity: entity, Rows: slices.Values(rows)}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.zip")
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t)
		if err := Write(context.Background(), path, Package{Tables: []Table{table, {Entity: Entity{Name: "empty", PrimaryID: "emptyid", Fields: []Field{{Name: "emptyid", Type: "guid", PrimaryKey: true}}}}}}); err != nil {
			t.Fatal(err)
		}
		book, err := Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(table.Entity, book.Entities()[0]); diff != "" || len(book.Sheets()) != 2 || book.Notes() != nil {
			t.Fatal(diff, book.Sheets(), book.Notes())
		}
		if diff := cmp.Diff(slices.Collect(table.Rows), rowsIn(t, book)[1:], cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func rowsIn(t *rapid.T, book *Book) (rows []workbook.Row) {
	if err := book.Read(context.Background(), 0, func(row workbook.Row) error {
		rows = append(rows, row)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return rows
}

// partOf returns the text of a part of a package.
func partOf(t *testing.T, path, name string) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	part, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestThePackageLooksLikeTheToolsOwn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.zip")
	rows := []workbook.Row{{Cells: []workbook.Cell{{Value: "id-1"}, {Column: 1, Value: "Café & <b>'x'</b>\n"}, {Column: 6, Kind: workbook.Date, Value: "2025-02-19"}, {Column: 7, Value: "A & B", Ref: "id-7", RefTable: "other"}}}}
	table := Table{Entity: Entity{Name: "thing", DisplayName: "Thing", PrimaryID: "thingid", PrimaryName: "name", Fields: everyField()}, Rows: slices.Values(rows)}
	if err := Write(context.Background(), path, Package{Time: time.Date(2025, 8, 8, 15, 33, 43, 0, time.UTC), Tables: []Table{table}}); err != nil {
		t.Fatal(err)
	}
	want := `<entities xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" timestamp="2025-08-08T15:33:43.0000000Z">
  <entity name="thing" displayname="Thing">
    <records>
      <record id="id-1">
        <field name="thingid" value="id-1" />
        <field name="name" value="Caf&amp;#233; &amp;amp; &amp;lt;b&amp;gt;&amp;#39;x&amp;#39;&amp;lt;/b&amp;gt;&#xA;" />
        <field name="day" value="2025-02-19T00:00:00.0000000" />
        <field name="parent" value="id-7" lookupentity="other" lookupentityname="A &amp;amp; B" />
      </record>
    </records>
    <m2mrelationships />
  </entity>
</entities>
`
	if diff := cmp.Diff(want, partOf(t, path, dataPart)); diff != "" {
		t.Error(diff)
	}
	schema := partOf(t, path, schemaPart)
	for _, line := range []string{
		`<entity name="thing" displayname="Thing" primaryidfield="thingid" primarynamefield="name" disableplugins="false">`,
		`<field displayname="Thing" name="thingid" type="guid" primaryKey="true" />`,
		`<field displayname="Parent" name="parent" type="entityreference" lookupType="thing|other" />`,
	} {
		if !strings.Contains(schema, line) {
			t.Errorf("the schema has no line %s:\n%s", line, schema)
		}
	}
	if !strings.Contains(partOf(t, path, contentTypesPart), "application/octet-stream") {
		t.Error("the content types are missing")
	}
}

func TestRealPackagesSurviveBeingWritten(t *testing.T) {
	for _, name := range []string{"core-data.zip", "it-service-management-data.zip"} {
		before := opened(t, sample(t, name))
		var pack Package
		for i, entity := range before.Entities() {
			pack.Tables = append(pack.Tables, Table{Entity: entity, Rows: slices.Values(rowsOf(t, before, i)[1:])})
		}
		path := filepath.Join(t.TempDir(), name)
		if err := Write(context.Background(), path, pack); err != nil {
			t.Fatal(err)
		}
		after := opened(t, path)
		if diff := cmp.Diff(before.Entities(), after.Entities()); diff != "" {
			t.Error(diff)
		}
		for i := range before.Sheets() {
			if diff := cmp.Diff(rowsOf(t, before, i), rowsOf(t, after, i)); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestWriteRefusesWhatAPackageCannotHold(t *testing.T) {
	entity := Entity{Name: "thing", DisplayName: "Thing", PrimaryID: "thingid", Fields: everyField()}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	tests := []struct {
		ctx   context.Context
		cells []workbook.Cell
		want  fault.Code
	}{
		{context.Background(), []workbook.Cell{{Value: "id-1"}, {Column: 1, Value: "\xff"}}, fault.Invalid},
		{context.Background(), []workbook.Cell{{Column: 1, Value: "no id"}}, fault.Internal},
		{context.Background(), []workbook.Cell{{Value: "id-1"}, {Column: 8, Value: "x"}}, fault.Internal},
		{cancelled, []workbook.Cell{{Value: "id-1"}}, fault.Cancelled},
	}
	dir := t.TempDir()
	for _, test := range tests {
		table := Table{Entity: entity, Rows: slices.Values([]workbook.Row{{Cells: test.cells}})}
		if err := Write(test.ctx, filepath.Join(dir, "data.zip"), Package{Tables: []Table{table}}); fault.CodeOf(err) != test.want {
			t.Errorf("%v, want %s", err, test.want)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}
