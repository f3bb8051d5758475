package data

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// Systems is the table that the bench asks.
var Systems = schema.Default().Table("itsystem")

// perSet is how many records one change set of a catalogue creates.
const perSet = 50_000

// Catalogue makes a catalogue of n systems of about 900 bytes in 25 fields, with so many
// components each, at path, where there is no file yet.
func Catalogue(path string, n, components int) error {
	m := &maker{source: newSource(1)}
	m.next = m.ids()
	s, err := store.Create(path, store.Options{IDs: m.next, Clock: func() time.Time { return moment }})
	if err != nil {
		return err
	}
	err = m.fill(s, n, components)
	if closed := s.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = os.Remove(path) // it is not whole
	}
	return err
}

type maker struct {
	source
	next            record.IDs
	vendors, people []record.ID
	draft           change.Draft
}

func (m *maker) fill(s *store.Store, n, components int) error {
	m.vendors, m.people = m.named("account", 200), m.named("contact", 1000)
	for i := range n {
		system := m.system(i)
		for c := range components {
			m.component(system, i*components+c)
		}
		if len(m.draft.Edits) >= perSet || i == n-1 {
			m.draft.Who, m.draft.Summary, m.draft.Origin.Kind = "Ann", "Import", change.FromImport
			if _, err := s.Apply(context.Background(), m.draft); err != nil {
				return err
			}
			m.draft = change.Draft{}
		}
	}
	return nil
}

// create adds a record to the draft; fields are pairs of key and value.
func (m *maker) create(t *schema.Table, fields ...any) record.ID {
	e := change.Edit{Op: change.Create, Table: t.Num, ID: m.next(), Sheet: 1, Row: uint32(len(m.draft.Edits) + 2)}
	for i := 0; i < len(fields); i += 2 {
		e.Fields = append(e.Fields, record.FieldValue{Num: t.Field(fields[i].(string)).Num, Value: fields[i+1].(record.Value)})
	}
	m.draft.Edits = append(m.draft.Edits, e)
	return e.ID
}

func (m *maker) named(table string, count int) []record.ID {
	t := schema.Default().Table(table)
	ids := make([]record.ID, count)
	for i := range ids {
		ids[i] = m.create(t, t.Primary, record.OfString(m.name(i)))
	}
	return ids
}

func (m *maker) one(ids []record.ID) record.Value { return record.OfID(ids[m.IntN(len(ids))]) }

func (m *maker) choice(t *schema.Table, key string) record.Value {
	options := schema.Default().ChoiceSet(t.Field(key).Choice).Options
	return record.OfInt(options[m.IntN(len(options))].Code)
}

// The fields of a system that are filled with chance.
var (
	choices = []string{"criticality", "securityclassification", "lifecyclestage", "operationalstatus", "primaryithostingmodel",
		"ispublicapiavailable", "visibility", "catalogstatus", "systemtype", "containspii"}
	dates     = []string{"lastreviewdate", "nextreviewdate", "golivedate", "retirementdate"}
	addresses = []string{"url", "documentationurl", "repositoryurl"}
)

// Dates lie from firstDay on, within so many days.
const firstDay, days = 18_000, 4000

func (m *maker) system(i int) record.ID {
	text := record.OfString
	name := m.name(m.IntN(1_000_000))
	fields := []any{"name", text(name), "abbreviation", text(strings.ToUpper(letters(name, 3)) + strconv.Itoa(i)),
		"systemcode", text(fmt.Sprintf("SYS-%07d", i)), "description", text("<p>" + m.prose(20) + " – " + m.prose(20) + ".</p>"),
		"dependenciessummary", text("<p>" + m.prose(12) + "</p>"), "vendor", m.one(m.vendors),
		"pointofcontact", m.one(m.people), "informationsecurityofficer", m.one(m.people)}
	for _, key := range addresses {
		fields = append(fields, key, text(fmt.Sprintf("https://%s.example.org/%d", key, i)))
	}
	for _, key := range choices {
		fields = append(fields, key, m.choice(Systems, key))
	}
	for _, key := range dates {
		fields = append(fields, key, record.OfInt(firstDay+m.Int64N(days)))
	}
	return m.create(Systems, fields...)
}

func (m *maker) component(system record.ID, i int) {
	t := schema.Default().Table("itsystemcomponent")
	m.create(t, "name", record.OfString(m.name(i)), "componentcode", record.OfString(fmt.Sprintf("C-%07d", i)),
		"itsystem", record.OfID(system), "vendor", m.one(m.vendors), "primarysteward", m.one(m.people),
		"operationalstatus", m.choice(t, "operationalstatus"), "lifecyclestage", m.choice(t, "lifecyclestage"),
		"ipaddress", record.OfString(fmt.Sprintf("10.%d.%d.%d", i>>16&255, i>>8&255, i&255)),
		"description", record.OfString("<p>"+m.prose(20)+".</p>"), "nextreviewdate", record.OfInt(firstDay+m.Int64N(days)))
}
