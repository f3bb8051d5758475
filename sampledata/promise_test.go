package sampledata

import (
	"strings"
	"testing"
	"time"
)

func TestSampleIsLargeEnoughToShowEverything(t *testing.T) {
	all := sample(t)
	for table, least := range map[string]int{
		"itsystem": 60, "itsystemcomponent": 200, "ittechnology": 90, "ittechnologytype": 25,
		"account": 45, "contact": 40, "organizationunit": 18, "location": 8, "itdatacenter": 4,
		"itsystemcomponenttype": 12, "itsystemtechnology": 130, "itsystemaccreditation": 40,
		"complianceframework": 2, "complianceframeworkcategory": 10, "compliancerequirement": 60,
		"itcomplianceassessment": 90, "itpoamitem": 45, "riskitem": 15, "itservicerequesttype": 8,
		"itservicerequest": 30, "itsystemaccessrequest": 25, "itsystemaccessdetail": 40,
		"itprovisioningrequest": 8, "itproduct": 12, "itproductentitlement": 20,
		"itassignedentitlements": 30, "itworkassignmentcode": 10, "legalauthority": 12, "analysis": 4,
		"integrationidentifier": 5, "integrationvaluemap": 5, "integrationcommitpolicy": 3,
		"integrationsyncjob": 3, "integrationsyncitem": 5, "integrationledger": 5,
	} {
		if got := len(all[table]); got < least {
			t.Errorf("%d of %s, want %d", got, table, least)
		}
	}
}

func TestEveryStateIsShown(t *testing.T) {
	m, all := readModel(t), sample(t)
	for _, field := range []string{
		"itsystem.lifecyclestage", "itsystem.operationalstatus", "itsystem.primaryithostingmodel",
		"itsystem.catalogstatus", "itsystem.visibility", "itsystem.criticality",
		"itsystemaccreditation.itaccreditationtype", "itcomplianceassessment.compliancestatus",
		"itpoamitem.actionstatus", "riskitem.actionstatus", "ittechnologytype.ittechnologycategory",
		"itsystemaccessrequest.itsystemaccessrequesttype", "itsystemaccessdetail.itsystemaccessaction",
		"itsystemaccessrequest.actionstatus", "integrationsyncjob.jobstatus", "integrationledger.ledgeraspect",
	} {
		table, key, _ := strings.Cut(field, ".")
		got := map[string]bool{}
		for _, r := range all[table] {
			got[r[key]] = true
		}
		for _, want := range m.choices[m.tables[table][key].choice] {
			if !got[want] {
				t.Errorf("nothing has the %s %q", field, want)
			}
		}
	}
}

// TestSampleNeedsAttention proves that dashboards have something to show on any
// day: reviews overdue, coming and missing; authorities valid, ending and expired;
// actions past their day; products past and near the end of their support.
func TestSampleNeedsAttention(t *testing.T) {
	all := sample(t)
	on := func(days int) string { return day.AddDate(0, 0, days).Format(time.DateOnly) }
	between := func(field, from, to string) func(row) bool {
		return func(r row) bool { return r[field] >= from && r[field] < to }
	}
	const ever = "9999"
	for _, want := range []struct {
		what, table string
		least       int
		is          func(row) bool
	}{
		{"overdue reviews", "itsystem", 5, between("nextreviewdate", "0", on(0))},
		{"reviews in twelve months", "itsystem", 40, between("nextreviewdate", on(0), on(365))},
		{"systems without a review", "itsystem", 4, func(r row) bool { return r["nextreviewdate"] == "" }},
		{"systems without an owner", "itsystem", 2, func(r row) bool { return r["pointofcontact"] == "" }},
		{"systems without an authority", "itsystem", 10, func(r row) bool { return r["atoauthoritytooperate"] == "" }},
		{"systems without a description", "itsystem", 1, func(r row) bool { return r["description"] == "" }},
		{"expired authorities", "itsystemaccreditation", 5, between("expirationdate", "0", on(0))},
		{"authorities that end in 90 days", "itsystemaccreditation", 5, between("expirationdate", on(0), on(90))},
		{"valid authorities", "itsystemaccreditation", 20, between("expirationdate", on(90), ever)},
		{"open actions past their day", "itpoamitem", 5, func(r row) bool {
			return r["duedate"] < on(0) && r["actionstatus"] != "Complete" && r["actionstatus"] != "Cancelled"
		}},
		{"products past support", "ittechnology", 15, between("endofsupportdate", "0", on(0))},
		{"products with support", "ittechnology", 20, between("endofsupportdate", on(0), ever)},
	} {
		count := 0
		for _, r := range all[want.table] {
			if want.is(r) {
				count++
			}
		}
		if count < want.least {
			t.Errorf("%d %s, want %d", count, want.what, want.least)
		}
	}
}
