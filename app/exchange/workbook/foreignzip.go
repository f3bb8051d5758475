package workbook

import (
	"context"
	"io"
	"os"
	"strings"

	"cadastre/store/fault"
)

// sniffZip says what a zip file holds.
func sniffZip(file *os.File, name string, limits Limits) (Format, error) {
	a, err := openArchive(file, name, limits)
	switch {
	case err != nil:
		return Unsupported, err
	case a.has("data.xml") && a.has("data_schema.xml"):
		return Package, nil
	}
	if f := a.foreign(); f != nil {
		return Unsupported, fault.New(fault.Unsupported, "%q is %s. %s", name, f.what, f.advice)
	}
	if a.isWorkbook() {
		return XLSX, nil
	}
	return Unsupported, fault.New(fault.Unsupported,
		"%q is a compressed folder (zip) without a workbook’s parts. If it holds workbooks or csv files, unpack it and bring those in.", name)
}

// foreign says what an office document is that is no workbook of ours, nil for one that may be.
func (a *archive) foreign() *alien {
	switch kind := a.small("mimetype"); {
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.spreadsheet"):
		return &alien{"an OpenDocument workbook (.ods)", adviceSave}
	case strings.HasPrefix(kind, "application/vnd."):
		return &alien{"a document that is no workbook", adviceSource}
	case a.has("xl/workbook.bin"):
		return &alien{"a binary workbook (.xlsb)", adviceSave}
	case a.has("word/document.xml"):
		return &alien{"a Word document", adviceSource}
	case a.has("ppt/presentation.xml"):
		return &alien{"a PowerPoint presentation", adviceSource}
	case a.has("Index/Document.iwa"), a.has("Index.zip"):
		return &alien{"a document of Apple’s Numbers, Pages or Keynote", "Export it as an Excel workbook or as csv and bring that in."}
	}
	return nil
}

// isWorkbook is true when the archive has a main part, or at least says that it
// should.
func (a *archive) isWorkbook() bool {
	if _, err := a.mainPart(context.Background()); err == nil {
		return true
	}
	return strings.Contains(a.small("[Content_Types].xml"), "spreadsheetml")
}

// smallBytes is how much of a small part is looked at.
const smallBytes = 64 << 10

// small returns the start of a part, "" when there is none or it is unreadable.
func (a *archive) small(name string) string {
	member := a.find(name)
	if member == nil {
		return ""
	}
	src, err := openPart(member, a.name, a.limits)
	if err != nil {
		return ""
	}
	text, _ := io.ReadAll(io.LimitReader(src, smallBytes))
	return string(text)
}
