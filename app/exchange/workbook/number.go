package workbook

import "strconv"

// significantDigits is how many digits of a number Excel keeps and shows.
const significantDigits = 15

// appendNumber appends a number of the file as a plain decimal without
// exponent, with as few digits as say the same. Fractions are rounded to the
// digits that Excel shows, which removes noise such as 0.30000000000000004;
// whole numbers that are spelled out keep all of theirs. It returns false for
// what is no number.
func appendNumber(dst, raw []byte) ([]byte, bool) {
	if plainNumber(raw) {
		return append(dst, raw...), true
	}
	if whole := trimZeros(raw); len(whole) > significantDigits && plainInteger(whole) {
		return append(dst, whole...), true
	}
	f, ok := parseNumber(raw)
	if !ok {
		return dst, false
	}
	return strconv.AppendFloat(dst, shown(f), 'f', -1, 64), true
}

// parseNumber reads a decimal number with or without exponent.
func parseNumber(raw []byte) (float64, bool) {
	for _, c := range raw {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(string(raw), 64)
	return f, err == nil
}

// shown rounds a number to the digits that Excel shows.
func shown(f float64) float64 {
	var space [32]byte
	rounded, err := strconv.ParseFloat(string(strconv.AppendFloat(space[:0], f, 'e', significantDigits-1, 64)), 64)
	switch {
	case err != nil:
		return f // the largest numbers, which rounding would make infinite
	case rounded == 0:
		return 0 // also for -0
	}
	return rounded
}

// plainNumber is true for a decimal that appendNumber would not change.
func plainNumber(b []byte) bool {
	if len(b) > 0 && b[0] == '-' {
		b = b[1:]
		if len(b) > 0 && b[0] == '0' && len(b) == 1 {
			return false
		}
	}
	if len(b) == 0 || len(b) > significantDigits || len(b) > 1 && b[0] == '0' && b[1] != '.' {
		return false
	}
	point := -1
	for i, c := range b {
		switch {
		case c == '.' && point < 0 && i > 0:
			point = i
		case c < '0' || c > '9':
			return false
		}
	}
	return point < 0 || b[len(b)-1] != '0' && b[len(b)-1] != '.'
}

// plainInteger is true for digits with or without a minus.
func plainInteger(b []byte) bool {
	if b[0] == '-' {
		b = b[1:]
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

// trimZeros removes zeros that lead a number.
func trimZeros(b []byte) []byte {
	for len(b) > 1 && b[0] == '0' {
		b = b[1:]
	}
	return b
}
