package dataverse

import (
	"cmp"
	"encoding/xml"
	"slices"

	"cadastre/app/exchange/workbook"
)

// A visitor is told what an entity element holds. Functions that are nil are not called.
type visitor struct {
	record func(*recordXML) error
	links  func(*linksXML)
	other  func(element string)
}

// walk visits what is in the entity element whose start was read last, to its end.
func walk(decoder *xml.Decoder, v visitor) error {
	for depth := 1; depth > 0; {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if name := token.Name.Local; name == "records" || name == "m2mrelationships" {
				depth++
			} else if err := v.visit(decoder, token); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v visitor) visit(decoder *xml.Decoder, start xml.StartElement) error {
	switch start.Name.Local {
	case "record":
		var record recordXML
		if err := decoder.DecodeElement(&record, &start); err != nil {
			return err
		}
		return v.record(&record)
	case "m2mrelationship":
		var links linksXML
		if err := decoder.DecodeElement(&links, &start); err != nil {
			return err
		}
		if v.links != nil {
			v.links(&links)
		}
		return nil
	}
	if v.other != nil {
		v.other(start.Name.Local)
	}
	return decoder.Skip()
}

// cells returns the values of a record in the order of the columns. The id is among them
// also where the record states it only for itself.
func (c *content) cells(record *recordXML) []workbook.Cell {
	cells := make([]workbook.Cell, 0, len(record.Fields)+1)
	primary, missing := c.columns[c.PrimaryID]
	for _, value := range record.Fields {
		if value.Value == "" {
			continue
		}
		column := c.columns[value.Name]
		cell := readCell(c.Fields[column], value)
		if cell.Value == "" && cell.Ref == "" {
			continue
		}
		cell.Column = column
		cells = append(cells, cell)
		missing = missing && column != primary
	}
	if missing && record.ID != "" {
		cells = append(cells, workbook.Cell{Column: primary, Kind: workbook.Text, Value: record.ID})
	}
	slices.SortFunc(cells, func(a, b workbook.Cell) int { return cmp.Compare(a.Column, b.Column) })
	return cells
}
