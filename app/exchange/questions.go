package exchange

import (
	"cmp"
	"slices"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Question is one value of the files that the catalogue does not know as it is written, or about which
// somebody has answered: once, with all its rows.
type Question struct {
	// Table and Field say what the value belongs to; of links Field is nil and Table is what they point to.
	Table *schema.Table
	Field *schema.Field
	Value string
	// Rows counts the rows that have it, Headers are the columns in which they do.
	Rows    int
	Headers []string
	// Code is the code of the problem that it still is, "" when it is none.
	Code string
	// Use is what becomes of it, "" while it is left out as a problem.
	Use Use
	// Answered is true where an answer about this very value decides.
	Answered bool
	// Becomes is the name of the record, the label or the text that it is taken for.
	Becomes string
	// Nearest are what it may mean, the likeliest first, each as Answer.To takes it.
	Nearest []string

	answer *Answer
	last   *rowWork
	order  int
}

type questionKey struct {
	table *schema.Table
	field *schema.Field
	value string
}

// asked are the codes of problems that an answer about the value settles.
var asked = map[fault.Code]bool{spelling.UnknownChoice: true, spelling.NotADate: true, spelling.IncompleteDate: true,
	spelling.NotANumber: true, spelling.BadValue: true}

// ask counts a row for the question about a value of a column. Code says what is wrong with it, "" for nothing.
func (s *sheetWork) ask(r *rowWork, c *column, value, code string) *Question {
	key := questionKey{s.table, c.Field, answerKey(value)}
	if c.target != nil {
		key.table, key.field = c.target, nil
	}
	q := s.questions[key]
	if q == nil {
		q = &Question{Table: key.table, Field: key.field, Value: record.OneLine(clip(value)), order: len(s.questions)}
		if q.answer = c.answers.to(value); q.answer != nil {
			q.Use, q.Answered = q.answer.Use, true
		}
		s.questions[key] = q
	}
	if code != "" {
		q.Code = code
	}
	q.count(r, c)
	return q
}

// askTrouble asks about a value that cannot be read, where an answer about it would settle the matter.
func (s *sheetWork) askTrouble(r *rowWork, c *column, cell *workbook.Cell, t *spelling.Trouble) {
	if asked[t.Code] {
		s.ask(r, c, cell.Value, string(t.Code)).Nearest = t.Suggestions
	}
}

// count counts a row once, in whichever of its columns the value stands.
func (q *Question) count(r *rowWork, c *column) {
	if q == nil || q.last == r {
		return
	}
	q.last = r
	q.Rows++
	if !slices.Contains(q.Headers, c.Column.Header) {
		q.Headers = append(q.Headers, c.Column.Header)
	}
}

// finishQuestions lists what was asked: field by field, as they come in the files, the most frequent values first.
func (w *work) finishQuestions() {
	type place struct {
		table *schema.Table
		field *schema.Field
	}
	first := map[place]int{}
	all := make([]*Question, 0, len(w.questions))
	for _, q := range w.questions {
		at := place{q.Table, q.Field}
		if n, seen := first[at]; !seen || q.order < n {
			first[at] = q.order
		}
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b *Question) int {
		return cmp.Or(cmp.Compare(first[place{a.Table, a.Field}], first[place{b.Table, b.Field}]), cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.order, b.order))
	})
	for _, q := range all {
		w.describe(q)
		w.plan.Questions = append(w.plan.Questions, *q)
	}
}

// describe completes what a question says of the answer.
func (w *work) describe(q *Question) {
	q.last, q.Nearest = nil, w.hints(q)
	if q.answer == nil || q.Code != "" {
		return
	}
	if q.Becomes = q.answer.To; q.Use != MapTo {
		return
	}
	if q.Field != nil {
		c := column{reader: spelling.Reader{Model: w.model, Field: q.Field}}
		if v, trouble := c.readAnswer(q.answer); trouble == nil {
			q.Becomes = w.snap.Display(q.Field, v)
		}
	} else if meant := w.names.of(q.Table).meant(q.answer.To); len(meant) == 1 {
		q.Becomes = w.names.of(q.Table).called(meant[0].ID())
	} else {
		q.Becomes = withoutID(q.Becomes)
	}
}

// Open counts the questions that nobody has answered.
func (p *Plan) Open() (n int) {
	for i := range p.Questions {
		if p.Questions[i].Code != "" {
			n++
		}
	}
	return n
}

// OpenIn counts those about the values of one column.
func (p *Plan) OpenIn(m *recognise.Match) (n int) {
	f := m.Field
	if m.Link != nil {
		f = m.Link.To
	}
	if f == nil {
		return 0
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		own := q.Field == f
		if f.Kind == schema.Lookup {
			own = q.Field == nil && q.Table.Key == f.Target
		}
		if q.Code != "" && own && slices.Contains(q.Headers, m.Column.Header) {
			n++
		}
	}
	return n
}
