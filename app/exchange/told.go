package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

const (
	// toldMost is how many sentences about an import the journal keeps; a last one says how many more there were.
	toldMost = 200
	// toldValues is how many values such a sentence names.
	toldValues = 3
	// toldRanges is how many rows, or ranges of rows, all such sentences name together; each has as many of them.
	toldRanges = 2000
)

// told are sentences about what was found in the files and what was decided, as the journal keeps them: what is wrong
// with many cells of a column is told once, with the first of them and the rows of the others.
func (p *Plan) told() []string {
	out := append([]string(nil), p.Notes...)
	out = append(out, p.toldProblems()...)
	out = append(out, p.toldValues()...)
	if more := len(out) - toldMost; more > 0 {
		out = append(out[:toldMost], fmt.Sprintf("%s more.", plural(more, "thing", "things")))
	}
	return out
}

// toldProblems tells each kind of problem of a column once.
func (p *Plan) toldProblems() (out []string) {
	type kind struct{ file, sheet, column, code string }
	var order []kind
	alike, several := map[kind][]*Problem{}, 0
	for i := range p.Problems {
		q := &p.Problems[i]
		k := kind{q.File, q.Sheet, q.Column, q.Code}
		if alike[k] == nil {
			order = append(order, k)
		}
		if len(alike[k]) == 1 {
			several++
		}
		alike[k] = append(alike[k], q)
	}
	for _, k := range order {
		out = append(out, toldAlike(alike[k], toldRanges/max(1, min(several, toldMost))))
	}
	return out
}

// toldAlike tells the first of problems that are alike, and the rows of the others, as ranges up to a number of them.
func toldAlike(alike []*Problem, most int) string {
	text := alike[0].at() + ": " + alike[0].Message
	others := len(alike) - 1
	if others == 0 {
		return text
	}
	text += fmt.Sprintf(" It is alike in %s", plural(others, "other place", "other places"))
	if rows := rowsOf(alike[1:]); len(rows) > 0 {
		text += ": " + ranges(rows, most)
	}
	return text + "."
}

// rowsOf are the rows that problems are in, each once and in order.
func rowsOf(problems []*Problem) (rows []int) {
	for _, q := range problems {
		if q.Row > 0 {
			rows = append(rows, q.Row)
		}
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

// ranges names rows in at most so many parts: "row 5", "rows 3, 4, 8–10", "rows 3, 5 and 12 more".
func ranges(rows []int, most int) string {
	word := "rows "
	if len(rows) == 1 {
		word = "row "
	}
	var parts []string
	for len(rows) > 0 && len(parts) < most {
		n := consecutive(rows)
		part := strconv.Itoa(rows[0])
		if n > 1 {
			part += "–" + strconv.Itoa(rows[n-1])
		}
		parts, rows = append(parts, part), rows[n:]
	}
	if len(rows) > 0 {
		return fmt.Sprintf("%s%s and %s more", word, strings.Join(parts, ", "), thousands(len(rows)))
	}
	return word + strings.Join(parts, ", ")
}

// consecutive is how many rows follow each other, 1 for two: two are no range.
func consecutive(rows []int) int {
	n := 1
	for n < len(rows) && rows[n] == rows[0]+n {
		n++
	}
	if n == 2 {
		return 1
	}
	return n
}

// found counts the problems of a plan, and its notes.
func (p *Plan) found() (problems, notes int) {
	for i := range p.Problems {
		if p.Problems[i].Remark() {
			notes++
		}
	}
	return len(p.Problems) - notes, notes
}

// at says where a problem is: "systems.csv, row 12, column C “Owner”".
func (p *Problem) at() string {
	parts := []string{p.File}
	if p.Sheet != "" && p.Sheet != strings.TrimSuffix(p.File, ".csv") {
		parts = append(parts, p.Sheet)
	}
	if p.Row > 0 {
		parts = append(parts, fmt.Sprintf("row %d", p.Row))
	}
	if p.Column != "" {
		parts = append(parts, "column "+p.Column)
	}
	if header := "“" + p.Header + "”"; p.Header != "" && !strings.Contains(p.Message, header) {
		parts[len(parts)-1] += " " + header
	}
	return strings.Join(parts, ", ")
}

// fates say what became of so many values.
var fates = map[Use]string{MapTo: "taken for what is there", MakeRecord: "created", LeaveBlank: "left blank", SkipRows: "left out with their rows"}

// toldValues tells what became of the values that the catalogue did not know.
func (p *Plan) toldValues() (out []string) {
	type kind struct {
		of  string
		use Use
	}
	var order []kind
	values := map[kind][]string{}
	for i := range p.Questions {
		q := &p.Questions[i]
		k := kind{q.Table.Label, q.Use}
		if q.Field != nil {
			k.of = q.Field.Label
		}
		if q.Code != "" || fates[q.Use] == "" {
			continue
		}
		if values[k] == nil {
			order = append(order, k)
		}
		values[k] = append(values[k], q.said())
	}
	for _, k := range order {
		out = append(out, fmt.Sprintf("%s: %s %s: %s.", k.of, plural(len(values[k]), "value", "values"), fates[k.use], few(values[k])))
	}
	return out
}

// said is a value, and what it was taken for.
func (q *Question) said() string {
	if q.Use == MapTo {
		return fmt.Sprintf("“%s” for “%s”", q.Value, q.Becomes)
	}
	return "“" + q.Value + "”"
}

// few names the first of several values, and how many more there are.
func few(values []string) string {
	if more := len(values) - toldValues; more > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(values[:toldValues], ", "), more)
	}
	return strings.Join(values, ", ")
}
