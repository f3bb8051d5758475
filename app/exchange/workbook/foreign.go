package workbook

import (
	"bytes"
	"strings"
)

// An alien is a kind of file that is no table, with what to do about it.
type alien struct{ what, advice string }

// What to do about files of other kinds.
const (
	adviceSave   = "Open it in Excel or LibreOffice and save it as .xlsx."
	adviceSource = "Bring in the list that it was made from, as .xlsx or csv."
	adviceUnpack = "Unpack it and bring in the files that it holds."
)

// magics are the first bytes of kinds of files that people take for tables or name like them.
var magics = []struct {
	start string
	alien
}{
	{"%PDF", alien{"a PDF document", adviceSource}},
	{"\x89PNG", alien{"a picture", adviceSource}},
	{"\xff\xd8\xff", alien{"a picture", adviceSource}},
	{"GIF8", alien{"a picture", adviceSource}},
	{"BM", alien{"a picture", adviceSource}},
	{"II*\x00", alien{"a picture", adviceSource}},
	{"MM\x00*", alien{"a picture", adviceSource}},
	{"{\\rtf", alien{"a formatted text document (RTF)", adviceSource}},
	{"\x1f\x8b", alien{"a compressed file (gzip)", adviceUnpack}},
	{"7z\xbc\xaf\x27\x1c", alien{"a compressed folder (7z)", adviceUnpack}},
	{"Rar!", alien{"a compressed folder (rar)", adviceUnpack}},
	{"SQLite format 3\x00", alien{"a database (SQLite)", adviceSource}},
	{"PAR1", alien{"a data file (Parquet)", adviceSource}},
	{"\x7fELF", alien{"a program", adviceSource}},
	{"MZ", alien{"a program", adviceSource}},
	{"\x09\x08\x10\x00\x00\x06\x05\x00", alien{"a workbook of an old Excel", adviceSave}},
	{"\x09\x08\x08\x00\x00\x05\x10\x00", alien{"a workbook of an old Excel", adviceSave}},
	{"\x09\x04\x06\x00", alien{"a workbook of an old Excel", adviceSave}},
}

// catalogueMagic stands at this place in the catalogues of Cadastre itself.
const (
	catalogueMagic   = "\xed\xda\x0c\xed"
	catalogueMagicAt = 16
)

// foreign says what a file is that is no text with columns, nil for one that may be.
func foreign(head []byte) *alien {
	text := plainText(head)
	for _, m := range magics {
		if hasPrefix(head, m.start) && (len(m.start) > 2 || !text) {
			return &m.alien
		}
	}
	if len(head) > catalogueMagicAt && hasPrefix(head[catalogueMagicAt:], catalogueMagic) {
		return &alien{"a catalogue of Cadastre", "Open it rather than bringing it in."}
	}
	if !text {
		return &alien{"a file of an unknown kind", adviceSource}
	}
	return markup(head)
}

// markup recognises texts with a structure of their own.
func markup(head []byte) *alien {
	text := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bomUTF8)), " \t\r\n")))
	for _, start := range []string{"<!doctype html", "<html", "<table", "<head", "<meta"} {
		if strings.HasPrefix(text, start) {
			return &alien{"a web page (HTML), which some programs save under the name of a workbook", adviceSave}
		}
	}
	switch {
	case strings.HasPrefix(text, "mime-version:"):
		return &alien{"a web page in one file (MHTML)", adviceSave}
	case strings.HasPrefix(text, "<?xml"), strings.HasPrefix(text, "<workbook"):
		if strings.Contains(text, "urn:schemas-microsoft-com:office:spreadsheet") {
			return &alien{"a workbook in the XML form of 2003", adviceSave}
		}
		return &alien{"an XML document", adviceSource}
	case jsonStart(text):
		return &alien{"a JSON document", adviceSource}
	}
	return nil
}

// jsonStart is true for the start of an object or of a list of objects.
func jsonStart(text string) bool {
	if inner, ok := strings.CutPrefix(text, "["); ok {
		text = strings.TrimLeft(inner, " \t\r\n")
	}
	inner, ok := strings.CutPrefix(text, "{")
	inner = strings.TrimLeft(inner, " \t\r\n")
	return ok && (strings.HasPrefix(inner, `"`) || strings.HasPrefix(inner, "}"))
}

// plainText is true for what may be text in one of the encodings that csv
// files come in: it has few control characters.
func plainText(head []byte) bool {
	if hasPrefix(head, bomBig) || hasPrefix(head, bomSmall) || wideOrder(head) != "" {
		return true
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != endOfText {
			odd++
		}
	}
	return odd*20 <= len(head)
}
