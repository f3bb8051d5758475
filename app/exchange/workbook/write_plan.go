package workbook

import (
	"context"
	"slices"

	"cadastre/store/fault"
)

// What a worksheet holds at most.
const (
	maxRows    = 1048576
	maxColumns = 16384
	maxText    = 32767
)

// A plan is a document that was walked once: everything that stands before the rows in
// the file is known, and everything fits.
type plan struct {
	doc    Document
	sheets []sheetPlan
	lists  map[string]listRange
}

type sheetPlan struct {
	OutSheet
	name   string
	rows   int
	widths []float64
	// machine marks the sheet that serves the drop-downs and that no user sees.
	machine bool
}

func makePlan(ctx context.Context, doc Document) (*plan, error) {
	sheets, lists, err := withLists(doc)
	if err != nil {
		return nil, err
	}
	p := &plan{doc: doc, lists: lists}
	names := sheetNames(doc.Sheets)
	t := &ticker{ctx: ctx}
	for i, sheet := range sheets {
		if err := checkColumns(sheet, lists); err != nil {
			return nil, err
		}
		m := measure{name: names[i], columns: sheet.Columns, t: t}
		if err := m.walk(sheet); err != nil {
			return nil, err
		}
		p.sheets = append(p.sheets, sheetPlan{OutSheet: sheet, name: names[i], rows: m.rows, widths: m.widths(), machine: i >= len(doc.Sheets)})
	}
	return p, ctx.Err()
}

// checkColumns refuses what only a mistake in the program can ask for.
func checkColumns(sheet OutSheet, lists map[string]listRange) error {
	if len(sheet.Columns) > maxColumns {
		return fault.New(fault.TooLarge, "“%s” has %d columns; a worksheet holds %d.", sheet.Name, len(sheet.Columns), maxColumns)
	}
	var keys []string
	for _, column := range sheet.Columns {
		if _, ok := lists[column.List]; column.List != "" && !ok {
			return fault.New(fault.Internal, "Column “%s” of “%s” names the list “%s”, which does not exist.", column.Header, sheet.Name, column.List)
		}
		if column.Key != "" {
			keys = append(keys, column.Key)
		}
	}
	return checkKeys(sheet, keys)
}

// checkKeys refuses keys that a defined name cannot hold or that would fall together in one.
func checkKeys(sheet OutSheet, keys []string) error {
	if sheet.Table == "" {
		return nil
	}
	if !tableKey.MatchString(sheet.Table) {
		return fault.New(fault.Internal, "“%s” cannot be the key of a sheet.", sheet.Table)
	}
	for i, key := range keys {
		if !fieldKey.MatchString(key) || slices.ContainsFunc(keys[:i], equalFold(key)) {
			return fault.New(fault.Internal, "“%s” cannot be the key of a column of “%s”, or is so twice.", key, sheet.Name)
		}
	}
	return nil
}
