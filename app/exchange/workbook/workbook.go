// Package workbook reads and writes the tabular files that people keep their
// lists in: Excel workbooks, csv and tsv. It knows cells, rows and sheets and
// nothing of the model: what a column means is decided in app/exchange.
//
// It is the only importer of excelize. It may import the standard library and
// small format libraries; of ours it imports only store/fault and store/ahead.
package workbook

import "context"

// CellKind says what a file itself states about a cell.
type CellKind uint8

// The kinds of cell.
const (
	// Text is a string, shown as it stands; also a duration of a day and more, such as "36:30:00".
	Text CellKind = iota
	// Number is a number whose format is no date; Value is its shortest exact decimal, "." as point,
	// with the 15 digits that Excel keeps.
	Number
	// Bool holds "TRUE" or "FALSE".
	Bool
	// Date is a number that its format shows as a date or time; Value is ISO 8601 without a zone:
	// "2006-01-02", or "2006-01-02T15:04:05" where the serial has a time of day, or "15:04:05" for a time alone.
	Date
	// Error is an Excel error value such as "#N/A".
	Error
)

// A Cell is one filled cell. Cells that are absent or empty in the file are not listed.
type Cell struct {
	// Column is the position in the sheet, A being 0.
	Column int
	Kind   CellKind
	// Value is the content in the form that Kind describes.
	Value string
	// Ref is the id that the file gives for a link whose shown name is Value; empty in spreadsheets.
	Ref string
	// RefTable is the logical name of the table that Ref points into; empty in spreadsheets.
	RefTable string
}

// A Row is one row with its filled cells in the order of their columns.
type Row struct {
	// Number is the row's number as the user sees it in the file, the first being 1.
	// In csv it is the number of the record, counted as a spreadsheet program would show it.
	Number int
	Cells  []Cell
}

// A Sheet is one table-like part of a file.
type Sheet struct {
	// Name is the name on the sheet's tab; for csv the file's name without its ending.
	Name string
	// Hidden is true for sheets that the user does not see (hidden or very hidden).
	Hidden bool
	// Rows is the number of rows that the file claims; an estimate for progress, 0 when unknown.
	Rows int
	// HiddenColumns are the positions of columns that the user does not see.
	HiddenColumns []int
}

// A Book is an open file. It is used by one goroutine at a time and closed once.
type Book interface {
	// Sheets lists the parts in the order of the file. Chart and dialog sheets are not among them.
	Sheets() []Sheet
	// Date1904 is true when bare serial numbers count from 1904-01-01.
	Date1904() bool
	// Notes are the sentences that the reader owes the user about the file as a whole
	// (encoding taken, separator taken, a sheet that is not read), and about the sheets read so far
	// (formulas without a result).
	Notes() []string
	// Read calls row for every row of the sheet that has at least one filled cell, in order.
	// The Row's cells are there until row returns; their values stay. It returns the first error of row, the context's
	// error, or a fault with a sentence when the file is damaged: rows are never left out silently.
	Read(ctx context.Context, sheet int, row func(Row) error) error
	// Close gives back files and temporary space.
	Close() error
}
