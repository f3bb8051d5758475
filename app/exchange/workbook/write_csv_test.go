package workbook

import (
	"context"
	encoding "encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cadastre/store/fault"
)

func TestCSVIsWhatExcelExpects(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	sheet := OutSheet{Name: "S", Columns: []OutColumn{{Header: "=Name"}, {Header: "Date"}, {Header: "Changed"}, {Header: "N"}, {Header: "Rest"}}, Rows: slices.Values([]OutRow{
		{TextValue("=1+1"), DateValue(20150), DateTimeValue(1741064767), NumberValue(-1e21)},
		{TextValue("say \"hi\",\r\nthen é")},
	})}
	rows := 0
	if err := WriteCSV(context.Background(), path, sheet, func(n int) { rows = n }); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "\uFEFF\"'=Name\",\"Date\",\"Changed\",\"N\",\"Rest\"\r\n" +
		"\"'=1+1\",2025-03-03,2025-03-04 05:06:07,-1000000000000000000000,\r\n" +
		"\"say \"\"hi\"\",\r\nthen é\",,,,\r\n"
	if diff := cmp.Diff(want, string(content)); diff != "" || rows != 2 {
		t.Error(diff, rows)
	}
}

func TestCSVReadsBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		sheet := OutSheet{Columns: []OutColumn{{Header: "H"}, {Header: "I"}}, Rows: slices.Values([]OutRow{{TextValue(text), TextValue("end")}})}
		if err := WriteCSV(context.Background(), path, sheet, nil); err != nil {
			t.Fatal(err)
		}
		content, _ := os.ReadFile(path)
		records, err := encoding.NewReader(strings.NewReader(strings.TrimPrefix(string(content), byteOrderMark))).ReadAll()
		if err != nil || len(records) != 2 {
			t.Fatal(records, err)
		}
		// Go's reader turns CRLF in a cell into LF.
		plain := strings.NewReplacer("\r", "")
		if got := UnguardText(records[1][0]); plain.Replace(got) != plain.Replace(text) {
			t.Fatalf("wrote %+q, read %+q", text, got)
		}
	})
}

func TestCSVRefusesWhatItCannotHold(t *testing.T) {
	for _, value := range []Value{NumberValue(math.NaN()), TextValue("\xff")} {
		sheet := OutSheet{Name: "S", Columns: []OutColumn{{Header: "H"}}, Rows: slices.Values([]OutRow{{}, {value}})}
		for name, err := range map[string]error{
			"csv":  WriteCSV(context.Background(), filepath.Join(t.TempDir(), "out.csv"), sheet, nil),
			"xlsx": Write(context.Background(), filepath.Join(t.TempDir(), "out.xlsx"), Document{Sheets: []OutSheet{sheet}}, nil),
		} {
			if fault.CodeOf(err) != fault.Invalid || !strings.Contains(strings.ToLower(err.Error()), "row 3") {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
