package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	"cadastre/store/fault"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestDamagedSheet names what is broken instead of leaving out rows.
func TestDamagedSheet(t *testing.T) {
	good := `<row r="1"><c r="A1"><v>1</v></c></row>`
	tests := []struct {
		name, sheet string
		words       []string
	}{
		{"shared text beyond the table", `<sheetData>` + good + `<row r="2"><c r="B2" t="s"><v>3</v></c></row></sheetData>`, []string{`"Systems"`, `"it.xlsx"`, "B2", "last row read: 1", "save it as .xlsx"}},
		{"negative shared text", `<sheetData><row r="2"><c r="B2" t="s"><v>-1</v></c></row></sheetData>`, []string{"B2"}},
		{"shared text by name", `<sheetData><row r="2"><c r="B2" t="s"><v>one</v></c></row></sheetData>`, []string{"B2", "one"}},
		{"a row twice", `<sheetData>` + good + good + `</sheetData>`, []string{"row 1 comes after row 1"}},
		{"rows out of order", `<sheetData><row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>`, []string{"row 2 comes after row 5"}},
		{"a cell twice", `<sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>`, []string{"B1 is there twice"}},
		{"a cell name that is none", `<sheetData><row r="1"><c r="1A"><v>1</v></c></row></sheetData>`, []string{"1A"}},
		{"row zero", `<sheetData><row r="0"><c r="A0"><v>1</v></c></row></sheetData>`, []string{`"0"`}},
		{"a tag not closed", `<sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData>`, []string{"<c>"}},
		{"a value not closed", `<sheetData><row r="1"><c r="A1"><v>1</c></row></sheetData>`, []string{"<v>"}},
		{"an end without a start", oneRow + `</worksheet><a></b>`, []string{"is damaged"}},
		{"two roots", oneRow + `</worksheet><worksheet>`, []string{"more than one root"}},
		{"an attribute without quotes", `<sheetData><row r=1><c r="A1"><v>1</v></c></row></sheetData>`, []string{"quotes"}},
		{"an attribute not closed", `<sheetData><row r="1><c r="A1"><v>1</v></c></row></sheetData>`, []string{"not closed"}},
		{"attributes that touch", `<sheetData><row r="1"s="2"><c r="A1"><v>1</v></c></row></sheetData>`, []string{"malformed"}},
		{"an unknown reference", `<sheetData><row r="1"><c r="A1" t="str"><v>a&nbsp;b</v></c></row></sheetData>`, []string{"A1", "&"}},
		{"a bare ampersand", `<sheetData><row r="1"><c r="A1" t="str"><v>R&D</v></c></row></sheetData>`, []string{"A1"}},
		{"a reference to nothing", `<sheetData><row r="1"><c r="A1" t="str"><v>&#0;</v></c></row></sheetData>`, []string{"A1"}},
		{"a control character", `<sheetData><row r="1"><c r="A1" t="str"><v>` + "\x02" + `</v></c></row></sheetData>`, []string{"A1"}},
		{"bytes that are no text", `<sheetData><row r="1"><c r="A1" t="str"><v>` + "\xff" + `</v></c></row></sheetData>`, []string{"A1"}},
		{"bytes that are no text in an inline value", `<sheetData><row r="1"><c r="A1" t="inlineStr"><v>` + "\xff" + `</v></c></row></sheetData>`, []string{"A1"}},
		{"bytes that are no text in a run", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>` + "\xff" + `</t></r></is></c></row></sheetData>`, []string{"A1"}},
		{"nesting without end", `<sheetData>` + strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300) + `</sheetData>`, []string{"nested"}},
		{"a name without end", `<sheetData><` + strings.Repeat("x", maxNameBytes+1) + `/></sheetData>`, []string{"too long"}},
		{"a tag without end", `<sheetData><row r="1" x="` + strings.Repeat("x", maxTagBytes+1) + `"/></sheetData>`, []string{"too long"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(xlsxFile(t, oneSheet(tt.sheet)), 0, Limits{})
			sentence(t, got.err, fault.Damaged, append(tt.words, `"Systems"`, `"it.xlsx"`)...)
		})
	}
}

// TestDamagedParts damages other parts than the sheet.
func TestDamagedParts(t *testing.T) {
	usual := oneSheet(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`)
	bomb := `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`
	rels := usual["xl/_rels/workbook.xml.rels"]
	tests := []struct {
		name  string
		parts parts
		code  fault.Code
		word  string
	}{
		{"an entity bomb", parts{"xl/sharedStrings.xml": bomb}, fault.Damaged, "document type"},
		{"cut shared texts", parts{"xl/sharedStrings.xml": `<sst><si><t>zero</t></si>`}, fault.Damaged, "middle"},
		{"no shared texts", parts{"xl/sharedStrings.xml": ""}, fault.Damaged, "missing"},
		{"cut styles", parts{"xl/styles.xml": `<styleSheet><cellXfs>`}, fault.Damaged, "xl/styles.xml"},
		{"no styles", parts{"xl/styles.xml": ""}, fault.Damaged, "xl/styles.xml"},
		{"no sheet", parts{"xl/worksheets/sheet1.xml": ""}, fault.Damaged, `"Systems"`},
		{"an empty sheet part", parts{"xl/worksheets/sheet1.xml": " "}, fault.Damaged, "empty"},
		{"a sheet that is something else", parts{"xl/worksheets/sheet1.xml": `<chartsheet><sheetData/></chartsheet>`}, fault.Damaged, "chartsheet"},
		{"an unknown encoding", parts{"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="klingon"?><worksheet/>`}, fault.Damaged, "klingon"},
		{"no list of where the sheets are", parts{"xl/_rels/workbook.xml.rels": ""}, fault.Damaged, `"Systems"`},
		{"a part twice", parts{"XL/Worksheets/sheet1.xml": usual["xl/worksheets/sheet1.xml"]}, fault.Damaged, "twice"},
		{"a sheet in another file", parts{"xl/_rels/workbook.xml.rels": strings.Replace(rels, `worksheets/sheet1.xml"`, `other.xlsx" TargetMode="External"`, 1)}, fault.Unsupported, "another file"},
		{"sheets without end", parts{"xl/workbook.xml": `<workbook><sheets>` + strings.Repeat(`<sheet name="S" r:id="s1"/>`, maxSheets+1) + `</sheets></workbook>`}, fault.TooLarge, "2,001"},
		{"no sheets", parts{"xl/workbook.xml": `<workbook><sheets/></workbook>`}, fault.Unsupported, "no sheet"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(xlsxFile(t, usual.with(tt.parts)), 0, Limits{})
			sentence(t, got.err, tt.code, tt.word, `"it.xlsx"`)
		})
	}
}

// TestTextsAreReadAsTheCellsCome gives the rows that need only the first of many texts before it comes upon what
// is broken behind them, and still names that.
func TestTextsAreReadAsTheCellsCome(t *testing.T) {
	many := strings.Repeat("<si><t>"+strings.Repeat("x", 1000)+"</t></si>", 3*textBlockBytes/1000)
	book := oneSheet(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>`)
	for name, end := range map[string]string{"cut": "", "broken": "<si><t>&x;</t></si></sst>"} {
		t.Run(name, func(t *testing.T) {
			got := readFile(xlsxFile(t, book.with(parts{"xl/sharedStrings.xml": "<sst><si><t>zero</t></si>" + many + end})), 0, Limits{})
			sentence(t, got.err, fault.Damaged, `table of texts of "it.xlsx"`)
			if len(got.rows) != 2 || got.rows[0].Cells[0].Value != "zero" {
				t.Errorf("%d rows came before: %s", len(got.rows), text(got.rows))
			}
		})
	}
	got := readFile(xlsxFile(t, book.with(parts{"xl/sharedStrings.xml": "<sst><si><t>zero</t></si>" + many + "</sst>"})), 0, Limits{})
	if got.err != nil || len(got.rows) != 2 || len(got.rows[1].Cells[0].Value) != 1000 {
		t.Errorf("%d rows, %v", len(got.rows), got.err)
	}
}

// TestADamagedTableOfTextsIsNamedEachTime reads the sheets of a book one after the other, as an import does.
func TestADamagedTableOfTextsIsNamedEachTime(t *testing.T) {
	book := oneSheet(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>`)
	for name, texts := range map[string]string{"at once": `<sst><si><t>&x;</t></si></sst>`, "later": `<sst><si><t>zero</t></si><si><t>&x;</t></si></sst>`} {
		t.Run(name, func(t *testing.T) {
			b, err := Open(context.Background(), xlsxFile(t, book.with(parts{"xl/sharedStrings.xml": texts})), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			for range 2 {
				err := b.Read(context.Background(), 0, func(Row) error { t.Error("a row without its texts"); return nil })
				sentence(t, err, fault.Damaged, `table of texts of "it.xlsx"`, "sharedstrings.xml")
				if strings.Contains(err.Error(), "sheet1.xml") {
					t.Error(err)
				}
			}
		})
	}
}

// TestReadingAgainAfterItWasCancelled reads all the texts that the first time did not.
func TestReadingAgainAfterItWasCancelled(t *testing.T) {
	b, err := Open(context.Background(), xlsxFile(t, oneSheet(`<sheetData><row><c t="s"><v>0</v></c></row></sheetData>`)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	ctx, cancel := context.WithCancel(context.Background())
	x := b.(*xlsx)
	cancel()
	if _, _, err := x.text(ctx, 0); !errors.Is(x.endTexts(err), context.Canceled) {
		t.Fatal(err)
	}
	rows := 0
	if err := b.Read(context.Background(), 0, func(Row) error { rows++; return nil }); err != nil || rows != 1 {
		t.Errorf("%d rows, %v", rows, err)
	}
}

func TestLimits(t *testing.T) {
	cell := func(ref, value string) string {
		return fmt.Sprintf(`<sheetData><row><c r="%s" t="str"><v>%s</v></c></row></sheetData>`, ref, value)
	}
	tests := []struct {
		name   string
		sheet  string
		limits Limits
		code   fault.Code
		word   string
	}{
		{"rows", cell("A11", "x"), Limits{Rows: 10}, fault.TooLarge, "row 11"},
		{"rows beyond Excel", cell("A1048577", "x"), Limits{}, fault.TooLarge, "1,048,576"},
		{"columns", cell("D1", "x"), Limits{Columns: 3}, fault.TooLarge, "D1"},
		{"columns beyond Excel", cell("XFE1", "x"), Limits{}, fault.TooLarge, "XFE1"},
		{"text of a cell", cell("A1", "12345"), Limits{CellBytes: 4}, fault.Damaged, "A1"},
		{"text of a row", `<sheetData><row><c t="str"><v>12345</v></c><c t="str"><v>12345</v></c></row></sheetData>`, Limits{RowBytes: 8}, fault.TooLarge, "Row 1"},
		{"cells of a row", `<sheetData><row><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData>`, Limits{Columns: 2}, fault.Damaged, "A1"},
		{"unpacked part", cell("A1", strings.Repeat("12345", 1000)), Limits{PartBytes: 4000}, fault.TooLarge, "unpacks"},
		{"nothing but empty cells", cell("A1", "x") + strings.Repeat(`<c s="1"/>`, 20000), Limits{EmptyBytes: 100_000}, fault.TooLarge, "empty"},
		{"a zip bomb", cell("A1", "x") + strings.Repeat(" ", ratioFloor+1), Limits{}, fault.TooLarge, "harm"},
		{"file", cell("A1", "x"), Limits{FileBytes: 10}, fault.TooLarge, "at most"},
		{"shared texts", `<sheetData><row><c t="s"><v>0</v></c></row></sheetData>`, Limits{TextBytes: 20}, fault.TooLarge, "text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(xlsxFile(t, oneSheet(tt.sheet)), 0, tt.limits)
			sentence(t, got.err, tt.code, tt.word, `"it.xlsx"`)
		})
	}
}

// TestTooManyParts bounds the memory that a list of parts may take.
func TestTooManyParts(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range directoryBytes / 200 {
		if _, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("%0200d", i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := Sniff(onDisk(t, "parts.xlsx", out.Bytes()))
	sentence(t, err, fault.TooLarge, "parts.xlsx")
}

// repacked packs parts of which one is changed after its sum was taken.
func repacked(t *testing.T, p parts, name string, change func(*zip.FileHeader, []byte) []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for part, text := range p {
		data := []byte(text)
		h := &zip.FileHeader{Name: part, Method: zip.Store, CRC32: crc32.ChecksumIEEE(data),
			CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
		if part == name {
			data = change(h, data)
		}
		f, err := w.CreateRaw(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestArchiveIsChecked(t *testing.T) {
	tests := []struct {
		name   string
		change func(*zip.FileHeader, []byte) []byte
		code   fault.Code
		word   string
	}{
		{"another content", func(_ *zip.FileHeader, b []byte) []byte { return bytes.Replace(b, []byte("<v>1<"), []byte("<v>2<"), 1) }, fault.Damaged, "checksum"},
		{"a size too small", func(h *zip.FileHeader, b []byte) []byte { h.UncompressedSize64 -= 5; return b }, fault.Damaged, "promises"},
		{"a size too large", func(h *zip.FileHeader, b []byte) []byte { h.UncompressedSize64 += 5; return b }, fault.Damaged, "promises"},
		{"not really packed", func(h *zip.FileHeader, b []byte) []byte { h.Method = zip.Deflate; return b }, fault.Damaged, "unpacked"},
		{"packed in a rare way", func(h *zip.FileHeader, b []byte) []byte { h.Method = 12; return b }, fault.Unsupported, "method 12"},
		{"a password", func(h *zip.FileHeader, b []byte) []byte { h.Flags |= 1; return b }, fault.Unsupported, "password"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := repacked(t, oneSheet(oneRow), "xl/worksheets/sheet1.xml", tt.change)
			got := readFile(onDisk(t, "it.xlsx", data), 0, Limits{})
			sentence(t, got.err, tt.code, tt.word)
		})
	}
	data := repacked(t, oneSheet(oneRow), "xl/worksheets/sheet1.xml", func(h *zip.FileHeader, b []byte) []byte { h.CRC32 = 0; return b })
	if got := readFile(onDisk(t, "it.xlsx", data), 0, Limits{}); got.err != nil || len(got.rows) != 1 {
		t.Errorf("a part without a checksum: %v", got.err)
	}
}

// bookOf writes a workbook as a person has it, with excelize, and returns it with its rows.
func bookOf(t testing.TB, rows int) ([]byte, string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for r := 1; r <= rows; r++ {
		for c, v := range []any{fmt.Sprintf("System %d", r), r * 3, r%2 == 0, float64(r) / 8, "shared"} {
			if err := f.SetCellValue("Sheet1", cellName(c, r), v); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	got := readFile(onDisk(t, "it.xlsx", out.Bytes()), 0, Limits{})
	if got.err != nil || len(got.rows) != rows {
		t.Fatalf("%d rows: %v", len(got.rows), got.err)
	}
	return out.Bytes(), text(got.rows)
}

// unharmed fails the test unless a file gives all of its rows or a sentence.
func unharmed(t *testing.T, what string, data []byte, want string) {
	t.Helper()
	got := readFile(onDisk(t, "it.xlsx", data), 0, Limits{})
	switch code := fault.CodeOf(got.err); code {
	case "":
		if diff := cmp.Diff(want, text(got.rows)); diff != "" {
			t.Errorf("%s is read as something else without an error:\n%s", what, diff)
		}
	case fault.Damaged, fault.Unsupported, fault.TooLarge:
	default:
		t.Errorf("%s: %q %v", what, code, got.err)
	}
}

// TestCutAnywhere cuts a workbook at every few bytes.
func TestCutAnywhere(t *testing.T) {
	data, want := bookOf(t, 60)
	for n := 4; n < len(data); n += 29 {
		unharmed(t, fmt.Sprintf("cut at %d of %d", n, len(data)), data[:n], want)
	}
}

// TestDamagedAnywhere damages every few bytes of a workbook in turn.
func TestDamagedAnywhere(t *testing.T) {
	data, want := bookOf(t, 60)
	for n := 0; n < len(data); n += 11 {
		damaged := slices.Clone(data)
		damaged[n] ^= 1 << (n % 8)
		unharmed(t, fmt.Sprintf("bit %d of byte %d", n%8, n), damaged, want)
	}
}

// TestSheetCutAnywhere cuts the XML of a sheet, whose archive is whole, at every byte.
func TestSheetCutAnywhere(t *testing.T) {
	p := oneSheet(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a&amp;b</t></is></c></row>` +
		`<row r="2"><c r="A2" s="1"><v>45000</v></c></row></sheetData><pageMargins left="0.7"/>`)
	name := "xl/worksheets/sheet1.xml"
	for n := range len(p[name]) - 1 {
		got := readFile(xlsxFile(t, p.with(parts{name: p[name][:n+1]})), 0, Limits{})
		if fault.CodeOf(got.err) != fault.Damaged {
			t.Errorf("cut at %d: %v", n+1, got.err)
		}
	}
}

// TestLineBreaksBetweenChunks reads texts across the places where the scanner
// takes in more data.
func TestLineBreaksBetweenChunks(t *testing.T) {
	for pad := range 40 {
		filler := strings.Repeat("x", 64<<10-220+pad)
		sheet := `<sheetData><row r="1"><c r="A1" t="str"><v>` + filler + "</v></c><c r=\"B1\" t=\"str\"><v>a&amp;b\r\nc<![CDATA[]]]]><!-- - -->d</v></c></row></sheetData>"
		got := readFile(xlsxFile(t, oneSheet(sheet)), 0, Limits{})
		if diff := cmp.Diff("1: A=t:"+filler+" B=t:a&b\nc]]d\n", text(got.rows)); got.err != nil || diff != "" {
			t.Fatalf("%d: %v\n%s", pad, got.err, diff)
		}
	}
}
