package exchange_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/schema"

	"github.com/xuri/excelize/v2"
)

// template writes a template of tables.
func (c *catalogue) template(name string, tables ...string) string {
	c.Helper()
	var parts []exchange.Part
	for _, key := range tables {
		parts = append(parts, exchange.Part{Table: c.snap.Model.Table(key), Template: true})
	}
	path := filepath.Join(c.dir, name)
	if err := (exchange.Exporter{Snapshot: c.snap}).Write(context.Background(), path, parts); err != nil {
		c.Fatal(err)
	}
	return path
}

// fill writes texts into cells of a workbook's sheet.
func fill(t *testing.T, path, sheet string, cells map[string]string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for cell, text := range cells {
		if err := f.SetCellStr(sheet, cell, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// An example has a value in every column where one can be made up, each of which an import would take.
func TestTheExampleOfATemplateIsLeftOutAndWouldBeTaken(t *testing.T) {
	c := emptyCatalogue(t)
	for _, table := range c.snap.Model.Tables {
		path := c.template(table.Key+".xlsx", table.Key)
		plan := c.plan(exchange.Options{}, path)
		if plan.Counts.Read != 1 || plan.Counts.Skipped != 1 || len(plan.Sheets) != 1 {
			t.Fatalf("%s as it was written: %+v\n%s", table.Key, plan.Counts, problems(plan))
		}
		if table.PrimaryField().Parts != nil {
			continue
		}
		fill(t, path, table.Plural, map[string]string{nameCell(t, path, table): "My own"})
		plan = c.plan(exchange.Options{}, path)
		if plan.Counts.Created != 1 || plan.Blocked != "" {
			t.Errorf("%s written over: %+v\n%s", table.Key, plan.Counts, problems(plan))
		}
	}
}

// nameCell is the cell of the first row under a template's column of names.
func nameCell(t *testing.T, path string, table *schema.Table) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.GetRows(table.Plural)
	if err != nil {
		t.Fatal(err)
	}
	cell, err := excelize.CoordinatesToCellName(slices.Index(rows[0], table.PrimaryField().Label)+1, 2)
	if err != nil {
		t.Fatal(err)
	}
	return cell
}

func TestATemplateSaysWhatGoesWhere(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "ittechnology"}, "technologies.csv", "Name\nJava\n")
	f, err := excelize.OpenFile(c.template("systems.xlsx", "itsystem"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.GetRows("How to fill this in")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, row := range rows {
		all[row[1]] = row
	}
	for label, want := range map[string]string{
		"Name":               "yes|Text. At most 100 characters.",
		"Criticality":        "|One of: High, Medium, Low.",
		"Go Live Date":       "|A date, such as 2026-12-31.",
		"Primary Technology": "|The name of one of the IT Technologies, from the list or typed.",
		"Vendor":             "|The name of one of the Accounts.",
	} {
		if got := strings.Join(all[label][2:], "|"); got != want {
			t.Errorf("%s: %q, want %q", label, got, want)
		}
	}
}

// checksOf are the checks of a sheet by the column that they are on.
func checksOf(t *testing.T, path, sheet string) map[string]string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	all, err := f.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, v := range all {
		if first, _, many := strings.Cut(v.Sqref, ":"); many && v.Type != "" && v.Type != "none" {
			formula := strings.NewReplacer("'", "", " ", "").Replace(v.Formula1)
			out[strings.TrimRight(first, "0123456789")] = v.Type + " " + formula
		}
	}
	return out
}
