package api

import (
	"cadastre/app/exchange"
)

// Question is one value of the files that the catalogue does not know as it is written, with all its rows.
type Question struct {
	// Table and Field are keys; of links Field is "" and Table is what they point to.
	Table string `json:"table"`
	Field string `json:"field"`
	Value string `json:"value"`
	Rows  int    `json:"rows"`
	// Headers are the columns in which it stands.
	Headers []string `json:"headers"`
	// Code is the code of the problem that it still is, "" when it is none.
	Code string `json:"code"`
	// Use is "map", "create", "blank" or "skip", "" while nothing becomes of it.
	Use string `json:"use"`
	// Answered is true where an answer about this very value decides, false where a general one does.
	Answered bool `json:"answered"`
	// Becomes is what it is taken for, as people read it.
	Becomes string `json:"becomes"`
	// Nearest are what it may mean, each as an answer takes it.
	Nearest []string `json:"nearest"`
}

// Questions is one screenful of them.
type Questions struct {
	Total     int        `json:"total"`
	Questions []Question `json:"questions"`
	// Groups are the fields that they are about, in order.
	Groups []QuestionGroup `json:"groups"`
}

// QuestionGroup counts the questions about one field, or about links to one table.
type QuestionGroup struct {
	Table string `json:"table"`
	Field string `json:"field"`
	Count int    `json:"count"`
	Open  int    `json:"open"`
	// Decided counts the others by what becomes of them: "map", "create", "blank" or "skip".
	Decided map[string]int `json:"decided"`
}

// Questions returns a screenful of a plan's questions: of one group, of all with table "", and with open
// only those that nobody has answered.
func (i *Import) Questions(job, table, field string, open bool, offset, limit int) (out Questions, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return out, err
	}
	out = Questions{Questions: []Question{}, Groups: []QuestionGroup{}}
	for n := range p.Questions {
		q := questionOf(&p.Questions[n])
		out.group(q)
		if table != "" && (q.Table != table || q.Field != field) || open && q.Code == "" {
			continue
		}
		if out.Total++; out.Total > offset && len(out.Questions) < min(limit, pageMost) {
			out.Questions = append(out.Questions, q)
		}
	}
	return out, nil
}

// group counts a question; those of a group stand together.
func (o *Questions) group(q Question) {
	last := len(o.Groups) - 1
	if last < 0 || o.Groups[last].Table != q.Table || o.Groups[last].Field != q.Field {
		o.Groups = append(o.Groups, QuestionGroup{Table: q.Table, Field: q.Field, Decided: map[string]int{}})
		last++
	}
	o.Groups[last].Count++
	if q.Code != "" {
		o.Groups[last].Open++
	} else {
		o.Groups[last].Decided[q.Use]++
	}
}

func questionOf(q *exchange.Question) Question {
	out := Question{Table: q.Table.Key, Value: q.Value, Rows: q.Rows, Headers: nonNil(q.Headers), Code: q.Code, Use: string(q.Use),
		Answered: q.Answered, Becomes: q.Becomes, Nearest: nonNil(q.Nearest)}
	if q.Field != nil {
		out.Field = q.Field.Key
	}
	return out
}
