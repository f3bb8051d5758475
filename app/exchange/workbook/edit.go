package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"

	"cadastre/store/fault"
)

// An Edit is what changes in one sheet of somebody else's workbook.
type Edit struct {
	Sheet string
	// HeaderRow is the number of the row below which the records are.
	HeaderRow int
	// Cells are the new contents by row number and column.
	Cells map[int]map[int]Value
	// Added are rows that follow on the last, by column.
	Added []map[int]Value
}

// EditInPlace writes the workbook at path again as out with the cells of an edit changed. Every other part of the
// file stays byte for byte, and so does every other cell; a changed cell keeps its format, and an added row has
// that of the rows above. Cells with formulas are not touched; EditInPlace returns their names. The file appears,
// or is replaced, when it is complete.
func EditInPlace(ctx context.Context, path, out string, edit Edit) (untouched []string, err error) {
	opened, err := Open(ctx, path, DefaultLimits())
	if err != nil {
		return nil, err
	}
	book, ok := opened.(*xlsx)
	if !ok {
		_ = opened.Close()
		return nil, fault.New(fault.Unsupported, "%s is no workbook, so it cannot be edited in place.", filepath.Base(path))
	}
	var edited bytes.Buffer
	untouched, err = book.editInto(ctx, &edited, &edit)
	if closed := book.Close(); err == nil { // before the file is replaced, which an open one cannot be everywhere
		err = closed
	}
	if err != nil {
		return nil, explain(err, fmt.Sprintf("The sheet %q of %q", edit.Sheet, book.name))
	}
	return untouched, Replace(out, func(w io.Writer) error {
		_, err := edited.WriteTo(w)
		return err
	})
}

// editInto writes the archive with the parts that change.
func (b *xlsx) editInto(ctx context.Context, w io.Writer, edit *Edit) (untouched []string, err error) {
	at := slices.IndexFunc(b.tabs, func(t tab) bool { return t.name == edit.Sheet })
	if at < 0 {
		return nil, broken("it is not there any more")
	}
	part, err := b.sheetPart(b.tabs[at])
	if err != nil {
		return nil, err
	}
	content, err := b.archive.whole(part)
	if err != nil {
		return nil, err
	}
	e := &sheetEditor{edit: edit, src: content, date1904: b.date1904, styles: map[int]string{}}
	content, err = e.run()
	if err != nil {
		return nil, err
	}
	changed := map[string][]byte{part: content}
	if err := b.extendTables(ctx, part, e, changed); err != nil {
		return nil, err
	}
	return e.untouched, b.archive.copyTo(ctx, w, changed)
}

// extendTables makes the tables of a sheet reach as far as the rows added below them.
func (b *xlsx) extendTables(ctx context.Context, part string, e *sheetEditor, changed map[string][]byte) error {
	if len(e.edit.Added) == 0 {
		return nil
	}
	related, err := b.archive.relationships(ctx, part)
	if err != nil {
		return err
	}
	for _, r := range related {
		if r.kind == "table" && !r.external {
			content, err := b.archive.whole(r.target)
			if err != nil {
				return err
			}
			changed[b.archive.find(r.target).Name] = e.extended(content)
		}
	}
	return nil
}

var areas = regexp.MustCompile(`(<(?:\w+:)?(?:dimension|autoFilter|table)\b[^>]*?\bref="\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?)(\d+)"`)

// extended lets the areas that end in the sheet's last row end in the last row added.
func (e *sheetEditor) extended(content []byte) []byte {
	if len(e.edit.Added) == 0 {
		return content
	}
	return areas.ReplaceAllFunc(content, func(found []byte) []byte {
		parts := areas.FindSubmatch(found)
		if string(parts[2]) != fmt.Sprint(e.last) {
			return found
		}
		return fmt.Appendf(nil, `%s%d"`, parts[1], e.last+len(e.edit.Added))
	})
}

// whole reads a part to its end.
func (a *archive) whole(name string) ([]byte, error) {
	member := a.find(name)
	if member == nil {
		return nil, brokenf("its part %s is missing", name)
	}
	src, err := openPart(member, a.name, a.limits)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(src)
}

// copyTo writes the archive with other contents for some of its parts.
func (a *archive) copyTo(ctx context.Context, w io.Writer, changed map[string][]byte) error {
	contents := map[string][]byte{}
	for name, content := range changed {
		contents[partKey(name)] = content
	}
	out := zip.NewWriter(w)
	for _, member := range a.list {
		if err := ctx.Err(); err != nil {
			return err
		}
		content, is := contents[partKey(member.Name)]
		if !is {
			if err := out.Copy(member); err != nil {
				return err
			}
			continue
		}
		part, err := out.CreateHeader(&zip.FileHeader{Name: member.Name, Method: zip.Deflate, Modified: member.Modified})
		if err != nil {
			return err
		}
		if _, err := part.Write(content); err != nil {
			return err
		}
	}
	return out.Close()
}
