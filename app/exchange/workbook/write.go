package workbook

import (
	"archive/zip"
	"context"
	"io"
	"iter"
	"time"

	"github.com/klauspost/compress/flate"
)

// A Document is a workbook to be written: its sheets, and the lists that their
// drop-downs offer.
type Document struct {
	Title  string
	Author string
	// Created is the time that the file's properties state; the zero time leaves it out.
	Created time.Time
	Sheets  []OutSheet
	Lists   []List
}

// A List holds the values that a drop-down offers. Values given twice are offered once.
type List struct {
	Name  string
	Items []string
	// Open allows values outside the list to be typed as well.
	Open bool
}

// An OutSheet is a sheet to be written: a header row and one row per record.
type OutSheet struct {
	// Name is the wished name of the tab. Write changes it as far as Excel's rules demand.
	Name string
	// Table is the key under which ReadTags reports the sheet; "" leaves it untagged.
	Table   string
	Columns []OutColumn
	// FrozenColumns is the number of columns at the left that stay in sight, hidden ones counted.
	FrozenColumns int
	// MarkMissing colours the required cells that are empty in rows that have something.
	MarkMissing bool
	// Rows yields the rows. It is walked twice and must yield the same rows both times;
	// a row may be reused once yield has returned. Nil means no rows.
	Rows iter.Seq[OutRow]
}

// An OutRow holds the values of one row by column; values missing at its end are empty.
type OutRow []Value

// ColumnKind says how the cells of a column are formatted and checked while typing.
type ColumnKind uint8

// The kinds of column.
const (
	// TextColumn keeps whatever is typed as text, so that codes keep their leading zeros.
	TextColumn ColumnKind = iota
	NumberColumn
	DateColumn
	DateTimeColumn
	// LinkColumn is a TextColumn whose web and mail addresses can be clicked.
	LinkColumn
)

// An OutColumn describes a column.
type OutColumn struct {
	Header string
	// Key is the key under which ReadTags reports the column: letters, digits, "_" and ".".
	// "" leaves it untagged.
	Key  string
	Kind ColumnKind
	// Width in characters; 0 computes it from the header and the content.
	Width    float64
	Hidden   bool
	Required bool
	// List names the List that the drop-down offers; "" makes none.
	List string
	// MaxLength is the longest text in characters that may be typed; 0 sets no limit.
	MaxLength int
	// Note is shown when the header is selected.
	Note string
}

// Write writes doc as an Excel workbook. The file at path appears, or is replaced,
// only when everything is written; a failure or a cancelled ctx leaves it as it was.
// What does not fit into a workbook is a fault that names sheet, row and column: nothing
// is cut. progress, if not nil, is told the number of rows written so far.
func Write(ctx context.Context, path string, doc Document, progress func(rows int)) error {
	plan, err := makePlan(ctx, doc)
	if err != nil {
		return err
	}
	return Replace(path, func(w io.Writer) error {
		return plan.write(w, &ticker{ctx: ctx, progress: progress})
	})
}

// write writes the parts of the workbook. Excel wants the content types first.
func (p *plan) write(w io.Writer, t *ticker) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, compression)
	})
	for _, part := range p.parts() {
		if err := writePart(archive, part.name, part.content); err != nil {
			return err
		}
	}
	for i := range p.sheets {
		if err := p.writeSheet(archive, i, t); err != nil {
			return err
		}
	}
	t.finish()
	return archive.Close()
}

// compression is a fast level: the next ones take a tenth more time for a tenth less file.
const compression = 3

func writePart(archive *zip.Writer, name, content string) error {
	part, err := archive.Create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(part, content)
	return err
}

// A ticker counts rows, reports progress and notices when the user stops.
type ticker struct {
	ctx      context.Context
	rows     int
	progress func(rows int)
}

func (t *ticker) row() error {
	t.rows++
	if t.rows%1024 != 0 {
		return nil
	}
	t.finish()
	return t.ctx.Err()
}

func (t *ticker) finish() {
	if t.progress != nil {
		t.progress(t.rows)
	}
}
