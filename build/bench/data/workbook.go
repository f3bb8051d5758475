package data

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// A Kind says how a workbook keeps its texts and what has been done to it.
type Kind string

// The kinds of workbook.
const (
	Shared Kind = "shared" // texts in a table of their own, as Excel writes
	Inline Kind = "inline" // texts in the cells, as streaming writers do
	Edited Kind = "edited" // Shared with two cells changed in 6 of 100 rows
)

// A column of the workbook: its header, the field that it is, and the text or the day of row n.
type column struct {
	header, key string
	text        func(n int) string
	day         func(n int) int
}

// bookColumns are 25 columns of systems as people keep them.
var bookColumns = []column{
	{"Name", "name", numbered("System %06d of the field offices", 0), nil},
	{"Abbreviation", "abbreviation", numbered("S%d", 0), nil},
	{"System Code", "systemcode", numbered("SYS-%06d", 0), nil},
	{"Point of Contact", "pointofcontact", numbered("Person %03d", 400), nil},
	{"Information Security Officer", "informationsecurityofficer", numbered("Person %03d", 17), nil},
	{"Owning Organization Unit", "owningorganizationunit", numbered("Unit %02d", 60), nil},
	{"Vendor", "vendor", numbered("Vendor %02d", 90), nil},
	{"Primary Technology", "primarytechnology", numbered("Technology %03d", 250), nil},
	{"IT Datacenter", "itdatacenter", numbered("Datacenter %d", 5), nil},
	{"Criticality", "criticality", oneOf("High", "Medium", "Low"), nil},
	{"Security Classification", "securityclassification", oneOf("Unclassified"), nil},
	{"Lifecycle Stage", "lifecyclestage", oneOf("Operational", "Planned", "Retired", "Development"), nil},
	{"Operational Status", "operationalstatus", oneOf("Active", "Inactive"), nil},
	{"Primary IT Hosting Model", "primaryithostingmodel", oneOf("On-Premises", "Cloud"), nil},
	{"System Type", "systemtype", oneOf("Business Application"), nil},
	{"Is Public API Available?", "ispublicapiavailable", oneOf("Yes", "No"), nil},
	{"Contains PII", "containspii", oneOf("No", "Yes"), nil},
	{"Last Review Date", "lastreviewdate", nil, dayOf(7)},
	{"Next Review Date", "nextreviewdate", nil, dayOf(11)},
	{"Go Live Date", "golivedate", nil, dayOf(13)},
	{"Retirement Date", "retirementdate", nil, dayOf(17)},
	{"URL", "url", numbered("https://systems.example.org/%d", 0), nil},
	{"Documentation URL", "documentationurl", numbered("https://docs.example.org/systems/%d/index.html", 0), nil},
	{"Dependencies Summary", "dependenciessummary", oneOf("Reads the register of persons & units every night."), nil},
	{"Description", "description", numbered(strings.Repeat("Keeps what the offices need to know about their daily work. ", 5)+"%d.", 0), nil},
}

// BookFields are the fields of the workbook's columns.
func BookFields() []string {
	keys := make([]string, len(bookColumns))
	for i, c := range bookColumns {
		keys[i] = c.key
	}
	return keys
}

func numbered(format string, different int) func(int) string {
	return func(n int) string {
		if different > 0 {
			n %= different
		}
		return fmt.Sprintf(format, n)
	}
}

func oneOf(choices ...string) func(int) string {
	return func(n int) string { return choices[n%len(choices)] }
}

// dayOf returns days as a workbook counts them.
func dayOf(step int) func(int) int { return func(n int) int { return 43_466 + n*step%2900 } }

// edited are the columns that Edited changes, in every sixteenth row.
func (c *column) edited() column {
	changed := *c
	switch c.key {
	case "criticality":
		changed.text = func(n int) string {
			if n%16 == 0 {
				n++
			}
			return c.text(n)
		}
	case "nextreviewdate":
		changed.day = func(n int) int {
			if n%16 == 0 {
				return 46_568
			}
			return c.day(n)
		}
	}
	return changed
}

// Workbook makes a workbook of n rows of 25 columns at path.
func Workbook(path string, n int, kind Kind) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	archive := zip.NewWriter(file)
	w := &bookWriter{archive: archive, kind: kind, rows: n, places: map[string]int{}}
	w.write()
	if closed := archive.Close(); w.err == nil {
		w.err = closed
	}
	if closed := file.Close(); w.err == nil {
		w.err = closed
	}
	return w.err
}

// A bookWriter writes the parts of a workbook. After a fault it writes nothing more.
type bookWriter struct {
	archive *zip.Writer
	kind    Kind
	rows    int
	texts   []string
	places  map[string]int
	err     error
}

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpec = `"http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packages = "http://schemas.openxmlformats.org/package/2006/"
	typeOf   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

func (w *bookWriter) write() {
	w.part("xl/worksheets/sheet1.xml", w.sheet)
	w.part("xl/sharedStrings.xml", w.strings)
	w.part("xl/workbook.xml", fixed(`<workbook xmlns=`+mainSpec+` xmlns:r="`+relation+`"><sheets><sheet name="IT Systems" sheetId="1" r:id="rId1"/></sheets></workbook>`))
	w.part("xl/styles.xml", fixed(`<styleSheet xmlns=`+mainSpec+`><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>`+
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`))
	w.part("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml", "sharedStrings", "sharedStrings.xml"))
	w.part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"))
	w.part("[Content_Types].xml", fixed(`<Types xmlns="`+packages+`content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Override PartName="/xl/workbook.xml" ContentType="`+typeOf+`sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="`+typeOf+`worksheet+xml"/>`+
		`<Override PartName="/xl/styles.xml" ContentType="`+typeOf+`styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="`+typeOf+`sharedStrings+xml"/></Types>`))
}

func (w *bookWriter) part(name string, content func(*bufio.Writer)) {
	if w.err != nil {
		return
	}
	var part io.Writer
	if part, w.err = w.archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: moment}); w.err != nil {
		return
	}
	out := bufio.NewWriterSize(part, 1<<16)
	fmt.Fprint(out, xmlHead) // errors come with Flush
	content(out)
	w.err = out.Flush()
}

func fixed(text string) func(*bufio.Writer) {
	return func(out *bufio.Writer) { fmt.Fprint(out, text) }
}

func relations(pairs ...string) func(*bufio.Writer) {
	return func(out *bufio.Writer) {
		fmt.Fprintf(out, `<Relationships xmlns="%srelationships">`, packages)
		for i := 0; i < len(pairs); i += 2 {
			fmt.Fprintf(out, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i/2+1, relation, pairs[i], pairs[i+1])
		}
		fmt.Fprint(out, "</Relationships>")
	}
}

func (w *bookWriter) sheet(out *bufio.Writer) {
	columns := make([]column, len(bookColumns))
	for i := range columns {
		if columns[i] = bookColumns[i]; w.kind == Edited {
			columns[i] = bookColumns[i].edited()
		}
	}
	fmt.Fprintf(out, `<worksheet xmlns=%s><dimension ref="A1:Y%d"/><sheetData><row r="1">`, mainSpec, w.rows+1)
	for i, c := range columns {
		w.cell(out, i, 1, c.header)
	}
	for n := range w.rows {
		fmt.Fprintf(out, `</row><row r="%d">`, n+2)
		for i, c := range columns {
			if c.text != nil {
				w.cell(out, i, n+2, c.text(n))
				continue
			}
			fmt.Fprintf(out, `<c r="%c%d" s="1"><v>%d</v></c>`, 'A'+i, n+2, c.day(n))
		}
	}
	fmt.Fprint(out, "</row></sheetData></worksheet>")
}

func (w *bookWriter) cell(out *bufio.Writer, column, row int, text string) {
	fmt.Fprintf(out, `<c r="%c%d" t="`, 'A'+column, row)
	if w.kind == Inline {
		fmt.Fprint(out, `inlineStr"><is><t>`)
		w.escape(out, text)
		fmt.Fprint(out, "</t></is></c>")
		return
	}
	place, known := w.places[text]
	if !known {
		place = len(w.texts)
		w.places[text] = place
		w.texts = append(w.texts, text)
	}
	fmt.Fprint(out, `s"><v>`+strconv.Itoa(place)+"</v></c>")
}

func (w *bookWriter) strings(out *bufio.Writer) {
	fmt.Fprintf(out, `<sst xmlns=%s uniqueCount="%d">`, mainSpec, len(w.texts))
	for _, text := range w.texts {
		fmt.Fprint(out, "<si><t>")
		w.escape(out, text)
		fmt.Fprint(out, "</t></si>")
	}
	fmt.Fprint(out, "</sst>")
}

func (w *bookWriter) escape(out *bufio.Writer, text string) {
	if err := xml.EscapeText(out, []byte(text)); w.err == nil {
		w.err = err
	}
}
