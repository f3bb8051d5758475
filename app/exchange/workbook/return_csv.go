package workbook

import (
	"context"
	"path/filepath"
	"slices"
)

// ReturnCSV writes those rows of the csv at path that keep keeps as out, with a column of reasons at the end.
// What stands above the header stays.
func ReturnCSV(ctx context.Context, path, out string, s ReturnedSheet, keep func(row int) bool) error {
	book, err := Open(ctx, path, DefaultLimits())
	if err != nil {
		return err
	}
	defer func() { _ = book.Close() }() // it was only read
	reasons := map[int]string{}
	for _, r := range s.Rows {
		reasons[r.Number] = r.Reason
	}
	var rows [][]string
	at := -1
	err = book.Read(ctx, 0, func(r Row) error {
		if r.Number > s.HeaderRow && !keep(r.Number) {
			return nil
		}
		cells := textsOf(r)
		if r.Number == s.HeaderRow {
			if at = slices.IndexFunc(cells, IsReason); at < 0 {
				at = len(cells)
			}
			cells = put(cells, at, s.Header)
		} else if r.Number > s.HeaderRow {
			cells = put(cells, at, reasons[r.Number])
		}
		rows = append(rows, cells)
		return nil
	})
	if err != nil {
		return err
	}
	return WriteCSV(ctx, out, asSheet(filepath.Base(out), rows), nil)
}

func textsOf(r Row) (cells []string) {
	for _, c := range r.Cells {
		cells = put(cells, c.Column, UnguardText(c.Value))
	}
	return cells
}

// put gives a cell its text, after blank ones where the row is shorter.
func put(cells []string, at int, text string) []string {
	cells = append(cells, make([]string, max(0, at+1-len(cells)))...)
	cells[at] = text
	return cells
}

// asSheet takes the first row for the header.
func asSheet(name string, rows [][]string) OutSheet {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	sheet := OutSheet{Name: name, Columns: make([]OutColumn, width)}
	if len(rows) == 0 {
		return sheet
	}
	for i, header := range rows[0] {
		sheet.Columns[i].Header = header
	}
	sheet.Rows = func(yield func(OutRow) bool) {
		for _, row := range rows[1:] {
			out := make(OutRow, len(row))
			for i, text := range row {
				out[i] = TextValue(text)
			}
			if !yield(out) {
				return
			}
		}
	}
	return sheet
}
