package exchange

import (
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// Pasted are blocks of cells from the clipboard, as text, by the names that stand for them among the paths of an
// import. They lie on no disk.
type Pasted map[string]string

// CheckPasted refuses a text that is no table. A table has two lines at least: its headers and a row.
func CheckPasted(text string) error {
	const advice = "Copy the rows together with the headers above them, in a spreadsheet, a web page or a message, and paste again."
	lines := 0
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if strings.TrimSpace(line) != "" {
			lines++
		}
		if lines > 1 {
			return nil
		}
	}
	if lines == 0 {
		return fault.New(fault.Invalid, "There is no text on the clipboard. %s", advice)
	}
	return fault.New(fault.Invalid, "What is on the clipboard is one line and no table. %s", advice)
}

// open opens a file, or a block that was pasted.
func (r *intake) open(path string) (workbook.Book, workbook.Format, error) {
	if text, pasted := r.Pasted[path]; pasted {
		book, err := workbook.OpenText(r.ctx, path, text, workbook.DefaultLimits())
		return book, workbook.CSV, err
	}
	format, err := workbook.Sniff(path)
	if err != nil {
		return nil, format, err
	}
	book, err := open(r.ctx, path, format)
	return book, format, err
}
