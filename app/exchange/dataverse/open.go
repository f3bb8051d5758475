package dataverse

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"cadastre/app/exchange/workbook"
)

// A Book is an open package. It implements workbook.Book:
//
//   - Each entity is a sheet named by its logical name, in the order of the schema. Its first
//     row holds the logical names of the fields; the records follow. Rows counts the records.
//   - A lookup is a cell with the shown name as Value, the id as Ref, and RefTable.
//   - A choice is the Number of its code; several choices are a Text of codes joined by ";".
//   - Texts are unescaped, rich text remains HTML. Fields without a value have no cell.
type Book struct {
	name     string
	data     []byte
	entities []*content
	byName   map[string]*content
	notes    []string
}

// content is an entity and where its records are.
type content struct {
	Entity
	columns  map[string]int
	records  int
	sections []section
	// foreign is true when the schema does not describe the entity.
	foreign bool
}

// A section is the part of the data that is one entity element.
type section struct{ start, end int64 }

var _ workbook.Book = (*Book)(nil)

// Open reads a package through once, so that one that is damaged is refused here and not
// halfway. Files that are no packages are a fault.Unsupported.
func Open(ctx context.Context, path string) (*Book, error) {
	parts, err := readParts(path)
	if err != nil {
		return nil, err
	}
	book := &Book{name: filepath.Base(path), data: parts.data, byName: map[string]*content{}}
	if err := book.readSchema(ctx, parts.schema); err != nil {
		return nil, damaged(err, schemaPart, book.name)
	}
	survey := survey{book: book}
	if err := survey.read(ctx); err != nil {
		return nil, damaged(err, dataPart, book.name)
	}
	book.notes = survey.notes(parts.attached)
	return book, nil
}

func (b *Book) readSchema(ctx context.Context, data []byte) error {
	decoder, _ := reader(ctx, data)
	var schema schemaXML
	if err := decoder.Decode(&schema); err != nil {
		return err
	}
	for _, entity := range schema.Entities {
		if err := b.describe(entity); err != nil {
			return err
		}
	}
	return atEnd(decoder)
}

// describe adds an entity of the schema.
func (b *Book) describe(entity entityXML) error {
	if entity.Name == "" || b.find(entity.Name) != nil {
		return fmt.Errorf("it describes the entity “%s” twice or without a name", entity.Name)
	}
	added := b.add(Entity{Name: entity.Name, DisplayName: entity.DisplayName, TypeCode: entity.TypeCode, PrimaryID: entity.PrimaryID, PrimaryName: entity.PrimaryName})
	for _, field := range entity.Fields {
		if field.Name == "" {
			return fmt.Errorf("it describes a field of “%s” without a name", entity.Name)
		}
		added.add(Field{Name: field.Name, DisplayName: field.DisplayName, Type: field.Type, LookupTable: field.LookupType,
			PrimaryKey: field.PrimaryKey, Custom: field.Custom, Compare: field.UpdateCompare})
	}
	if added.PrimaryID != "" {
		added.add(Field{Name: added.PrimaryID, DisplayName: added.DisplayName, Type: "guid", PrimaryKey: true})
	}
	return nil
}

// add adds an entity.
func (b *Book) add(entity Entity) *content {
	added := &content{Entity: entity, columns: map[string]int{}}
	b.entities = append(b.entities, added)
	b.byName[strings.ToLower(entity.Name)] = added
	return added
}

// find returns the entity with a logical name, or nil.
func (b *Book) find(name string) *content { return b.byName[strings.ToLower(name)] }

// add gives the entity a column for a field, unless it has one.
func (c *content) add(field Field) {
	if _, ok := c.columns[field.Name]; !ok {
		c.columns[field.Name] = len(c.Fields)
		c.Fields = append(c.Fields, field)
	}
}

// Entities describes the sheets, in their order.
func (b *Book) Entities() []Entity {
	all := make([]Entity, len(b.entities))
	for i, entity := range b.entities {
		all[i] = entity.Entity
	}
	return all
}

// Name is the file's name.
func (b *Book) Name() string { return b.name }

// Sheets implements workbook.Book.
func (b *Book) Sheets() []workbook.Sheet {
	all := make([]workbook.Sheet, len(b.entities))
	for i, entity := range b.entities {
		all[i] = workbook.Sheet{Name: entity.Name, Rows: entity.records}
	}
	return all
}

// Date1904 implements workbook.Book.
func (b *Book) Date1904() bool { return false }

// Notes implements workbook.Book.
func (b *Book) Notes() []string { return b.notes }

// Close implements workbook.Book.
func (b *Book) Close() error {
	b.data = nil
	return nil
}

// Read implements workbook.Book.
func (b *Book) Read(ctx context.Context, sheet int, row func(workbook.Row) error) error {
	entity := b.entities[sheet]
	if err := row(entity.header()); err != nil {
		return err
	}
	number := 1
	for _, section := range entity.sections {
		decoder, _ := reader(ctx, b.data[section.start:section.end])
		if _, err := decoder.Token(); err != nil {
			return err
		}
		if err := walk(decoder, visitor{record: func(record *recordXML) error {
			number++
			return row(workbook.Row{Number: number, Cells: entity.cells(record)})
		}}); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (c *content) header() workbook.Row {
	header := workbook.Row{Number: 1}
	for i, field := range c.Fields {
		header.Cells = append(header.Cells, workbook.Cell{Column: i, Kind: workbook.Text, Value: field.Name})
	}
	return header
}
