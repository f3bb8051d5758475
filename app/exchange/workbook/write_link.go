package workbook

import (
	"archive/zip"
	"fmt"
	"net/url"
	"strings"
)

// What Excel holds at most. More links make it call the workbook damaged.
const (
	maxLinks      = 65530
	maxLinkLength = 2079
)

// A linkList gathers the clickable cells of a sheet while its rows are written.
type linkList struct {
	cells   []string
	targets []string
}

// add makes the cell a link and is true, if text is an address that is safe to open and
// the sheet has room for one more.
func (l *linkList) add(column string, row int, text string) bool {
	if len(l.cells) == maxLinks {
		return false
	}
	target, ok := linkTarget(text)
	if ok {
		l.cells = append(l.cells, fmt.Sprint(column, row))
		l.targets = append(l.targets, target)
	}
	return ok
}

// linkTarget returns the address that text is. Only web and mail addresses are links:
// others would open files or start programs.
func linkTarget(text string) (string, bool) {
	if len(text) > maxLinkLength {
		return "", false
	}
	u, err := url.Parse(text)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		target := u.String()
		return target, u.Host != "" && len(target) <= maxLinkLength
	case "mailto":
		target := u.String()
		return target, u.Opaque != "" && len(target) <= maxLinkLength
	}
	return "", false
}

// elements returns the links as they stand in the sheet.
func (l *linkList) elements() string {
	if len(l.cells) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<hyperlinks>`)
	for i, cell := range l.cells {
		fmt.Fprintf(&b, `<hyperlink ref="%s" r:id="rId%d"/>`, cell, i+1)
	}
	b.WriteString(`</hyperlinks>`)
	return b.String()
}

// write writes where the links of sheet i lead.
func (l *linkList) write(archive *zip.Writer, i int) error {
	if len(l.cells) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(xmlHeader + relationships)
	for n, target := range l.targets {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, n+1, relationTypes, attribute(target))
	}
	b.WriteString(`</Relationships>`)
	return writePart(archive, fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1), b.String())
}
