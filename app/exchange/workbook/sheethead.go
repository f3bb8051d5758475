package workbook

import (
	"context"
	"io"
	"strings"
)

// headBytes is how much of a sheet is looked at before it is read.
const headBytes = 1 << 20

// lookAt fills in what the head of a sheet's part says before its rows: how
// many there may be, and which columns are hidden. A damaged head says nothing;
// reading the sheet reports it.
func (a *archive) lookAt(ctx context.Context, name string, sheet *Sheet) {
	member := a.find(name)
	if member == nil || ctx.Err() != nil {
		return
	}
	src, err := openPart(member, a.name, a.limits)
	if err != nil {
		return
	}
	text, err := utf8XML(io.LimitReader(src, headBytes))
	if err != nil {
		return
	}
	s := newScanner(text, min(member.UncompressedSize64, headBytes))
	_ = s.walk(func(local []byte) error {
		switch string(local) {
		case "dimension":
			sheet.Rows = claimedRows(string(s.attr("ref")), int(member.UncompressedSize64/rowBytes))
		case "col":
			sheet.hide(s, a.limits.Columns)
		case "sheetData":
			return io.EOF
		}
		return nil
	})
}

// rowBytes is about what the shortest row with a filled cell takes in the file.
const rowBytes = 40

// claimedRows returns the last row of a range such as A1:F120, or the most rows
// that there can be if it claims more.
func claimedRows(ref string, most int) int {
	_, last, ok := strings.Cut(ref, ":")
	if !ok {
		return 0
	}
	_, row, ok := parseRef([]byte(last))
	if !ok {
		return 0
	}
	return min(row, most)
}

// hide notes the columns of one column description, if it hides them.
func (sheet *Sheet) hide(s *scanner, most int) {
	if !isTrue(s.attr("hidden")) && string(s.attr("width")) != "0" {
		return
	}
	for c := max(number(s.attr("min")), 1); c <= min(number(s.attr("max")), most) && len(sheet.HiddenColumns) < most; c++ {
		sheet.HiddenColumns = append(sheet.HiddenColumns, c-1)
	}
}
