package workbook

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cadastre/store/fault"
)

// A csv is an open text with separated values.
type csv struct {
	src    io.ReaderAt
	size   int64
	file   *os.File    // nil for a text in memory
	info   fs.FileInfo // of the file, as it was when it was opened
	name   string
	limits Limits

	encoding textEncoding
	sep      byte
	spaced   bool // spaces before a quote do not count
	headline bool // the first line states the separator
	lines    int
	notes    []string // of the file
	found    []string // since it was read
}

// openCSV takes over the file.
func openCSV(ctx context.Context, file *os.File, limits Limits) (Book, error) {
	b := &csv{src: file, file: file, name: filepath.Base(file.Name()), limits: limits}
	info, err := file.Stat()
	if err == nil {
		b.info, b.size = info, info.Size()
		err = b.open(ctx)
	}
	if err != nil {
		file.Close()
		return nil, b.explain(err)
	}
	return b, nil
}

// OpenText opens a text in memory as a csv file of that name. Where its first line has tabs, they are what separates
// it: a spreadsheet has copied it. Nothing else does that its first line does not have, such as commas in names.
func OpenText(ctx context.Context, name, text string, limits Limits) (Book, error) {
	limits = limits.orDefault()
	if size := int64(len(text)); size > limits.FileBytes {
		return nil, fault.New(fault.TooLarge, "%q has %s MB; at most %s MB can be read. Copy fewer rows at a time.",
			name, thousands(int(size>>20)), thousands(int(limits.FileBytes>>20)))
	}
	b := &csv{src: strings.NewReader(text), size: int64(len(text)), name: name, limits: limits}
	if err := b.open(ctx); err != nil {
		return nil, b.explain(err)
	}
	return b, nil
}

// open finds out the encoding and the separator.
func (b *csv) open(ctx context.Context) error {
	seen, err := gather(ctx, b.whole(), uint64(b.size))
	if err != nil {
		return err
	}
	b.encoding, b.lines = seen.encoding(), seen.lines
	sample, all, err := takeSample(b.encoding.decode(b.whole()))
	if err != nil {
		return err
	}
	switch b.sep, b.headline = declaredSeparator(sample); {
	case b.headline:
	case b.file == nil && tabbed(sample):
		b.sep = '\t'
	default:
		b.sep = guessSeparator(sample, all, b.file != nil, b.limits)
	}
	b.spaced = guessSpaced(sample, b.sep, b.limits)
	b.note(seen)
	return nil
}

// whole reads the text from its start, independently of other readers.
func (b *csv) whole() io.Reader { return io.NewSectionReader(b.src, 0, b.size) }

// note says how the file was taken.
func (b *csv) note(seen evidence) {
	if b.encoding != inUTF8 {
		b.notes = append(b.notes, fmt.Sprintf("The characters of %q were taken to be in %s. Check names with accents.", b.name, b.encoding))
	}
	for _, s := range separators {
		if b.sep == s.sep && s.sep != ',' && (b.file != nil || s.sep != '\t') {
			b.notes = append(b.notes, fmt.Sprintf("The columns of %q were taken to be separated by %s.", b.name, s.name))
		}
	}
	if b.sep == 0 {
		b.notes = append(b.notes, fmt.Sprintf("%q was taken to have one column: no separator divides its lines evenly.", b.name))
	}
	if wide := b.encoding == inUTF16Small || b.encoding == inUTF16Big; seen.nul > 0 && !wide {
		b.notes = append(b.notes, fmt.Sprintf("%q holds %s, which were left out. It may have been damaged when it was written.",
			b.name, plural(seen.nul, "zero byte", "zero bytes")))
	}
}

// Sheets implements Book.
func (b *csv) Sheets() []Sheet {
	return []Sheet{{Name: strings.TrimSuffix(b.name, filepath.Ext(b.name)), Rows: b.lines}}
}

// Date1904 implements Book.
func (b *csv) Date1904() bool { return false }

// Notes implements Book.
func (b *csv) Notes() []string { return append(append([]string{}, b.notes...), b.found...) }

// Close implements Book.
func (b *csv) Close() error {
	if b.file == nil {
		return nil
	}
	return b.file.Close()
}

// Read implements Book.
func (b *csv) Read(ctx context.Context, _ int, row func(Row) error) error {
	plain := newReadAhead(ctx, b.whole(), uint64(b.size))
	defer plain.stop()
	s := newCSVScanner(b.encoding.decode(plain), b.sep, b.name, b.limits)
	s.spaced = b.spaced
	err := b.rows(s, row)
	b.found = b.trailing(s)
	if err == nil {
		err = b.unchanged()
	}
	return b.explain(err)
}

// rows gives out every record that has a filled cell.
func (b *csv) rows(s *csvScanner, row func(Row) error) error {
	if b.headline {
		if _, err := s.next(); err != nil {
			return err
		}
		s.record = 0
	}
	for {
		ok, err := s.next()
		if !ok || err != nil {
			return err
		}
		if cells := s.cells(); len(cells) > 0 {
			if err := row(Row{Number: s.record, Cells: cells}); err != nil {
				return stopped{err}
			}
		}
	}
}

// cells returns the filled cells of the record.
func (s *csvScanner) cells() []Cell {
	filled := 0
	s.fields(func(_, from, to int) {
		if to > from {
			filled++
		}
	})
	text, cells := string(s.values), make([]Cell, 0, filled)
	s.fields(func(column, from, to int) {
		if to > from {
			cells = append(cells, Cell{Column: column, Kind: Text, Value: text[from:to]})
		}
	})
	return cells
}

// trailing notes quotes that do not stand around whole fields.
func (b *csv) trailing(s *csvScanner) []string {
	if s.trailing.count == 0 {
		return nil
	}
	return []string{fmt.Sprintf("In %q text follows the closing quote in %s, first in cell %s. Check there that no quote is missing.",
		b.name, plural(s.trailing.count, "cell", "cells"), s.trailing.first)}
}

// unchanged makes sure that what was read is one state of the file.
func (b *csv) unchanged() error {
	if b.file == nil {
		return nil
	}
	info, err := b.file.Stat()
	if err != nil {
		return err
	}
	if info.Size() != b.info.Size() || !info.ModTime().Equal(b.info.ModTime()) {
		return fault.New(fault.Conflict, "%q was changed by another program while it was read. Close it there and bring it in again.", b.name)
	}
	return nil
}

// explain turns a failure to read the file into a fault.
func (b *csv) explain(err error) error { return explain(err, fmt.Sprintf("%q", b.name)) }
