package workbook

import "strconv"

// maxRefLetters and maxRefDigits bound a cell's name to what is beyond every limit.
const (
	maxRefLetters = 5
	maxRefDigits  = 9
)

// parseRef reads the name of a cell such as B12 and returns its column, A being 0, and its row, 1 being the first.
func parseRef(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && letter(ref[i]); i++ {
		column = column*26 + int(ref[i]|0x20-'a') + 1
	}
	digits := i
	for ; i < len(ref) && ref[i] >= '0' && ref[i] <= '9'; i++ {
		row = row*10 + int(ref[i]-'0')
		if i-digits >= maxRefDigits {
			return 0, 0, false
		}
	}
	ok = i == len(ref) && digits > 0 && digits <= maxRefLetters && row > 0
	return column - 1, row, ok
}

func letter(c byte) bool {
	c |= 0x20
	return c >= 'a' && c <= 'z'
}

// cellName returns the name of a cell.
func cellName(column, row int) string { return ColumnName(column) + strconv.Itoa(row) }

// ColumnName returns the letters of a column as a spreadsheet shows them, A for 0.
func ColumnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
