package workbook

import (
	"context"
	"strconv"
)

// styles says for each cell style what its number format shows of a date.
type styles []dateFormat

// shows returns what the style of a cell shows; a style that the workbook does
// not know shows numbers.
func (s styles) shows(style int) dateFormat {
	if style < 0 || style >= len(s) {
		return 0
	}
	return s[style]
}

// readStyles reads the part that holds them.
func (a *archive) readStyles(ctx context.Context, part string) (styles, error) {
	custom := map[int]dateFormat{}
	var used []int
	err := a.scanList(ctx, part, func(s *scanner) error {
		return s.walk(func(name []byte) error {
			switch {
			case string(name) == "numFmt" && string(s.parent()) == "numFmts":
				code, err := attrText(s.attr("formatCode"))
				custom[number(s.attr("numFmtId"))] = parseFormat(code)
				return err
			case string(name) == "xf" && string(s.parent()) == "cellXfs":
				used = append(used, number(s.attr("numFmtId")))
			}
			return nil
		})
	})
	found := make(styles, len(used))
	for i, id := range used {
		shows, ok := custom[id]
		if !ok {
			shows = builtinFormat(id)
		}
		found[i] = shows
	}
	return found, err
}

// number reads a whole number, -1 for anything else.
func number(value []byte) int {
	n, err := strconv.Atoi(string(value))
	if err != nil {
		return -1
	}
	return n
}
