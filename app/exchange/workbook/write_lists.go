package workbook

import (
	"fmt"
	"slices"

	"cadastre/store/fault"
)

// A listRange is where a list stands in the sheet of the lists.
type listRange struct {
	reference string
	open      bool
}

// withLists returns the document's sheets and, when there are lists, one more sheet that
// holds each in a column of its own, with the lists' ranges in it. Ranges, unlike lists
// written into the check itself, have no limit of 255 characters.
func withLists(doc Document) ([]OutSheet, map[string]listRange, error) {
	ranges := map[string]listRange{}
	sheet := OutSheet{Name: listsSheet}
	var items [][]string
	for i, list := range doc.Lists {
		if _, twice := ranges[list.Name]; twice || list.Name == "" {
			return nil, nil, fault.New(fault.Internal, "The list “%s” has no name or is there twice.", list.Name)
		}
		items = append(items, offered(list.Items))
		name := ColumnName(i)
		ranges[list.Name] = listRange{open: list.Open}
		if n := len(items[i]); n > 0 {
			ranges[list.Name] = listRange{open: list.Open, reference: fmt.Sprintf("%s!$%s$2:$%s$%d", quoteSheet(listsSheet), name, name, n+1)}
		}
		sheet.Columns = append(sheet.Columns, OutColumn{Header: list.Name})
	}
	sheets := slices.Clone(doc.Sheets)
	if len(doc.Lists) > 0 {
		sheet.Rows = transposed(items)
		sheets = append(sheets, sheet)
	}
	return sheets, ranges, nil
}

// offered drops empty items and those given before.
func offered(items []string) []string {
	seen := make(map[string]bool, len(items))
	return slices.DeleteFunc(slices.Clone(items), func(item string) bool {
		drop := item == "" || seen[item]
		seen[item] = true
		return drop
	})
}

// transposed yields rows whose columns are the given lists.
func transposed(columns [][]string) func(func(OutRow) bool) {
	return func(yield func(OutRow) bool) {
		row := make(OutRow, len(columns))
		for i, more := 0, true; more; i++ {
			more = false
			for c, column := range columns {
				row[c] = Value{}
				if i < len(column) {
					row[c], more = TextValue(column[i]), true
				}
			}
			if more && !yield(row) {
				return
			}
		}
	}
}
