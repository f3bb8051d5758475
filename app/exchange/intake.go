package exchange

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"cadastre/app/exchange/dataverse"
	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// readEvery is after how many rows progress is told.
const readEvery = 2000

// An intake takes in the files of an import.
type intake struct {
	Planner
	ctx     context.Context
	options Options
	preview *previewer
	inputs  []*input
	notes   []string
	// rows counts those of all sheets.
	rows int
	// most is how many rows of each sheet are read, 0 for all.
	most int
	// last is true while the last sheet is being read.
	last bool
}

func (r *intake) read(paths []string) error {
	for i, path := range paths {
		notes, err := r.readFile(path, i == len(paths)-1)
		if err != nil {
			return err
		}
		for _, n := range notes {
			r.notes = append(r.notes, filepath.Base(path)+": "+n)
		}
	}
	if len(r.inputs) == 0 {
		return fault.New(fault.NotFound, "There is no sheet %swith rows to import.", named(r.options.OnlySheet))
	}
	return nil
}

func named(sheet string) string {
	if sheet == "" {
		return ""
	}
	return fmt.Sprintf("“%s” ", sheet)
}

func (r *intake) readFile(path string, last bool) (notes []string, err error) {
	book, format, err := r.open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if closed := book.Close(); err == nil && closed != nil {
			err = fault.From(closed)
		}
	}()
	var tags []workbook.SheetTags
	if format == workbook.XLSX {
		if tags, err = workbook.ReadTags(path); err != nil {
			return nil, err
		}
	}
	exported, err := r.exported(book, tags)
	if err != nil {
		return nil, err
	}
	foreign, err := r.ofAnotherCopy(book, tags)
	if err != nil {
		return nil, err
	}
	list, err := r.list(book, format)
	if err != nil {
		return nil, err
	}
	wanted, notes := r.wanted(book, list)
	if foreign {
		notes = append(notes, anotherCopy)
	}
	for _, i := range wanted {
		s := book.Sheets()[i]
		in := &input{path: path, Sheet: recognise.Sheet{File: filepath.Base(path), Name: s.Name}, date1904: book.Date1904(),
			foreign: foreign, list: list, pack: format == workbook.Package, guarded: format == workbook.CSV}
		if in.pack {
			in.table, in.headerRow = s.Name, 1
		}
		in.tag(tags)
		in.exported = exported[in.table]
		r.inputs = append(r.inputs, in)
		r.last = last && i == wanted[len(wanted)-1]
		if err := r.readRows(book, i, s.Rows, in); err != nil {
			return nil, err
		}
	}
	return append(book.Notes(), notes...), nil
}

// wanted are the places of the sheets to read, with notes about those that are not.
func (r *intake) wanted(book workbook.Book, list *dataverse.Worksheet) (places []int, notes []string) {
	only := r.options.OnlySheet
	for i, s := range book.Sheets() {
		switch {
		case only != "" && !strings.EqualFold(s.Name, only), only == "" && s.Name == workbook.InstructionsSheet:
		case only != "" || !s.Hidden:
			places = append(places, i)
		case !workbook.MachineSheet(s.Name) && (list == nil || s.Name != dataverse.HiddenSheet):
			notes = append(notes, fmt.Sprintf("The hidden sheet “%s” is left out. Name it to bring it in.", s.Name))
		}
	}
	return places, notes
}

func open(ctx context.Context, path string, format workbook.Format) (workbook.Book, error) {
	if format == workbook.Package {
		return dataverse.Open(ctx, path)
	}
	return workbook.Open(ctx, path, workbook.DefaultLimits())
}

// list is what a workbook says of itself that Power Apps exported, nil for any other file. A package is refused
// when no table of the catalogue is in it.
func (r *intake) list(book workbook.Book, format workbook.Format) (*dataverse.Worksheet, error) {
	if format == workbook.XLSX {
		return dataverse.ReadWorksheet(r.ctx, book)
	}
	pack, ok := book.(*dataverse.Book)
	if !ok || r.Snapshot == nil {
		return nil, nil
	}
	var names []string
	for _, e := range pack.Entities() {
		if r.Snapshot.Model.Table(e.Name) != nil {
			return nil, nil
		}
		names = append(names, fmt.Sprintf("%s (%s)", cmp.Or(e.DisplayName, e.Name), e.Name))
	}
	return nil, fault.New(fault.Unsupported, "%s holds nothing that this catalogue has a table for. Its tables are: %s.", pack.Name(), strings.Join(names, ", "))
}

func (r *intake) readRows(book workbook.Book, sheet, total int, in *input) error {
	phase := "Reading " + in.File
	if in.Name != "" && in.Name != in.File && !strings.HasPrefix(in.File, in.Name+".") {
		phase += ", sheet " + in.Name
	}
	r.progress(phase, 0, total)
	err := book.Read(r.ctx, sheet, func(row workbook.Row) error {
		if in.add(row); len(in.rows) == r.most {
			return errEnough
		}
		if n := len(in.rows); n%readEvery == 0 {
			r.progress(phase, n, max(total, n))
		}
		r.rows++
		r.preview.offer(r.rows, r.inputs, r.extent())
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

func (r *intake) extent() extent {
	if r.last {
		return lastSheet
	}
	return someSheets
}
