package exchange

import (
	"html"
	"strings"
)

// Clipboard writes a block of cells as spreadsheets take it from the clipboard: as lines of cells parted by
// tabs, and as an HTML table.
func Clipboard(rows, columns int, cell func(row, column int) string) (text, page string) {
	var plain, table strings.Builder
	table.WriteString("<table>")
	for row := range rows {
		table.WriteString("<tr>")
		for column := range columns {
			value := cell(row, column)
			if column > 0 {
				plain.WriteByte('\t')
			}
			plain.WriteString(quoteCell(value))
			table.WriteString("<td>" + strings.ReplaceAll(html.EscapeString(value), "\n", "<br>") + "</td>")
		}
		plain.WriteString("\r\n")
		table.WriteString("</tr>")
	}
	table.WriteString("</table>")
	return plain.String(), table.String()
}

// quoteCell puts what would break the lines apart in quotes, as spreadsheets do.
func quoteCell(s string) string {
	if !strings.ContainsAny(s, "\t\r\n\"") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
