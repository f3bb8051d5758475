package workbook

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// writeSheet writes one sheet and its links.
func (p *plan) writeSheet(archive *zip.Writer, i int, t *ticker) error {
	sheet := &p.sheets[i]
	out, err := archive.Create(sheetPart(i))
	if err != nil {
		return err
	}
	w := &sheetWriter{out: out, columns: cellColumns(sheet.Columns)}
	w.buffer = append(w.buffer, sheet.head(i == 0)...)
	if err := w.rows(sheet, t); err != nil {
		return err
	}
	w.buffer = append(w.buffer, p.foot(sheet, &w.links)...)
	if err := w.flush(); err != nil {
		return err
	}
	return w.links.write(archive, i)
}

// head returns what stands before the rows.
func (s *sheetPlan) head(active bool) string {
	var b strings.Builder
	b.WriteString(xmlHeader + `<worksheet ` + mainNamespace + `><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	fmt.Fprintf(&b, `<dimension ref="%s"/>`, s.area())
	selected := ""
	if active {
		selected = ` tabSelected="1"`
	}
	fmt.Fprintf(&b, `<sheetViews><sheetView%s workbookViewId="0">%s</sheetView></sheetViews>`, selected, s.pane())
	b.WriteString(`<sheetFormatPr defaultRowHeight="15"/>`)
	if len(s.Columns) > 0 {
		b.WriteString(`<cols>` + s.cols() + `</cols>`)
	}
	b.WriteString(`<sheetData>`)
	return b.String()
}

// area is the range of all cells, header included.
func (s *sheetPlan) area() string {
	if len(s.Columns) == 0 {
		return "A1"
	}
	return fmt.Sprintf("A1:%s%d", ColumnName(len(s.Columns)-1), s.rows+1)
}

// pane keeps the header and the first columns in sight.
func (s *sheetPlan) pane() string {
	frozen := min(s.FrozenColumns, len(s.Columns))
	if frozen == 0 {
		return `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>`
	}
	corner := ColumnName(frozen) + "2"
	return fmt.Sprintf(`<pane xSplit="%d" ySplit="1" topLeftCell="%s" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="%s" sqref="%s"/>`,
		frozen, corner, corner, corner)
}

func (s *sheetPlan) cols() string {
	var b strings.Builder
	for i, column := range s.Columns {
		hidden := ""
		if column.Hidden {
			hidden = ` hidden="1"`
		}
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%g" style="%d" customWidth="1"%s/>`,
			i+1, i+1, s.widths[i], columnStyle(column.Kind), hidden)
	}
	return b.String()
}

// columnStyle is the format of cells yet to be filled: a link is blue only once it is one.
func columnStyle(kind ColumnKind) int {
	if kind == LinkColumn {
		return styleText
	}
	return styleOf(kind)
}

// foot returns what stands after the rows, in the order that the format demands.
func (p *plan) foot(s *sheetPlan, links *linkList) string {
	var b strings.Builder
	b.WriteString(`</sheetData>`)
	if !s.machine && len(s.Columns) > 0 {
		fmt.Fprintf(&b, `<autoFilter ref="%s"/>`, s.area())
		b.WriteString(s.missing())
		b.WriteString(p.validations(s))
	}
	b.WriteString(links.elements())
	b.WriteString(`<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
		`<pageSetup orientation="landscape" fitToHeight="0"/>`)
	fmt.Fprintf(&b, `<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors></worksheet>`, s.area())
	return b.String()
}

// missing colours what must be filled and is not, in rows that have been begun.
func (s *sheetPlan) missing() string {
	if !s.MarkMissing {
		return ""
	}
	var b strings.Builder
	last, rows := ColumnName(len(s.Columns)-1), min(maxRows, s.rows+1+rowsToFill)
	for i, column := range s.Columns {
		if column.Required {
			name := ColumnName(i)
			fmt.Fprintf(&b, `<conditionalFormatting sqref="%s2:%s%d"><cfRule type="expression" dxfId="0" priority="%d"><formula>AND(LEN(TRIM($%s2))=0,COUNTA($A2:$%s2)&gt;0)</formula></cfRule></conditionalFormatting>`,
				name, name, rows, i+1, name, last)
		}
	}
	return b.String()
}

// A sheetWriter writes the rows of a sheet through a buffer that it reuses.
type sheetWriter struct {
	out     io.Writer
	buffer  []byte
	columns []cellColumn
	row     int
	digits  []byte
	links   linkList
}

// A cellColumn holds what all cells of a column have in common.
type cellColumn struct {
	name  string
	kind  ColumnKind
	style int
}

func cellColumns(columns []OutColumn) []cellColumn {
	all := make([]cellColumn, len(columns))
	for i, column := range columns {
		all[i] = cellColumn{name: ColumnName(i), kind: column.Kind, style: styleOf(column.Kind)}
	}
	return all
}

func (w *sheetWriter) rows(sheet *sheetPlan, t *ticker) error {
	w.header(sheet.Columns)
	if sheet.Rows == nil {
		return nil
	}
	for row := range sheet.Rows {
		if err := w.values(row); err != nil {
			return err
		}
		if err := t.row(); err != nil {
			return err
		}
	}
	return nil
}

func (w *sheetWriter) header(columns []OutColumn) {
	w.startRow()
	for i, column := range columns {
		style := styleHeader
		if column.Required {
			style = styleRequiredHeader
		}
		if column.Header != "" {
			w.text(&w.columns[i], style, column.Header)
		}
	}
	w.endRow()
}

func (w *sheetWriter) values(row OutRow) error {
	w.startRow()
	for i, value := range row {
		w.cell(&w.columns[i], value)
	}
	w.endRow()
	if len(w.buffer) < bufferSize {
		return nil
	}
	return w.flush()
}

// bufferSize is how much is written at a time.
const bufferSize = 1 << 16

func (w *sheetWriter) flush() error {
	_, err := w.out.Write(w.buffer)
	w.buffer = w.buffer[:0]
	return err
}

func (w *sheetWriter) startRow() {
	w.row++
	w.digits = strconv.AppendInt(w.digits[:0], int64(w.row), 10)
	w.buffer = append(w.buffer, `<row r="`...)
	w.buffer = append(w.buffer, w.digits...)
	w.buffer = append(w.buffer, `">`...)
}

func (w *sheetWriter) endRow() { w.buffer = append(w.buffer, `</row>`...) }
