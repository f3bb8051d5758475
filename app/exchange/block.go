package exchange

import (
	"context"
	"fmt"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Block is cells that are put onto a list: what is a header and a guess in a file is known of them.
type Block struct {
	Table *schema.Table
	// Columns are what stands in the list above the cells: fields of the table or, by path, of linked records.
	Columns []snapshot.Path
	// IDs are the records of the rows; one that the catalogue does not have is created.
	IDs []record.ID
	// Cell is what is put into a row and column, both from 0. A blank one clears.
	Cell func(row, column int) BlockCell
	// Origin is the kind of origin that the journal notes, Verb what was done to the cells: "pasted".
	Origin, Verb string
}

// A BlockCell is one cell of a block: a text, or what a record holds.
type BlockCell struct {
	Text string
	// Link is the record that a lookup names, where it is known.
	Link record.ID
}

// CellOf is the block cell that puts a value into the same field of another record.
func CellOf(s *snapshot.Snapshot, f *schema.Field, v record.Value) BlockCell {
	switch {
	case v.IsBlank():
		return BlockCell{}
	case f.Kind == schema.Lookup:
		return BlockCell{Text: s.Display(f, v), Link: v.ID()}
	case f.Kind == schema.RichText:
		return BlockCell{Text: v.Str()}
	}
	return BlockCell{Text: s.Display(f, v)}
}

// Settable is true for columns whose cells can be given a value: not what the program fills or composes,
// and not what belongs to a linked record.
func Settable(t *schema.Table, c snapshot.Path) bool {
	return t.Field(c.Key) == c.Field && !c.Field.System && len(c.Field.Parts) == 0
}

// PlanBlock says what putting a block onto a list would do. The good cells of each row are taken, and the
// row of a problem counts from 1 in the block.
func (p Planner) PlanBlock(ctx context.Context, b Block, dates string) (*Plan, error) {
	in, columns := b.input()
	o := Options{Table: b.Table.Key, Blank: Clear, Partial: true, Dates: dates, Sheets: []SheetOptions{{Columns: columns}}}
	plan, err := p.plan(ctx, []*input{in}, nil, o, whole)
	if err != nil {
		return nil, err
	}
	plan.block = &b
	b.noteReadOnly(plan)
	return plan, nil
}

// input is the block as a sheet whose last column holds the ids, and what each of its columns fills.
func (b *Block) input() (*input, map[int]string) {
	header := workbook.Row{Number: len(b.IDs) + 1}
	columns := map[int]string{len(b.Columns): "id"}
	for i, c := range b.Columns {
		header.Cells = append(header.Cells, workbook.Cell{Column: i, Value: c.Field.Label})
		if columns[i] = ""; Settable(b.Table, c) {
			columns[i] = c.Key
		}
	}
	header.Cells = append(header.Cells, workbook.Cell{Column: len(b.Columns), Value: idKey})
	in := &input{Sheet: recognise.Sheet{Name: b.Table.Plural}, headerRow: header.Number, placed: true}
	in.add(header)
	for i := range b.IDs {
		in.add(b.row(i))
	}
	return in, columns
}

func (b *Block) row(i int) workbook.Row {
	row := workbook.Row{Number: i + 1}
	for column := range b.Columns {
		cell := b.Cell(i, column)
		if cell.Text == "" {
			continue
		}
		c := workbook.Cell{Column: column, Value: cell.Text}
		if cell.Link != record.NoID {
			c.Ref = cell.Link.String()
		}
		row.Cells = append(row.Cells, c)
	}
	row.Cells = append(row.Cells, workbook.Cell{Column: len(b.Columns), Value: b.IDs[i].String()})
	return row
}

// noteReadOnly tells which columns were to change that nobody can change in the list.
func (b *Block) noteReadOnly(p *Plan) {
	rows := p.base.Table(b.Table.Num)
	for column, c := range b.Columns {
		if Settable(b.Table, c) {
			continue
		}
		for i, id := range b.IDs {
			held := ""
			if slot, ok := rows.Slot(id); ok {
				held = p.base.Display(c.Field, c.Value(slot))
			}
			if text := strings.TrimSpace(b.Cell(i, column).Text); text != held {
				p.Problems = append(p.Problems, Problem{Row: i + 1, Column: Letter(column), Header: c.Field.Label, Value: clip(text), Code: "read-only",
					Severity: RejectsCell, Message: fmt.Sprintf("%s is filled by Cadastre or belongs to another record, and stays as it is.", c.Field.Label)})
				break
			}
		}
	}
}

// Changes counts the cells that the plan would change, and the records that it would create or change.
func (p *Plan) Changes() (cells, records int) {
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Outcome == Created || r.Outcome == Updated {
			cells += len(r.fields.unpack(nil))
			records++
		}
	}
	return cells, records
}

// draft is the change set of a plan for a block.
func (b *Block) draft(p *Plan, who string) change.Draft {
	cells, records := p.Changes()
	d := change.Draft{Who: who, Long: true, Origin: change.Origin{Kind: b.Origin}}
	d.Summary = fmt.Sprintf("%s in %s %s", plural(cells, "cell", "cells"), plural(records, b.Table.Label, b.Table.Plural), b.Verb)
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Outcome == Created || r.Outcome == Updated {
			var e change.Edit
			r.edit(&e, 0)
			e.Row = 0
			d.Edits = append(d.Edits, e)
		}
	}
	return d
}
