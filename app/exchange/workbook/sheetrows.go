package workbook

import (
	"cmp"
	"context"
	"slices"

	"cadastre/store/ahead"
)

// A batch of rows is handed on when it has so many cells, or values of so many bytes.
const (
	batchCells = 8 << 10
	batchBytes = 64 << 10
)

// A rowBatch is some rows in a row as they were scanned: the texts that they refer to are not looked up yet.
type rowBatch struct {
	rows   []scannedRow
	cells  []pending // of all rows, one after the other
	values []byte    // of all cells
}

// A scannedRow has the cells between the end of the row before and its own.
type scannedRow struct{ number, end int }

// A pending cell has its value at rowBatch.values[from:to], or shares the text number from.
type pending struct {
	column   int
	kind     CellKind
	shared   bool
	from, to int
}

// sheetRows gives out the rows of a sheet.
type sheetRows struct {
	book    *xlsx
	part    string
	ctx     context.Context
	receive func(Row) error
	last    int // number of the last row that was given out
	row     Row
}

// read gives out the rows while they are scanned.
func (g *sheetRows) read(r *sheetReader) error {
	scan := func(next func() *rowBatch) error {
		r.room = next
		err := g.book.archive.scan(g.ctx, g.part, g.book.limits, r.read)
		if err != nil {
			next() // hands on the rows before it
		}
		return err
	}
	for batch, err := range ahead.Each(scan) {
		if err == nil {
			err = g.ctx.Err()
		}
		if err == nil {
			err = inPart(g.give(batch), g.part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// give gives out the rows of a batch that have filled cells.
func (g *sheetRows) give(b *rowBatch) error {
	values, from := string(b.values), 0
	for _, row := range b.rows {
		g.row.Number, g.row.Cells = row.number, g.row.Cells[:0]
		for i := range b.cells[from:row.end] {
			if err := g.add(&b.cells[from+i], values); err != nil {
				return err
			}
		}
		from = row.end
		if len(g.row.Cells) == 0 {
			continue
		}
		if err := g.finish(); err != nil {
			return err
		}
	}
	return nil
}

// add adds a cell to the row, unless the text that it shares is empty.
func (g *sheetRows) add(p *pending, values string) error {
	if !p.shared {
		g.row.Cells = append(g.row.Cells, Cell{Column: p.column, Kind: p.kind, Value: values[p.from:p.to]})
		return nil
	}
	text, ok, err := g.book.text(g.ctx, p.from)
	switch {
	case err != nil:
		return err
	case !ok:
		return brokenf("in cell %s the text number %d is missing from the workbook’s table of texts", cellName(p.column, g.row.Number), p.from)
	case text != "":
		g.row.Cells = append(g.row.Cells, Cell{Column: p.column, Kind: Text, Value: text})
	}
	return nil
}

// finish gives the row out.
func (g *sheetRows) finish() error {
	if g.row.Number <= g.last {
		return brokenf("a row %d comes after row %d", g.row.Number, g.last)
	}
	if err := g.order(); err != nil {
		return err
	}
	if err := g.receive(g.row); err != nil {
		return stopped{err}
	}
	g.last = g.row.Number
	return nil
}

// order puts the cells in the order of their columns and refuses two in one.
func (g *sheetRows) order() error {
	cells := g.row.Cells
	byColumn := func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) }
	for i := 1; i < len(cells); i++ {
		if cells[i-1].Column >= cells[i].Column {
			slices.SortStableFunc(cells, byColumn)
			break
		}
	}
	for i := 1; i < len(cells); i++ {
		if cells[i-1].Column == cells[i].Column {
			return brokenf("the cell %s is there twice", cellName(cells[i].Column, g.row.Number))
		}
	}
	return nil
}
