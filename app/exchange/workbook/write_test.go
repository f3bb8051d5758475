package workbook

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cadastre/store/fault"
)

// systems is a small export with every kind of column.
func systems() Document {
	return Document{
		Title: "Catalogue", Author: "Ann <& Co>", Created: time.Date(2025, 3, 4, 5, 6, 7, 0, time.UTC),
		Lists: []List{{Name: "stage", Items: []string{"Planned", "In use, mostly", "Planned", "", "Über & out"}}, {Name: "people", Items: []string{"Ann", "Bob"}, Open: true}, {Name: "empty"}},
		Sheets: []OutSheet{{
			Name: "IT Systems", Table: "itsystem", FrozenColumns: 2,
			Columns: []OutColumn{
				{Header: "Id", Key: "_id", Hidden: true},
				{Header: "Name", Key: "name", Required: true, MaxLength: 100, Note: "The name that everybody uses."},
				{Header: "Stage", Key: "lifecyclestage", List: "stage"},
				{Header: "Owner", Key: "owner", List: "people"},
				{Header: "Review", Key: "nextreviewdate", Kind: DateColumn},
				{Header: "Changed", Key: "modifiedon", Kind: DateTimeColumn},
				{Header: "Users", Key: "users", Kind: NumberColumn},
				{Header: "Site", Key: "url", Kind: LinkColumn},
				{Header: "Description", Key: "description"},
				{Header: "Any", Key: "any", List: "empty"},
			},
			Rows: slices.Values([]OutRow{
				{TextValue("id-1"), TextValue("0042"), TextValue("Planned"), TextValue("Ann"), DateValue(20150), DateTimeValue(1741064767), NumberValue(-1.5), TextValue("https://example.org/a?b=1&c=ü"), TextValue(strings.Repeat("long ", 60))},
				{TextValue("id-2"), TextValue("=1+1"), {}, TextValue("+49 170"), DateValue(-40000), DateTimeValue(0), NumberValue(1250), TextValue("javascript:alert(1)"), TextValue("two\r\nlines \n")},
			}),
		}, {Name: "Empty", Table: "empty", Columns: []OutColumn{{Header: "Only", Key: "only"}}}},
	}
}

// written writes doc and returns the path of the file.
func written(t *testing.T, doc Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.xlsx")
	if err := Write(context.Background(), path, doc, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

// judged opens a written workbook with excelize.
func judged(t *testing.T, path string) *excelize.File {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

func TestCellsComeBackAsTheyWere(t *testing.T) {
	file := judged(t, written(t, systems()))
	got, err := file.GetRows("IT Systems")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Id", "Name", "Stage", "Owner", "Review", "Changed", "Users", "Site", "Description", "Any"},
		{"id-1", "0042", "Planned", "Ann", "2025-03-03", "2025-03-04 05:06:07", "-1.5", "https://example.org/a?b=1&c=ü", strings.Repeat("long ", 60)},
		{"id-2", "=1+1", "", "+49 170", "1860-06-26", "1970-01-01 00:00:00", "1250", "javascript:alert(1)", "two\r\nlines \n"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, cell := range []string{"B2", "B3", "D3"} {
		kind, _ := file.GetCellType("IT Systems", cell)
		formula, _ := file.GetCellFormula("IT Systems", cell)
		if kind != excelize.CellTypeInlineString || formula != "" {
			t.Errorf("%s is of type %v with formula %q, want plain text", cell, kind, formula)
		}
	}
}

func TestTheSheetIsComfortable(t *testing.T) {
	file := judged(t, written(t, systems()))
	panes, err := file.GetPanes("IT Systems")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 2 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if dimension, _ := file.GetSheetDimension("IT Systems"); dimension != "A1:J3" {
		t.Errorf("dimension %s", dimension)
	}
	for column, want := range map[string]float64{"B": 9, "H": 31, "I": 60} {
		if width, _ := file.GetColWidth("IT Systems", column); width != want {
			t.Errorf("column %s is %v wide, want %v", column, width, want)
		}
	}
	hidden, _ := file.GetColVisible("IT Systems", "A")
	shown, _ := file.GetColVisible("IT Systems", "B")
	if hidden || !shown {
		t.Errorf("visible: id %v, name %v", hidden, shown)
	}
	names := fmt.Sprint(file.GetDefinedName())
	if !strings.Contains(names, "'IT Systems'!$A$1:$J$3") {
		t.Errorf("no filter over the used range: %s", names)
	}
	props, err := file.GetDocProps()
	if err != nil || props.Title != "Catalogue" || props.Creator != "Ann <& Co>" || props.Created != "2025-03-04T05:06:07Z" {
		t.Errorf("properties %+v, %v", props, err)
	}
	if link, target, _ := file.GetCellHyperLink("IT Systems", "H2"); !link || target != "https://example.org/a?b=1&c=ü" {
		t.Errorf("link %v to %q", link, target)
	}
	if link, _, _ := file.GetCellHyperLink("IT Systems", "H3"); link {
		t.Error("a script became a link")
	}
}

func TestDropDownsComeFromTheHiddenListsSheet(t *testing.T) {
	file := judged(t, written(t, systems()))
	checks, err := file.GetDataValidations("IT Systems")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]*excelize.DataValidation{}
	for _, check := range checks {
		found[check.Sqref] = check
	}
	stage := found["C2:C5003"]
	if stage == nil || stage.Type != "list" || !stage.ShowErrorMessage || !strings.Contains(stage.Formula1, "'_cadastre_lists'!$A$2:$A$4") {
		t.Errorf("stage: %+v", stage)
	}
	owner := found["D2:D5003"]
	if owner == nil || owner.Type != "list" || owner.ShowErrorMessage {
		t.Errorf("an open list must not refuse: %+v", owner)
	}
	name := found["B2:B5003"]
	if name == nil || name.Type != "textLength" || name.AllowBlank || !strings.Contains(name.Formula1, "100") {
		t.Errorf("name: %+v", name)
	}
	note := found["B1"]
	if note == nil || note.Prompt == nil || *note.Prompt != "Required. The name that everybody uses." {
		t.Errorf("note: %+v", note)
	}
	if found["J2:J5003"] != nil {
		t.Error("an empty list makes a drop-down that offers nothing")
	}
	items, err := file.GetCols("_cadastre_lists")
	if diff := cmp.Diff([][]string{{"stage", "Planned", "In use, mostly", "Über & out"}, {"people", "Ann", "Bob"}, {"empty"}}, trimmed(items)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if visible, _ := file.GetSheetVisible("_cadastre_lists"); visible || !MachineSheet("_cadastre_lists") {
		t.Error("the lists sheet can be seen")
	}
}

// trimmed drops empty cells at the ends of columns.
func trimmed(columns [][]string) [][]string {
	for i := range columns {
		for n := len(columns[i]); n > 0 && columns[i][n-1] == ""; n-- {
			columns[i] = columns[i][:n-1]
		}
	}
	return columns
}

func TestWhatDoesNotFitIsNamed(t *testing.T) {
	long := OutSheet{Name: "Systems", Columns: []OutColumn{{Header: "Name"}, {Header: "Text"}}, Rows: slices.Values([]OutRow{{}, {TextValue("a"), TextValue(strings.Repeat("€", 32766) + "😀")}})}
	path := filepath.Join(t.TempDir(), "out.xlsx")
	err := Write(context.Background(), path, Document{Sheets: []OutSheet{long}}, nil)
	if fault.CodeOf(err) != fault.TooLarge || !strings.Contains(err.Error(), "“Systems”, row 3, column B (“Text”)") {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was left behind")
	}
	long.Rows = slices.Values([]OutRow{{TextValue("a"), TextValue(strings.Repeat("€", 32765) + "😀")}})
	full := judged(t, written(t, Document{Sheets: []OutSheet{long}}))
	if text, _ := full.GetCellValue("Systems", "B2"); text != strings.Repeat("€", 32765)+"😀" {
		t.Errorf("a full cell came back with %d bytes", len(text))
	}
}

func TestTooManyRowsAreRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("walks a million rows")
	}
	sheet := OutSheet{Name: "Many", Columns: []OutColumn{{Header: "N"}}, Rows: func(yield func(OutRow) bool) {
		for range 1048576 {
			if !yield(nil) {
				return
			}
		}
	}}
	err := Write(context.Background(), filepath.Join(t.TempDir(), "out.xlsx"), Document{Sheets: []OutSheet{sheet}}, nil)
	if fault.CodeOf(err) != fault.TooLarge {
		t.Error(err)
	}
}

func TestSheetNamesFitExcel(t *testing.T) {
	var sheets []OutSheet
	for _, name := range []string{"A/B: [C]?", "a-b c", "History", "", "'quoted'", strings.Repeat("é", 40), strings.Repeat("É", 40), "bell\a\t x", "_cadastre_lists"} {
		sheets = append(sheets, OutSheet{Name: name, Columns: []OutColumn{{Header: "H"}}})
	}
	got := judged(t, written(t, Document{Sheets: sheets})).GetSheetList()
	want := []string{"A-B C", "a-b c (2)", "History (2)", "Sheet", "quoted", strings.Repeat("é", 31), strings.Repeat("É", 27) + " (2)", "bell x", "_cadastre_lists (2)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLinksBeyondExcelsLimitStayText(t *testing.T) {
	var list linkList
	for row := range maxLinks {
		list.add("A", row, "https://example.org")
	}
	if list.add("A", maxLinks, "https://example.org") || len(list.cells) != 65530 {
		t.Errorf("%d links", len(list.cells))
	}
}
