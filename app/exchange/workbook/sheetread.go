package workbook

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"cadastre/store/fault"
)

// A sheetReader reads the rows of one sheet.
type sheetReader struct {
	book    *xlsx
	sheet   string
	ctx     context.Context
	receive func(Row) error
	*scanner

	last   int  // number of the last row that was given out
	number int  // number of the row being read
	stated bool // the file states that number
	column int  // of the last cell

	cells  []pending // the filled cells of the row
	values []byte    // their values, one after the other

	uncalculated, misplaced tally
}

// A pending cell has its value either by itself or in sheetReader.values.
type pending struct {
	column   int
	kind     CellKind
	value    string
	from, to int
}

// A tally counts cells that deserve a note.
type tally struct {
	count int
	first string
}

func (t *tally) add(cell string) {
	if t.count++; t.count == 1 {
		t.first = cell
	}
}

// read reads the whole part.
func (r *sheetReader) read(s *scanner) error {
	r.scanner = s
	return s.walk(func(local []byte) error {
		switch {
		case len(s.marks) == 1 && string(local) != "worksheet":
			return brokenf("its part holds a %s in place of a worksheet", local)
		case string(local) == "row" && string(s.parent()) == "sheetData":
			return r.row()
		}
		return nil
	})
}

// row reads one row and gives it out if it has filled cells.
func (r *sheetReader) row() error {
	if err := r.startRow(); err != nil {
		return err
	}
	for depth := len(r.marks); len(r.marks) >= depth; {
		if done, err := r.quickCell(); err != nil {
			return err
		} else if done {
			continue
		}
		tok, err := r.next()
		if err != nil || tok == ended {
			return err
		}
		if tok == opened {
			if string(r.local) == "c" {
				err = r.cell()
			} else {
				err = r.skip()
			}
		}
		if err != nil {
			return err
		}
	}
	if len(r.cells) == 0 {
		return nil
	}
	return r.finishRow()
}

// startRow takes the row's number, or the one after the last when it states none.
func (r *sheetReader) startRow() error {
	r.cells, r.values, r.column = r.cells[:0], r.values[:0], -1
	r.number++
	value := r.attr("r")
	if r.stated = value != nil; !r.stated {
		return r.checkRow()
	}
	n := number(value)
	if n < 1 {
		return brokenf("it has a row with the number %q", value)
	}
	r.number = n
	return r.checkRow()
}

// checkRow refuses rows beyond the limit.
func (r *sheetReader) checkRow() error {
	if r.number > r.book.limits.Rows {
		return fault.New(fault.TooLarge, "The sheet %q of %q has a row %s; at most %s rows can be read. Split it into several files.",
			r.sheet, r.book.name, thousands(r.number), thousands(r.book.limits.Rows))
	}
	return nil
}

// finishRow gives the row out.
func (r *sheetReader) finishRow() error {
	if r.number <= r.last {
		return brokenf("a row %d comes after row %d", r.number, r.last)
	}
	if err := r.order(); err != nil {
		return err
	}
	text := string(r.values)
	cells := make([]Cell, len(r.cells))
	for i, p := range r.cells {
		cells[i] = Cell{Column: p.column, Kind: p.kind, Value: p.value}
		if p.to > p.from {
			cells[i].Value = text[p.from:p.to]
		}
	}
	if err := r.receive(Row{Number: r.number, Cells: cells}); err != nil {
		return stopped{err}
	}
	r.last = r.number
	r.progress()
	return nil
}

// order puts the cells in the order of their columns and refuses two in one.
func (r *sheetReader) order() error {
	sorted := true
	for i := 1; i < len(r.cells); i++ {
		sorted = sorted && r.cells[i-1].column < r.cells[i].column
	}
	if sorted {
		return nil
	}
	slices.SortStableFunc(r.cells, func(a, b pending) int { return cmp.Compare(a.column, b.column) })
	for i := 1; i < len(r.cells); i++ {
		if r.cells[i-1].column == r.cells[i].column {
			return brokenf("the cell %s is there twice", cellName(r.cells[i].column, r.number))
		}
	}
	return nil
}

// notes says what the user should know about the sheet after it was read.
func (r *sheetReader) notes() (notes []string) {
	if t := r.uncalculated; t.count > 0 {
		notes = append(notes, fmt.Sprintf("In the sheet %q %s no stored result, the first in cell %s; such cells are read as empty. "+
			"Open the workbook in Excel or LibreOffice, save it and bring it in again.",
			r.sheet, plural(t.count, "formula has", "formulas have"), t.first))
	}
	if t := r.misplaced; t.count > 0 {
		notes = append(notes, fmt.Sprintf("In the sheet %q %s the number of another row, the first as %s; such cells are read in the row that holds them.",
			r.sheet, plural(t.count, "cell carries", "cells carry"), t.first))
	}
	return notes
}
