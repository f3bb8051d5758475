package workbook

import (
	"fmt"

	"cadastre/store/fault"
)

// A sheetReader scans the rows of one sheet. They are given out by others, who
// know the texts that cells refer to, while it goes on.
type sheetReader struct {
	book  *xlsx
	sheet string
	room  func() *rowBatch // takes a batch that is full, and returns another
	*scanner
	*rowBatch // that the row goes to

	number     int  // number of the row being read
	stated     bool // the file states that number
	column     int  // of the last cell
	first      int  // of the row's cells
	firstValue int  // of the bytes of its values

	uncalculated, misplaced tally
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
	if err := r.begin(); err != nil {
		return err
	}
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

// begin hands the batch on and begins another.
func (r *sheetReader) begin() error {
	if r.rowBatch = r.room(); r.rowBatch == nil {
		return errEnough
	}
	r.rows, r.cells, r.values = r.rows[:0], r.cells[:0], r.values[:0]
	return nil
}

// row reads one row and keeps it if it has filled cells.
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
	return r.finishRow()
}

// startRow takes the row's number, or the one after the last when it states none.
func (r *sheetReader) startRow() error {
	r.first, r.firstValue, r.column = len(r.cells), len(r.values), -1
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

// finishRow keeps the row, and hands on those that are enough for a batch.
func (r *sheetReader) finishRow() error {
	if len(r.cells) == r.first {
		return nil
	}
	r.rows = append(r.rows, scannedRow{r.number, len(r.cells)})
	r.progress()
	if len(r.cells) < batchCells && len(r.values) < batchBytes {
		return nil
	}
	return r.begin()
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
