package dataverse

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"cadastre/app/exchange/workbook"
)

// readCell turns a value of a record into a cell. A value that is not in the form of its
// field's type stays a text as it stands, so that whoever takes it over can name it.
func readCell(field Field, value fieldXML) workbook.Cell {
	form := formOf(field)
	if value.LookupTable != "" || form == lookupForm {
		return readLookup(field, value)
	}
	if kind, content, ok := readValue(form, value.Value); ok {
		return workbook.Cell{Kind: kind, Value: content}
	}
	return workbook.Cell{Kind: workbook.Text, Value: value.Value}
}

// readLookup keeps id, table and name. Where the record does not name the table, the
// schema does, if there is only one.
func readLookup(field Field, value fieldXML) workbook.Cell {
	table := value.LookupTable
	if table == "" && !strings.Contains(field.LookupTable, "|") {
		table = field.LookupTable
	}
	return workbook.Cell{Kind: workbook.Text, Value: unescape(value.LookupName), Ref: value.Value, RefTable: table}
}

// readValue returns a value in the form that its kind of cell demands.
func readValue(form form, value string) (kind workbook.CellKind, content string, ok bool) {
	switch form {
	case textForm:
		return workbook.Text, unescape(value), true
	case numberForm:
		content, ok = readNumber(value)
		return workbook.Number, content, ok
	case boolForm:
		content, ok = readBool(value)
		return workbook.Bool, content, ok
	case dateForm:
		content, ok = readDate(value)
		return workbook.Date, content, ok
	case choicesForm:
		content, ok = readChoices(value)
		return workbook.Text, content, ok
	}
	return workbook.Text, "", false
}

var decimal = regexp.MustCompile(`^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$`)

// readNumber returns a number as its shortest exact decimal.
func readNumber(value string) (string, bool) {
	if parts := decimal.FindStringSubmatch(value); parts != nil {
		number := parts[2]
		if parts[3] != "" {
			number += "." + parts[3]
		}
		if parts[1] == "-" && number != "0" {
			number = "-" + number
		}
		return number, true
	}
	if !strings.ContainsAny(value, "eE") || strings.ContainsAny(value, "xX_") {
		return "", false
	}
	number, err := strconv.ParseFloat(value, 64)
	return strconv.FormatFloat(number, 'f', -1, 64), err == nil
}

func readBool(value string) (string, bool) {
	switch strings.ToLower(value) {
	case "true", "1":
		return "TRUE", true
	case "false", "0":
		return "FALSE", true
	}
	return "", false
}

const (
	dateTimeLayout = "2006-01-02T15:04:05"
	zoneless       = "2006-01-02T15:04:05.9999999"
)

// readDate returns a date-time in UTC. One without a zone that is midnight is a date: the
// tool writes dates so. Fractions of seconds, which Dataverse does not keep, are dropped.
func readDate(value string) (string, bool) {
	if t, err := time.Parse(zoneless, value); err == nil {
		if t.Format(time.TimeOnly) == "00:00:00" {
			return t.Format(time.DateOnly), true
		}
		return t.Format(dateTimeLayout), true
	}
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return t.UTC().Format(dateTimeLayout), true
	}
	_, err := time.Parse(time.DateOnly, value)
	return value, err == nil
}

// choiceSeparator stands between the codes of a field with several choices.
const choiceSeparator = ";"

var (
	choices = regexp.MustCompile(`^\[-1,(?:(-?\d+(?:,-?\d+)*),)?-1\]$`)
	codes   = regexp.MustCompile(`^-?\d+(;-?\d+)*$`)
)

// readChoices returns the codes that the tool writes as [-1,CODE,CODE,-1], with
// choiceSeparator between them.
func readChoices(value string) (string, bool) {
	parts := choices.FindStringSubmatch(value)
	if parts == nil {
		return "", false
	}
	return strings.ReplaceAll(parts[1], ",", choiceSeparator), true
}

// writeValue is the inverse of readCell.
func writeValue(field Field, cell workbook.Cell) fieldXML {
	out := fieldXML{Name: field.Name, Value: cell.Value}
	switch form := formOf(field); {
	case cell.Ref != "":
		out.Value, out.LookupTable, out.LookupName = cell.Ref, cell.RefTable, escape(cell.Value)
	case cell.Kind == workbook.Date && len(cell.Value) == len(time.DateOnly):
		out.Value += "T00:00:00.0000000"
	case cell.Kind == workbook.Date:
		out.Value += ".0000000Z"
	case cell.Kind == workbook.Bool && cell.Value == "TRUE":
		out.Value = "True"
	case cell.Kind == workbook.Bool:
		out.Value = "False"
	case form == choicesForm && codes.MatchString(cell.Value):
		out.Value = "[-1," + strings.ReplaceAll(cell.Value, choiceSeparator, ",") + ",-1]"
	case form == textForm:
		out.Value = escape(cell.Value)
	}
	return out
}
