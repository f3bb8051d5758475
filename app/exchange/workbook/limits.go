package workbook

import "cmp"

// Limits bounds what reading one file may cost. A field that is zero takes its default.
type Limits struct {
	// FileBytes is the most that the file may take on disk.
	FileBytes int64
	// PartBytes is the most that one part of a workbook may hold when unpacked.
	PartBytes int64
	// Ratio is how many times larger than its packed form a part of a workbook may be.
	Ratio int64
	// EmptyBytes is how much of a part may be read without coming upon a filled cell, or one that refers to a text.
	EmptyBytes int
	// TextBytes is the most memory that a workbook's table of shared texts may take.
	TextBytes int64
	// Rows is the highest row number.
	Rows int
	// Columns is the highest number of columns.
	Columns int
	// CellBytes is the most text that one cell may hold.
	CellBytes int
	// RowBytes is the most text that the cells of one row may hold together.
	RowBytes int
}

// DefaultLimits are those of Excel where Excel has one, and elsewhere several
// times what a large catalogue needs, within 1 GB of memory.
func DefaultLimits() Limits {
	return Limits{
		FileBytes:  2 << 30,
		PartBytes:  2 << 30,
		Ratio:      250,
		EmptyBytes: 512 << 20,
		TextBytes:  512 << 20,
		Rows:       1_048_576,
		Columns:    16_384,
		CellBytes:  1 << 20,
		RowBytes:   32 << 20,
	}
}

// orDefault replaces what is zero.
func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	return Limits{
		FileBytes:  cmp.Or(l.FileBytes, d.FileBytes),
		PartBytes:  cmp.Or(l.PartBytes, d.PartBytes),
		Ratio:      cmp.Or(l.Ratio, d.Ratio),
		EmptyBytes: cmp.Or(l.EmptyBytes, d.EmptyBytes),
		TextBytes:  cmp.Or(l.TextBytes, d.TextBytes),
		Rows:       cmp.Or(l.Rows, d.Rows),
		Columns:    cmp.Or(l.Columns, d.Columns),
		CellBytes:  cmp.Or(l.CellBytes, d.CellBytes),
		RowBytes:   cmp.Or(l.RowBytes, d.RowBytes),
	}
}
