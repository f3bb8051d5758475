package dataverse

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
)

// The elements of data_schema.xml and data.xml.
type (
	schemaXML struct {
		XMLName  xml.Name    `xml:"entities"`
		Entities []entityXML `xml:"entity"`
	}
	entityXML struct {
		Name        string           `xml:"name,attr"`
		DisplayName string           `xml:"displayname,attr"`
		TypeCode    string           `xml:"etc,attr"`
		PrimaryID   string           `xml:"primaryidfield,attr"`
		PrimaryName string           `xml:"primarynamefield,attr"`
		Fields      []schemaFieldXML `xml:"fields>field"`
	}
	schemaFieldXML struct {
		DisplayName   string `xml:"displayname,attr"`
		Name          string `xml:"name,attr"`
		Type          string `xml:"type,attr"`
		PrimaryKey    bool   `xml:"primaryKey,attr"`
		LookupType    string `xml:"lookupType,attr"`
		Custom        bool   `xml:"customfield,attr"`
		UpdateCompare bool   `xml:"updateCompare,attr"`
	}
	recordXML struct {
		XMLName xml.Name   `xml:"record"`
		ID      string     `xml:"id,attr"`
		Fields  []fieldXML `xml:"field"`
	}
	fieldXML struct {
		Name        string     `xml:"name,attr"`
		Value       string     `xml:"value,attr"`
		LookupTable string     `xml:"lookupentity,attr"`
		LookupName  string     `xml:"lookupentityname,attr"`
		Nested      []struct{} `xml:",any"`
	}
	linksXML struct {
		Name    string   `xml:"m2mrelationshipname,attr"`
		Target  string   `xml:"targetentityname,attr"`
		Targets []string `xml:"targetids>targetid"`
	}
)

// A tokens source passes on the tokens of a document. It refuses document types, with
// which a small file can grow without end, and ends when the user stops.
type tokens struct {
	ctx     context.Context
	decoder *xml.Decoder
	passed  int
}

var errDocumentType = errors.New("it declares a document type")

// Token implements xml.TokenReader.
func (t *tokens) Token() (xml.Token, error) {
	if t.passed++; t.passed%4096 == 0 && t.ctx.Err() != nil {
		return nil, t.ctx.Err()
	}
	token, err := t.decoder.RawToken()
	if _, ok := token.(xml.Directive); ok {
		return nil, errDocumentType
	}
	return token, err
}

// reader returns a decoder over data, and its source for positions.
func reader(ctx context.Context, data []byte) (*xml.Decoder, *tokens) {
	source := &tokens{ctx: ctx, decoder: xml.NewDecoder(bytes.NewReader(data))}
	return xml.NewTokenDecoder(source), source
}

// offset is the position after the last token.
func (t *tokens) offset() int64 { return t.decoder.InputOffset() }

// atEnd is an error unless only white space and comments are left.
func atEnd(decoder *xml.Decoder) error {
	for {
		switch token, err := decoder.Token(); token := token.(type) {
		case xml.StartElement:
			return errors.New("there is a second document in it")
		case xml.CharData:
			if len(bytes.TrimSpace(token)) > 0 {
				return errors.New("there is text after its end")
			}
		case nil:
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}
