// Package dataverse reads and writes the packages (data.zip) of Dataverse's Configuration
// Migration tool. A package is a workbook.Book: every entity is a sheet whose first row
// holds the logical names of the fields and whose further rows are records.
//
// Of ours it imports only app/exchange/workbook and store/fault.
package dataverse

import "strings"

// An Entity describes a table of a package, as its schema does.
type Entity struct {
	// Name is the logical name, such as "govcdm_itsystem".
	Name string
	// DisplayName is what people call it, such as "IT System".
	DisplayName string
	// TypeCode is the number that the system of origin gives the table; "" if it states none.
	TypeCode string
	// PrimaryID and PrimaryName are the logical names of the fields that hold id and name.
	PrimaryID   string
	PrimaryName string
	// Fields are in the order of the sheet's columns.
	Fields []Field
}

// A Field describes a column.
type Field struct {
	Name        string
	DisplayName string
	// Type is the schema's word: string, guid, optionsetvalue, entityreference, datetime, …;
	// "" for a field that records have but the schema does not describe.
	Type string
	// LookupTable is the logical name of the table that a lookup points into. A lookup into
	// several tables names them separated by "|".
	LookupTable string
	PrimaryKey  bool
	Custom      bool
	// Compare marks the fields by which the tool finds records that have other ids.
	Compare bool
}

// form is how the values of a type are written.
type form uint8

const (
	textForm form = iota
	plainForm
	numberForm
	boolForm
	dateForm
	choicesForm
	lookupForm
)

// formOf returns the form of a field's values. Types that we do not know hold text.
func formOf(field Field) form {
	switch strings.ToLower(field.Type) {
	case "guid":
		return plainForm
	case "optionsetvalue", "state", "status", "number", "integer", "bigint", "decimal", "float", "double", "money":
		return numberForm
	case "bool":
		return boolForm
	case "datetime":
		return dateForm
	case "optionsetvaluecollection":
		return choicesForm
	case "entityreference", "owner", "customer", "lookup":
		return lookupForm
	}
	return textForm
}
