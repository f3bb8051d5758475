package workbook

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"cadastre/store/fault"

	"github.com/google/go-cmp/cmp"
)

func TestReadSheet(t *testing.T) {
	tests := []struct{ name, sheet, want string }{
		{"kinds", `<sheetData><row r="1"><c r="A1"><v>1.50</v></c><c r="B1" t="n"><v>-2</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1</f><v>x &amp; y</v></c></row></sheetData>`,
			"1: A=n:1.5 B=n:-2 C=b:TRUE D=e:#N/A E=t:x & y\n"},
		{"shared texts", `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v></v></c><c r="E1" t="s"/></row></sheetData>`,
			"1: A=t:zero B=t:one \n"},
		{"inline texts", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>plain</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>no</t></rPh></is></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> kept </t></is></c></row></sheetData>`,
			"1: A=t:plain B=t:rich  C=t: kept \n"},
		{"inline type with a value", `<sheetData><row r="1"><c r="A1" t="inlineStr"><v>seen</v></c></row></sheetData>`, "1: A=t:seen\n"},
		{"escapes", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_ _xD83D__xDE00_ _xD83D_ _x12_</t></is></c></row></sheetData>`,
			"1: A=t:a\rb_x0041_ \U0001F600 _xD83D_ _x12_\n"},
		{"references and line ends", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&lt;&#65;&#x42;&quot;\r\n\rz</v></c></row></sheetData>",
			"1: A=t:<AB\"\n\nz\n"},
		{"cdata and comments", `<sheetData><!-- <row> --><row r="1"><c r="A1" t="str"><v>a<![CDATA[<b>&]]>c<!-- no -->d</v></c></row></sheetData>`,
			"1: A=t:a<b>&cd\n"},
		{"no references and no numbers", `<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="C4"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row></sheetData>`,
			"1: A=n:1 C=n:3\n4: C=n:5 D=n:6\n5: A=n:7\n"},
		{"a row number only in its cells", `<sheetData><row><c r="B7"><v>1</v></c></row><row><c r="A8"><v>2</v></c></row></sheetData>`, "7: B=n:1\n8: A=n:2\n"},
		{"cells out of order", `<sheetData><row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row></sheetData>`, "1: A=n:1 C=n:3\n"},
		{"empty rows and cells", `<dimension ref="A1"/><sheetData><row r="1"/><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="ZZ3"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>`,
			"3: ZZ=n:1\n1048576: XFD=n:2\n"},
		{"dates", `<sheetData><row r="1"><c r="A1" s="1"><v>45292</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="3"><v>45292.75</v></c><c r="D1" s="4"><v>1.5</v></c><c r="E1" s="1"><v>-1</v></c><c r="F1" t="d"><v>2024-02-29T10:00:00Z</v></c><c r="G1" t="d"><v>soon</v></c></row></sheetData>`,
			"1: A=d:2024-01-01 B=d:12:00:00 C=d:2024-01-01T18:00:00 D=t:36:00:00 E=n:-1 F=d:2024-02-29T10:00:00 G=t:soon\n"},
		{"text in a number", `<sheetData><row r="1"><c r="A1"><v>n.a.</v></c><c r="B1"><v> 7 </v></c><c r="C1" t="b"><v>maybe</v></c><c r="D1" t="odd"><v>x</v></c></row></sheetData>`,
			"1: A=t:n.a. B=n:7 C=t:maybe D=t:x\n"},
		{"what follows the rows", `<sheetData><row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><extLst><row r="9"><c r="A9"><v>9</v></c></row></extLst>`,
			"1: A=n:1\n"},
		{"an attribute in single quotes and a > in one", `<sheetData><row r='1' note="a>b"><c r = 'A1'  t='str' ><v >1</v ></c ></row></sheetData>`, "1: A=t:1\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(xlsxFile(t, oneSheet(tt.sheet)), 0, Limits{})
			if got.err != nil {
				t.Fatal(got.err)
			}
			if diff := cmp.Diff(tt.want, text(got.rows)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

const oneRow = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`

// TestManySharedTexts reads a table of texts that fills several blocks and chunks.
func TestManySharedTexts(t *testing.T) {
	const count = 3 * textChunk
	var table, sheet strings.Builder
	table.WriteString("<sst>")
	sheet.WriteString("<sheetData>")
	long := strings.Repeat("x", 3*textBlockBytes/count)
	for i := range count {
		fmt.Fprintf(&table, "<si><t>%d %s</t></si>", i, long)
		fmt.Fprintf(&sheet, `<row><c t="s"><v>%d</v></c></row>`, count-1-i)
	}
	p := oneSheet(sheet.String() + "</sheetData>")
	p["xl/sharedStrings.xml"] = table.String() + "</sst>"
	got := readFile(xlsxFile(t, p), 0, Limits{})
	if got.err != nil || len(got.rows) != count {
		t.Fatal(got.err, len(got.rows))
	}
	for i, row := range got.rows {
		if want := fmt.Sprintf("%d %s", count-1-i, long); row.Cells[0].Value != want {
			t.Fatalf("row %d is %.20s, want %.20s", row.Number, row.Cells[0].Value, want)
		}
	}
}

// TestReadPackage reads workbooks whose parts are not where or what they usually are.
func TestReadPackage(t *testing.T) {
	usual := oneSheet(oneRow)
	sheet, rels := usual["xl/worksheets/sheet1.xml"], usual["xl/_rels/workbook.xml.rels"]
	strict := strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
	prefixed := strings.NewReplacer("xmlns=", "xmlns:x=", "<w", "<x:w", "</w", "</x:w", "<sh", "<x:sh", "</sh", "</x:sh",
		"<row", "<x:row", "</row", "</x:row", "<c ", "<x:c ", "</c", "</x:c", "<v", "<x:v", "</v", "</x:v", "r:id", "q:id", "xmlns:r", "xmlns:q")
	tests := []struct {
		name  string
		parts parts
	}{
		{"as usual", usual},
		{"strict", usual.with(parts{"_rels/.rels": strict.Replace(usual["_rels/.rels"]), "xl/workbook.xml": strict.Replace(usual["xl/workbook.xml"]),
			"xl/_rels/workbook.xml.rels": strict.Replace(rels), "xl/worksheets/sheet1.xml": strict.Replace(sheet)})},
		{"prefixes", usual.with(parts{"xl/workbook.xml": prefixed.Replace(usual["xl/workbook.xml"]), "xl/worksheets/sheet1.xml": prefixed.Replace(sheet)})},
		{"absolute target", usual.with(parts{"xl/_rels/workbook.xml.rels": strings.ReplaceAll(rels, `"worksheets/`, `"/xl/worksheets/`)})},
		{"backslashes", usual.with(parts{"xl/worksheets/sheet1.xml": "", `xl\worksheets\sheet1.xml`: sheet})},
		{"another case", usual.with(parts{"xl/worksheets/sheet1.xml": "", "XL/Worksheets/SHEET1.XML": sheet})},
		{"a leading slash", usual.with(parts{"xl/worksheets/sheet1.xml": "", "/xl/worksheets/sheet1.xml": sheet})},
		{"an escaped space", usual.with(parts{"xl/worksheets/sheet1.xml": "", "xl/worksheets/sheet 1.xml": sheet,
			"xl/_rels/workbook.xml.rels": strings.ReplaceAll(rels, "sheet1", "sheet%201")})},
		{"another folder", usual.with(parts{"xl/worksheets/sheet1.xml": "", "data/a.xml": sheet,
			"xl/_rels/workbook.xml.rels": strings.ReplaceAll(rels, "worksheets/sheet1", "../data/a")})},
		{"no root relationships", usual.with(parts{"_rels/.rels": ""})},
		{"neither styles nor shared texts", usual.with(parts{"xl/styles.xml": "", "xl/sharedStrings.xml": "",
			"xl/_rels/workbook.xml.rels": rels[:strings.Index(rels, `<Relationship Id="st"`)] + "</Relationships>"})},
		{"utf-16", usual.with(parts{"xl/worksheets/sheet1.xml": utf16Text(strings.Replace(sheet, "UTF-8", "UTF-16", 1))})},
		{"a byte order mark", usual.with(parts{"xl/worksheets/sheet1.xml": bomUTF8 + sheet})},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(xlsxFile(t, tt.parts), 0, Limits{})
			if diff := cmp.Diff("1: A=n:1\n", text(got.rows)); got.err != nil || diff != "" {
				t.Errorf("%v\n%s", got.err, diff)
			}
		})
	}
}

func utf16Text(s string) string {
	out := []byte(bomSmall)
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return string(out)
}

func TestOtherXMLEncoding(t *testing.T) {
	p := oneSheet(`<sheetData><row r="1"><c r="A1" t="str"><v>caf` + "\xe9" + `</v></c></row></sheetData>`)
	p["xl/worksheets/sheet1.xml"] = strings.Replace(p["xl/worksheets/sheet1.xml"], "UTF-8", "ISO-8859-1", 1)
	got := readFile(xlsxFile(t, p), 0, Limits{})
	if diff := cmp.Diff("1: A=t:café\n", text(got.rows)); got.err != nil || diff != "" {
		t.Errorf("%v\n%s", got.err, diff)
	}
}

func TestSheets(t *testing.T) {
	p := oneSheet(`<dimension ref="A1:C40"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>` + oneRow)
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + relTypes + kind + `" Target="` + target + `"/>`
	}
	p["xl/workbook.xml"] = `<workbook ` + ooxml + `><workbookPr date1904="1"/><sheets><sheet name="R&amp;D" sheetId="1" r:id="s1"/><sheet name="Chart" sheetId="2" r:id="s2"/>` +
		`<sheet name="Lists" sheetId="3" state="veryHidden" r:id="s3"/><sheet name="Macros" sheetId="4" r:id="s4"/></sheets>` +
		`<extLst><ext><x15:workbookPr xmlns:x15="x" chartTrackingRefBase="1"/></ext></extLst></workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships>` + rel("s1", "worksheet", "worksheets/sheet1.xml") + rel("s2", "chartsheet", "chartsheets/sheet1.xml") +
		rel("s3", "worksheet", "worksheets/sheet3.xml") + rel("s4", "xlMacrosheet", "macrosheets/sheet1.xml") + `</Relationships>`
	p["xl/worksheets/sheet3.xml"] = `<worksheet><sheetData/></worksheet>`
	p["xl/worksheets/sheet1.xml"] += strings.Repeat(" ", 2000) // so that forty rows are possible
	book, err := Open(context.Background(), xlsxFile(t, p), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	want := []Sheet{{Name: "R&D", Rows: 40, HiddenColumns: []int{1, 2}}, {Name: "Lists", Hidden: true}}
	if diff := cmp.Diff(want, book.Sheets()); diff != "" {
		t.Error(diff)
	}
	if !book.Date1904() {
		t.Error("the workbook counts from 1904")
	}
	if notes := book.Notes(); len(notes) != 1 || !strings.Contains(notes[0], `"Macros"`) {
		t.Errorf("notes %q do not name the macro sheet", notes)
	}
}

func TestNotesOnCells(t *testing.T) {
	sheet := `<sheetData><row r="3"><c r="A3"><v>1</v></c><c r="B3"><f>1+1</f></c><c r="C3" t="str"><f>""</f><v></v></c><c r="D3"><f>not a formula</f><v></v></c></row><row r="4"><c r="B4"><f>1+1</f></c><c r="D9"><v>2</v></c></row></sheetData>`
	path := xlsxFile(t, oneSheet(sheet))
	for range 2 { // the second reading starts its count again
		got := readFile(path, 0, Limits{})
		if diff := cmp.Diff("3: A=n:1\n4: D=n:2\n", text(got.rows)); got.err != nil || diff != "" {
			t.Errorf("%v\n%s", got.err, diff)
		}
		if len(got.notes) != 2 || !strings.Contains(got.notes[0], "3 formulas") || !strings.Contains(got.notes[0], "B3") || !strings.Contains(got.notes[1], "D9") {
			t.Errorf("notes %q", got.notes)
		}
	}
}

func TestReceiverStopsReading(t *testing.T) {
	path := xlsxFile(t, oneSheet(`<sheetData>`+strings.Repeat(`<row><c><v>1</v></c></row>`, 5000)+`</sheetData>`))
	book, err := Open(context.Background(), path, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	enough := errors.New("enough")
	n := 0
	err = book.Read(context.Background(), 0, func(Row) error {
		if n++; n == 3 {
			return enough
		}
		return nil
	})
	if err != enough || n != 3 {
		t.Errorf("got %v after %d rows", err, n)
	}
}

func TestCancelledWhileReading(t *testing.T) {
	const rows = 100_000
	for name, path := range map[string]string{
		"xlsx": xlsxFile(t, oneSheet(`<sheetData>`+strings.Repeat(`<row><c><v>1</v></c></row>`, rows)+`</sheetData>`)),
		"csv":  onDisk(t, "a.csv", strings.Repeat("a,b\n", rows)),
	} {
		ctx, cancel := context.WithCancel(context.Background())
		book, err := Open(ctx, path, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		err = book.Read(ctx, 0, func(Row) error {
			n++
			cancel()
			return nil
		})
		if fault.CodeOf(err) != fault.Cancelled || n > rows/2 {
			t.Errorf("%s: %v after %d rows", name, err, n)
		}
		book.Close()
	}
}
