package spelling

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// number reads numbers with or without a currency sign, a percent sign and marks between thousands.
func (r *Reader) number(c workbook.Cell) (record.Value, *Trouble) {
	n, ok := parseNumber(c.Value)
	if ok && r.Field.Kind == schema.Decimal {
		return r.clean(record.OfFloat(n))
	}
	if ok && n == math.Trunc(n) && math.Abs(n) < 1<<53 {
		return r.clean(record.OfInt(int64(n)))
	}
	return record.Value{}, trouble(NotANumber, nil, "%s takes a number, and “%s” is none. Correct it in the file.", r.Field.Label, c.Value)
}

var (
	plainNumber  = regexp.MustCompile(`^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$`)
	commaGroups  = regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$`)
	dotGroups    = regexp.MustCompile(`^[+-]?\d{1,3}(\.\d{3})+,\d+$`)
	commaDecimal = regexp.MustCompile(`^[+-]?\d+,\d{1,2}$`)
)

func parseNumber(s string) (float64, bool) {
	s = strings.Trim(strings.TrimSpace(s), "$€£¥ \u00a0")
	percent := strings.HasSuffix(s, "%")
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, s)
	switch {
	case plainNumber.MatchString(s):
	case commaGroups.MatchString(s):
		s = strings.ReplaceAll(s, ",", "")
	case dotGroups.MatchString(s):
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	case commaDecimal.MatchString(s):
		s = strings.Replace(s, ",", ".", 1)
	default:
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	if percent {
		n /= 100
	}
	return n, err == nil && !math.IsInf(n, 0)
}
