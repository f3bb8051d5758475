package workbook

import (
	"fmt"
	"strings"
)

// rowsToFill is how many empty rows below the last one check what is typed.
const rowsToFill = 5000

// The longest title and message that Excel shows with a check.
const (
	maxTitle   = 32
	maxMessage = 225
)

// validations returns the checks that Excel makes while typing, drop-downs among them,
// and the notes that it shows when a header is selected.
func (p *plan) validations(sheet *sheetPlan) string {
	var all []string
	last := min(maxRows, sheet.rows+1+rowsToFill)
	for i, column := range sheet.Columns {
		name := ColumnName(i)
		if note := noteOf(column); note != "" {
			all = append(all, fmt.Sprintf(`<dataValidation allowBlank="1" showInputMessage="1" promptTitle="%s" prompt="%s" sqref="%s1"/>`,
				attribute(clip(column.Header, maxTitle)), attribute(clip(note, maxMessage)), name))
		}
		if check := p.check(column); check.kind != "" {
			all = append(all, check.xml(column, fmt.Sprintf("%s2:%s%d", name, name, last)))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf(`<dataValidations count="%d">%s</dataValidations>`, len(all), strings.Join(all, ""))
}

// noteOf is what the header tells about its column.
func noteOf(column OutColumn) string {
	if !column.Required {
		return column.Note
	}
	return strings.TrimSpace("Required. " + column.Note)
}

// A check is what Excel tests when a value is typed. Values that are pasted or were there
// before are not tested.
type check struct {
	kind     string
	operator string
	formula  string
	// style is "stop" where nothing else can be right, "warning" where the user may insist,
	// and "" where the values are mere suggestions.
	style   string
	message string
}

// check returns the check of a column; its kind is "" when every value will do.
func (p *plan) check(column OutColumn) check {
	const atLeast, atMost = "greaterThanOrEqual", "lessThanOrEqual"
	list := p.lists[column.List]
	switch {
	case list.reference != "" && list.open:
		return check{kind: "list", formula: list.reference}
	case list.reference != "":
		return check{kind: "list", formula: list.reference, style: "stop", message: "Choose one of the values in the list."}
	case column.Kind == NumberColumn:
		return check{kind: "decimal", operator: atLeast, formula: "-1E+300", style: "warning", message: "This is not a number."}
	case column.Kind == DateColumn:
		return check{kind: "date", operator: atLeast, formula: "1", style: "warning", message: "This is not a date. Enter it as year-month-day, such as 2025-12-31."}
	case column.Kind == DateTimeColumn:
		return check{kind: "date", operator: atLeast, formula: "1", style: "warning", message: "This is not a date and time. Enter it such as 2025-12-31 13:45."}
	case column.MaxLength > 0:
		return check{kind: "textLength", operator: atMost, formula: fmt.Sprint(column.MaxLength), style: "stop",
			message: fmt.Sprintf("This text is too long. At most %d characters fit.", column.MaxLength)}
	}
	return check{}
}

// xml returns the check as it stands in the sheet, for the cells of a range.
func (c check) xml(column OutColumn, cells string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<dataValidation type="%s"`, c.kind)
	if c.operator != "" {
		fmt.Fprintf(&b, ` operator="%s"`, c.operator)
	}
	if !column.Required {
		b.WriteString(` allowBlank="1"`)
	}
	if c.style != "" {
		fmt.Fprintf(&b, ` errorStyle="%s" showErrorMessage="1" errorTitle="%s" error="%s"`,
			c.style, attribute(clip(column.Header, maxTitle)), attribute(c.message))
	}
	fmt.Fprintf(&b, ` sqref="%s"><formula1>%s</formula1></dataValidation>`, cells, element(c.formula))
	return b.String()
}
