package api_test

import (
	"strings"
	"testing"
)

func TestEverywhereNamesTheRecordAndThePlace(t *testing.T) {
	s := sample(t)
	for text, want := range map[string]struct{ table, name, field, says string }{
		"payroll and":     {"itsystem", "Payroll and Time Reporting", "", ""},
		"hazard pay":      {"itsystem", "Payroll and Time Reporting", "description", "hazard pay"},
		"reporting pyrol": {"itsystem", "", "", ""},
		"reportign timee": {"itsystem", "Payroll and Time Reporting", "", ""},
		"BSN0001004":      {"itsystem", "Environmental Permits and Licensing System", "externalkey", "BSN0001004"},
		"0001004":         {"itsystem", "Environmental Permits and Licensing System", "externalkey", "BSN0001004"},
		"sap erp":         {"itproduct", "SAP ERP", "", ""},
	} {
		found, err := s.records.Everywhere(text, 8)
		if err != nil {
			t.Fatal(err)
		}
		if want.name == "" {
			if len(found) > 0 {
				t.Errorf("%q finds %+v", text, found)
			}
			continue
		}
		ok := false
		for _, f := range found {
			ok = ok || f.Table == want.table && f.Name == want.name && f.Field == want.field && strings.Contains(f.Text, want.says)
		}
		if !ok {
			t.Errorf("%q finds %+v, want %+v", text, found, want)
		}
	}
}
