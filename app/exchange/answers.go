package exchange

import (
	"slices"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// An Answer says what a value of the files stands for, in all its rows.
type Answer struct {
	// Table and Field are keys: the answer holds for the values of this field. Without a field it holds for
	// all links to records of the table, whichever field has them.
	Table string `json:"table"`
	Field string `json:"field,omitempty"`
	// Value is as the files have it, case and accents aside; "" answers for all values that nothing else explains.
	Value string `json:"value"`
	Use   Use    `json:"use"`
	// To is what MapTo takes the value for: a record by id or name, a choice by code or label, else a value as
	// people write it. For MakeRecord it is the name of the record, "" for the value itself.
	To string `json:"to,omitempty"`
}

// A Use is what becomes of a value.
type Use string

// The uses. A value that somebody has already made a record of is no longer made one.
const (
	MapTo      Use = "map"
	MakeRecord Use = "create"
	LeaveBlank Use = "blank"
	SkipRows   Use = "skip"
)

// checked returns answers with the model's own keys.
func checked(m *schema.Model, in []Answer) ([]Answer, error) {
	out := slices.Clone(in)
	for i := range out {
		if err := out[i].check(m); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// check says what an answer asks that cannot be done.
func (a *Answer) check(m *schema.Model) error {
	t, err := tableOf(m, a.Table)
	if err != nil {
		return err
	}
	linked := a.Field == ""
	if !linked {
		f := FindField(t, a.Field)
		if f == nil {
			return fault.New(fault.Usage, "%s has no field “%s” whose values could be answered for.", t.Plural, a.Field)
		}
		a.Field, linked = f.Key, f.Kind == schema.Lookup
	}
	a.Table = t.Key
	switch {
	case a.Use == MakeRecord && !linked:
		return fault.New(fault.Usage, "“%s” of %s links to no record, so none can be created for “%s”.", a.Field, t.Plural, a.Value)
	case a.Use == MapTo && (a.To == "" || a.Value == ""), a.Use == SkipRows && a.Value == "":
		return fault.New(fault.Usage, "An answer for values of %s says “%s” and not for which, or to what.", t.Plural, a.Use)
	case a.Use != MapTo && a.Use != MakeRecord && a.Use != LeaveBlank && a.Use != SkipRows:
		return fault.New(fault.Usage, "Values cannot be handled as “%s”: use map, create, blank or skip.", a.Use)
	}
	return nil
}

// answers are those about the values of one column, by what answerKey makes of a value.
type answers map[string]*Answer

// answersFor gathers the answers about a field; what is said of the field itself counts before what is said
// of all links to a table.
func (w *work) answersFor(t *schema.Table, f *schema.Field) answers {
	var out answers
	all := w.known()
	for _, fieldless := range []bool{true, false} {
		for _, a := range all {
			if fieldless == (a.Field == "") && a.about(t, f) {
				if out == nil {
					out = answers{}
				}
				out[answerKey(a.Value)] = a
			}
		}
	}
	return out
}

// about is true for an answer about a field of a table, or about all that link to where it links.
func (a *Answer) about(t *schema.Table, f *schema.Field) bool {
	if a.Field == "" {
		return f.Kind == schema.Lookup && a.Table == f.Target
	}
	return a.Table == t.Key && a.Field == f.Key
}

// known are all answers: those that the source's value maps are sure of, then those that somebody gave.
func (w *work) known() []*Answer {
	out := make([]*Answer, 0, len(w.translations)+len(w.options.Answers))
	for i := range w.translations {
		if t := &w.translations[i]; t.Sure {
			out = append(out, &t.Answer)
		}
	}
	for i := range w.options.Answers {
		out = append(out, &w.options.Answers[i])
	}
	return out
}

// to returns the answer to a value, nil where nobody has given one.
func (a answers) to(value string) *Answer {
	if a == nil {
		return nil
	}
	key := answerKey(value)
	if key == "" {
		return nil
	}
	return a[key]
}

// answerKey is what values share that are answered together: a question shows no more of a value.
func answerKey(value string) string { return fold(clip(value)) }

// otherwise returns the answer to values that nothing else explains.
func (a answers) otherwise() *Answer { return a[""] }

// readAnswer reads what a cell stands for in a column that is no lookup.
func (c *column) readAnswer(a *Answer) (record.Value, *spelling.Trouble) {
	if a.Use != MapTo {
		return record.Value{}, nil
	}
	exact := c.reader
	exact.Exact, exact.Dates = true, spelling.Undecided
	return exact.Read(workbook.Cell{Value: a.To})
}

// linked is the text by which a lookup's cell is looked up.
func (c *column) linked(text string) string {
	if a := c.answers.to(text); a != nil && a.To != "" {
		return a.To
	}
	return text
}

// skipAnswered leaves out the rows with a value whose rows are to be left out.
func (s *sheetWork) skipAnswered() {
	for _, c := range s.columns {
		if c == nil || c.answers == nil {
			continue
		}
		for i := range s.rows {
			r := &s.rows[i]
			cell := s.find(r.row, c.Column.Index)
			if r.out != "" || cell == nil {
				continue
			}
			if a := c.answers.to(cell.Value); a != nil && a.Use == SkipRows {
				s.ask(r, c, cell.Value, "")
				s.skip(r, valueLeftOut, "Rows with “%s” in “%s” are left out, as you said.", clip(cell.Value), c.Column.Header)
			}
		}
	}
}
