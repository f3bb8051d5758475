package recognise

import (
	"strings"
	"unicode/utf8"

	"cadastre/app/exchange/workbook"
	"cadastre/store/schema"
)

// belowMost is how many rows below a header are looked at to see whether they fill its columns.
const belowMost = 4

// headerWithin is how many filled rows from the top are looked at for the header.
const headerWithin = 30

// longestHeader is how many characters a header has at the most to be taken for a name.
const longestHeader = 80

// HeaderRow returns the index in s.Head of the row that names the columns: the one whose cells are texts,
// different ones, known as names of fields, with rows below that fill the same columns. It answers false
// for sheets that have none.
func HeaderRow(m *schema.Model, s *Sheet) (int, bool) {
	known := knownNames(m)
	best, at := 0.0, -1
	for i := range min(len(s.Head), headerWithin) {
		if score := headerRowScore(known, s.Head, i); score > best {
			best, at = score, i
		}
	}
	return at, at >= 0
}

func headerRowScore(known map[string]bool, rows []workbook.Row, i int) float64 {
	seen := map[string]bool{}
	texts, names := 0, 0
	for _, c := range rows[i].Cells {
		if c.Kind != workbook.Text || strings.TrimSpace(c.Value) == "" {
			continue
		}
		name := phrase(c.Value)
		if !seen[name] {
			texts++
		}
		if known[name] && !seen[name] && utf8.RuneCountInString(c.Value) <= longestHeader {
			names++
		}
		seen[name] = true
	}
	if texts == 0 || texts*2 < len(rows[i].Cells) {
		return 0
	}
	return float64(texts) + 3*float64(names) + below(rows, i) - float64(i)/4
}

// below is how well the next rows fill the columns of row i, up to belowMost.
func below(rows []workbook.Row, i int) float64 {
	next := rows[i+1 : min(len(rows), i+1+belowMost)]
	filled := 0.0
	for _, row := range next {
		filled += min(1, float64(len(row.Cells))/float64(len(rows[i].Cells)))
	}
	return filled
}

func knownNames(m *schema.Model) map[string]bool {
	known := map[string]bool{"id": true, "guid": true}
	for _, t := range m.Tables {
		for _, f := range t.Fields {
			for _, name := range append([]string{f.Key, f.LogicalName, f.Label}, f.Synonyms...) {
				known[phrase(name)] = true
			}
		}
	}
	return known
}
