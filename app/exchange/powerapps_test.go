package exchange_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// The columns of a view as Power Apps exports it.
var viewColumns = [][2]string{{"govcdm_itsystemid", "(Do Not Modify) IT System"}, {"checksumLogicalName", "(Do Not Modify) Row Checksum"},
	{"modifiedon", "(Do Not Modify) Modified On"}, {"govcdm_name", "Name"}, {"govcdm_criticality", "Criticality"}, {"govcdm_nextreviewdate", "Next Review Date"},
	{"govcdm_pointofcontact", "Point of Contact"}, {"a_5bc611b9.jobtitle", "Job Title (Point of Contact) (Person)"}, {"statecode", "Status"}, {"new_budget", "Budget"}}

// The rows of one: two systems, the second with a value that the catalogue does not know.
var viewRows = [][]any{
	{"79443246-02b8-f011-bbd2-001dd806e92f", "kQ1x/3w==", 45969.5, "Payroll", "High", 46000.0, "Ann Lee", "Analyst", "Active", 12.5},
	{"7a443246-02b8-f011-bbd2-001dd806e92f", "b88+uw==", 45970.25, "Permits & <Fees>", "", nil, "Nobody Here", "", "Active", nil},
}

// cellXML is a cell as Power Apps writes it.
func cellXML(x, name string, value any) string {
	switch v := value.(type) {
	case float64:
		style := 1
		if strings.HasPrefix(name, "C") {
			style = 2
		}
		return fmt.Sprintf(`<%[1]sc r="%[2]s" s="%[3]d"><%[1]sv>%[4]v</%[1]sv></%[1]sc>`, x, name, style, v)
	case string:
		if v != "" {
			var text bytes.Buffer
			for _, r := range v {
				text.WriteString(map[rune]string{'&': "&amp;", '<': "&lt;", '>': "&gt;"}[r])
				if !strings.ContainsRune("&<>", r) {
					text.WriteRune(r)
				}
			}
			return fmt.Sprintf(`<%[1]sc r="%[2]s" t="inlineStr"><%[1]sis><%[1]st>%[3]s</%[1]st></%[1]sis></%[1]sc>`, x, name, &text)
		}
	}
	return ""
}

// exportedView writes the workbook of a view, its elements with a prefix or without.
func exportedView(t *testing.T, path, prefix string, table string, rows [][]any) {
	t.Helper()
	ns := "xmlns"
	x := ""
	if prefix != "" {
		ns, x = "xmlns:"+prefix, prefix+":"
	}
	main := ns + `="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	header := []any{}
	pairs := []string{}
	columns := ""
	for i, c := range viewColumns {
		header = append(header, c[1])
		pairs = append(pairs, c[0]+"="+strings.ReplaceAll(url.QueryEscape(c[1]), "+", "%20"))
		columns += fmt.Sprintf(`<tableColumn id="%d" name="%s"/>`, i+1, c[1])
	}
	data := ""
	for i, row := range append([][]any{header}, rows...) {
		data += fmt.Sprintf(`<%srow r="%d">`, x, i+1)
		for c, value := range row {
			data += cellXML(x, fmt.Sprintf("%s%d", string(rune('A'+c)), i+1), value)
		}
		data += fmt.Sprintf(`</%srow>`, x)
	}
	last := len(rows) + 1
	parts := []string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", fmt.Sprintf(`<%[1]sworkbook %[2]s><%[1]ssheets><%[1]ssheet name="Active IT Systems" sheetId="1" r:id="rId1"/><%[1]ssheet name="hiddenSheet" sheetId="2" state="hidden" r:id="rId2"/></%[1]ssheets></%[1]sworkbook>`, x, main),
		"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="/xl/styles.xml"/></Relationships>`,
		"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml", fmt.Sprintf(`<%[1]sworksheet %[2]s><%[1]ssheetPr codeName="dataSheet"/><%[1]sdimension ref="A1:J%[4]d"/><%[1]scols><%[1]scol min="1" max="3" width="0" hidden="1" customWidth="1"/></%[1]scols><%[1]ssheetData>%[3]s</%[1]ssheetData><%[1]sdataValidations count="1"><%[1]sdataValidation type="list" allowBlank="1" showErrorMessage="1" promptTitle="Option set" prompt="Select a value." sqref="E2:E1048576"><%[1]sformula1>hiddenSheet!$A$2:$C$2</%[1]sformula1></%[1]sdataValidation></%[1]sdataValidations><%[1]stableParts count="1"><%[1]stablePart r:id="rId1"/></%[1]stableParts></%[1]sworksheet>`, x, main, data, last),
		"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="/xl/tables/table1.xml"/></Relationships>`,
		"xl/worksheets/sheet2.xml", fmt.Sprintf(`<%[1]sworksheet %[2]s><%[1]ssheetPr codeName="hiddenDataSheet"/><%[1]ssheetData><%[1]srow r="1">%[3]s</%[1]srow><%[1]srow r="2">%[4]s</%[1]srow></%[1]ssheetData></%[1]sworksheet>`, x, main,
			cellXML(x, "A1", table+":LCnCIE2wQIYUgSEEuUjQkE/PFHN8h5aXaANyc0do8m9co2gMIL2WYvOiv1b+DzFCyIA6bvyVbGo5jQw1Rx5jkQ==:"+strings.Join(pairs, "&")), cellXML(x, "A2", "High")+cellXML(x, "B2", "Medium")+cellXML(x, "C2", "Low")),
		"xl/tables/table1.xml", fmt.Sprintf(`<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Table1" displayName="Table1" ref="A1:J%[1]d"><autoFilter ref="A1:J%[1]d"/><tableColumns count="%[2]d">%[3]s</tableColumns></table>`, last, len(viewColumns), columns),
	}
	writeZip(t, path, parts)
}

// writeZip writes parts, in turn name and content.
func writeZip(t *testing.T, path string, parts []string) {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		part, err := archive.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// partsOf are the contents of a zip file's parts by name.
func partsOf(t *testing.T, path string) map[string]string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	out := map[string]string{}
	for _, file := range archive.File {
		part, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		out[file.Name] = string(content)
	}
	return out
}

// withView is a catalogue that has taken in the workbook of a view, and that workbook.
func withView(t *testing.T, prefix string) (b *branched, path string) {
	t.Helper()
	b = newBranched(t, t.TempDir())
	t.Cleanup(func() { _ = b.store.Close() })
	b.take(b.merge(exchange.Options{Table: "contact"}, b.write("people.csv", "Full Name\nAnn Lee\nBo Ray\n")))
	path = filepath.Join(b.dir, "Active IT Systems.xlsx")
	exportedView(t, path, prefix, "govcdm_itsystem", viewRows)
	b.take(b.merge(exchange.Options{Partial: true}, path))
	return b, path
}

// edit changes a field of a record by hand.
func (b *branched) edit(table, id, field string, v record.Value) {
	b.Helper()
	t := b.snap.Model.Table(table)
	at, err := record.ParseID(id)
	if err != nil {
		b.Fatal(err)
	}
	b.apply(change.Draft{Who: "tester", Origin: change.Origin{Kind: change.FromForm}, Edits: []change.Edit{
		{Op: change.Update, Table: t.Num, ID: at, Fields: []record.FieldValue{{Num: t.Field(field).Num, Value: v}}}}})
}

func TestAWorkbookOfPowerAppsSaysItselfWhatItHolds(t *testing.T) {
	for _, prefix := range []string{"", "x"} {
		b, path := withView(t, prefix)
		got := b.named("itsystem", "Payroll")
		want := map[string]string{"id": "79443246-02b8-f011-bbd2-001dd806e92f", "name": "Payroll", "criticality": "High", "nextreviewdate": "2025-12-09", "pointofcontact": "Ann Lee", "statecode": "Active", "ownerid": "tester"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("prefix %q: %s", prefix, diff)
		}
		plan := b.merge(exchange.Options{Partial: true}, path)
		if plan.Counts.Unchanged != 2 || plan.Conflicts.Open > 0 || len(plan.Notes) > 0 {
			t.Errorf("again: %+v %v\n%s", plan.Counts, plan.Notes, problems(plan))
		}
		if c := codes(plan); c["unplaced-column"] != 1 || c["unknown-name"] != 1 || len(plan.Problems) != 2 {
			t.Errorf("told:\n%s", problems(plan))
		}
	}
}

func TestWhatWasChangedHereAfterPowerAppsIsAConflict(t *testing.T) {
	b, path := withView(t, "")
	b.edit("itsystem", "79443246-02b8-f011-bbd2-001dd806e92f", "criticality", record.OfInt(166840002))
	plan := b.merge(exchange.Options{Partial: true}, path)
	p := problemAt(t, plan, "conflict")
	if p.Name != "Payroll" {
		t.Errorf("the conflict is about “%s”", p.Name)
	}
	if plan.Conflicts.Open != 1 || plan.Counts.Updated != 0 || p.Conflict.Now != "Low" || p.Value != "High" {
		t.Errorf("%+v\n%s", plan.Counts, problems(plan))
	}
	plan = b.merge(exchange.Options{Partial: true, Conflicts: exchange.TakeFile}, path)
	if b.take(plan); b.named("itsystem", "Payroll")["criticality"] != "High" {
		t.Errorf("the file's value is not taken\n%s", problems(plan))
	}
	later := slices.Clone(viewRows)
	later[0] = slices.Clone(viewRows[0])
	later[0][2], later[0][4] = 60000.0, "Medium" // changed in Power Apps after all that
	b.edit("itsystem", "79443246-02b8-f011-bbd2-001dd806e92f", "criticality", record.OfInt(166840002))
	exportedView(t, path, "", "govcdm_itsystem", later)
	if plan := b.merge(exchange.Options{Partial: true}, path); plan.Conflicts.Open != 0 || plan.Counts.Updated != 1 {
		t.Errorf("%+v\n%s", plan.Counts, problems(plan))
	}
}

// into fills in a workbook and returns what was said about it.
func (b *branched) into(path, out string) (notes []string) {
	b.Helper()
	x := exchange.Exporter{Snapshot: b.snap, Note: func(sentence string) { notes = append(notes, sentence) }}
	if err := x.Into(context.Background(), path, out, true); err != nil {
		b.Fatal(err)
	}
	return notes
}

func TestAWorkbookOfPowerAppsIsFilledInWhereItStands(t *testing.T) {
	for _, prefix := range []string{"", "x"} {
		b, path := withView(t, prefix)
		out := filepath.Join(b.dir, "filled.xlsx")
		if notes := b.into(path, out); len(notes) != 2 || notes[0] != "Nothing differs: the workbook says what the catalogue says." || !strings.Contains(notes[1], "G3 “Nobody Here”") {
			t.Errorf("prefix %q, unchanged: %q", prefix, notes)
		}
		before := partsOf(t, path)
		if diff := cmp.Diff(before, partsOf(t, out)); diff != "" {
			t.Errorf("prefix %q: a workbook without a change differs: %s", prefix, diff)
		}
		b.edit("itsystem", "79443246-02b8-f011-bbd2-001dd806e92f", "criticality", record.OfInt(166840002))
		b.edit("itsystem", "7a443246-02b8-f011-bbd2-001dd806e92f", "nextreviewdate", record.OfInt(20500))
		b.edit("itsystem", "79443246-02b8-f011-bbd2-001dd806e92f", "nextreviewdate", record.Value{})
		b.take(b.merge(exchange.Options{Table: "itsystem"}, b.write("new.csv", "Name,Criticality,Next Review Date,Point of Contact\nGrants & Loans,Medium,2026-03-04,Bo Ray\n")))
		notes := b.into(path, out)
		if notes[0] != "3 cells changed in 2 rows." || notes[1] != "1 IT System made here, added as new: Grants & Loans." {
			t.Errorf("prefix %q: %q", prefix, notes)
		}
		after := partsOf(t, out)
		for name := range before {
			if name != "xl/worksheets/sheet1.xml" && name != "xl/tables/table1.xml" && before[name] != after[name] {
				t.Errorf("prefix %q: %s is not as it was", prefix, name)
			}
		}
		want := slices.Clone(viewRows)
		want[0], want[1] = slices.Clone(viewRows[0]), slices.Clone(viewRows[1])
		want[0][4], want[0][5], want[1][5] = "Low", nil, 46069.0
		want = append(want, []any{nil, nil, nil, "Grants & Loans", "Medium", 46085.0, "Bo Ray", nil, "Active", nil})
		expected := filepath.Join(b.dir, "expected.xlsx")
		exportedView(t, expected, prefix, "govcdm_itsystem", want)
		if diff := cmp.Diff(rawRows(t, expected), rawRows(t, out)); diff != "" {
			t.Errorf("prefix %q: %s", prefix, diff)
		}
		if !strings.Contains(after["xl/tables/table1.xml"], `ref="A1:J4"`) || !strings.Contains(after["xl/worksheets/sheet1.xml"], `ref="A1:J4"`) {
			t.Errorf("prefix %q: the table does not reach as far as the rows\n%s", prefix, after["xl/tables/table1.xml"])
		}
	}
}

// A view need not show all: what the workbook does not list stays out where that is wished.
func TestWhatAWorkbookDoesNotListStaysOut(t *testing.T) {
	b, path := withView(t, "")
	b.take(b.merge(exchange.Options{Table: "itsystem"}, b.write("new.csv", "Name\nGrants\n")))
	out, notes := filepath.Join(b.dir, "filled.xlsx"), ""
	x := exchange.Exporter{Snapshot: b.snap, Note: func(sentence string) { notes += sentence }}
	if err := x.Into(context.Background(), path, out, false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(partsOf(t, path), partsOf(t, out)); diff != "" || !strings.Contains(notes, "1 IT System not in the workbook and not added.") {
		t.Error(diff, notes)
	}
}

// rawRows are the cells of a workbook's first sheet as they are stored.
func rawRows(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.GetRows("Active IT Systems", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Power Apps gives records ids of its own: when it exports them they are still the records that were made here.
func TestWhatWasMadeHereComesBackAsItself(t *testing.T) {
	b, path := withView(t, "")
	b.take(b.merge(exchange.Options{Table: "itsystem"}, b.write("new.csv", "Name,Criticality\nGrants,Medium\n")))
	rows := append(slices.Clone(viewRows), []any{"7b443246-02b8-f011-bbd2-001dd806e92f", "Zm9v", 60000.0, "Grants", "Low", nil, "", "", "Active", nil})
	exportedView(t, path, "", "govcdm_itsystem", rows)
	plan := b.merge(exchange.Options{Partial: true}, path)
	if plan.Counts.Updated != 1 || plan.Counts.Created != 0 || problemAt(t, plan, "matched-by-name").Row != 4 {
		t.Errorf("%+v\n%s", plan.Counts, problems(plan))
	}
	b.take(plan)
	out := filepath.Join(b.dir, "filled.xlsx")
	if notes := b.into(path, out); notes[0] != "Nothing differs: the workbook says what the catalogue says." {
		t.Errorf("%q", notes)
	}
}

func TestAWorkbookThatIsNotOfPowerAppsIsNotFilledIn(t *testing.T) {
	b, path := withView(t, "")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(b.dir, "leads.xlsx")
	exportedView(t, foreign, "", "lead", viewRows)
	for file, want := range map[string]string{b.export("own.xlsx", "itsystem"): "was not exported by Power Apps", foreign: "no table “lead”"} {
		err := exchange.Exporter{Snapshot: b.snap}.Into(context.Background(), file, path, true)
		if fault.CodeOf(err) != fault.Unsupported || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", filepath.Base(file), err)
		}
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file that was to be written is not as it was: %v", err)
	}
	err = exchange.Exporter{Snapshot: b.snap}.Into(context.Background(), path, path, true)
	if fault.CodeOf(err) != fault.Usage || !strings.Contains(err.Error(), "is the workbook itself") {
		t.Errorf("over the workbook itself: %v", err)
	}
	plan := b.merge(exchange.Options{}, foreign)
	if plan.Sheets[0].Table != nil || !strings.Contains(plan.Sheets[0].Why, "no table “lead”") {
		t.Errorf("%+v", plan.Sheets)
	}
}
