package workbook

import (
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"cadastre/store/fault"
)

// Column widths in characters. Room is left for the filter's arrow in the header.
const (
	minWidth    = 8
	maxWidth    = 60
	padding     = 2
	filterArrow = 3
)

// measure walks a sheet's rows before they are written: it counts them, finds the widest
// cell of each column and refuses what a worksheet cannot hold.
type measure struct {
	name    string
	columns []OutColumn
	t       *ticker
	rows    int
	widest  []int
}

func (m *measure) walk(sheet OutSheet) error {
	m.widest = make([]int, len(m.columns))
	for i, column := range m.columns {
		if err := m.text(i, column.Header); err != nil {
			return err
		}
		m.widest[i] += filterArrow
	}
	if sheet.Rows == nil {
		return nil
	}
	for row := range sheet.Rows {
		if err := m.row(row); err != nil {
			return err
		}
	}
	return nil
}

func (m *measure) row(row OutRow) error {
	m.rows++
	if m.rows >= maxRows {
		return fault.New(fault.TooLarge, "“%s” has more rows than the %d that a worksheet holds. Export a part of it, or export to csv.", m.name, maxRows-1)
	}
	if len(row) > len(m.columns) {
		return fault.New(fault.Internal, "Row %d of “%s” has %d values for %d columns.", m.rows+1, m.name, len(row), len(m.columns))
	}
	for i, value := range row {
		if err := m.value(i, value); err != nil {
			return err
		}
	}
	return m.t.row()
}

func (m *measure) value(column int, value Value) error {
	switch value.kind {
	case textValue:
		return m.text(column, value.text)
	case numberValue:
		if math.IsNaN(value.number) || math.IsInf(value.number, 0) {
			return m.refuse(fault.Invalid, column, "is not a number that a worksheet can hold. Correct it and export again.")
		}
		m.widest[column] = max(m.widest[column], minWidth)
	case dateValue:
		m.widest[column] = max(m.widest[column], len("2006-01-02"))
	case dateTimeValue:
		m.widest[column] = max(m.widest[column], len("2006-01-02 15:04:05"))
	}
	return nil
}

func (m *measure) text(column int, text string) error {
	if len(text) > maxText && excelLength(text) > maxText {
		return m.refuse(fault.TooLarge, column, "is longer than the 32,767 characters that a cell holds. Shorten it, or export to csv.")
	}
	if !utf8.ValidString(text) {
		return m.refuse(fault.Invalid, column, "is no valid text. Correct it and export again.")
	}
	if m.widest[column] < maxWidth {
		m.widest[column] = max(m.widest[column], textWidth(text))
	}
	return nil
}

// refuse names the cell that cannot be written.
func (m *measure) refuse(code fault.Code, column int, what string) error {
	row := m.rows + 1
	return fault.New(code, "Sheet “%s”, row %d, column %s (“%s”): the content %s", m.name, row, ColumnName(column), clip(m.columns[column].Header, 60), what)
}

func (m *measure) widths() []float64 {
	widths := make([]float64, len(m.columns))
	for i, column := range m.columns {
		widths[i] = column.Width
		if widths[i] <= 0 {
			widths[i] = float64(min(maxWidth, max(minWidth, m.widest[i]+padding)))
		}
	}
	return widths
}

// textWidth is the width of the longest line of text in characters, as far as it matters.
func textWidth(text string) int {
	widest := 0
	for line := range strings.Lines(text) {
		widest = max(widest, lineWidth(strings.TrimRight(line, "\r\n")))
		if widest >= maxWidth {
			break
		}
	}
	return widest
}

// lineWidth counts characters, East Asian wide ones twice.
func lineWidth(line string) int {
	cells := 0
	for _, r := range line {
		cells++
		if r >= 0x1100 {
			if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
				cells++
			}
		}
		if cells >= maxWidth {
			break
		}
	}
	return cells
}
