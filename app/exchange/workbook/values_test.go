package workbook

import (
	"math"
	"math/big"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestAppendNumber(t *testing.T) {
	tests := []struct{ raw, want string }{
		{"0", "0"}, {"-0", "0"}, {"-0.0", "0"}, {"7", "7"}, {"-7", "-7"}, {"007", "7"}, {"1.50", "1.5"}, {"5.", "5"}, {".5", "0.5"}, {"+3", "3"},
		{"0.30000000000000004", "0.3"}, {"1E+05", "100000"}, {"1e-7", "0.0000001"}, {"0.1", "0.1"}, {"1.1000000000000001", "1.1"},
		{"123456789012345", "123456789012345"}, {"12345678901234567", "12345678901234567"}, {"0012345678901234567", "12345678901234567"},
		{"1.2345678901234567E+16", "12345678901234600"}, {"0.33333333333333331", "0.333333333333333"},
		{"45292.999988425923", "45292.9999884259"}, {"1.7976931348623157E+308", strconv.FormatFloat(math.MaxFloat64, 'f', -1, 64)},
	}
	for _, tt := range tests {
		got, ok := appendNumber([]byte("x"), []byte(tt.raw))
		if !ok || string(got) != "x"+tt.want {
			t.Errorf("%s: got %s %v, want %s", tt.raw, got, ok, tt.want)
		}
	}
	for _, raw := range []string{"", "x", "1,5", "0x10", "Inf", "NaN", "1e999", "1_000", "--1", "1 2"} {
		if got, ok := appendNumber(nil, []byte(raw)); ok {
			t.Errorf("%q is taken as the number %s", raw, got)
		}
	}
}

// TestNumberKeepsItsValue shows that a decimal differs from its number by less
// than Excel shows, and that writing it again changes nothing.
func TestNumberKeepsItsValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64Range(-1e18, 1e18).Draw(t, "f")
		raw := strconv.FormatFloat(f, byte(rapid.SampledFrom([]rune{'g', 'f', 'e', 'E'}).Draw(t, "form")), -1, 64)
		once, ok := appendNumber(nil, []byte(raw))
		if !ok {
			t.Fatalf("%s is no number", raw)
		}
		back, err := strconv.ParseFloat(string(once), 64)
		if err != nil || math.Abs(back-f) > math.Abs(f)*1e-14 {
			t.Fatalf("%s became %s", raw, once)
		}
		if _, plain := new(big.Rat).SetString(string(once)); !plain {
			t.Fatalf("%s is no plain decimal", once)
		}
		again, _ := appendNumber(nil, once)
		if string(again) != string(once) {
			t.Fatalf("%s became %s and then %s", raw, once, again)
		}
	})
}

func TestAppendSerial(t *testing.T) {
	tests := []struct {
		serial float64
		shows  dateFormat
		y1904  bool
		want   string
		kind   CellKind
	}{
		{1, showsDate, false, "1900-01-01", Date},
		{59, showsDate, false, "1900-02-28", Date},
		{60, showsDate, false, "", Number},
		{61, showsDate, false, "1900-03-01", Date},
		{0, showsDate, false, "", Number},
		{0.25, showsDate, false, "", Number},
		{0, showsDate, true, "1904-01-01", Date},
		{60, showsDate, true, "1904-03-01", Date},
		{45292, showsDate, false, "2024-01-01", Date},
		{43830, showsDate, true, "2024-01-01", Date},
		{45292.5, showsDate, false, "2024-01-01T12:00:00", Date},
		{45292.999999, showsDate | showsTime, false, "2024-01-02", Date},
		{0, showsTime, false, "00:00:00", Date},
		{0.75, showsTime, false, "18:00:00", Date},
		{0.75, showsDate | showsTime, false, "18:00:00", Date},
		{0.75, showsDate | showsTime, true, "1904-01-01T18:00:00", Date},
		{0.999999, showsTime, false, "23:59:59", Date},
		{45292.25, showsTime, false, "2024-01-01T06:00:00", Date},
		{0.5, showsElapsed, false, "12:00:00", Date},
		{1.25, showsElapsed, false, "30:00:00", Text},
		{2958465, showsDate, false, "9999-12-31", Date},
		{2958465.5, showsDate, false, "9999-12-31T12:00:00", Date},
		{2958466, showsDate, false, "", Number},
		{2957003, showsDate, true, "9999-12-31", Date},
		{2957004, showsDate, true, "", Number},
		{-1, showsDate, false, "", Number},
	}
	for _, tt := range tests {
		got, kind := appendSerial(nil, tt.serial, tt.shows, tt.y1904)
		if string(got) != tt.want || kind != tt.kind {
			t.Errorf("%v %v 1904=%v: got %q %d, want %q %d", tt.serial, tt.shows, tt.y1904, got, kind, tt.want, tt.kind)
		}
	}
}

func TestParseFormat(t *testing.T) {
	const both = showsDate | showsTime
	tests := []struct {
		code string
		want dateFormat
	}{
		{"General", 0}, {"", 0}, {"0", 0}, {"0.00", 0}, {"#,##0.00;[Red]-#,##0.00", 0}, {"@", 0}, {"0.00E+00", 0}, {"# ?/?", 0}, {"0%", 0},
		{`_-* #,##0.00\ "€"_-;-* #,##0.00\ "€"_-;_-* "-"??\ "€"_-;_-@_-`, 0}, {`0 "days"`, 0}, {`"due "0`, 0}, {`\d0`, 0}, {"[$EUR] #,##0", 0}, {"EUR #,##0", 0},
		{"USD 0.00", 0}, {`[>999]#,"K";#`, 0}, {`"Yes";"Yes";"No"`, 0}, {";;;", 0}, {"[Yellow]0", 0}, {`General" hours"`, 0}, {"0.0_)", 0},
		{"yyyy-mm-dd", showsDate}, {"DD/MM/YYYY", showsDate}, {"mmm", showsDate}, {"m", showsDate}, {"[$-409]d-mmm-yy;@", showsDate}, {"[Red]d.m.yy", showsDate},
		{`yyyy"年"m"月"d"日"`, showsDate}, {"[$-411]ge.m.d", showsDate}, {`dd\.mm\.yyyy`, showsDate}, {"[<60000]dd/mm/yyyy;0", showsDate}, {"dddd", showsDate},
		{"h:mm", showsTime}, {"h:mm AM/PM", showsTime}, {"mm:ss.0", showsTime}, {"mm:ss.000", showsTime}, {"hh:mm:ss a/p", showsTime}, {`h"h"mm`, showsTime},
		{"m/d/yy h:mm", both}, {"yyyy-mm-dd hh:mm:ss.00", both}, {"mmm hh:mm", both},
		{"[h]:mm:ss", showsElapsed}, {"[mm]:ss", showsElapsed}, {"[ss]", showsElapsed}, {"[hh]:mm:ss.00", showsElapsed},
		{`"unclosed d`, 0}, {"[unclosed", 0}, {`d\`, showsDate},
	}
	for _, tt := range tests {
		if got := parseFormat(tt.code); got != tt.want {
			t.Errorf("%s: got %b, want %b", tt.code, got, tt.want)
		}
	}
}

func TestBuiltinFormat(t *testing.T) {
	want := map[dateFormat][]int{
		0:                     {0, 1, 2, 4, 9, 10, 11, 12, 13, 23, 37, 40, 44, 48, 49, 59, 62, 163},
		showsDate:             {14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 57, 58, 71, 81},
		showsTime:             {18, 19, 20, 21, 32, 33, 34, 35, 45, 47},
		showsDate | showsTime: {22, 52, 53, 54, 55, 56},
		showsElapsed:          {46},
	}
	for shows, ids := range want {
		for _, id := range ids {
			if got := builtinFormat(id); got != shows {
				t.Errorf("%d: got %b, want %b", id, got, shows)
			}
		}
	}
}

func TestCellNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		column, row := rapid.IntRange(0, 16383).Draw(t, "column"), rapid.IntRange(1, 1048576).Draw(t, "row")
		gotColumn, gotRow, ok := parseRef([]byte(cellName(column, row)))
		if !ok || gotColumn != column || gotRow != row {
			t.Fatalf("%s is read as %d, %d", cellName(column, row), gotColumn, gotRow)
		}
	})
	for _, ref := range []string{"", "A", "1", "A0", "A1B", "$A$1", "A-1", "AAAAAA1", "A9999999999"} {
		if _, _, ok := parseRef([]byte(ref)); ok {
			t.Errorf("%q is taken as a cell's name", ref)
		}
	}
}
