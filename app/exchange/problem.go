package exchange

import (
	"fmt"
	"slices"
	"sync"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// problem notes what is wrong with a row, or with one of its cells.
func (s *sheetWork) problem(r *rowWork, cell *workbook.Cell, code string, severity Severity, suggestions []string, format string, args ...any) {
	p := Problem{File: s.File, Sheet: s.Name, Row: r.number, Code: code, Severity: severity, Suggestions: suggestions, Message: fault.Sentence(format, args...)}
	if cell != nil {
		p.Column, p.Value = Letter(cell.Column), clip(cell.Value)
		if c := s.column(cell.Column); c != nil {
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
	if len(s) <= shownMost {
		return s
	}
	if r := []rune(s); len(r) > shownMost {
		return string(r[:shownMost]) + "…"
	}
	return s
}

// finish writes the plan down, sheet by sheet, and decides whether it may be carried out.
func (w *work) finish() *Plan {
	p := w.plan
	p.References, p.created = w.references, sync.OnceValue(p.newNames)
	for _, s := range w.all {
		p.Rows = slices.Grow(p.Rows, len(s.rows))
	}
	w.finishQuestions()
	comes := w.comesByName()
	for i, s := range w.all {
		s.countReadings()
		s.noteNamed(comes)
		p.Problems = append(p.Problems, s.problems...)
		for j := range s.rows {
			s.finishRow(i, &s.rows[j])
		}
		s.rows = nil
		p.Sheets = append(p.Sheets, *s.plan)
		p.Counts = p.Counts.Plus(s.plan.Counts)
	}
	if p.Reading {
		p.Blocked = "The file is still being read."
	} else if n := p.Counts.Rejected; n > 0 && !w.options.Partial {
		p.Blocked = fmt.Sprintf("%s cannot be taken: %s, or take the good rows and cells.", plural(n, "row", "rows"), p.remedy())
	}
	return p
}

func (s *sheetWork) finishRow(sheet int, r *rowWork) {
	p := s.work.plan
	out := Row{Sheet: sheet, delivered: r.delivered, Number: r.number, Table: s.table, ID: r.id, Name: r.name, Outcome: s.outcome(r), FirstProblem: len(p.Problems), Problems: len(r.problems)}
	if r.found {
		out.Version = s.records.Version(r.slot)
		if out.Name == "" {
			out.Name = s.records.Name(r.slot)
		}
	}
	if out.Outcome == Created {
		out.Version, out.since = r.last, r.since
	}
	if out.Outcome == Created || out.Outcome == Updated {
		out.fields = r.fields
	}
	for i := range r.problems {
		r.problems[i].Name = out.Name
	}
	p.Problems = append(p.Problems, r.problems...)
	p.Rows = append(p.Rows, out)
	s.plan.Counts.add(out.Outcome)
}

func (s *sheetWork) outcome(r *rowWork) Outcome {
	badCell := slices.ContainsFunc(r.problems, func(p Problem) bool { return p.Severity == RejectsCell })
	switch {
	case r.out != "":
		return r.out
	case badCell && !s.options.Partial:
		return Rejected
	case !r.found:
		return Created
	case len(r.fields) > 0:
		return Updated
	}
	return Unchanged
}

// remedy says what most helps against the rejections.
func (p *Plan) remedy() string {
	dates, values, others := 0, 0, 0
	for i := range p.Problems {
		switch problem := &p.Problems[i]; {
		case problem.Severity == Note:
		case problem.Code == string(spelling.AmbiguousDate):
			dates++
		case problem.Code == "unknown-name", problem.Code == "ambiguous-name", problem.Code == disputedValue, asked[fault.Code(problem.Code)]:
			values++
		default:
			others++
		}
	}
	switch n := p.Open(); {
	case dates > 0 && dates >= values:
		return "say how the dates are written"
	case n == 1 && values >= others:
		return "decide the unknown value"
	case n > 1 && values >= others:
		return fmt.Sprintf("decide %s unknown values", thousands(n))
	}
	return "correct the rows"
}
