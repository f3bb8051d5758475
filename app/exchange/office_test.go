package exchange_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadastre/app/exchange"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// office lets LibreOffice open workbooks and write them anew, all in one run, and returns where they are.
func office(t *testing.T, args ...string) (folder string) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("needs LibreOffice and some seconds")
	}
	folder = t.TempDir()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	first := []string{"--headless", "--norestore", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder}
	if out, err := exec.CommandContext(ctx, "soffice", append(first, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return folder
}

// everyWorkbook writes each kind of workbook that there is.
func everyWorkbook(t *testing.T) (b *branched, paths []string) {
	t.Helper()
	b, view := withView(t, "x")
	var names strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&names, "Technology %d\n", i)
	}
	b.take(b.merge(exchange.Options{Table: "ittechnology"}, b.write("technologies.csv", "Name\n"+names.String())))
	b.take(b.merge(exchange.Options{Table: "itsystem"}, b.write("more.csv", "Name,Abbreviation,Next Review Date,URL,Description,Primary Technology,Criticality\n"+
		"=1+2,007,1899-12-31,https://example.org/?a=1&b=2,\"two\nlines, \"\"quoted\"\" & <b>\",Technology 2999,High\n+1 555-0100,'x,2026-02-28,,@home,Technology 7,Low\n")))
	b.take(b.merge(exchange.Options{Table: "integrationvaluemap", Unknown: exchange.Create}, b.write("maps.csv", "Name,Confidence\nfirst,0.1\nsecond,-12345678.25\n")))
	table := b.snap.Model.Table("itsystem")
	columns, err := b.snap.Paths(table, []string{"name", "criticality", "primarytechnology", "primarytechnology.description", "nextreviewdate"})
	if err != nil {
		t.Fatal(err)
	}
	part := exchange.All(b.snap, table)
	part.Columns = columns
	if err := (exchange.Exporter{Snapshot: b.snap, Headers: b.store.Headers()}).Write(context.Background(), filepath.Join(b.dir, "view.xlsx"), []exchange.Part{part}); err != nil {
		t.Fatal(err)
	}
	ugly(t, filepath.Join(b.dir, "ugly.xlsx"))
	plan := b.merge(exchange.Options{Table: "itsystem", OnlySheet: "Systems", Partial: true}, filepath.Join(b.dir, "ugly.xlsx"))
	if _, err := plan.GiveBack(context.Background(), filepath.Join(b.dir, "given back.xlsx"), false); err != nil {
		t.Fatal(err)
	}
	b.edit("itsystem", "79443246-02b8-f011-bbd2-001dd806e92f", "nextreviewdate", record.OfInt(20500))
	b.into(view, filepath.Join(b.dir, "power apps.xlsx"))
	return b, []string{b.exportAfter("table.xlsx", "itsystem"), filepath.Join(b.dir, "view.xlsx"), b.exportAfter("several.xlsx", "itsystem", "ittechnology", "contact", "integrationvaluemap"),
		b.template("template.xlsx", "itsystem", "contact"), filepath.Join(b.dir, "given back.xlsx"), filepath.Join(b.dir, "power apps.xlsx")}
}

// LibreOffice opens each of our workbooks, and keeps all values on all sheets, what is checked while typing, the
// drop-downs thousands long, and the colours of what was given back.
func TestLibreOfficeKeepsEveryWorkbook(t *testing.T) {
	b, paths := everyWorkbook(t)
	folder := office(t, paths...)
	for _, path := range paths {
		back := filepath.Join(folder, filepath.Base(path))
		before, after := cellsOf(t, path), cellsOf(t, back)
		delete(after["Systems"], "E1") // a formula, which only who opens the workbook computes
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("%s comes back with other cells: %s", filepath.Base(path), diff)
		}
		for sheet := range before {
			if diff := cmp.Diff(checksOf(t, path, sheet), checksOf(t, back, sheet)); diff != "" {
				t.Errorf("%s, %s comes back with other checks: %s", filepath.Base(path), sheet, diff)
			}
		}
	}
	for _, name := range []string{"table.xlsx", "view.xlsx", "several.xlsx"} {
		plan := b.merge(exchange.Options{Deletions: true}, filepath.Join(folder, name))
		if plan.Counts.Unchanged != plan.Counts.Read || plan.Deleted() > 0 || len(plan.Notes) > 0 {
			t.Errorf("%s is no longer what was exported: %+v %q\n%s%s", name, plan.Counts, plan.Notes, problems(plan), cells(plan))
		}
	}
	if n := offeredIn(t, filepath.Join(folder, "template.xlsx"), "Technology "); n != 3000 {
		t.Errorf("the drop-down of technologies offers %d", n)
	}
	if got := fillOf(t, filepath.Join(folder, "given back.xlsx"), "Systems", "B5"); got != "FFFFC7CE" {
		t.Errorf("the cell to correct is coloured %q", got)
	}
	template := filepath.Join(folder, "template.xlsx")
	fill(t, template, "IT Systems", map[string]string{"C3": "Payments"})
	if plan := b.merge(exchange.Options{}, template); plan.Counts.Created != 1 || plan.Counts.Skipped != 2 {
		t.Errorf("the import of a row typed there: %+v\n%s", plan.Counts, problems(plan))
	}
	if plan := b.merge(exchange.Options{Partial: true}, filepath.Join(folder, "power apps.xlsx")); plan.Counts.Unchanged != plan.Counts.Read {
		t.Errorf("the workbook of Power Apps: %+v\n%s%s", plan.Counts, problems(plan), cells(plan))
	}
}

// cellsOf are the cells of all sheets, by sheet and name.
func cellsOf(t *testing.T, path string) map[string]map[string]string {
	t.Helper()
	book, err := workbook.Open(context.Background(), path, workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	out := map[string]map[string]string{}
	for i, sheet := range book.Sheets() {
		out[sheet.Name] = map[string]string{}
		if err := book.Read(context.Background(), i, func(r workbook.Row) error {
			for _, c := range r.Cells {
				out[sheet.Name][fmt.Sprint(exchange.Letter(c.Column), r.Number)] = fmt.Sprint(c.Kind, " ", c.Value)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// offeredIn counts the values of lists that begin in a way.
func offeredIn(t *testing.T, path, start string) (n int) {
	t.Helper()
	for _, text := range cellsOf(t, path)["_cadastre_lists"] {
		if _, value, _ := strings.Cut(text, " "); strings.HasPrefix(value, start) {
			n++
		}
	}
	return n
}

// fillOf is the colour behind a cell.
func fillOf(t *testing.T, path, sheet, cell string) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	index, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	fill := f.Styles.Fills.Fill[*f.Styles.CellXfs.Xf[index].FillID].PatternFill
	if fill == nil || fill.FgColor == nil {
		return ""
	}
	return fill.FgColor.RGB
}

// Calc reads the HTML on the clipboard as it reads this page: what is copied are texts that stay as they are, dates
// and numbers that count.
func TestLibreOfficeTakesWhatIsCopied(t *testing.T) {
	table := schema.Default().Table("itsystem")
	text := func(s string) exchange.CopiedCell {
		return exchange.CopiedCell{Shown: s, Field: table.Field("abbreviation"), Value: record.OfString(s)}
	}
	date := func(day int64, shown string) exchange.CopiedCell {
		return exchange.CopiedCell{Shown: shown, Field: table.Field("nextreviewdate"), Value: record.OfInt(day)}
	}
	sure := schema.Default().Table("integrationvaluemap").Field("confidence")
	cells := []exchange.CopiedCell{text("=1+1"), text("007"), text("2031-02-02"), text("two\nlines <b>&"), text("1E5"), date(22312, "2031-02-02"), date(-30000, "1887-11-12"),
		{Shown: "0.25", Field: sure, Value: record.OfFloat(0.25)}, text("")}
	_, page := exchange.Clipboard(1, len(cells), func(_, column int) exchange.CopiedCell { return cells[column] })
	path := filepath.Join(t.TempDir(), "copied.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(office(t, "--infilter=HTML (StarCalc)", path), "copied.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var got []string
	for i := range cells {
		at, _ := excelize.CoordinatesToCellName(i+1, 1)
		value, _ := f.GetCellValue(f.GetSheetName(0), at)
		raw, _ := f.GetCellValue(f.GetSheetName(0), at, excelize.Options{RawCellValue: true})
		formula, _ := f.GetCellFormula(f.GetSheetName(0), at)
		got = append(got, strings.Join([]string{value, raw, formula}, "|"))
	}
	want := []string{"=1+1|=1+1|", "007|007|", "2031-02-02|2031-02-02|", "two\nlines <b>&|two\nlines <b>&|", "1E5|1E5|", "2031-02-02|47881|", "1887-11-12|1887-11-12|", "0.25|0.25|", "||"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
