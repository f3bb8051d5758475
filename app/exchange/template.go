package exchange

import (
	"fmt"
	"strings"
	"time"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// exampleID stands in place of an id in the example row of a template.
const exampleID = "example"

// exampleName is what the example is called. Who writes another name over it has made a row of it.
const exampleName = "Example: an import leaves this row out"

// example is a row that shows how a template is filled in.
func (w *writing) example(t *schema.Table, columns []snapshot.Path) workbook.OutRow {
	row := workbook.OutRow{workbook.TextValue(exampleID), {}}
	for _, c := range columns {
		switch {
		case !c.Own():
			row = append(row, workbook.Value{})
		case c.Key == t.Primary:
			row = append(row, workbook.TextValue(exampleName))
		default:
			row = append(row, w.exampleOf(c.Field))
		}
	}
	return row
}

// exampleDay is one that cannot be read in two ways.
var exampleDay = record.DayOf(time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC))

// exampleOf is a value that the field would take.
func (w *writing) exampleOf(f *schema.Field) workbook.Value {
	switch f.Kind {
	case schema.Date:
		return workbook.DateValue(int(exampleDay))
	case schema.DateTime:
		return workbook.DateTimeValue(exampleDay * 24 * 60 * 60)
	case schema.Whole, schema.Decimal:
		return workbook.NumberValue(1)
	case schema.URL:
		return workbook.TextValue("https://www.example.org")
	case schema.Email:
		return workbook.TextValue("name@example.org")
	case schema.Choice, schema.Lookup:
		if name := w.listName(f); name != "" {
			return workbook.TextValue(w.list(f, name).Items[0])
		}
	case schema.Text, schema.Memo, schema.RichText:
		if f.MaxLength == 0 || f.MaxLength >= len("Some words") {
			return workbook.TextValue("Some words")
		}
	}
	return workbook.Value{}
}

// instructions is a sheet that says what goes into each column of a template.
func (w *writing) instructions(parts []Part) workbook.OutSheet {
	out := workbook.OutSheet{Name: workbook.InstructionsSheet, Columns: []workbook.OutColumn{{Header: "Sheet"}, {Header: "Column"}, {Header: "Must be filled"}, {Header: "What goes in", Width: 80}}}
	rows := []workbook.OutRow{
		words("All sheets", "", "", "One row is one record. Leave out what you do not know."),
		words("All sheets", "", "", "The first row is an example. Write over it, or leave it: an import leaves it out as long as its name stays."),
		words("All sheets", "", "", "Columns may be moved, hidden and left empty. Save the workbook, then import it: nothing is written before you have seen what would be."),
	}
	for _, p := range parts {
		for _, c := range w.columns(p) {
			if c.Own() {
				rows = append(rows, words(p.Table.Plural, c.Field.Label, yes(c.Field.Required), w.advice(c.Field)))
			}
		}
	}
	out.Rows = func(yield func(workbook.OutRow) bool) {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}
	return out
}

func words(texts ...string) workbook.OutRow {
	row := make(workbook.OutRow, len(texts))
	for i, text := range texts {
		if text != "" {
			row[i] = workbook.TextValue(text)
		}
	}
	return row
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// shownChoices is how many choices are named where there are more.
const shownChoices = 12

// advice is what a field takes, in a sentence or two.
func (w *writing) advice(f *schema.Field) string {
	var out string
	switch f.Kind {
	case schema.Date:
		out = "A date, such as 2026-12-31."
	case schema.DateTime:
		out = "A date and time, such as 2026-12-31 13:45."
	case schema.Whole:
		out = "A whole number."
	case schema.Decimal:
		out = "A number."
	case schema.URL:
		out = "An address, such as https://www.example.org."
	case schema.Email:
		out = "A mail address."
	case schema.Choice:
		out = "One of: " + w.choices(f) + "."
	case schema.Lookup:
		out = fmt.Sprintf("The name of one of the %s", w.snap.Model.Table(f.Target).Plural)
		if w.listName(f) != "" {
			out += ", from the list or typed"
		}
		out += "."
	default:
		out = "Text."
	}
	if f.MaxLength > 0 {
		out += fmt.Sprintf(" At most %s.", plural(f.MaxLength, "character", "characters"))
	}
	return strings.TrimSpace(out + " " + f.Help)
}

func (w *writing) choices(f *schema.Field) string {
	var labels []string
	options := w.snap.Model.ChoiceSet(f.Choice).Options
	for _, o := range options[:min(len(options), shownChoices)] {
		labels = append(labels, o.Label)
	}
	if n := len(options) - shownChoices; n > 0 {
		labels = append(labels, fmt.Sprintf("%d more in the list", n))
	}
	return strings.Join(labels, ", ")
}

// isExample is true for the example row of a template that nobody has written over, and for what is left of
// one that was emptied.
func (s *sheetWork) isExample(r *rowWork) bool {
	return s.wasExample(r) && (r.name == exampleName || len(r.cells.unpack(nil)) == 1)
}

// wasExample is true for a row that was the example, whatever it is now.
func (s *sheetWork) wasExample(r *rowWork) bool {
	return s.own && s.ids >= 0 && s.textAt(r.row, s.ids) == exampleID
}
