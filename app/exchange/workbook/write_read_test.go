package workbook

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// anyRow draws values for a text, a number, a date, a date-time and a link column.
func anyRow() *rapid.Generator[OutRow] {
	text := rapid.Map(anyText(), TextValue)
	moment := rapid.Int64Range(-2203891200, 253402300799)
	day := rapid.Map(moment, func(seconds int64) Value { return DateValue(int(seconds / secondsPerDay)) })
	kinds := []*rapid.Generator[Value]{text, rapid.Map(rapid.Int64Range(-1e13, 1e13), func(n int64) Value { return NumberValue(float64(n) / 100) }), day, rapid.Map(moment, DateTimeValue), text}
	return rapid.Custom(func(t *rapid.T) OutRow {
		row := make(OutRow, len(kinds))
		for i, kind := range kinds {
			if rapid.Bool().Draw(t, "filled") {
				row[i] = kind.Draw(t, "value")
			}
		}
		return row
	})
}

// cellsOf are the cells that Open must report for a row.
func cellsOf(row OutRow) []Cell {
	var cells []Cell
	for i, value := range row {
		cell := Cell{Column: i, Value: value.text}
		switch value.kind {
		case nothing:
			continue
		case numberValue:
			cell.Kind, cell.Value = Number, strconv.FormatFloat(value.number, 'f', -1, 64)
		case dateValue:
			cell.Kind, cell.Value = Date, value.iso()
		case dateTimeValue:
			cell.Kind, cell.Value = Date, strings.TrimSuffix(strings.Replace(value.iso(), " ", "T", 1), "T00:00:00")
		}
		cells = append(cells, cell)
	}
	return cells
}

func TestOpenReadsWhatWriteWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.xlsx")
	columns := []OutColumn{{Header: "Text", Key: "text"}, {Header: "N", Kind: NumberColumn}, {Header: "D", Kind: DateColumn}, {Header: "T", Kind: DateTimeColumn}, {Header: "L", Kind: LinkColumn, Hidden: true}}
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(anyRow(), 0, 4).Draw(t, "rows")
		doc := Document{Lists: []List{{Name: "l", Items: []string{"a"}}}, Sheets: []OutSheet{{Name: "S", Columns: columns, Rows: slices.Values(rows)}}}
		if err := Write(context.Background(), path, doc, nil); err != nil {
			t.Fatal(err)
		}
		book, err := Open(context.Background(), path, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = book.Close() }()
		sheets := book.Sheets()
		if len(sheets) != 2 || sheets[0].Hidden || !sheets[1].Hidden || !MachineSheet(sheets[1].Name) || !slices.Equal(sheets[0].HiddenColumns, []int{4}) || sheets[0].Rows != len(rows)+1 {
			t.Fatalf("%+v", sheets)
		}
		var got []Row
		if err := book.Read(context.Background(), 0, func(row Row) error { got = append(got, kept(row)); return nil }); err != nil {
			t.Fatal(err)
		}
		var want []Row
		for i, row := range rows {
			if cells := cellsOf(row); len(cells) > 0 {
				want = append(want, Row{Number: i + 2, Cells: cells})
			}
		}
		if diff := cmp.Diff(want, got[1:], cmp.Transformer("nil", func(rows []Row) []Row { return append([]Row{}, rows...) })); diff != "" {
			t.Fatal(diff, book.Notes())
		}
	})
}

func TestOpenReadsWhatWriteCSVWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(anyText().Filter(func(text string) bool { return !strings.Contains(text, "\x00") }), 1, 4).Draw(t, "texts")
		sheet := OutSheet{Columns: []OutColumn{{Header: "Text"}, {Header: strings.Repeat("Ordinary words. ", 100)}}, Rows: func(yield func(OutRow) bool) {
			for _, text := range texts {
				if !yield(OutRow{TextValue(text), TextValue("end")}) {
					return
				}
			}
		}}
		if err := WriteCSV(context.Background(), path, sheet, nil); err != nil {
			t.Fatal(err)
		}
		book, err := Open(context.Background(), path, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = book.Close() }()
		var got []string
		if err := book.Read(context.Background(), 0, func(row Row) error {
			text := ""
			if row.Cells[0].Column == 0 {
				text = UnguardText(row.Cells[0].Value)
			}
			got = append(got, text)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for i, text := range texts {
			texts[i] = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text) // as Open says of csv
		}
		if diff := cmp.Diff(texts, got[1:]); diff != "" {
			t.Fatal(diff, book.Notes())
		}
	})
}
