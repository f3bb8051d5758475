package exchange_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cadastre/app/exchange/workbook"

	"pgregory.net/rapid"
)

// A copied workbook is an export as a person works on it: cells are edited, rows and columns moved, and the
// program saves it with everything that it does not show.
type copied struct {
	sheets []*copiedSheet
	lists  []workbook.List
}

type copiedSheet struct {
	workbook.OutSheet
	rows []copiedRow
}

type copiedRow []copiedCell

// A copiedCell is what a cell reads, and what is written for it.
type copiedCell struct {
	text string
	workbook.Value
}

func textCell(text string) copiedCell { return copiedCell{text, workbook.TextValue(text)} }

// copyOf reads an export.
func copyOf(t tb, path string) *copied {
	t.Helper()
	tags, err := workbook.ReadTags(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(context.Background(), path, workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	out := &copied{}
	for i, sheet := range book.Sheets() {
		rows := readSheet(t, book, i)
		if workbook.MachineSheet(sheet.Name) {
			out.lists = listsOf(rows)
			continue
		}
		tag := tags[slices.IndexFunc(tags, func(s workbook.SheetTags) bool { return s.Sheet == sheet.Name })]
		s := &copiedSheet{OutSheet: workbook.OutSheet{Name: sheet.Name, Table: tag.Table}, rows: rows[1:]}
		for c, header := range rows[0] {
			s.Columns = append(s.Columns, workbook.OutColumn{Header: header.text, Key: tag.Fields[c]})
		}
		out.sheets = append(out.sheets, s)
	}
	return out
}

func readSheet(t tb, book workbook.Book, sheet int) (rows []copiedRow) {
	err := book.Read(context.Background(), sheet, func(r workbook.Row) error {
		var row copiedRow
		for _, cell := range r.Cells {
			row = append(row, make(copiedRow, cell.Column+1-len(row))...)
			row[cell.Column] = copiedCell{strings.Clone(cell.Value), valueOf(cell)}
		}
		rows = append(rows, row)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func valueOf(c workbook.Cell) workbook.Value {
	if n, err := strconv.ParseFloat(c.Value, 64); c.Kind == workbook.Number && err == nil {
		return workbook.NumberValue(n)
	}
	if day, err := time.Parse(time.DateOnly, c.Value); c.Kind == workbook.Date && err == nil {
		return workbook.DateValue(int(day.Unix() / 86400))
	}
	if moment, err := time.Parse("2006-01-02T15:04:05", c.Value); c.Kind == workbook.Date && err == nil {
		return workbook.DateTimeValue(moment.Unix())
	}
	return workbook.TextValue(strings.Clone(c.Value))
}

func listsOf(rows []copiedRow) (lists []workbook.List) {
	for c, name := range rows[0] {
		list := workbook.List{Name: name.text, Open: true}
		for _, row := range rows[1:] {
			if c < len(row) && row[c].text != "" {
				list.Items = append(list.Items, row[c].text)
			}
		}
		lists = append(lists, list)
	}
	return lists
}

func (c *copied) write(t tb, path string) {
	t.Helper()
	doc := workbook.Document{Lists: c.lists}
	for _, s := range c.sheets {
		s.Rows = func(yield func(workbook.OutRow) bool) {
			for _, row := range s.rows {
				var out workbook.OutRow
				for _, cell := range row {
					out = append(out, cell.Value)
				}
				if !yield(out) {
					return
				}
			}
		}
		doc.Sheets = append(doc.Sheets, s.OutSheet)
	}
	if err := workbook.Write(context.Background(), path, doc, nil); err != nil {
		t.Fatal(err)
	}
}

// column is where a key stands, -1 for nowhere.
func (s *copiedSheet) column(key string) int {
	return slices.IndexFunc(s.Columns, func(c workbook.OutColumn) bool { return c.Key == key })
}

// set gives the cell of a row its value.
func (s *copiedSheet) set(row int, key string, cell copiedCell) {
	at := s.column(key)
	s.rows[row] = append(s.rows[row], make(copiedRow, max(0, at+1-len(s.rows[row])))...)
	s.rows[row][at] = cell
}

// id is the record that a row is about.
func (s *copiedSheet) id(row int) string { return s.rows[row][s.column("_id")].text }

// shuffle moves rows and columns about and renames the headers.
func (s *copiedSheet) shuffle(t *rapid.T) {
	order := make([]int, len(s.Columns))
	for i := range order {
		order[i] = i
	}
	order = rapid.Permutation(order).Draw(t, "columns")
	columns := make([]workbook.OutColumn, len(order))
	for to, from := range order {
		columns[to] = s.Columns[from]
		columns[to].Header, columns[to].Hidden = fmt.Sprintf("My column %d", from), rapid.Bool().Draw(t, "hidden")
	}
	for i, row := range s.rows {
		moved := make(copiedRow, len(order))
		for to, from := range order {
			if from < len(row) {
				moved[to] = row[from]
			}
		}
		s.rows[i] = moved
	}
	s.Columns = columns
	if len(s.rows) > 0 {
		s.rows = rapid.Permutation(s.rows).Draw(t, "rows")
	}
}
