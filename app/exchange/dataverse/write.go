package dataverse

import (
	"archive/zip"
	"bufio"
	"context"
	"io"
	"iter"
	"time"
	"unicode/utf8"

	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// A Package is what Write writes.
type Package struct {
	// Time is the time of the export.
	Time   time.Time
	Tables []Table
}

// A Table is an entity and its records, in the shape in which a Book gives them: the
// columns of the cells are the positions of Entity.Fields. There is no header row, and
// the numbers of the rows do not matter.
type Table struct {
	Entity
	Rows iter.Seq[workbook.Row]
}

// Write writes a package that Open and the Configuration Migration tool read. The file at
// path appears, or is replaced, only when everything is written; a failure or a cancelled
// ctx leaves it as it was.
func Write(ctx context.Context, path string, pack Package) error {
	return workbook.Replace(path, func(w io.Writer) error {
		archive := zip.NewWriter(w)
		if err := writePart(archive, dataPart, func(w *markup) error { return pack.writeData(ctx, w) }); err != nil {
			return err
		}
		if err := writePart(archive, schemaPart, pack.writeSchema); err != nil {
			return err
		}
		if err := writePart(archive, contentTypesPart, writeContentTypes); err != nil {
			return err
		}
		return archive.Close()
	})
}

func writePart(archive *zip.Writer, name string, write func(*markup) error) error {
	part, err := archive.Create(name)
	if err != nil {
		return err
	}
	w := &markup{bufio.NewWriterSize(part, 1<<16)}
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

func writeContentTypes(w *markup) error {
	_, err := w.WriteString(`<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="xml" ContentType="application/octet-stream" /></Types>`)
	return err
}

func (p *Package) writeData(ctx context.Context, w *markup) error {
	w.open(0, "entities", "xmlns:xsd", "http://www.w3.org/2001/XMLSchema", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"timestamp", p.Time.UTC().Format("2006-01-02T15:04:05.0000000Z"))
	for _, table := range p.Tables {
		w.open(1, "entity", "name", table.Name, "displayname", table.DisplayName)
		w.open(2, "records")
		if err := table.writeRecords(ctx, w); err != nil {
			return err
		}
		w.close(2, "records")
		w.leaf(2, "m2mrelationships")
		w.close(1, "entity")
	}
	w.close(0, "entities")
	return nil
}

func (t *Table) writeRecords(ctx context.Context, w *markup) error {
	if t.Rows == nil {
		return nil
	}
	for row := range t.Rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		id, err := t.check(row)
		if err != nil {
			return err
		}
		w.open(3, "record", "id", id)
		for _, cell := range row.Cells {
			value := writeValue(t.Fields[cell.Column], cell)
			w.leaf(4, "field", "name", value.Name, "value", value.Value, "lookupentity", value.LookupTable, "lookupentityname", value.LookupName)
		}
		w.close(3, "record")
	}
	return nil
}

// check returns a record's id and refuses what a package cannot hold.
func (t *Table) check(row workbook.Row) (id string, err error) {
	for _, cell := range row.Cells {
		if cell.Column >= len(t.Fields) {
			return "", fault.New(fault.Internal, "A record of “%s” has more values than the table has fields.", t.DisplayName)
		}
		field := t.Fields[cell.Column]
		if !utf8.ValidString(cell.Value) {
			return "", fault.New(fault.Invalid, "The field “%s” of a record of “%s” holds something that is no valid text. Correct it and export again.", field.DisplayName, t.DisplayName)
		}
		if field.Name == t.PrimaryID {
			id = cell.Value
		}
	}
	if id == "" {
		return "", fault.New(fault.Internal, "A record of “%s” has no id.", t.DisplayName)
	}
	return id, nil
}

func (p *Package) writeSchema(w *markup) error {
	w.open(0, "entities")
	for _, table := range p.Tables {
		w.open(1, "entity", "name", table.Name, "displayname", table.DisplayName, "etc", table.TypeCode,
			"primaryidfield", table.PrimaryID, "primarynamefield", table.PrimaryName, "disableplugins", "false")
		w.open(2, "fields")
		for _, field := range table.Fields {
			w.leaf(3, "field", "displayname", field.DisplayName, "name", field.Name, "type", field.Type,
				"primaryKey", truth(field.PrimaryKey), "lookupType", field.LookupTable,
				"customfield", truth(field.Custom), "updateCompare", truth(field.Compare))
		}
		w.close(2, "fields")
		w.close(1, "entity")
	}
	w.close(0, "entities")
	return nil
}

// truth is "true", or nothing.
func truth(b bool) string {
	if b {
		return "true"
	}
	return ""
}
