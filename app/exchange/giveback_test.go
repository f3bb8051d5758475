package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"

	"github.com/xuri/excelize/v2"
)

// ugly writes a workbook as people keep them: a title, colours, a merged cell, a formula, another sheet.
func ugly(t *testing.T, path string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Systems"))
	must(f.SetCellStr("Systems", "A1", "Our systems"))
	must(f.MergeCell("Systems", "A1", "C1"))
	rows := [][]any{{"Name", "Criticality", "Vendor"}, {"Permits", "High", nil}, {"Payroll", "Hihg", "Tyler, Inc."}, {"Archive", "Low", nil}}
	for i, row := range rows {
		must(f.SetSheetRow("Systems", "A"+string(rune('3'+i)), &row))
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "1F4E78"}, NumFmt: 49})
	must(err)
	must(f.SetCellStyle("Systems", "A3", "C6", bold))
	must(f.SetColWidth("Systems", "A", "A", 33))
	must(f.SetCellFormula("Systems", "E1", "COUNTA(A4:A6)"))
	_, err = f.NewSheet("Notes")
	must(err)
	must(f.SetCellStr("Notes", "A1", "Ask Ann"))
	must(f.SaveAs(path))
}

func TestWhatWasRejectedGoesBack(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{}, "accounts.csv", "Account Name\n\"Tyler, Ink.\"\n")
	path, out := filepath.Join(c.dir, "ugly.xlsx"), filepath.Join(c.dir, "back.xlsx")
	ugly(t, path)
	plan := c.plan(exchange.Options{Table: "itsystem", OnlySheet: "Systems", Partial: true}, path)
	c.carryOut(plan)
	if n := plan.ToCorrect(); n != 1 {
		t.Fatalf("%d rows to correct\n%s", n, problems(plan))
	}
	if _, err := plan.GiveBack(context.Background(), path, true); err == nil {
		t.Error("the file itself is overwritten")
	}
	if _, err := plan.GiveBack(context.Background(), out, true); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]string{"A1": "Our systems", "A4": "Permits", "B5": "Hihg", "F3": "Not imported because", "F4": ""} {
		if got, _ := f.GetCellValue("Systems", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if got, _ := f.GetCellValue("Systems", "F5"); !strings.Contains(got, "Criticality has no choice “Hihg”") || !strings.Contains(got, "Tyler, Inc.") {
		t.Errorf("the reason is %q", got)
	}
	if got, _ := f.GetCellFormula("Systems", "E1"); got != "COUNTA(A4:A6)" {
		t.Errorf("the formula is %q", got)
	}
	if merged, _ := f.GetMergeCells("Systems"); len(merged) != 1 {
		t.Errorf("%d merged cells", len(merged))
	}
	if width, _ := f.GetColWidth("Systems", "A"); width != 33 {
		t.Errorf("column A is %v wide", width)
	}
	index, _ := f.GetCellStyle("Systems", "B5")
	style, err := f.GetStyle(index)
	if err != nil || len(style.Fill.Color) != 1 || style.Font == nil || !style.Font.Bold || style.NumFmt != 49 {
		t.Errorf("the bad cell looks like %+v %v", style, err)
	}
	checks, err := f.GetDataValidations("Systems")
	if err != nil || len(checks) != 2 {
		t.Errorf("%d drop-downs %v", len(checks), err)
	}
	if offered, err := f.GetRows("_cadastre_suggestions"); err != nil || !slices.Equal(offered[0], []string{"High", "Medium", "Low"}) {
		t.Errorf("a choice is offered %q %v", offered, err)
	}

	// Half of it is corrected: the other half goes back again.
	correct := func(cell, value string) {
		t.Helper()
		if err := f.SetCellStr("Systems", cell, value); err != nil {
			t.Fatal(err)
		}
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
	}
	correct("B5", "High")
	correct("A4", "Permits, which nobody meant to bring in again")
	second := c.plan(exchange.Options{Table: "itsystem", OnlySheet: "Systems", Partial: true}, out)
	if second.Counts.Skipped != 2 || codes(second)["taken-before"] != 1 || second.ToCorrect() != 1 {
		t.Fatalf("%+v\n%s", second.Counts, problems(second))
	}
	c.carryOut(second)
	again := filepath.Join(c.dir, "again.xlsx")
	if _, err := second.GiveBack(context.Background(), again, true); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if f, err = excelize.OpenFile(again); err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, _ := f.GetCellValue("Systems", "G3"); got != "" {
		t.Errorf("a second column of reasons: %q", got)
	}
	if got, _ := f.GetCellValue("Systems", "F5"); strings.Contains(got, "Criticality") || !strings.Contains(got, "Vendor") {
		t.Errorf("the second reason is %q", got)
	}
	if index, _ := f.GetCellStyle("Systems", "B5"); true {
		if style, _ := f.GetStyle(index); len(style.Fill.Color) != 0 || !style.Font.Bold {
			t.Errorf("what was corrected looks like %+v", style)
		}
	}
	correct("C5", "Tyler, Ink.")
	last := c.plan(exchange.Options{Table: "itsystem", OnlySheet: "Systems"}, again)
	c.carryOut(last)
	if got := c.named("itsystem", "Payroll"); last.Counts.Updated != 1 || got["criticality"] != "High" || got["vendor"] != "Tyler, Ink." {
		t.Errorf("%+v %v\n%s", last.Counts, got, problems(last))
	}
	if names := c.names("itsystem"); len(names) != 3 || names[2] != "Permits" {
		t.Errorf("%q", names)
	}
}

func TestARejectedCSVGoesBack(t *testing.T) {
	c := emptyCatalogue(t)
	path, out := c.write("systems.csv", "Our systems;;\nName;Criticality;Abbreviation\nPermits;High;-PRM\nPayroll;Hihg;+PAY\n"), filepath.Join(c.dir, "back.csv")
	plan := c.plan(exchange.Options{Table: "itsystem"}, path)
	if _, err := plan.GiveBack(context.Background(), out, false); err != nil {
		t.Fatal(err)
	}
	c.replace(out, "Hihg", "High")
	if all := c.plan(exchange.Options{Table: "itsystem"}, out); all.Counts.Created != 2 {
		t.Errorf("nothing was taken, so all rows count: %+v\n%s", all.Counts, problems(all))
	}
	partial := c.plan(exchange.Options{Table: "itsystem", Partial: true}, path)
	c.carryOut(partial)
	if _, err := partial.GiveBack(context.Background(), out, true); err != nil {
		t.Fatal(err)
	}
	c.replace(out, "Hihg", "High")
	rest := c.plan(exchange.Options{Table: "itsystem"}, out)
	c.carryOut(rest)
	if got := c.named("itsystem", "Payroll"); rest.Counts.Read != 1 || rest.Counts.Updated != 1 || got["criticality"] != "High" || got["abbreviation"] != "+PAY" {
		t.Errorf("%+v %v\n%s", rest.Counts, got, problems(rest))
	}
}

// replace changes a text in a file.
func (c *catalogue) replace(path, from, to string) {
	c.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		c.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), from, to, 1)), 0o600); err != nil {
		c.Fatal(err)
	}
}
