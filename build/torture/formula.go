package main

import (
	"archive/zip"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"cadastre/store"
)

func formulas() []trial {
	return []trial{
		{fault: "formulas in exports", rounds: 50, try: exportedFormulas},
		{fault: "formulas in exports, by LibreOffice", rounds: 5, heavy: true, try: judgedFormulas},
	}
}

// tempting are beginnings of texts that a spreadsheet program would run.
var tempting = []string{"=1+1", "=HYPERLINK(\"http://example.org\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1", " =1+1", "'=1+1", "''=1", "＝1+1", "\r=1", "\n=1",
	"=cmd|' /C calc'!A0", "%0A=1", "\u200b=1", "\ufeff=1", "=", "-", "+49 170", "-5", "+3.25", "1,=1", "\"=1+1\"", ";=1+1", "|=1"}

// temptation is a catalogue of such texts, and its path.
func (a *attempt) temptation() string {
	path := filepath.Join(a.dir, "c"+store.Extension)
	c, err := store.Create(path, store.Options{})
	a.must(err)
	o := op{Kind: "save", Rows: state{}}
	for range 60 {
		o.Rows[fmt.Sprintf("%s %d", tempting[a.IntN(len(tempting))], a.Uint64())] = tempting[a.IntN(len(tempting))] + a.odd()
	}
	for _, text := range tempting {
		o.Rows[text] = text
	}
	a.must(o.do(c, a.dir))
	a.must(c.Close())
	return path
}

// export has the program write a catalogue's systems to a file.
func (a *attempt) export(catalogue, name string) string {
	out := filepath.Join(a.dir, name)
	said, err := exec.Command(a.program, "export", catalogue, out, "--table", systems.Key).CombinedOutput()
	if err != nil {
		a.must(errors.New(string(said)))
	}
	return out
}

// exportedFormulas looks in exports for what a spreadsheet program would run.
func exportedFormulas(a *attempt) {
	catalogue := a.temptation()
	text, err := os.ReadFile(a.export(catalogue, "out.csv"))
	a.must(err)
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	a.must(err)
	for _, cell := range flat(lines) {
		if runs.MatchString(cell) && !number.MatchString(cell) {
			a.wrong("csv: a cell holds %q", cell)
		}
	}
	a.note("csv")
	a.bareFormulas(a.export(catalogue, "out.xlsx"))
	a.note("xlsx")
}

var (
	runs   = regexp.MustCompile(`^[\s\x{feff}\x{200b}]*[=+\-@＝＋－＠]`)
	number = regexp.MustCompile(`^[+-]\d+(\.\d+)?$`)
)

func flat(lines [][]string) (cells []string) {
	for _, line := range lines {
		cells = append(cells, line...)
	}
	return cells
}

// bareFormulas looks for formulas, and links to elsewhere, in all parts of a workbook.
func (a *attempt) bareFormulas(path string) {
	z, err := zip.OpenReader(path)
	a.must(err)
	defer func() { _ = z.Close() }()
	for _, part := range z.File {
		if strings.Contains(part.Name, "externalLink") || strings.Contains(part.Name, "vbaProject") {
			a.wrong("xlsx: there is a part %s", part.Name)
		}
		f, err := part.Open()
		a.must(err)
		for d := xml.NewDecoder(f); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			a.must(err)
			if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "f" || e.Name.Local == "ddeLink" || e.Name.Local == "oleLink") {
				a.wrong("xlsx: %s holds a <%s>", part.Name, e.Name.Local)
			}
		}
		a.must(f.Close())
	}
}

// judgedFormulas has LibreOffice open the exports, and looks whether it has found a formula there.
func judgedFormulas(a *attempt) {
	if _, err := exec.LookPath("soffice"); err != nil {
		a.note("not tried: LibreOffice is not installed")
		return
	}
	catalogue := a.temptation()
	for _, name := range []string{"out.csv", "out.xlsx"} {
		a.export(catalogue, name)
		said, err := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(a.dir, "office"), "--headless", "--convert-to", "fods", "--outdir", a.dir, filepath.Join(a.dir, name)).CombinedOutput()
		if err != nil {
			a.must(errors.New(string(said)))
		}
		opened, err := os.ReadFile(filepath.Join(a.dir, "out.fods"))
		a.must(err)
		if !strings.Contains(string(opened), "+49 170") {
			a.wrong("%s: LibreOffice does not show what is in it", name)
		}
		if at := strings.Index(string(opened), "table:formula="); at >= 0 {
			a.wrong("%s: LibreOffice finds a formula: %.200s", name, opened[at:])
		}
		a.note(filepath.Ext(name)[1:])
	}
}
