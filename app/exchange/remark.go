package exchange

import (
	"slices"
	"strings"
	"unicode"

	"cadastre/app/exchange/workbook"
)

// remarks are the words with which people begin what they write below their lists.
var remarks = []string{"total", "totals", "subtotal", "grand total", "sum", "note", "notes", "source", "sources", "legend", "remark", "remarks", "footnote",
	"summe", "gesamt", "anmerkung", "anmerkungen", "hinweis", "bemærkning", "bemærkninger", "i alt", "total general", "nota", "notas", "remarque", "remarques"}

// remarkMost is how many cells a remark fills at the most.
const remarkMost = 2

// skipRemarks leaves out the rows at the end of a sheet that are no records but totals and notes.
func (s *sheetWork) skipRemarks() {
	if s.exact() || s.placed || s.extent != whole || len(s.byField) <= remarkMost {
		return
	}
	for i := len(s.rows) - 1; i >= 0; i-- {
		r := &s.rows[i]
		if !remark(s.open(r)) {
			return
		}
		s.skip(r, "remark", "The row looks like a remark below the list and is left out. If it is a record, fill more of its cells.")
	}
}

// remark is true for a row with few cells of which the first is a word for totals and notes, by itself or
// with a colon after it.
func remark(cells []workbook.Cell) bool {
	if len(cells) == 0 || len(cells) > remarkMost {
		return false
	}
	word, _, found := strings.Cut(cells[0].Value, ":")
	word = strings.TrimFunc(strings.ToLower(word), func(c rune) bool { return !unicode.IsLetter(c) })
	return slices.Contains(remarks, word) && (found || len(word)+2 >= len(strings.TrimSpace(cells[0].Value)))
}
