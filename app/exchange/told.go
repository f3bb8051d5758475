package exchange

import (
	"fmt"
	"strings"
)

const (
	// toldMost is how many sentences about an import the journal keeps; a last one says how many more there were.
	toldMost = 200
	// toldValues is how many values such a sentence names.
	toldValues = 3
)

// told are sentences about what was found in the files and what was decided, as the journal keeps them: what is wrong
// with many cells of a column is told once, with the first of them and how many others there are.
func (p *Plan) told() []string {
	out := append([]string{}, p.Notes...)
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
	first, others := []*Problem{}, map[kind]int{}
	of := func(q *Problem) kind { return kind{q.File, q.Sheet, q.Column, q.Code} }
	for i := range p.Problems {
		q := &p.Problems[i]
		if n, seen := others[of(q)]; seen {
			others[of(q)] = n + 1
			continue
		}
		others[of(q)] = 0
		first = append(first, q)
	}
	for _, q := range first {
		text := q.at() + ": " + q.Message
		if n := others[of(q)]; n > 0 {
			text += fmt.Sprintf(" It is alike in %s.", plural(n, "other place", "other places"))
		}
		out = append(out, text)
	}
	return out
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
