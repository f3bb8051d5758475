package sampledata

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func brokenFile(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := fs.ReadFile(Broken(), name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestEveryBrokenFileIsExplained(t *testing.T) {
	var explained, there []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\| \\S").FindAllSubmatch(brokenFile(t, "README.md"), -1) {
		explained = append(explained, string(m[1]))
	}
	entries, err := fs.ReadDir(Broken(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != "README.md" {
			there = append(there, entry.Name())
		}
	}
	slices.Sort(explained)
	if !slices.Equal(there, explained) {
		t.Errorf("there are %q, explained %q", there, explained)
	}
}

// TestBrokenFilesAreBroken proves the faults that an editor or a checkout could
// mend without anybody noticing.
func TestBrokenFilesAreBroken(t *testing.T) {
	if raw := brokenFile(t, "semicolon-windows-1252.csv"); utf8.Valid(raw) || !bytes.Contains(raw, []byte("Caf\xe9")) || !bytes.Contains(raw, []byte("\x80")) {
		t.Error("the semicolon file is not in Windows-1252")
	}
	if raw := brokenFile(t, "utf-16.csv"); !bytes.HasPrefix(raw, []byte("\xff\xfeN\x00a\x00")) || len(raw)%2 != 0 {
		t.Error("the UTF-16 file is not in UTF-16")
	}
	if raw := brokenFile(t, "mac-roman-carriage-returns.csv"); !bytes.Contains(raw, []byte("Zo\x91")) || !bytes.Contains(raw, []byte("\r")) || bytes.Contains(raw, []byte("\n")) {
		t.Error("the Mac Roman file is not in Mac Roman with carriage returns")
	}
	if lines := strings.Split(string(brokenFile(t, "header-on-row-5.csv")), "\n"); !strings.HasPrefix(lines[4], "Name,") {
		t.Errorf("row 5 is %q", lines[4])
	}
	if _, err := csv.NewReader(bytes.NewReader(brokenFile(t, "unterminated-quote.csv"))).ReadAll(); !errors.Is(err, csv.ErrQuote) {
		t.Errorf("reading the unterminated quote: %v", err)
	}
	if _, err := csv.NewReader(bytes.NewReader(brokenFile(t, "ragged-rows.csv"))).ReadAll(); !errors.Is(err, csv.ErrFieldCount) {
		t.Errorf("reading the ragged rows: %v", err)
	}
	workbook := brokenFile(t, "truncated.xlsx")
	if _, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook))); !errors.Is(err, zip.ErrFormat) || !bytes.HasPrefix(workbook, []byte("PK\x03\x04")) {
		t.Errorf("opening the truncated workbook: %v", err)
	}
	if name, _, _ := strings.Cut(strings.Split(string(brokenFile(t, "too-long-and-missing.csv")), "\n")[1], ","); utf8.RuneCountInString(name) != 115 {
		t.Errorf("the long name has %d characters", utf8.RuneCountInString(name))
	}
}
