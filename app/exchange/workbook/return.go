package workbook

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"cadastre/store/fault"

	"github.com/xuri/excelize/v2"
)

// The headers of the column of reasons. A sheet whose rows were taken but for those with a reason has the
// first, one of which nothing was taken the second.
const (
	NotTaken  = "Not imported because"
	ToCorrect = "To correct before import"
)

// IsReason is true for the header of a column of reasons.
func IsReason(header string) bool { return header == NotTaken || header == ToCorrect }

// A ReturnedSheet is what is told about one sheet of a workbook that goes back to whoever sent it.
type ReturnedSheet struct {
	Sheet string
	// HeaderRow is the number of the row of headers.
	HeaderRow int
	// Header is NotTaken or ToCorrect.
	Header string
	Rows   []ReturnedRow
}

// A ReturnedRow is a row with something to correct.
type ReturnedRow struct {
	Number int
	Reason string
	Cells  []ReturnedCell
}

// A ReturnedCell is the cell to correct and what it may have meant.
type ReturnedCell struct {
	Column      int
	Suggestions []string
}

// suggestionsSheet holds what the drop-downs of returned cells offer: a row each, so that a value may have a comma.
const suggestionsSheet = "_cadastre_suggestions"

// Return writes the workbook at path again as out, as it stands but for the cells to correct: they are coloured
// and offer what they may have meant, and a column after the last says why. The file appears when it is complete.
func Return(ctx context.Context, path, out string, sheets []ReturnedSheet) (err error) {
	defer func() {
		if p := recover(); p != nil { // excelize takes for granted what a broken part does not hold
			err = cannotEdit(path, "parts of it contradict each other", fmt.Errorf("%v", p))
		}
	}()
	if from, to := filepath.Ext(path), filepath.Ext(out); !strings.EqualFold(from, to) {
		return fault.New(fault.Usage, "%s goes back as it came: name the file with the ending %s.", filepath.Base(path), from)
	}
	file, err := excelize.OpenFile(path)
	if err != nil {
		return cannotEdit(path, err.Error(), err)
	}
	defer func() { _ = file.Close() }() // it was only read
	r := returning{File: file, styles: map[int]int{}}
	for i := range sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.sheet(&sheets[i]); err != nil {
			return fault.Wrap(err, fault.Unsupported, "The sheet %q of %s cannot be edited in place: %v.", sheets[i].Sheet, filepath.Base(path), err)
		}
	}
	return Replace(out, func(w io.Writer) error { return file.Write(w) })
}

func cannotEdit(path, why string, cause error) error {
	return fault.Wrap(cause, fault.Unsupported, "%s cannot be edited in place: %v. Save it anew in Excel and import that.", filepath.Base(path), why)
}

// ReturnText writes a text that OpenText reads as a workbook of one sheet, marked as by Return.
func ReturnText(ctx context.Context, name, text, out string, s ReturnedSheet) error {
	if !strings.EqualFold(filepath.Ext(out), ".xlsx") {
		return fault.New(fault.Usage, "What was pasted goes back as a workbook: name the file with the ending .xlsx.")
	}
	book, err := OpenText(ctx, name, text, DefaultLimits())
	if err != nil {
		return err
	}
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // it lies in memory
	s.Sheet = file.GetSheetName(0)
	if err := book.Read(ctx, 0, func(r Row) error { return copyTexts(file, s.Sheet, r) }); err != nil {
		return err
	}
	r := returning{File: file, styles: map[int]int{}}
	if err := r.sheet(&s); err != nil {
		return fault.Wrap(err, fault.Internal, "What was pasted cannot be written as a workbook: %v.", err)
	}
	return Replace(out, func(w io.Writer) error { return file.Write(w) })
}

// copyTexts puts a row of texts where it stood.
func copyTexts(file *excelize.File, sheet string, r Row) error {
	for _, c := range r.Cells {
		at := cellName(c.Column, r.Number)
		if len(c.Value) > maxText && utf8.RuneCountInString(c.Value) > maxText {
			return fault.New(fault.TooLarge, "The cell %s holds more than %s characters, which is more than a cell of a workbook can.", at, thousands(maxText))
		}
		if err := file.SetCellStr(sheet, at, c.Value); err != nil {
			return err
		}
	}
	return nil
}

// returning is a workbook being marked.
type returning struct {
	*excelize.File
	// styles are the coloured styles by the plain ones.
	styles map[int]int
	// offered is how many rows of suggestions there are.
	offered int
}

func (r *returning) sheet(s *ReturnedSheet) error {
	at, err := r.reasonColumn(s)
	if err != nil {
		return err
	}
	listed, err := r.listed(s.Sheet)
	if err != nil {
		return err
	}
	reason, err := r.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	for _, row := range s.Rows {
		cell := cellName(at, row.Number)
		if err := r.SetCellStr(s.Sheet, cell, row.Reason); err != nil {
			return err
		}
		if err := r.SetCellStyle(s.Sheet, cell, cell, reason); err != nil {
			return err
		}
		for _, c := range row.Cells {
			if err := r.mark(s.Sheet, c, row.Number, listed); err != nil {
				return err
			}
		}
	}
	return nil
}

// reasonWidth is how wide the column of reasons is, in characters.
const reasonWidth = 60

// reasonColumn finds the column of reasons, or adds it after the last. Reasons of before are gone: what has
// been corrected has none any more.
func (r *returning) reasonColumn(s *ReturnedSheet) (int, error) {
	rows, err := r.GetRows(s.Sheet, excelize.Options{RawCellValue: true})
	if err != nil || len(rows) < s.HeaderRow {
		return 0, cmpError(err, "its header row is gone")
	}
	head := rows[s.HeaderRow-1]
	at := slices.IndexFunc(head, IsReason)
	if at < 0 {
		for _, row := range rows {
			at = max(at, len(row))
		}
		if err := r.SetColWidth(s.Sheet, ColumnName(at), ColumnName(at), reasonWidth); err != nil {
			return 0, err
		}
		if err := r.copyStyle(s.Sheet, len(head)-1, at, s.HeaderRow); err != nil {
			return 0, err
		}
	}
	for i := s.HeaderRow; i < len(rows); i++ {
		if at < len(rows[i]) {
			if err := r.unmark(s.Sheet, i+1, len(rows[i]), at); err != nil {
				return 0, err
			}
		}
	}
	return at, r.SetCellStr(s.Sheet, cellName(at, s.HeaderRow), s.Header)
}

func cmpError(err error, otherwise string) error {
	if err == nil {
		return fault.New(fault.Invalid, "%s", otherwise)
	}
	return err
}

// copyStyle makes a header look like the one before it.
func (r *returning) copyStyle(sheet string, from, to, row int) error {
	if from < 0 {
		return nil
	}
	style, err := r.GetCellStyle(sheet, cellName(from, row))
	if err != nil {
		return err
	}
	return r.SetCellStyle(sheet, cellName(to, row), cellName(to, row), style)
}

// unmark takes the reason and the colour away that a row has had before.
func (r *returning) unmark(sheet string, row, width, reason int) error {
	for c := range width {
		cell := cellName(c, row)
		index, err := r.GetCellStyle(sheet, cell)
		if err != nil {
			return err
		}
		style, err := r.GetStyle(index)
		if err != nil {
			return err
		}
		if slices.Equal(style.Fill.Color, markFill.Color) && style.Fill.Type == markFill.Type {
			style.Fill = excelize.Fill{}
			if index, err = r.NewStyle(style); err != nil {
				return err
			}
			if err := r.SetCellStyle(sheet, cell, cell, index); err != nil {
				return err
			}
		}
	}
	return r.SetCellValue(sheet, cellName(reason, row), nil)
}

var markFill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}}

// mark colours a cell, whose format stays, and lets it offer suggestions unless it offers something already.
func (r *returning) mark(sheet string, c ReturnedCell, row int, listed []area) error {
	cell := cellName(c.Column, row)
	plain, err := r.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	coloured, known := r.styles[plain]
	if !known {
		style, err := r.GetStyle(plain)
		if err != nil {
			return err
		}
		style.Fill = markFill
		if coloured, err = r.NewStyle(style); err != nil {
			return err
		}
		r.styles[plain] = coloured
	}
	if err := r.SetCellStyle(sheet, cell, cell, coloured); err != nil {
		return err
	}
	if len(c.Suggestions) == 0 || slices.ContainsFunc(listed, func(a area) bool { return a.has(c.Column, row) }) {
		return nil
	}
	return r.offer(sheet, cell, c.Suggestions)
}

func (r *returning) offer(sheet, cell string, suggestions []string) error {
	if r.offered == 0 {
		if _, err := r.NewSheet(suggestionsSheet); err != nil {
			return err
		}
		if err := r.SetSheetVisible(suggestionsSheet, false, true); err != nil {
			return err
		}
		rows, err := r.GetRows(suggestionsSheet)
		if err != nil {
			return err
		}
		r.offered = len(rows)
	}
	r.offered++
	if err := r.SetSheetRow(suggestionsSheet, cellName(0, r.offered), &suggestions); err != nil {
		return err
	}
	list := excelize.NewDataValidation(true)
	list.Sqref = cell
	list.SetSqrefDropList(fmt.Sprintf("%s!$A$%d:$%s$%d", suggestionsSheet, r.offered, ColumnName(len(suggestions)-1), r.offered))
	return r.AddDataValidation(sheet, list)
}

// An area is a block of cells, its positions counted from 0 for columns and 1 for rows.
type area struct{ left, top, right, bottom int }

func (a area) has(column, row int) bool {
	return a.left <= column && column <= a.right && a.top <= row && row <= a.bottom
}

// listed are the areas of a sheet whose cells are checked while typing.
func (r *returning) listed(sheet string) (areas []area, err error) {
	checks, err := r.GetDataValidations(sheet)
	for _, c := range checks {
		for _, part := range strings.Fields(c.Sqref) {
			first, last, several := strings.Cut(part, ":")
			if !several {
				last = first
			}
			left, top, e1 := excelize.CellNameToCoordinates(first)
			right, bottom, e2 := excelize.CellNameToCoordinates(last)
			if e1 == nil && e2 == nil {
				areas = append(areas, area{left - 1, top, right - 1, bottom})
			}
		}
	}
	return areas, err
}
