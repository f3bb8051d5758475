package dataverse

import (
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"cadastre/store/fault"
)

// A survey reads the data through once: it finds where the records are, adds the columns
// that the schema does not describe, and gathers what will not be read.
type survey struct {
	book *Book
	// seen are the kinds of thing to tell about, in their order; counts how often each came up.
	seen   []remark
	counts map[remark]int
}

// A remark is a sentence to be made about a thing of an entity.
type remark struct {
	format string // takes the entity, the name and the count
	entity string
	name   string
}

// The sentences.
const (
	linksRemark   = "Many-to-many links of “%s” (%s) are not read: %d."
	elementRemark = "Parts of “%s” named “%s” are not known and not read: %d."
	nestedRemark  = "Values of “%s” in the field “%s” that hold lists of their own are not read: %d."
	fieldRemark   = "Values of “%s” in the field “%s”, which the package does not describe, are read as text: %d."
	entityRemark  = "Records of “%s” (%s), which the package does not describe, are read as text: %d."
	filesRemark   = "Files attached to records are not read: %d."
)

func (s *survey) remark(format string, entity *content, name string, count int) {
	key := remark{format: format, entity: cmp.Or(entity.DisplayName, entity.Name), name: name}
	if s.counts == nil {
		s.counts = map[remark]int{}
	}
	if _, ok := s.counts[key]; !ok {
		s.seen = append(s.seen, key)
	}
	s.counts[key] += count
}

// notes returns the sentences that the user is owed.
func (s *survey) notes(attached int) []string {
	var notes []string
	for _, key := range s.seen {
		if count := s.counts[key]; count > 0 {
			notes = append(notes, fmt.Sprintf(key.format, key.entity, key.name, count))
		}
	}
	if attached > 0 {
		notes = append(notes, fmt.Sprintf(filesRemark, attached))
	}
	return notes
}

// read goes through the elements of the document.
func (s *survey) read(ctx context.Context) error {
	decoder, source := reader(ctx, s.book.data)
	if err := root(decoder); err != nil {
		return err
	}
	for {
		start := source.offset()
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.EndElement:
			return atEnd(decoder)
		case xml.StartElement:
			entity, err := s.entity(token)
			if err != nil {
				return err
			}
			if err := walk(decoder, s.visitor(entity)); err != nil {
				return err
			}
			entity.sections = append(entity.sections, section{start, source.offset()})
		}
	}
}

// root reads as far as the start of the document's element.
func root(decoder *xml.Decoder) error {
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return errors.New("it is empty")
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if start.Name.Local != "entities" {
				return fmt.Errorf("it starts with %q instead of “entities”", start.Name.Local)
			}
			return nil
		}
	}
}

// entity returns the entity that an element is about; one that the schema does not
// describe is added, its id named in the usual way.
func (s *survey) entity(start xml.StartElement) (*content, error) {
	attributes := map[string]string{}
	for _, attribute := range start.Attr {
		attributes[attribute.Name.Local] = attribute.Value
	}
	name := attributes["name"]
	if start.Name.Local != "entity" || name == "" {
		return nil, fmt.Errorf("it holds %q where an entity with a name belongs", start.Name.Local)
	}
	entity := s.book.find(name)
	if entity == nil {
		entity = s.book.add(Entity{Name: name, DisplayName: attributes["displayname"], PrimaryID: name + "id"})
		entity.add(Field{Name: entity.PrimaryID, Type: "guid", PrimaryKey: true})
		entity.foreign = true
	}
	return entity, nil
}

// visitor takes stock of an entity.
func (s *survey) visitor(entity *content) visitor {
	return visitor{
		record: func(record *recordXML) error { return s.record(entity, record) },
		links:  func(links *linksXML) { s.remark(linksRemark, entity, links.Name, len(links.Targets)) },
		other:  func(element string) { s.remark(elementRemark, entity, element, 1) },
	}
}

func (s *survey) record(entity *content, record *recordXML) error {
	entity.records++
	if entity.foreign {
		s.remark(entityRemark, entity, entity.Name, 1)
	}
	seen := make(map[string]bool, len(record.Fields))
	for _, value := range record.Fields {
		if value.Name == "" || seen[value.Name] {
			return fault.New(fault.Damaged, "Record %d of “%s” in “%s” has a field twice or without a name. Export the package again.", entity.records, entity.Name, s.book.name)
		}
		seen[value.Name] = true
		s.field(entity, value)
	}
	return nil
}

func (s *survey) field(entity *content, value fieldXML) {
	if len(value.Nested) > 0 {
		s.remark(nestedRemark, entity, value.Name, 1)
	}
	entity.add(Field{Name: value.Name})
	if field := entity.Fields[entity.columns[value.Name]]; field.Type == "" && !entity.foreign {
		s.remark(fieldRemark, entity, value.Name, 1)
	}
}
