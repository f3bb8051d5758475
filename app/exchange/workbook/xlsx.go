package workbook

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"cadastre/store/fault"
)

// An xlsx is an open workbook in the Office Open XML format.
type xlsx struct {
	file    *os.File
	name    string
	archive *archive
	limits  Limits

	contents
	rels   map[string]relationship
	part   string // the main part
	styles styles
	texts  *sharedTexts // nil until a cell asks for one

	tabs   []tab // the worksheets
	sheets []Sheet
	notes  []string   // of the workbook
	found  [][]string // of each sheet, since it was read
}

// openXLSX takes over the file.
func openXLSX(ctx context.Context, file *os.File, limits Limits) (Book, error) {
	b := &xlsx{file: file, name: filepath.Base(file.Name()), limits: limits}
	if err := b.open(ctx); err != nil {
		file.Close()
		return nil, explain(err, fmt.Sprintf("%q", b.name))
	}
	return b, nil
}

// open reads everything but the sheets and the shared texts.
func (b *xlsx) open(ctx context.Context) (err error) {
	if b.archive, err = openArchive(b.file, b.name, b.limits); err != nil {
		return err
	}
	if b.part, err = b.archive.mainPart(ctx); err != nil {
		return err
	}
	if b.contents, err = b.archive.readContents(ctx, b.part); err != nil {
		return err
	}
	if b.rels, err = b.archive.relationships(ctx, b.part); err != nil {
		return err
	}
	if part := b.related("styles"); part != "" {
		if b.styles, err = b.archive.readStyles(ctx, part); err != nil {
			return err
		}
	}
	b.listSheets(ctx)
	switch n := len(b.sheets); {
	case n == 0:
		return fault.New(fault.Unsupported, "%q holds no sheet with cells.", b.name)
	case n > maxSheets:
		return fault.New(fault.TooLarge, "%q holds %s sheets; at most %s can be read. Split it into several workbooks.", b.name, thousands(n), thousands(maxSheets))
	}
	return ctx.Err()
}

// related returns the part of a kind that the workbook refers to, "" when there is none.
func (b *xlsx) related(kind string) string {
	for _, r := range b.rels {
		if r.kind == kind && !r.external {
			return r.target
		}
	}
	return ""
}

// maxSheets is the most sheets that a workbook may have, and maxHeads how many
// of them are looked at before they are read.
const (
	maxSheets = 2_000
	maxHeads  = 1_000
)

// listSheets keeps the worksheets of all tabs and looks at the head of each.
func (b *xlsx) listSheets(ctx context.Context) {
	for _, t := range b.contents.tabs {
		switch r := b.rels[t.rel]; r.kind {
		case "chartsheet", "dialogsheet":
			continue
		case "xlMacrosheet", "xlIntlMacrosheet":
			b.notes = append(b.notes, fmt.Sprintf("The sheet %q is an old macro sheet and is not read.", t.name))
			continue
		}
		sheet := Sheet{Name: t.name, Hidden: t.hidden}
		if part, err := b.sheetPart(t); err == nil && len(b.sheets) < maxHeads {
			b.archive.lookAt(ctx, part, &sheet)
		}
		b.tabs = append(b.tabs, t)
		b.sheets = append(b.sheets, sheet)
	}
	b.found = make([][]string, len(b.sheets))
}

// sheetPart finds the part that holds a sheet.
func (b *xlsx) sheetPart(t tab) (string, error) {
	r, ok := b.rels[t.rel]
	switch {
	case !ok:
		return "", broken("the workbook does not say where its content is")
	case r.external:
		return "", fault.New(fault.Unsupported, "The sheet %q of %q is kept in another file, which is not followed. Copy it into the workbook and bring that in.", t.name, b.name)
	}
	return r.target, nil
}

// Sheets implements Book.
func (b *xlsx) Sheets() []Sheet { return b.sheets }

// Date1904 implements Book.
func (b *xlsx) Date1904() bool { return b.date1904 }

// Notes implements Book.
func (b *xlsx) Notes() []string {
	all := append([]string{}, b.notes...)
	for _, notes := range b.found {
		all = append(all, notes...)
	}
	return all
}

// Close implements Book.
func (b *xlsx) Close() error {
	b.forgetTexts()
	return b.file.Close()
}

// Read implements Book.
func (b *xlsx) Read(ctx context.Context, sheet int, row func(Row) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	t := b.tabs[sheet]
	part, err := b.sheetPart(t)
	r := &sheetReader{book: b, sheet: t.name}
	rows := sheetRows{book: b, part: part, ctx: ctx, receive: row}
	if err == nil {
		err = rows.read(r)
	}
	err = b.endTexts(err)
	b.found[sheet] = r.notes()
	what := fmt.Sprintf("The sheet %q of %q", t.name, b.name)
	if rows.last > 0 {
		what += fmt.Sprintf(" (last row read: %s)", thousands(rows.last))
	}
	return explain(err, what)
}

// text returns a shared text, reading them as far as that one.
func (b *xlsx) text(ctx context.Context, n int) (string, bool, error) {
	if b.texts == nil {
		b.texts = &sharedTexts{whole: true}
		if part := b.related("sharedStrings"); part != "" {
			b.texts = b.archive.openTexts(ctx, part)
		}
	}
	text, ok, err := b.texts.at(n)
	if err != nil {
		err = b.explainTexts(err)
	}
	return text, ok, err
}

// endTexts reads the rest of the shared texts after a sheet; where the sheet was not read to its end, they are
// forgotten.
func (b *xlsx) endTexts(err error) error {
	if b.texts == nil || b.texts.whole {
		return err
	}
	if err == nil {
		err = b.explainTexts(b.texts.finish())
	}
	if err != nil {
		b.forgetTexts()
	}
	return err
}

func (b *xlsx) forgetTexts() {
	if b.texts != nil && b.texts.stop != nil {
		b.texts.stop()
	}
	b.texts = nil
}

func (b *xlsx) explainTexts(err error) error {
	return explain(err, fmt.Sprintf("The table of texts of %q", b.name))
}
