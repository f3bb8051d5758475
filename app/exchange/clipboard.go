package exchange

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// A CopiedCell is what a cell shows, and the value of the field behind it.
type CopiedCell struct {
	Shown string
	Field *schema.Field
	Value record.Value
}

// Clipboard writes a block of cells as spreadsheets take it from the clipboard: as lines of cells parted by
// tabs, and as an HTML table that says which cells are texts, whatever they look like, which dates, which numbers.
func Clipboard(rows, columns int, cell func(row, column int) CopiedCell) (text, page string) {
	var plain, table strings.Builder
	table.WriteString(pageHead)
	for row := range rows {
		table.WriteString("<tr>")
		for column := range columns {
			c := cell(row, column)
			if column > 0 {
				plain.WriteByte('\t')
			}
			plain.WriteString(quoteCell(c.Shown))
			table.WriteString(c.openTag() + strings.ReplaceAll(html.EscapeString(c.Shown), "\n", "<br>") + "</td>")
		}
		plain.WriteString("\r\n")
		table.WriteString("</tr>")
	}
	table.WriteString("</table></body></html>")
	return plain.String(), table.String()
}

// pageHead begins a table whose cells are texts for Excel unless their class says otherwise.
const pageHead = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>` +
	`td{mso-number-format:"\@"}.d{mso-number-format:"yyyy\\-mm\\-dd"}.n{mso-number-format:General}br{mso-data-placement:same-cell}</style></head><body><table>`

// openTag begins a cell. LibreOffice reads what it is from the attributes that begin with sd, Excel from the others.
func (c CopiedCell) openTag() string {
	switch kind := c.Field.Kind; {
	case c.Shown == "":
		return "<td>"
	case kind == schema.Date && c.Value.Int() >= firstDay:
		return fmt.Sprintf(`<td class="d" x:num="%[1]d" sdval="%[1]d" sdnum="1033;0;YYYY-MM-DD">`, c.Value.Int()+unixDay)
	case kind == schema.Whole:
		return numberTag(strconv.FormatInt(c.Value.Int(), 10))
	case kind == schema.Decimal:
		return numberTag(strconv.FormatFloat(c.Value.Float(), 'f', -1, 64))
	}
	return `<td sdnum="1033;0;@">`
}

func numberTag(number string) string {
	return fmt.Sprintf(`<td class="n" x:num="%[1]s" sdval="%[1]s" sdnum="1033;">`, number)
}

const (
	// unixDay is the number that spreadsheets have for the first of January 1970.
	unixDay = 25569
	// firstDay is the first that all of them count alike, the first of March 1900; dates before it are texts.
	firstDay = 61 - unixDay
)

// quoteCell puts what would break the lines apart in quotes, as spreadsheets do.
func quoteCell(s string) string {
	if !strings.ContainsAny(s, "\t\r\n\"") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
