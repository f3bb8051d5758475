package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"fmt"
	"io"
	"strings"
)

// parts are the members of a workbook, each a usual one where nothing is said, and one more.
type parts struct {
	sheet, texts, workbook, rels, more string
	moreName                           string
}

const (
	mainNS   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	headRow  = `<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Description</t></is></c><c r="C1" t="inlineStr"><is><t>Next Review Date</t></is></c></row>`
)

func sheetOf(rows string) string {
	return `<worksheet ` + mainNS + `><sheetData>` + headRow + rows + `</sheetData></worksheet>`
}

func textCell(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t xml:space="preserve">` + text + `</t></is></c>`
}

// xlsx packs a workbook with one sheet.
func (p parts) xlsx(a *attempt, name string) file {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	put := func(name, text string) {
		if text == "" {
			return
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		a.must(err)
		_, err = io.WriteString(f, text)
		a.must(err)
	}
	put("[Content_Types].xml", `<Types/>`)
	put("_rels/.rels", `<Relationships><Relationship Id="a" Type="`+relTypes+`officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	put("xl/workbook.xml", cmp.Or(p.workbook, `<workbook `+mainNS+`><sheets><sheet name="Systems" sheetId="1" r:id="s1"/></sheets></workbook>`))
	put("xl/_rels/workbook.xml.rels", cmp.Or(p.rels, `<Relationships><Relationship Id="s1" Type="`+relTypes+`worksheet" Target="worksheets/sheet1.xml"/>`+
		`<Relationship Id="ss" Type="`+relTypes+`sharedStrings" Target="sharedStrings.xml"/></Relationships>`))
	put("xl/sharedStrings.xml", cmp.Or(p.texts, `<sst `+mainNS+`><si><t>zero</t></si></sst>`))
	put("xl/worksheets/sheet1.xml", cmp.Or(p.sheet, sheetOf(`<row r="2">`+textCell("A2", "Permits")+`</row>`)))
	if p.moreName != "" {
		put(p.moreName, p.more)
	}
	a.must(w.Close())
	return file{name, out.Bytes()}
}

func zipBomb(a *attempt, _ string) file {
	filler := []string{strings.Repeat(" ", 300<<20), strings.Repeat("<c/>", 80<<20), strings.Repeat(`<row/>`, 50<<20), strings.Repeat("<!-- -->", 40<<20)}[a.IntN(4)]
	if a.IntN(2) == 0 {
		return parts{texts: `<sst ` + mainNS + `>` + strings.Repeat("<si><t>aaaaaaaa</t></si>", 12<<20) + `</sst>`}.xlsx(a, "bomb.xlsx")
	}
	return parts{sheet: sheetOf(filler)}.xlsx(a, "bomb.xlsx")
}

func entityBomb(a *attempt, trap string) file {
	var dtd strings.Builder
	dtd.WriteString(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">`)
	for i := range 10 + a.IntN(30) {
		fmt.Fprintf(&dtd, `<!ENTITY e%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	fmt.Fprintf(&dtd, `<!ENTITY out SYSTEM "http://%s/x"><!ENTITY here SYSTEM "file:///etc/passwd">]>`, trap)
	rows := `<row r="2">` + textCell("A2", "&e9;&out;&here;") + `</row>`
	if a.IntN(2) == 0 {
		return parts{texts: dtd.String() + `<sst ` + mainNS + `><si><t>&e9;&out;</t></si></sst>`}.xlsx(a, "entities.xlsx")
	}
	return parts{sheet: dtd.String() + sheetOf(rows)}.xlsx(a, "entities.xlsx")
}

func manyColumns(a *attempt, _ string) file {
	n := 1_000_000
	if a.IntN(2) == 0 {
		return file{"columns.csv", []byte("Name" + strings.Repeat(",x", n) + "\nPermits" + strings.Repeat(",1", n) + "\n")}
	}
	var row strings.Builder
	for range n {
		row.WriteString(`<c t="b"><v>1</v></c>`)
	}
	return parts{sheet: sheetOf(`<row r="2">` + row.String() + `</row>`)}.xlsx(a, "columns.xlsx")
}

func manyRows(a *attempt, _ string) file {
	ref := fmt.Sprintf("A1:XFD%d", 1_000_000_000+a.IntN(1000))
	at := []string{"1048576", "1000000000", "4294967296", "18446744073709551617", "-1"}[a.IntN(5)]
	return parts{sheet: `<worksheet ` + mainNS + `><dimension ref="` + ref + `"/><cols><col min="1" max="4294967295"/></cols><sheetData>` + headRow +
		`<row r="` + at + `">` + textCell("A"+at, "Permits") + `</row></sheetData><mergeCells count="1"><mergeCell ref="` + ref + `"/></mergeCells></worksheet>`}.xlsx(a, "rows.xlsx")
}

func circle(a *attempt, _ string) file {
	target := []string{"workbook.xml", "_rels/workbook.xml.rels", "../xl/workbook.xml", "sharedStrings.xml", "../../../../etc/passwd", "/etc/passwd", ""}[a.IntN(7)]
	return parts{rels: `<Relationships><Relationship Id="s1" Type="` + relTypes + `worksheet" Target="` + target + `"/><Relationship Id="ss" Type="` +
		relTypes + `sharedStrings" Target="` + target + `"/><Relationship Id="wb" Type="` + relTypes + `officeDocument" Target="workbook.xml"/></Relationships>`}.xlsx(a, "circle.xlsx")
}

// encrypted is a compound file as Office writes for a password, or a zip with the flag of one.
func encrypted(a *attempt, _ string) file {
	if a.IntN(2) == 0 {
		data := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 512+a.IntN(60_000))...)
		for i := 8; i < len(data); i++ {
			data[i] = byte(a.Uint32())
		}
		return file{"secret.xlsx", data}
	}
	f := parts{}.xlsx(a, "secret.xlsx")
	for _, magic := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := bytes.Index(f.data, []byte(magic))
		f.data[at+len(magic)+2+2*strings.Count(magic, "\x01")] |= 1
	}
	return f
}

func cutWorkbook(a *attempt, _ string) file {
	f := parts{sheet: sheetOf(rowsOf(200, func() string { return fmt.Sprintf("System %d", a.Uint64()) }))}.xlsx(a, "cut.xlsx")
	f.data = f.data[:a.IntN(len(f.data))]
	return f
}

func rowsOf(n int, name func() string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d">%s</row>`, i+2, textCell(fmt.Sprintf("A%d", i+2), name()))
	}
	return b.String()
}

func wrongEnding(a *attempt, _ string) file {
	data := parts{}.xlsx(a, "").data
	return []file{{"really.csv", data}, {"really.zip", data}, {"really.xls", []byte("Name,Description\nPermits,x\n")}, {"really.xlsx", []byte("Name,Description\nPermits,x\n")},
		{"really.xlsx", []byte("<html><table><tr><td>Name</td></tr></table></html>")}, {"program.xlsx", append([]byte("\x7fELF\x02\x01\x01"), make([]byte, 9000)...)},
		{"nothing.xlsx", nil}, {"nothing.csv", nil}, {"picture.csv", []byte("\x89PNG\r\n\x1a\n\x00\x00")}}[a.IntN(9)]
}

func hugeCells(a *attempt, _ string) file {
	text := strings.Repeat("huge ", 10<<20)
	return []file{{"huge.csv", []byte("Name,Description\nPermits," + text + "\n")}, {"huge.csv", []byte("Name," + text + "\nPermits,x\n")},
		parts{sheet: sheetOf(`<row r="2">` + textCell("A2", "Permits") + textCell("B2", text) + `</row>`)}.xlsx(a, "huge.xlsx"),
		parts{sheet: sheetOf(`<row r="2">` + textCell("A2", text) + `</row>`)}.xlsx(a, "huge.xlsx")}[a.IntN(4)]
}
