package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cadastre/store/fault"
)

// parts are the members of a hand-made workbook by name.
type parts map[string]string

const (
	ooxml    = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// oneSheet are the parts of a workbook with one sheet. Cell style 1 shows a
// date, 2 a time, 3 a date and time, 4 hours beyond the day.
func oneSheet(sheet string) parts {
	return parts{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="a" Type="` + relTypes + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<workbook ` + ooxml + `><sheets><sheet name="Systems" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="` + relTypes + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="st" Type="` + relTypes + `styles" Target="styles.xml"/>` +
			`<Relationship Id="ss" Type="` + relTypes + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml": `<styleSheet ` + ooxml + `><numFmts count="1"><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
			`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml": `<sst ` + ooxml + `><si><t>zero</t></si><si><r><t>o</t></r><r><rPr/><t xml:space="preserve">ne </t></r><rPh sb="0" eb="1"><t>WAN</t></rPh></si><si/></sst>`,
		"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
			`<worksheet ` + ooxml + `>` + sheet + `</worksheet>`,
	}
}

// with returns the parts with some replaced; an empty text removes one.
func (p parts) with(replaced parts) parts {
	all := maps.Clone(p)
	for name, text := range replaced {
		all[name] = text
		if text == "" {
			delete(all, name)
		}
	}
	return all
}

// zipped packs the parts.
func (p parts) zipped(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// onDisk writes a file to a temporary folder.
func onDisk[T string | []byte](t testing.TB, name string, data T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// xlsxFile writes the parts as a workbook.
func xlsxFile(t testing.TB, p parts) string {
	t.Helper()
	return onDisk(t, "it.xlsx", p.zipped(t))
}

// A reading is all that one sheet of a file gave.
type reading struct {
	rows  []Row
	notes []string
	err   error
}

// readFile reads a sheet of a file.
func readFile(path string, sheet int, limits Limits) (r reading) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	book, err := Open(ctx, path, limits)
	if err != nil {
		return reading{err: err}
	}
	defer book.Close()
	r.err = book.Read(ctx, sheet, func(row Row) error {
		r.rows = append(r.rows, kept(row))
		return nil
	})
	r.notes = book.Notes()
	return r
}

// kept is a row that stays when the next is read.
func kept(r Row) Row { return Row{r.Number, slices.Clone(r.Cells)} }

// text writes rows down as lines such as "2: A=t:name C=n:5".
func text(rows []Row) string {
	var b strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&b, "%d:", row.Number)
		for _, c := range row.Cells {
			fmt.Fprintf(&b, " %s=%c:%s", ColumnName(c.Column), "tnbde"[c.Kind], c.Value)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// sentence fails the test unless err is a fault of that code whose message
// says all of the words.
func sentence(t testing.TB, err error, code fault.Code, words ...string) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("code %q of %v, want %q", fault.CodeOf(err), err, code)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q does not say %q", err, w)
		}
	}
}

// sharedSamples finds the folder of sample files that are not part of the
// project, and skips the test where there is none.
func sharedSamples(t testing.TB, folder string) string {
	t.Helper()
	if root := os.Getenv("CADASTRE_SHARED"); root != "" {
		return filepath.Join(root, "samples", folder)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		found := filepath.Join(filepath.Dir(dir), "shared", "samples", folder)
		if _, err := os.Stat(found); err == nil {
			return found
		}
	}
	t.Skip("the shared samples are not here")
	return ""
}
