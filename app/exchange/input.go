package exchange

import (
	"context"
	"encoding/csv"
	"slices"
	"strings"

	"cadastre/app/exchange/dataverse"
	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// input is one sheet as it was read, with what the file itself says about it.
type input struct {
	recognise.Sheet
	// path is where the file lies or the name of what was pasted, "" for a text of the program's own.
	path string
	// rows are the filled rows.
	rows  []row
	texts texts
	// worded is by column the last of the rows, counted from 1, whose cell is a text.
	worded []int
	buf    []byte
	// table is the key or logical name that the file states, "" if it states none.
	table string
	// headerRow is the number of the header row where the file states it.
	headerRow int
	// fields are the keys of fields by column where the file states them.
	fields map[int]string
	// own is true for what we exported: what was emptied was meant to be.
	own bool
	// derived is true for links that cells of another sheet name, several in a cell.
	derived bool
	// placed is true for rows whose records are known: each of them is one, whatever it says.
	placed bool
	// foreign is true for what another copy of the catalogue exported.
	foreign bool
	// list is what Power Apps says of a workbook that it exported, and listed are the logical names by column once
	// the sheet's header has shown it to be that list.
	list   *dataverse.Worksheet
	listed map[int]string
	// pack is true for packages: links that point outside become stubs.
	pack bool
	// guarded texts may have an apostrophe before what looks like a formula.
	guarded bool
	// exported are the records that our own export wrote, where they are asked for.
	exported []exportedRow
	date1904 bool
}

// A row is one filled row of a sheet.
type row struct {
	number int
	cells  packed
}

// add takes a row over.
func (in *input) add(r workbook.Row) {
	if in.guarded {
		for i := range r.Cells {
			r.Cells[i].Value = workbook.UnguardText(r.Cells[i].Value)
		}
	}
	for i := range r.Cells {
		if c := &r.Cells[i]; c.Kind == workbook.Text {
			in.noteText(c.Column)
		}
	}
	in.buf = pack(in.buf[:0], r.Cells)
	kept := row{r.Number, packed(in.texts.keep(in.buf))}
	in.rows = append(in.rows, kept)
	if len(in.Head) < recognise.HeadRows {
		in.seeHeader(r)
		in.Head = append(in.Head, kept.open())
	}
}

// noteText notes that the row to be added has a text in a column.
func (in *input) noteText(column int) {
	for column >= len(in.worded) {
		in.worded = append(in.worded, 0)
	}
	in.worded[column] = len(in.rows) + 1
}

// hasTexts is true for a column with a text below the header.
func (s *sheetWork) hasTexts(column int) bool {
	return column < len(s.worded) && s.worded[column] > s.header+1
}

// open unpacks a row.
func (r row) open() workbook.Row { return workbook.Row{Number: r.number, Cells: r.cells.unpack(nil)} }

// exact is true for files whose cells a program wrote.
func (in *input) exact() bool { return in.own || in.pack }

// tag takes over what our own export noted about the sheet.
func (in *input) tag(tags []workbook.SheetTags) {
	i := slices.IndexFunc(tags, func(t workbook.SheetTags) bool { return t.Sheet == in.Name })
	if i >= 0 {
		in.own, in.table, in.headerRow, in.fields = true, tags[i].Table, tags[i].HeaderRow, tags[i].Fields
	}
}

// A Text is a csv text in memory that holds records of a known table.
type Text struct {
	Table string
	Name  string
	CSV   []byte
}

// PlanTexts is Plan for texts that the program itself brings along.
func (p Planner) PlanTexts(ctx context.Context, texts []Text, o Options) (*Plan, error) {
	var inputs []*input
	for _, t := range texts {
		rows, err := csv.NewReader(strings.NewReader(string(t.CSV))).ReadAll()
		if err != nil {
			return nil, fault.Wrap(err, fault.Internal, "%s cannot be read: %v.", t.Name, err)
		}
		in := &input{Sheet: recognise.Sheet{File: t.Name, Name: t.Table}, table: t.Table, headerRow: 1}
		for i, cells := range rows {
			in.add(textRow(i+1, cells))
		}
		inputs = append(inputs, in)
	}
	return p.plan(ctx, inputs, nil, o, whole)
}

func textRow(number int, cells []string) workbook.Row {
	row := workbook.Row{Number: number}
	for i, c := range cells {
		if c != "" {
			row.Cells = append(row.Cells, workbook.Cell{Column: i, Value: c})
		}
	}
	return row
}
