package exchange

import (
	"context"
	"errors"
	"slices"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/schema"
)

// leastShared is the part of all headers that two sheets of one shape share.
const leastShared = 0.8

// mapped returns what a mapping says of a sheet, or of a part of it: the part that names it and fits it, else one that fits.
func mapped(model *schema.Model, all []MappedSheet, in *recognise.Sheet, part string) (SheetOptions, bool) {
	for _, byName := range []bool{true, false} {
		for i := range all {
			m := &all[i]
			if m.Part != part || byName != m.names(in) || !byName && len(m.Headers) == 0 {
				continue
			}
			if o, fits := m.on(model, in); fits {
				return o, true
			}
		}
	}
	return SheetOptions{}, false
}

// names is true for a sheet that is called as the mapping says, which may leave it open.
func (m *MappedSheet) names(in *recognise.Sheet) bool {
	return (m.File == "" || strings.EqualFold(m.File, in.File)) && (m.Sheet == "" || strings.EqualFold(m.Sheet, in.Name))
}

// on returns the options for a sheet that has the mapping's headers.
func (m *MappedSheet) on(model *schema.Model, in *recognise.Sheet) (SheetOptions, bool) {
	o := SheetOptions{File: in.File, Sheet: in.Name, Part: m.Part, Divide: m.Divide.division(), Skip: m.Skip, Table: m.Table, HeaderRow: m.HeaderRow, Key: m.Key, Headers: m.Columns}
	if len(m.Headers) == 0 {
		return o, true
	}
	for i := range in.Head {
		if head, at := recognise.Head(model, in.Head, i); m.isHeader(head) {
			if o.HeaderRow == 0 {
				o.HeaderRow = in.Head[at].Number
			}
			return o, true
		}
	}
	return o, false
}

// isHeader is true for a row that has the headers of a mapping: all that it places, and most of the others.
func (m *MappedSheet) isHeader(row workbook.Row) bool {
	want, have, shared := map[string]bool{}, map[string]bool{}, 0
	for _, h := range m.Headers {
		want[fold(h)] = true
	}
	for _, c := range row.Cells {
		if key := fold(c.Value); key != "" && !have[key] {
			have[key] = true
			if want[key] {
				shared++
			}
		}
	}
	for _, h := range m.Headers {
		if m.Columns[h] != "" && !have[fold(h)] {
			return false
		}
	}
	return shared > 0 && float64(shared) >= leastShared*float64(len(want)+len(have)-shared)
}

// Fit returns the options for an import of sheets, with every answer at its column. It is false for sheets of
// another shape: when a part of the mapping finds no sheet.
func (m *Mapping) Fit(model *schema.Model, sheets []recognise.Sheet) (Options, bool) {
	o, missing := m.Options(), map[*MappedSheet]bool{}
	o.Mapped = nil
	for i := range m.Sheets {
		missing[&m.Sheets[i]] = len(m.Sheets[i].Headers) > 0
	}
	for i := range sheets {
		s := &sheets[i]
		for j := range m.Sheets {
			if _, fits := m.Sheets[j].on(model, s); fits {
				missing[&m.Sheets[j]] = false
			}
		}
		for _, part := range m.parts() {
			if of, fits := mapped(model, m.Sheets, s, part); fits {
				of.place(model, s)
				o.Sheets = append(o.Sheets, of)
			}
		}
	}
	for _, is := range missing {
		if is {
			return o, false
		}
	}
	return o, len(o.Sheets) > 0
}

// parts are those of divided sheets, and "" for what is said of sheets as a whole.
func (m *Mapping) parts() []string {
	parts := []string{""}
	for _, s := range m.Sheets {
		if !slices.Contains(parts, s.Part) {
			parts = append(parts, s.Part)
		}
	}
	return parts
}

// place turns answers by header into answers by column.
func (o *SheetOptions) place(model *schema.Model, s *recognise.Sheet) {
	at := slices.IndexFunc(s.Head, func(r workbook.Row) bool { return r.Number == o.HeaderRow })
	if at < 0 {
		if at, _ = recognise.HeaderRow(model, s); at < 0 {
			return
		}
	}
	head, _ := recognise.Head(model, s.Head, at)
	if o.Divide != nil {
		by := o.Divide.at(head)
		o.Divide = &Division{Column: by.Column, Tables: by.Tables}
	}
	var columns []recognise.Match
	for _, c := range head.Cells {
		columns = append(columns, recognise.Match{Column: recognise.Column{Index: c.Column, Header: c.Value}})
	}
	o.Columns = map[int]string{}
	for header, field := range o.Headers {
		for i, name := range columnNames(columns) {
			if sameHeader(header, name) {
				o.Columns[columns[i].Column.Index] = field
			}
		}
		for i := range widestLetter {
			if strings.EqualFold(header, "column "+Letter(i)) {
				o.Columns[i] = field
			}
		}
	}
	o.Headers = nil
}

// widestLetter is how many columns are called by their letter, for want of a header.
const widestLetter = 702

// errEnough ends the reading of a sheet whose first rows are known.
var errEnough = errors.New("enough rows")

// Heads reads the first rows of each sheet that an import of files would read, and that neither the program
// itself nor a package has written: those need no mapping.
func Heads(ctx context.Context, paths []string, pasted Pasted) ([]recognise.Sheet, error) {
	r := intake{Planner: Planner{Pasted: pasted}, ctx: ctx, preview: newPreviewer(ctx, Planner{}, Options{}), most: recognise.HeadRows}
	if err := r.read(paths); err != nil {
		return nil, err
	}
	var out []recognise.Sheet
	for _, in := range r.inputs {
		if !in.exact() {
			out = append(out, in.Sheet)
		}
	}
	return out, nil
}
