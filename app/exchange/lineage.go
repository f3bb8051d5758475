package exchange

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/change"
	"cadastre/store/record"
)

// An export says after which change set it was made. The numbers of sets and versions mean nothing in another
// copy of the catalogue, which has gone its own way since; the sets' ids tell the copies apart.

// afterList is what the list is called that says it: number and id of the set.
const afterList = "exported after"

// after says which set the export follows, nothing where no journal is known.
func (x Exporter) after() (list workbook.List, known bool) {
	if seq := x.Snapshot.Seq; seq > 0 && seq <= uint64(len(x.Headers)) {
		h := &x.Headers[seq-1]
		return workbook.List{Name: afterList, Items: []string{fmt.Sprintf("%d %s", h.Seq, h.ID)}}, true
	}
	return list, false
}

// ofAnotherCopy is true for an export that was made after a change set which the catalogue does not have.
func (r *intake) ofAnotherCopy(book workbook.Book, tags []workbook.SheetTags) (bool, error) {
	at := slices.IndexFunc(book.Sheets(), func(s workbook.Sheet) bool { return workbook.MachineSheet(s.Name) })
	if r.Past == nil || len(tags) == 0 || at < 0 {
		return false, nil
	}
	said, err := listStart(r.ctx, book, at, afterList)
	if err != nil || said == "" {
		return false, err
	}
	return !has(r.Past.Headers(), said), nil
}

// has looks for the set that an export says it was made after.
func has(journal []change.Header, said string) bool {
	number, id, _ := strings.Cut(said, " ")
	seq, err := strconv.Atoi(number)
	set, bad := record.ParseID(id)
	return err == nil && bad == nil && seq >= 1 && seq <= len(journal) && journal[seq-1].ID == set
}

// listStart is the first item of a list on a sheet of lists, "" when it is not there.
func listStart(ctx context.Context, book workbook.Book, sheet int, name string) (item string, err error) {
	at := -1
	err = book.Read(ctx, sheet, func(row workbook.Row) error {
		for _, cell := range row.Cells {
			if row.Number == 1 && cell.Value == name {
				at = cell.Column
			} else if row.Number == 2 && cell.Column == at {
				item = strings.Clone(cell.Value)
			}
		}
		if row.Number >= 2 {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return item, err
}

// anotherCopy is said of a file that comes from one.
const anotherCopy = "It was exported from another catalogue, or from a copy of this one that has gone its own way since. " +
	"Rows are found by their ids and cells are taken as the file has them: what has been changed here since is not told apart, and empty cells leave their fields alone."
