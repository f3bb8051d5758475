package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// runningFormulas are formulas that other programs run.
func runningFormulas(a *attempt, trap string) file {
	formulas := []string{`WEBSERVICE("http://` + trap + `/x")`, `HYPERLINK("http://` + trap + `/x","Permits")`, `cmd|'/c touch escaped'!A1`, `DDE("cmd","/c touch escaped","")`,
		`'http://` + trap + `/[book.xlsx]S'!A1`, `IMAGE("http://` + trap + `/x.png")`, `EXEC("touch escaped")`, `INDIRECT("A1")`}
	var b strings.Builder
	for i, f := range formulas {
		escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(f)
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d" t="str"><f>%s</f><v>System %d</v></c><c r="B%d"><f>%s</f></c></row>`, i+2, i+2, escaped, a.Uint64(), i+2, escaped)
	}
	p := parts{sheet: sheetOf(b.String()), moreName: "xl/externalLinks/externalLink1.xml",
		more: `<externalLink ` + mainNS + `><externalBook r:id="rId1"/></externalLink>`}
	if a.IntN(2) == 0 {
		p.moreName, p.more = "xl/worksheets/_rels/sheet1.xml.rels", `<Relationships><Relationship Id="r" Type="`+relTypes+`image" Target="http://`+trap+`/x" TargetMode="External"/></Relationships>`
	}
	return p.xlsx(a, "formulas.xlsx")
}

func absurdDates(a *attempt, _ string) file {
	var b strings.Builder
	for i, v := range []string{"-1", "0", "60", "2958466", "1e300", "-1e300", "1e-300", "99999999999999999999", "NaN", "0x10", "45000.9999999999"} {
		fmt.Fprintf(&b, `<row r="%d">%s<c r="C%d"><v>%s</v></c></row>`, 2*i+2, textCell(fmt.Sprintf("A%d", 2*i+2), fmt.Sprintf("System %d", a.Uint64())), 2*i+2, v)
		fmt.Fprintf(&b, `<row r="%d">%s%s</row>`, 2*i+3, textCell(fmt.Sprintf("A%d", 2*i+3), fmt.Sprintf("System %d", a.Uint64())),
			textCell(fmt.Sprintf("C%d", 2*i+3), []string{"0000-00-00", "9999-99-99", "31/02/2024", "-1-1-1", "2024-02-30T25:61:61Z", "12/31/99999", "1.1.1", "٣/٤/٢٠٢٤", "1/1/1/1", "2024-W53", v}[i]))
	}
	return parts{sheet: sheetOf(b.String())}.xlsx(a, "dates.xlsx")
}

var odd = []string{"\u202e", "\u202a", "\u2066", "\u200b", "\u200d", "\ufeff", "\u0000", "\u001b[2J", "\u0007", "\u2028", "\u0085", "e\u0301", strings.Repeat("\u0300", 500), "\U0010ffff", "\ufffe", "﷽", "👩‍👩‍👧", "\r", "\n", "\t"}

func (a *attempt) odd() string {
	var b strings.Builder
	for range 1 + a.IntN(5) {
		b.WriteString(odd[a.IntN(len(odd))])
		b.WriteByte(byte('a' + a.IntN(26)))
	}
	return b.String()
}

func oddText(a *attempt, _ string) file {
	var b strings.Builder
	b.WriteString("Name,Description," + a.odd() + "\n")
	for range 200 {
		fmt.Fprintf(&b, "\"%s\",\"%s\",x\n", a.odd(), a.odd())
	}
	return file{"odd.csv", []byte(b.String())}
}

func markup(a *attempt, trap string) file {
	scripts := []string{`<script src=http://` + trap + `></script>`, `<img src=http://` + trap + `/x onerror=alert(1)>`, `<svg/onload=alert(1)>`, `javascript:alert(1)`,
		`"><iframe srcdoc="<script>alert(1)</script>">`, `{{7*7}}${7*7}`, `<p style="background:url(http://` + trap + `)">x</p>`, `]]><script>`, `'; DROP TABLE itsystem; --`}
	var b strings.Builder
	b.WriteString("Name,Description,<b onclick=alert(1)>\n")
	for range 100 {
		text := strings.ReplaceAll(scripts[a.IntN(len(scripts))], `"`, `""`)
		fmt.Fprintf(&b, "\"%s %d\",\"%s\",x\n", text, a.Uint64(), text)
	}
	return file{"markup <script>.csv", []byte(b.String())}
}

func csvNUL(a *attempt, _ string) file {
	data := []byte("Name,Description\nPermits,x\nPayroll,y\n")
	for range 1 + a.IntN(8) {
		at := a.IntN(len(data))
		data = append(data[:at], append([]byte{0}, data[at:]...)...)
	}
	return file{"nul.csv", data}
}

func csvLong(a *attempt, _ string) file {
	return []file{{"long.csv", bytes.Repeat([]byte("x"), 100<<20)}, {"long.csv", bytes.Repeat([]byte("x,"), 50<<20)}, {"long.csv", bytes.Repeat([]byte("\r"), 50<<20)},
		{"long.csv", append([]byte("Name,Description\nPermits,\""), bytes.Repeat([]byte("x\n"), 30<<20)...)}}[a.IntN(4)]
}

func csvQuotes(a *attempt, _ string) file {
	return []file{{"quotes.csv", bytes.Repeat([]byte(`"`), 30<<20)}, {"quotes.csv", bytes.Repeat([]byte(`"",`), 10<<20)}, {"quotes.csv", append([]byte("Name\n\""), bytes.Repeat([]byte(`""`), 20<<20)...)},
		{"quotes.csv", bytes.Repeat([]byte("\"a\"b\"\n"), 5<<20)}}[a.IntN(4)]
}

// climbing is a package whose parts are named to land elsewhere.
func climbing(a *attempt, _ string) file {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range map[string]string{
		"data.xml":         `<entities><entity name="govcdm_itsystem" displayname="IT System"><records><record id="0192f0c1-7a3e-7cc0-9d7e-3f1f0f6b2a11"><field name="govcdm_name" value="../../escaped"/></record></records></entity></entities>`,
		"data_schema.xml":  `<entities><entity name="govcdm_itsystem" displayname="IT System" primaryidfield="govcdm_itsystemid" primarynamefield="govcdm_name"><fields><field name="govcdm_name" type="string"/></fields></entity></entities>`,
		"../../../escaped": "x", "/tmp/escaped": "x", `..\..\escaped`: "x", "files/../../escaped": "x", "C:\\escaped": "x",
	} {
		f, err := w.Create(name)
		a.must(err)
		_, err = f.Write([]byte(text))
		a.must(err)
	}
	a.must(w.Close())
	return file{"package.zip", out.Bytes()}
}

func nested(a *attempt, _ string) file {
	n := 1 << (6 + a.IntN(16))
	return parts{sheet: sheetOf(`<row r="2"><c r="A2">` + strings.Repeat("<a>", n) + strings.Repeat("</a>", n) + `</c></row>`)}.xlsx(a, "nested.xlsx")
}

func manySheets(a *attempt, _ string) file {
	var list strings.Builder
	for i := range 1000 + a.IntN(10_000) {
		fmt.Fprintf(&list, `<sheet name="S%d%s" sheetId="%d" r:id="s1"/>`, i, strings.Repeat("x", a.IntN(200)), i+1)
	}
	return parts{workbook: `<workbook ` + mainNS + `><sheets>` + list.String() + `</sheets></workbook>`}.xlsx(a, "sheets.xlsx")
}

func manyTexts(a *attempt, _ string) file {
	var texts strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&texts, "<si><t>%d%c</t></si>", i, utf8.RuneError)
	}
	return parts{texts: `<sst ` + mainNS + ` count="4294967295" uniqueCount="4294967295">` + texts.String() + `</sst>`,
		sheet: sheetOf(fmt.Sprintf(`<row r="2"><c r="A2" t="s"><v>%d</v></c></row>`, a.IntN(2_000_000)))}.xlsx(a, "texts.xlsx")
}
