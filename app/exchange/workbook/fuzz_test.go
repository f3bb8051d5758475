package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"cadastre/store/fault"

	"github.com/google/go-cmp/cmp"
)

// acceptable fails the test for rows that break the contract or an error without a sentence.
func acceptable(t *testing.T, r reading) {
	t.Helper()
	switch code := fault.CodeOf(r.err); code {
	case "", fault.Damaged, fault.Unsupported, fault.TooLarge:
	default:
		t.Fatalf("%q: %v", code, r.err)
	}
	last := 0
	for _, row := range r.rows {
		if row.Number <= last || len(row.Cells) == 0 {
			t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
		}
		last = row.Number
		column := -1
		for _, c := range row.Cells {
			if c.Column <= column || c.Value == "" {
				t.Fatalf("row %d: column %d after %d with %q", row.Number, c.Column, column, c.Value)
			}
			column = c.Column
		}
	}
}

// fuzzLimits keep a fuzzed file small.
var fuzzLimits = Limits{PartBytes: 1 << 20, CellBytes: 1 << 16, TextBytes: 1 << 20}

// FuzzXLSX reads the data as a file, and as the XML of a sheet. A sheet that is
// accepted is one that the standard library finds complete, and the fast way of
// reading cells gives what the slow way gives.
func FuzzXLSX(f *testing.F) {
	for _, sheet := range []string{
		oneRow,
		`<dimension ref="A1:B2"/><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1" spans="1:2"><c r="A1" s="1"><v>45000.5</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><v>1</v></c></row><row><c t="e"><v>#N/A</v></c></row></sheetData><mergeCells/>`,
		`<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> a&amp;b&#10;_x000D_</t></is></c><c r="B2" t="str"><f>1</f><v>x</v></c><c r="C2"><f/></c></row></sheetData>`,
		`<!-- c --><sheetData><row r="1"><c r="A1" t="str"><v><![CDATA[<]]></v></c><c r="B1" t="d"><v>2024-01-01</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row></sheetData>`,
	} {
		f.Add([]byte(oneSheet(sheet)["xl/worksheets/sheet1.xml"]))
		f.Add(oneSheet(sheet).zipped(f))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		acceptable(t, readFile(onDisk(t, "it.xlsx", data), 0, fuzzLimits))
		if len(data) == 0 || bytes.Contains(data, []byte("encoding")) || bytes.IndexByte(data, 0) >= 0 {
			return
		}
		p := oneSheet("")
		p["xl/worksheets/sheet1.xml"] = string(data)
		got := readFile(xlsxFile(t, p), 0, fuzzLimits)
		acceptable(t, got)
		if incomplete(data) && got.err == nil {
			t.Fatal("a sheet that is not complete was read without an error")
		}
		if bytes.Contains(data, []byte("<!")) || bytes.Contains(data, []byte("<?")) {
			return
		}
		p["xl/worksheets/sheet1.xml"] = strings.ReplaceAll(string(data), "<c ", "<c  ")
		slow := readFile(xlsxFile(t, p), 0, fuzzLimits)
		if diff := cmp.Diff(text(slow.rows), text(got.rows)); diff != "" || (slow.err == nil) != (got.err == nil) {
			t.Fatalf("the fast way differs: %v, %v\n%s", slow.err, got.err, diff)
		}
	})
}

// FuzzParts reads the data as the other parts of a workbook: its texts, its formats, its list of sheets and
// where those are. Whatever they say, the rows come back in order or a sentence does, within the limits.
func FuzzParts(f *testing.F) {
	p := oneSheet(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="1"><v>45000</v></c><c r="D1" s="4"><v>1.5</v></c></row></sheetData>`)
	const texts, styles, list, links = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
	f.Add(p[texts], p[styles], p[list], p[links])
	f.Add(`<sst count="9" uniqueCount="4294967295"><si><t>a</t></si><si><t>b</t></si></sst>`, strings.Replace(p[styles], "[h]:mm", `[$-409]d\-mmm;@`, 1),
		strings.Replace(p[list], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1), strings.Replace(p[links], "worksheets/sheet1.xml", "/xl/worksheets/../worksheets/sheet1.xml", 1))
	f.Add(`<x:sst xmlns:x="a"><x:si><x:t>_x000D_&#x10FFFF;</x:t></x:si></x:sst>`, "", p[list], "")
	f.Fuzz(func(t *testing.T, sst, formats, sheets, rels string) {
		file := xlsxFile(t, p.with(parts{texts: sst, styles: formats, list: sheets, links: rels}))
		acceptable(t, readFile(file, 0, fuzzLimits))
	})
}

// incomplete is true for XML whose elements do not close as they open.
func incomplete(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		_, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return strings.Contains(err.Error(), "unexpected EOF")
		}
	}
	d = xml.NewDecoder(bytes.NewReader(data))
	for {
		_, err := d.Token()
		var broken *xml.SyntaxError
		if errors.As(err, &broken) {
			return strings.Contains(broken.Msg, "closed by") || strings.Contains(broken.Msg, "unexpected end element") || broken.Msg == "unexpected EOF"
		}
		if err != nil {
			return false
		}
	}
}

// FuzzCSV reads the data as a text file. Letters and digits are neither lost nor made.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "a;b\r\n\"1;\"\"x\n\";2\r\n", "sep=|\na|b\n", bomUTF8 + "a\tb\r1\t2", "x\xe9,\x92s\n", utf16Text("a,b\n"), "a, \"b\"\n\"c\"d,e\n", "a,b\x00c\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		path := onDisk(t, "list.csv", data)
		format, err := Sniff(path)
		if err != nil || format != CSV {
			return
		}
		got := readFile(path, 0, fuzzLimits)
		acceptable(t, got)
		if got.err != nil || hasPrefix(data, bomBig) || hasPrefix(data, bomSmall) || wideOrder(data[:min(len(data), headSniffed)]) != "" {
			return
		}
		var read strings.Builder
		for _, v := range values(got.rows) {
			read.WriteString(strings.Join(v, ""))
		}
		want, have := alphanumeric(string(data)), alphanumeric(read.String())
		if have != want && !(len(want) >= 3 && strings.EqualFold(want[:3], "sep") && have == want[3:]) {
			t.Fatalf("%q gave %q", data, read.String())
		}
	})
}

// alphanumeric keeps the letters and digits of a text that is much the same in every encoding.
func alphanumeric(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (letter(byte(r)) || r >= '0' && r <= '9') {
			return r
		}
		return -1
	}, s)
}
