package workbook

import (
	"fmt"
	"strings"
	"time"
)

const (
	xmlHeader     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNamespace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relationTypes + `"`
	relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	contentPrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

type outPart struct{ name, content string }

// parts returns every part of the workbook that is no sheet.
func (p *plan) parts() []outPart {
	return []outPart{
		{"[Content_Types].xml", p.contentTypes()},
		{"_rels/.rels", xmlHeader + relationships +
			`<Relationship Id="rId1" Type="` + relationTypes + `/officeDocument" Target="xl/workbook.xml"/>` +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
			`<Relationship Id="rId3" Type="` + relationTypes + `/extended-properties" Target="docProps/app.xml"/></Relationships>`},
		{"docProps/app.xml", xmlHeader + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Cadastre</Application></Properties>`},
		{"docProps/core.xml", p.properties()},
		{"xl/workbook.xml", p.workbook()},
		{"xl/_rels/workbook.xml.rels", p.workbookRelations()},
		{"xl/styles.xml", outStyles},
	}
}

func (p *plan) contentTypes() string {
	var b strings.Builder
	b.WriteString(xmlHeader + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + contentPrefix + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + contentPrefix + `styles+xml"/>`)
	for i := range p.sheets {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, sheetPart(i), contentPrefix)
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// properties holds what Excel shows about the file as a whole.
func (p *plan) properties() string {
	var b strings.Builder
	b.WriteString(xmlHeader + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	fmt.Fprintf(&b, `<dc:title>%s</dc:title><dc:creator>%s</dc:creator>`, attribute(p.doc.Title), attribute(p.doc.Author))
	if !p.doc.Created.IsZero() {
		fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>`, p.doc.Created.UTC().Format(time.RFC3339))
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}

// workbook lists the sheets and the defined names.
func (p *plan) workbook() string {
	var b strings.Builder
	b.WriteString(xmlHeader + `<workbook ` + mainNamespace + `><bookViews><workbookView/></bookViews><sheets>`)
	for i, sheet := range p.sheets {
		state := ""
		if sheet.machine {
			state = ` state="veryHidden"`
		}
		fmt.Fprintf(&b, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, attribute(sheet.name), i+1, state, i+1)
	}
	b.WriteString(`</sheets>`)
	if names := p.definedNames(); names != "" {
		b.WriteString(`<definedNames>` + names + `</definedNames>`)
	}
	b.WriteString(`</workbook>`)
	return b.String()
}

func (p *plan) workbookRelations() string {
	var b strings.Builder
	b.WriteString(xmlHeader + relationships)
	for i := range p.sheets {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/worksheet" Target="/%s"/>`, i+1, relationTypes, sheetPart(i))
	}
	fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(p.sheets)+1, relationTypes)
	return b.String()
}

// definedNames returns the names that belong to sheets: what the filter covers, the
// header that repeats on every printed page, and the tags.
func (p *plan) definedNames() string {
	var b strings.Builder
	for i, sheet := range p.sheets {
		if sheet.machine || len(sheet.Columns) == 0 {
			continue
		}
		quoted := element(quoteSheet(sheet.name))
		fmt.Fprintf(&b, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">%s!$A$1:$%s$%d</definedName>`,
			i, quoted, ColumnName(len(sheet.Columns)-1), sheet.rows+1)
		fmt.Fprintf(&b, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$1:$1</definedName>`, i, quoted)
		b.WriteString(tagNames(i, &sheet))
	}
	return b.String()
}

func sheetPart(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }
