package workbook

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"

	"cadastre/store/fault"
)

// SheetTags tell what a sheet of a workbook that Write made holds, wherever people have
// moved its columns since.
type SheetTags struct {
	// Sheet is the name that the tab has now.
	Sheet string
	Table string
	// HeaderRow is the number of the row that holds the headers now, the first being 1.
	HeaderRow int
	// Fields holds the keys by the positions that their columns have now, A being 0.
	// Columns that were deleted, or added by hand, are not among them.
	Fields map[int]string
	// Version is the version of the tags. One above TagVersion comes from a later program.
	Version int
}

// maxWorkbookPart limits the part of a workbook that lists its sheets and names.
const maxWorkbookPart = 64 << 20

// ReadTags returns the tags of the workbook at path in the order of its sheets. There are
// none, and no error, if the file is not a workbook that Write made.
func ReadTags(path string) ([]SheetTags, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, nil //nolint:nilerr // no zip, no tags: whether the file can be read at all is for Open to say
	}
	defer func() { _ = archive.Close() }()
	for _, file := range archive.File {
		if strings.EqualFold(file.Name, "xl/workbook.xml") {
			return readTags(file)
		}
	}
	return nil, nil
}

type workbookPart struct {
	Sheets []struct {
		Name string `xml:"name,attr"`
	} `xml:"sheets>sheet"`
	Names []definedName `xml:"definedNames>definedName"`
}

type definedName struct {
	Name     string `xml:"name,attr"`
	RefersTo string `xml:",chardata"`
}

func readTags(file *zip.File) ([]SheetTags, error) {
	content, err := file.Open()
	if err != nil {
		return nil, damagedTags(err)
	}
	defer func() { _ = content.Close() }()
	var part workbookPart
	if err := xml.NewDecoder(io.LimitReader(content, maxWorkbookPart)).Decode(&part); err != nil {
		return nil, damagedTags(err)
	}
	bySheet := map[string]*SheetTags{}
	for _, name := range part.Names {
		name.tag(bySheet)
	}
	var all []SheetTags
	for _, sheet := range part.Sheets {
		if tags := bySheet[sheet.Name]; tags != nil {
			all = append(all, *tags)
		}
	}
	return all, nil
}

func damagedTags(err error) error {
	return fault.Wrap(err, fault.Damaged, "The list of sheets in this workbook is damaged. Open it in Excel, save it again and retry.")
}

var (
	tagName = regexp.MustCompile(`^(?i)_cadastre(\d{1,4})\.([a-z0-9_]+)\.([a-z0-9_.]+)$`)
	cellRef = regexp.MustCompile(`^\$?([A-Z]{1,3})\$?(\d{1,7})$`)
)

// tag adds what the name says, if it is one of ours and still refers to a cell.
func (n definedName) tag(bySheet map[string]*SheetTags) {
	name := tagName.FindStringSubmatch(n.Name)
	sheet, cell, ok := splitReference(n.RefersTo)
	ref := cellRef.FindStringSubmatch(cell)
	if name == nil || !ok || ref == nil {
		return
	}
	version, _ := strconv.Atoi(name[1])
	row, _ := strconv.Atoi(ref[2])
	tags := bySheet[sheet]
	if tags == nil {
		tags = &SheetTags{Sheet: sheet, Table: name[2], HeaderRow: row, Fields: map[int]string{}, Version: version}
		bySheet[sheet] = tags
	}
	tags.HeaderRow = min(tags.HeaderRow, row)
	tags.Fields[ColumnPosition(ref[1])] = name[3]
}

// splitReference splits a reference such as 'IT Systems'!$D$1 into sheet and cell.
func splitReference(reference string) (sheet, cell string, ok bool) {
	reference = strings.TrimSpace(reference)
	i := strings.LastIndexByte(reference, '!')
	if i < 1 {
		return "", "", false
	}
	sheet, cell = reference[:i], reference[i+1:]
	if len(sheet) > 1 && sheet[0] == '\'' && sheet[len(sheet)-1] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	return sheet, cell, true
}

// ColumnPosition is the inverse of ColumnName.
func ColumnPosition(letters string) int {
	position := 0
	for _, letter := range []byte(letters) {
		position = position*26 + int(letter-'A') + 1
	}
	return position - 1
}
