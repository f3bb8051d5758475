package dataverse

import (
	"context"
	"errors"
	"net/url"
	"regexp"
	"strings"

	"cadastre/app/exchange/workbook"
)

// A Worksheet is what a workbook that Power Apps exported says, on a sheet that nobody sees, about its list.
type Worksheet struct {
	// Entity is the logical name of the table.
	Entity string
	// Columns are those of the list as it was exported. The first holds the ids of the records.
	Columns []WorksheetColumn
}

// A WorksheetColumn is a column of the list.
type WorksheetColumn struct {
	// Name is the logical name of the field, that of a linked record after the link's id and a point.
	Name string
	// Caption is the header.
	Caption string
}

// The names of columns that are no fields.
const (
	ChecksumColumn = "checksumLogicalName"
	ModifiedColumn = "modifiedon"
)

// HiddenSheet is what the sheet is called that nobody sees.
const HiddenSheet = "hiddenSheet"

// described is what its first cell holds: the table, a checksum, and the columns.
var described = regexp.MustCompile(`^([A-Za-z0-9_]+):[^:]*:(.+)$`)

// ReadWorksheet returns what a workbook says about its list; nil for one that Power Apps has not exported.
func ReadWorksheet(ctx context.Context, book workbook.Book) (*Worksheet, error) {
	for i, sheet := range book.Sheets() {
		if !strings.EqualFold(sheet.Name, HiddenSheet) {
			continue
		}
		text := ""
		err := book.Read(ctx, i, func(row workbook.Row) error {
			if row.Number == 1 && row.Cells[0].Column == 0 {
				text = strings.Clone(row.Cells[0].Value)
			}
			return errFirstRow
		})
		if err != nil && !errors.Is(err, errFirstRow) {
			return nil, err
		}
		return describedBy(text), nil
	}
	return nil, nil
}

// errFirstRow ends the reading of a sheet of which only the first row matters.
var errFirstRow = errors.New("enough rows")

func describedBy(text string) *Worksheet {
	parts := described.FindStringSubmatch(text)
	if parts == nil {
		return nil
	}
	w := &Worksheet{Entity: parts[1]}
	for pair := range strings.SplitSeq(parts[2], "&") {
		name, caption, found := strings.Cut(pair, "=")
		plain, err := url.QueryUnescape(caption)
		if !found || err != nil {
			return nil
		}
		w.Columns = append(w.Columns, WorksheetColumn{Name: name, Caption: plain})
	}
	return w
}

// Names returns the logical names by column where a row is the list's header, wherever its columns have been
// moved, and nil where it is not. Of columns with the same caption those that were not moved are told apart.
func (w *Worksheet) Names(row workbook.Row) map[int]string {
	captions := map[string]string{}
	for _, c := range w.Columns {
		captions[c.Caption] = c.Name
	}
	names := map[int]string{}
	ids := false
	for _, cell := range row.Cells {
		name, known := captions[cell.Value]
		if at := cell.Column; at < len(w.Columns) && w.Columns[at].Caption == cell.Value {
			name = w.Columns[at].Name
		}
		if known {
			names[cell.Column] = name
			ids = ids || name == w.Columns[0].Name
		}
	}
	if !ids {
		return nil
	}
	return names
}
