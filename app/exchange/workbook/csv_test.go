package workbook

import (
	"context"
	stdcsv "encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadastre/store/fault"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestReadCSV(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"plain", "a,b\n1,2\n", "1: A=t:a B=t:b\n2: A=t:1 B=t:2\n"},
		{"no line end at the end", "a,b\n1,", "1: A=t:a B=t:b\n2: A=t:1\n"},
		{"crlf", "a,b\r\n1,2\r\n", "1: A=t:a B=t:b\n2: A=t:1 B=t:2\n"},
		{"cr", "a,b\r1,2\r", "1: A=t:a B=t:b\n2: A=t:1 B=t:2\n"},
		{"blank lines count", "a,b\n\n,\n1,2\n\n", "1: A=t:a B=t:b\n4: A=t:1 B=t:2\n"},
		{"quotes", "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "1: A=t:a B=t:b\n2: A=t:x, y B=t:say \"hi\"\n"},
		{"lines in quotes", "a,b\n\"x\r\ny\rz\n\",2\n3,4\n", "1: A=t:a B=t:b\n2: A=t:x\ny\nz\n B=t:2\n3: A=t:3 B=t:4\n"},
		{"quotes within text", "a,b\n24\" screen,5'6\"\n", "1: A=t:a B=t:b\n2: A=t:24\" screen B=t:5'6\"\n"},
		{"text behind quotes", "a,b\n\"x\"y\"z,2\n", "1: A=t:a B=t:b\n2: A=t:xy\"z B=t:2\n"},
		{"empty quotes", "a,b\n\"\",2\n", "1: A=t:a B=t:b\n2: B=t:2\n"},
		{"spaces before quotes", "\"a\", \"b\"\n\"1\",   \"2, 3\"\n", "1: A=t:a B=t:b\n2: A=t:1 B=t:2, 3\n"},
		{"spaces that count", "a,b\n1, \"2\" or so\n", "1: A=t:a B=t:b\n2: A=t:1 B=t: \"2\" or so\n"},
		{"ragged", "a,b,c\n1\n1,2,3,4\n1,2,3\n", "1: A=t:a B=t:b C=t:c\n2: A=t:1\n3: A=t:1 B=t:2 C=t:3 D=t:4\n4: A=t:1 B=t:2 C=t:3\n"},
		{"semicolons and decimal commas", "a;b;c\n1,5;2,5;x\n2,5;3,5;y\n", "1: A=t:a B=t:b C=t:c\n2: A=t:1,5 B=t:2,5 C=t:x\n3: A=t:2,5 B=t:3,5 C=t:y\n"},
		{"tabs", "a\tb\nx, y\t2\n", "1: A=t:a B=t:b\n2: A=t:x, y B=t:2\n"},
		{"bars", "a|b\n1|2\n", "1: A=t:a B=t:b\n2: A=t:1 B=t:2\n"},
		{"a stated separator", "sep=;\na;b,c,d\n1;2,3,4\n", "1: A=t:a B=t:b,c,d\n2: A=t:1 B=t:2,3,4\n"},
		{"one column", "System\nPayroll\nSmith, Jones\n", "1: A=t:System\n2: A=t:Payroll\n3: A=t:Smith, Jones\n"},
		{"one column of names with commas", "Account Name\nTyler Technologies, Inc.\nOracle\nEsri, Inc.\n", "1: A=t:Account Name\n2: A=t:Tyler Technologies, Inc.\n3: A=t:Oracle\n4: A=t:Esri, Inc.\n"},
		{"a title above", "Inventory 2024\n\na,b,c\n1,2,3\n4,5,6\n", "1: A=t:Inventory 2024\n3: A=t:a B=t:b C=t:c\n4: A=t:1 B=t:2 C=t:3\n5: A=t:4 B=t:5 C=t:6\n"},
		{"separators in quotes", "a,b\n\"1;2;3\",\"x;y\"\n\"4;5;6\",\"z;z\"\n", "1: A=t:a B=t:b\n2: A=t:1;2;3 B=t:x;y\n3: A=t:4;5;6 B=t:z;z\n"},
		{"a mark", bomUTF8 + "a,b\n1,2\n", "1: A=t:a B=t:b\n2: A=t:1 B=t:2\n"},
		{"marks within", bomUTF8 + bomUTF8 + "\"a\",b\n" + bomUTF8 + "\"1\",2\n", "1: A=t:a B=t:b\n2: A=t:1 B=t:2\n"},
		{"zero bytes", "a,b,c,d\nna\x00me,2,3,4\n", "1: A=t:a B=t:b C=t:c D=t:d\n2: A=t:name B=t:2 C=t:3 D=t:4\n"},
		{"an old mark of the end", "a,b\r\n1,2\r\n\x1a", "1: A=t:a B=t:b\n2: A=t:1 B=t:2\n"},
		{"nothing but blank", "\n \t\n", "2: A=t: \n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(onDisk(t, "list.csv", tt.file), 0, Limits{})
			if diff := cmp.Diff(tt.want, text(got.rows)); got.err != nil || diff != "" {
				t.Errorf("%v\n%s", got.err, diff)
			}
		})
	}
}

const accents = "Système,Größe,Prüfer,Año\n“Café” – déjà vu,n’est-ce pas,Müller,España\nCôté,Façade,Naïve,Ærø\n"

func TestEncodings(t *testing.T) {
	encode := func(with interface{ String(string) (string, error) }) string {
		out, err := with.String(accents)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	latin := encode(charmap.Windows1252.NewEncoder())
	tests := []struct {
		name, file, note string
	}{
		{"utf-8", accents, ""},
		{"utf-8 with a mark", bomUTF8 + accents, ""},
		{"utf-16le with a mark", encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()), "UTF-16, little"},
		{"utf-16be with a mark", encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()), "UTF-16, big"},
		{"utf-16le", encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()), "UTF-16, little"},
		{"utf-16be", encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()), "UTF-16, big"},
		{"windows-1252", latin, "Windows-1252"},
		{"mac roman", encode(charmap.Macintosh.NewEncoder()), "Mac Roman"},
		{"mostly utf-8", strings.Replace(accents, "Müller", "M\xfcller", 1), "some characters in Windows-1252"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(onDisk(t, "list.csv", tt.file), 0, Limits{})
			want := readFile(onDisk(t, "list.csv", accents), 0, Limits{})
			if diff := cmp.Diff(text(want.rows), text(got.rows)); got.err != nil || diff != "" {
				t.Errorf("%v\n%s", got.err, diff)
			}
			if said := strings.Join(got.notes, " "); !strings.Contains(said, tt.note) || tt.note == "" && said != "" {
				t.Errorf("notes %q, want %q", said, tt.note)
			}
		})
	}
}

// TestEncodingBySentences decides between two encodings by ordinary text with few accents.
func TestEncodingBySentences(t *testing.T) {
	for _, line := range []string{
		"the agency’s system,keeps “the records” of staff", "a – b,range 1–5", "• first,• second", "naïve façade,été", "CAFÉ À LA CARTE,ÉCOLE",
		"it’s here,that’s all", "Straße,München", "mañana,está señor", "50 %,© 2024 Example™",
	} {
		for name, enc := range map[string]*charmap.Charmap{"windows": charmap.Windows1252, "mac": charmap.Macintosh} {
			raw, err := enc.NewEncoder().String(line + "\n")
			if err != nil {
				t.Fatal(err)
			}
			seen, err := gather(context.Background(), strings.NewReader(raw), 0)
			if err != nil {
				t.Fatal(err)
			}
			if want := map[string]textEncoding{"windows": inWindows, "mac": inMac}[name]; seen.encoding() != want {
				t.Errorf("%q in %s is taken for %s: %+d %+d", line, name, seen.encoding(), seen.windows, seen.mac)
			}
		}
	}
}

func TestEncodingFarDown(t *testing.T) {
	file := "a,b\n" + strings.Repeat("plain text,2\n", 50_000) + "caf\xe9,3\n"
	got := readFile(onDisk(t, "list.csv", file), 0, Limits{})
	if got.err != nil || len(got.rows) != 50_002 || got.rows[50_001].Cells[0].Value != "café" {
		t.Errorf("%v, last row %v", got.err, got.rows[len(got.rows)-1])
	}
}

func TestCSVNotes(t *testing.T) {
	tests := []struct{ file, want string }{
		{"a,b\n1,2\n", ""},
		{"a;b\n1;2\n", "semicolons"},
		{"a\tb\n1\t2\n", "tabs"},
		{"a\nb\n", "one column"},
		{"a,b,c\nx\x00x,2,3\n1,2,3\n", "1 zero byte"},
		{"a,b\n\"x\" y,2\n", "A2"},
	}
	for _, tt := range tests {
		got := readFile(onDisk(t, "list.csv", tt.file), 0, Limits{})
		if said := strings.Join(got.notes, " "); !strings.Contains(said, tt.want) || tt.want == "" && said != "" {
			t.Errorf("%q: notes %q, want %q", tt.file, said, tt.want)
		}
	}
}

func TestCSVSheet(t *testing.T) {
	book, err := Open(context.Background(), onDisk(t, "Our systems.v2.csv", "a,b\n1,2\n"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if diff := cmp.Diff([]Sheet{{Name: "Our systems.v2", Rows: 2}}, book.Sheets()); diff != "" {
		t.Error(diff)
	}
}

func TestBrokenCSV(t *testing.T) {
	long := strings.Repeat("x", 3000)
	tests := []struct {
		name, file string
		limits     Limits
		code       fault.Code
		words      []string
	}{
		{"an open quote", "a,b\n1,2\n3,\"4\n5,6\n7,8\n", Limits{}, fault.Damaged, []string{"line 3", "B3", `"list.csv"`}},
		{"an open quote after quoted lines", "a,b\n\"1\n1\",2\n\"x\n", Limits{}, fault.Damaged, []string{"line 4", "A3"}},
		{"an open quote at the end", "a,b\n1,\"", Limits{}, fault.Damaged, []string{"line 2"}},
		{"an open quote in a long file", "a,b\n1,\"" + long, Limits{CellBytes: 2000}, fault.Damaged, []string{"line 2", "quote"}},
		{"a long cell", "a,b\n1," + long, Limits{CellBytes: 2000}, fault.TooLarge, []string{"B2"}},
		{"a long row", "a,b\n12345,67890\n", Limits{RowBytes: 8}, fault.TooLarge, []string{"Row 2"}},
		{"rows", "a\nb\nc\n", Limits{Rows: 2}, fault.TooLarge, []string{"2 rows"}},
		{"columns", "a,b,c\n", Limits{Columns: 2}, fault.TooLarge, []string{"2 columns", "Row 1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sentence(t, readFile(onDisk(t, "list.csv", tt.file), 0, tt.limits).err, tt.code, tt.words...)
		})
	}
}

func TestCSVChangedWhileRead(t *testing.T) {
	path := onDisk(t, "list.csv", "a,b\n1,2\n")
	book, err := Open(context.Background(), path, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if err := os.Chtimes(path, time.Now(), time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	sentence(t, book.Read(context.Background(), 0, func(Row) error { return nil }), fault.Conflict, "list.csv")
}

// TestRealLists reads lists that others made; the standard reader, told the
// encoding, is the judge.
func TestRealLists(t *testing.T) {
	folder := sharedSamples(t, "inventories")
	for name, enc := range map[string]*charmap.Charmap{
		"fisma-assets.csv": nil, "fisma-systems.csv": nil, "govuk-apps.csv": nil, "gsa-it-standards-2021.csv": nil,
		"servicenow-cmdb-ci.csv": nil, "omb-ai-use-cases-2024-v2.csv": charmap.Windows1252,
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			if enc != nil {
				if data, err = enc.NewDecoder().Bytes(data); err != nil {
					t.Fatal(err)
				}
			}
			r := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), bomUTF8)))
			r.FieldsPerRecord = -1
			records, err := r.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			got := readFile(filepath.Join(folder, name), 0, Limits{})
			if diff := cmp.Diff(filled(records), values(got.rows)); got.err != nil || diff != "" {
				t.Errorf("%v\n%s", got.err, diff)
			}
			if enc != nil && !strings.Contains(got.rows[0].Cells[8].Value, "system’s") {
				t.Errorf("the header is %q", got.rows[0].Cells[8].Value)
			}
		})
	}
}

// filled drops what is empty.
func filled(records [][]string) (all [][]string) {
	for _, record := range records {
		var cells []string
		for _, v := range record {
			if v != "" {
				cells = append(cells, v)
			}
		}
		if cells != nil {
			all = append(all, cells)
		}
	}
	return all
}

func values(rows []Row) (all [][]string) {
	for _, row := range rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.Value)
		}
		all = append(all, cells)
	}
	return all
}
