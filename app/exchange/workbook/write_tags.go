package workbook

import (
	"fmt"
	"regexp"
	"strings"
)

// Tags tell which table a sheet holds and which field a column. They are hidden defined
// names of the sheet, one for each column, that refer to the column's header cell:
//
//	_cadastre1.itsystem.nextreviewdate = 'IT Systems'!$D$1
//
// Spreadsheet programs keep such names right while people rename sheets and headers,
// move, insert, hide and delete columns, insert rows above the header, sort and filter
// rows, and copy the sheet, within the workbook or into another one.

// TagVersion is the version of the tags that Write writes.
const TagVersion = 1

var (
	tableKey = regexp.MustCompile(`^[A-Za-z0-9_]+$`)
	fieldKey = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.]*$`)
)

// tagNames returns the defined names that tag the columns of sheet i.
func tagNames(i int, sheet *sheetPlan) string {
	if sheet.Table == "" {
		return ""
	}
	var b strings.Builder
	for c, column := range sheet.Columns {
		if column.Key != "" {
			fmt.Fprintf(&b, `<definedName name="_cadastre%d.%s.%s" localSheetId="%d" hidden="1">%s!$%s$1</definedName>`,
				TagVersion, sheet.Table, column.Key, i, element(quoteSheet(sheet.name)), ColumnName(c))
		}
	}
	return b.String()
}

// equalFold finds a key in the way in which Excel compares names.
func equalFold(key string) func(string) bool {
	return func(other string) bool { return strings.EqualFold(key, other) }
}
