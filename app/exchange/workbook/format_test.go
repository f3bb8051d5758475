package workbook

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"cadastre/store/fault"
)

// compound is the start of a compound file with one directory entry.
func compound(entry string) string {
	name := string(entryName(entry))
	return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1<<20+512-8) +
		name + strings.Repeat("\x00", nameLengthAt-len(name)) + string(rune(len(name))) + strings.Repeat("\x00", entryBytes-nameLengthAt-1)
}

func TestSniff(t *testing.T) {
	packed := func(p parts) string { return string(p.zipped(t)) }
	tests := []struct {
		name, data string
		want       Format
		words      string // of the sentence
	}{
		{"a workbook", packed(oneSheet(oneRow)), XLSX, ""},
		{"a list", "a,b\n1,2\n", CSV, ""},
		{"a list of one word", "System", CSV, ""},
		{"a list in UTF-16", utf16Text("a,b\n1,2\n"), CSV, ""},
		{"a list that begins like a program", "MZ,b\n1,2\n", CSV, ""},
		{"a package", packed(parts{"data.xml": "<entities/>", "data_schema.xml": "<entities/>", "[Content_Types].xml": "<Types/>"}), Package, ""},
		{"an old workbook", compound("Workbook"), Unsupported, "old Excel format"},
		{"a very old workbook", compound("Book"), Unsupported, "old Excel format"},
		{"an encrypted workbook", compound("EncryptedPackage"), Unsupported, "password"},
		{"an old document", compound("WordDocument"), Unsupported, "old format"},
		{"a binary workbook", packed(parts{"xl/workbook.bin": "x"}), Unsupported, ".xlsb"},
		{"an OpenDocument workbook", packed(parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}), Unsupported, ".ods"},
		{"an OpenDocument text", packed(parts{"mimetype": "application/vnd.oasis.opendocument.text"}), Unsupported, "no workbook"},
		{"a Word document", packed(parts{"word/document.xml": "<a/>"}), Unsupported, "Word"},
		{"a presentation", packed(parts{"ppt/presentation.xml": "<a/>"}), Unsupported, "PowerPoint"},
		{"a Numbers document", packed(parts{"Index/Document.iwa": "x"}), Unsupported, "Numbers"},
		{"another zip", packed(parts{"list.csv": "a,b"}), Unsupported, "unpack"},
		{"an empty zip", packed(parts{}), Unsupported, "compressed folder"},
		{"a cut workbook", packed(oneSheet(oneRow))[:200], Unsupported, "cut off"},
		{"a PDF", "%PDF-1.7\n%\xe2\xe3", Unsupported, "PDF"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", Unsupported, "picture"},
		{"another picture", "BM\x00\x01\x02\x03\x04\x05\x06\x07", Unsupported, "picture"},
		{"a web page", "\n<!DOCTYPE html><html><table>", Unsupported, "web page"},
		{"a table as a web page", bomUTF8 + "<TABLE border=1>", Unsupported, "web page"},
		{"a web page in one file", "MIME-Version: 1.0\nContent-Type: multipart", Unsupported, "web page"},
		{"a workbook of 2003", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, Unsupported, "2003"},
		{"XML", `<?xml version="1.0"?><a/>`, Unsupported, "XML"},
		{"JSON", ` [ {"a": 1}]`, Unsupported, "JSON"},
		{"gzip", "\x1f\x8b\x08\x00\x00", Unsupported, "Unpack"},
		{"our own catalogue", strings.Repeat("\x00", 16) + catalogueMagic + strings.Repeat("\x00", 100), Unsupported, "catalogue of Cadastre"},
		{"noise", strings.Repeat("\x01\x02\xff\x03", 50), Unsupported, "unknown kind"},
		{"nothing", "", Unsupported, "is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := onDisk(t, "file.xlsx", tt.data)
			got, err := Sniff(path)
			if got != tt.want {
				t.Fatalf("%s, want %s: %v", got, tt.want, err)
			}
			if (err != nil) != (tt.want == Unsupported) {
				t.Fatal(err)
			}
			if err != nil {
				sentence(t, err, fault.CodeOf(err), tt.words, `"file.xlsx"`)
			}
			book, opened := Open(context.Background(), path, Limits{})
			if opened == nil {
				book.Close()
			}
			if wrong := tt.want == XLSX || tt.want == CSV; (opened == nil) != wrong {
				t.Errorf("opened: %v", opened)
			}
		})
	}
}

func TestUnreadablePaths(t *testing.T) {
	dir := t.TempDir()
	_, err := Sniff(filepath.Join(dir, "gone.xlsx"))
	sentence(t, err, fault.NotFound, `"gone.xlsx"`)
	_, err = Sniff(dir)
	sentence(t, err, fault.Invalid, "folder")
	lock := filepath.Join(dir, "~$list.xlsx")
	if err := os.WriteFile(lock, []byte("\x05Ann\x00\x00\x00\x03A\x00n\x00n\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Sniff(lock)
	sentence(t, err, fault.Unsupported, `"list.xlsx"`)
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("nothing can be forbidden here")
	}
	secret := onDisk(t, "secret.xlsx", "a,b\n")
	if err := os.Chmod(secret, 0); err != nil {
		t.Fatal(err)
	}
	_, err = Sniff(secret)
	sentence(t, err, fault.Invalid, "may not read")
}
