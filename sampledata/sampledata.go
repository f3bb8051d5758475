// Package sampledata holds Cadastre's own sample catalogue, that of an invented
// state department of waters, lands and parks, and a shelf of broken files to
// try an import on. Both are embedded; nothing is read from disk.
//
// A table of the catalogue is one CSV file named after the table's key, with the
// fields' keys as header: UTF-8, LF, RFC 4180. Choices are written as their
// labels, lookups as the primary name of their target (a person as "First Last"),
// rich text as HTML. In the integration tables, targetid holds the name of the
// record that targettable and targetid together mean, for the sample has no ids.
package sampledata

import (
	"embed"
	"fmt"
	"io/fs"
	"time"
)

//go:embed catalogue/*.csv
var catalogue embed.FS

//go:embed broken
var broken embed.FS

// A File is one table of the sample catalogue.
type File struct {
	Table string // the table's key
	Name  string // the file's name
	CSV   []byte
}

// tables lists the sample's tables so that what a record refers to comes before
// it. Two things a loader must still bring in a second pass: references within
// one table, and a system's authority to operate, because accreditations refer
// to systems.
var tables = []string{
	"account", "country", "stateorprovince", "location",
	"legalauthority", "complianceframework", "complianceframeworkcategory", "compliancerequirement",
	"paygrade", "graderank", "jobseries", "clearancelevel", "personneltype", "contact",
	"organizationunittype", "organizationunit", "analysis",
	"itdatacenter", "itproduct", "itproductentitlement", "itassignedentitlements",
	"ittechnologytype", "ittechnology", "itsystemcomponenttype",
	"itsystem", "itsystemcomponent", "itsystemtechnology",
	"itsystemaccreditation", "itcomplianceassessment", "itpoamitem", "riskitem",
	"itworkassignmentcode", "itservicerequesttype", "itservicerequest",
	"itsystemaccessrequest", "itsystemaccessdetail", "itprovisioningrequest",
	"integrationidentifier", "integrationvaluemap", "integrationcommitpolicy",
	"integrationsyncjob", "integrationsyncitem", "integrationledger",
}

// Files returns the sample catalogue as it looks on today's civil day: reviews
// that are due in six weeks are due six weeks after today. The order is one in
// which the files can be loaded, see tables. The same day gives the same bytes.
func Files(today time.Time) ([]File, error) {
	files := make([]File, 0, len(tables))
	for _, table := range tables {
		name := table + ".csv"
		raw, err := catalogue.ReadFile("catalogue/" + name)
		if err != nil {
			return nil, fmt.Errorf("sample catalogue: %w", err)
		}
		dated, err := onDay(raw, today)
		if err != nil {
			return nil, fmt.Errorf("sample catalogue, %s: %w", name, err)
		}
		files = append(files, File{Table: table, Name: name, CSV: dated})
	}
	return files, nil
}

// Broken returns the broken files; README.md among them says what is wrong with each.
func Broken() fs.FS {
	shelf, err := fs.Sub(broken, "broken")
	if err != nil {
		panic(err) // fails for an invalid path only, and this one is a constant
	}
	return shelf
}
