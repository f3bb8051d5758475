package exchange

import (
	"fmt"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/schema"
)

// problem notes what is wrong with a row, or with one of its cells.
func (s *sheetWork) problem(r *rowWork, cell *workbook.Cell, code string, severity Severity, suggestions []string, format string, args ...any) {
	p := Problem{File: s.File, Sheet: s.Name, Row: r.row.Number, Code: code, Severity: severity, Suggestions: suggestions, Message: fmt.Sprintf(format, args...)}
	if cell != nil {
		p.Column, p.Value = Letter(cell.Column), clip(cell.Value)
		if c := s.columns[cell.Column]; c != nil {
			p.Header = c.Column.Header
		}
	}
	r.problems = append(r.problems, p)
	if severity == RejectsRow {
		r.out = Rejected
	}
}

// shownMost is how many characters of a cell a problem shows.
const shownMost = 200

func clip(s string) string {
	if r := []rune(s); len(r) > shownMost {
		return string(r[:shownMost]) + "…"
	}
	return s
}

// nothing is true for the words that stand for nothing in a lookup.
func nothing(s string) bool {
	return spelling.Nothing(&schema.Field{Kind: schema.Lookup}, s)
}

// finish adds up and decides whether the plan may be carried out.
func (w *work) finish() *Plan {
	p := w.plan
	for _, s := range p.Sheets {
		p.Counts = p.Counts.Plus(s.Counts)
	}
	if p.Counts.Rejected > 0 && !w.options.Partial {
		p.Blocked = fmt.Sprintf("%s cannot be taken as it stands. Correct the file, or take only what is good.", plural(p.Counts.Rejected, "row", "rows"))
		if p.Counts.Rejected > 1 {
			p.Blocked = fmt.Sprintf("%s cannot be taken as they stand. Correct the file, or take only what is good.", plural(p.Counts.Rejected, "row", "rows"))
		}
	}
	return p
}
