package recognise

import (
	"strings"
	"unicode/utf8"

	"cadastre/app/exchange/workbook"
	"cadastre/store/schema"
)

// Over stands between the two lines of a header: "Owner › Name".
const Over = " › "

// Head returns the header at row i of a sheet's first rows, and the index of its last line: where the row
// above or below belongs to it the two are joined.
func Head(m *schema.Model, rows []workbook.Row, i int) (workbook.Row, int) {
	if i > 0 && twoLines(m, rows[i-1], rows[i]) {
		return joined(rows[i-1], rows[i]), i
	}
	if i+2 < len(rows) && twoLines(m, rows[i], rows[i+1]) {
		return joined(rows[i], rows[i+1]), i + 1
	}
	return rows[i], i
}

// twoLines is true for a row of groups above a row of names: both are short texts, a group stands over names
// that have nothing above them, and half of the names are known.
func twoLines(m *schema.Model, upper, lower workbook.Row) bool {
	if lower.Number != upper.Number+1 || len(lower.Cells) < 2 || !allNames(upper) || !allNames(lower) {
		return false
	}
	known, names, covered := knownNames(m), 0, 0
	over := groups(upper, lower)
	for i, c := range lower.Cells {
		if known[phrase(c.Value)] || known[phrase(over[i]+" "+c.Value)] {
			names++
		}
		if over[i] != "" && cellAt(upper, c.Column) == "" {
			covered++
		}
	}
	return covered > 0 && 2*names >= len(lower.Cells) && (len(upper.Cells) > 1 || repeats(lower))
}

func allNames(row workbook.Row) bool {
	for _, c := range row.Cells {
		if c.Kind != workbook.Text || utf8.RuneCountInString(c.Value) > longestHeader {
			return false
		}
	}
	return len(row.Cells) > 0
}

// repeats is true for a row that has a name twice: what tells them apart stands above.
func repeats(row workbook.Row) bool {
	seen := map[string]bool{}
	for _, c := range row.Cells {
		if seen[phrase(c.Value)] {
			return true
		}
		seen[phrase(c.Value)] = true
	}
	return false
}

func cellAt(row workbook.Row, column int) string {
	for _, c := range row.Cells {
		if c.Column == column {
			return strings.TrimSpace(c.Value)
		}
	}
	return ""
}

// groups are what stands over each cell of the lower line: a text above one goes on to the right over its
// neighbours that have nothing above them.
func groups(upper, lower workbook.Row) []string {
	out := make([]string, len(lower.Cells))
	group := ""
	for i, c := range lower.Cells {
		if above := cellAt(upper, c.Column); above != "" {
			group = above
		} else if i == 0 || lower.Cells[i-1].Column != c.Column-1 {
			group = ""
		}
		out[i] = group
	}
	return out
}

// joined is the header of two lines as one row.
func joined(upper, lower workbook.Row) workbook.Row {
	out := workbook.Row{Number: lower.Number}
	over := groups(upper, lower)
	at := map[int]string{}
	last := 0
	for _, u := range upper.Cells {
		at[u.Column], last = strings.TrimSpace(u.Value), max(last, u.Column)
	}
	for i, c := range lower.Cells {
		text := strings.TrimSpace(c.Value)
		if over[i] != "" {
			text = over[i] + Over + text
		}
		at[c.Column], last = text, max(last, c.Column)
	}
	for column := 0; column <= last; column++ {
		if at[column] != "" {
			out.Cells = append(out.Cells, workbook.Cell{Column: column, Value: at[column]})
		}
	}
	return out
}
