package sampledata

import (
	"slices"
	"strings"
	"testing"
)

// TestLookupsFindTheirTarget also proves the order: a target's table never comes
// later, but for a system's authority to operate.
func TestLookupsFindTheirTarget(t *testing.T) {
	m, all := readModel(t), sample(t)
	for table, rows := range all {
		for field, rule := range m.tables[table] {
			if rule.target == "" || rule.target == "systemuser" { // the name of whoever works with the program
				continue
			}
			if slices.Index(tables, rule.target) > slices.Index(tables, table) && table+"."+field != "itsystem.atoauthoritytooperate" {
				t.Errorf("%s.%s refers to a later table", table, field)
			}
			targets := named(all[rule.target])
			for _, r := range rows {
				if r[field] != "" && targets[r[field]] == nil {
					t.Errorf("%s %q: no %s %q", table, r.name(), rule.target, r[field])
				}
			}
		}
	}
}

func TestParentsFormNoCircle(t *testing.T) {
	m, all := readModel(t), sample(t)
	depths := map[string]int{}
	for table, rows := range all {
		for field, rule := range m.tables[table] {
			if rule.target != table {
				continue
			}
			byName := named(rows)
			for _, r := range rows {
				depth := 1
				for up := r[field]; up != ""; up = byName[up][field] {
					if depth++; depth > len(rows) {
						t.Fatalf("%s %q is its own ancestor", table, r.name())
					}
				}
				depths[table] = max(depths[table], depth)
			}
		}
	}
	if depths["itsystemcomponent"] < 4 {
		t.Errorf("components are %d levels deep, want 4", depths["itsystemcomponent"])
	}
}

// TestRecordsOfOneSystemAgree proves that what hangs together is about one system.
func TestRecordsOfOneSystemAgree(t *testing.T) {
	all := sample(t)
	for _, link := range []struct{ table, field, target string }{
		{"itsystemcomponent", "parentitsystemcomponent", "itsystemcomponent"},
		{"itsystemtechnology", "itsystemcomponent", "itsystemcomponent"},
		{"itpoamitem", "itsystemcomponent", "itsystemcomponent"},
		{"itpoamitem", "itsystemaccreditation", "itsystemaccreditation"},
		{"itsystemaccessrequest", "itsystemcomponent", "itsystemcomponent"},
	} {
		targets := named(all[link.target])
		for _, r := range all[link.table] {
			if to := targets[r[link.field]]; to != nil && to["itsystem"] != r["itsystem"] {
				t.Errorf("%s %q is about %s, its %s about %s", link.table, r.name(), r["itsystem"], link.field, to["itsystem"])
			}
		}
	}
	accreditations := named(all["itsystemaccreditation"])
	for _, s := range all["itsystem"] {
		if a := accreditations[s["atoauthoritytooperate"]]; a != nil && a["itsystem"] != s.name() {
			t.Errorf("%s has the authority of %s", s.name(), a["itsystem"])
		}
	}
}

func TestIntegrationNamesWhatIsThere(t *testing.T) {
	m, all := readModel(t), sample(t)
	for _, table := range []string{"integrationidentifier", "integrationsyncitem", "integrationledger"} {
		for _, r := range all[table] {
			if id := r["targetid"]; id != "" && named(all[r["targettable"]])[id] == nil {
				t.Errorf("%s %q: no %s %q", table, r.name(), r["targettable"], id)
			}
		}
	}
	for _, table := range []string{"integrationsyncitem", "integrationcommitpolicy"} {
		for _, r := range all[table] {
			if _, ok := m.tables[r["targettable"]][r["fieldname"]]; !ok {
				t.Errorf("%s %q: no field %s.%s", table, r.name(), r["targettable"], r["fieldname"])
			}
		}
	}
	for _, r := range all["integrationvaluemap"] {
		if labels := m.choices[choiceKey(r["codelist"])]; !slices.Contains(labels, r["canonicalcodevalue"]) {
			t.Errorf("%q: %s has no %q", r.name(), r["codelist"], r["canonicalcodevalue"])
		}
	}
}

func choiceKey(label string) string { return strings.ToLower(strings.ReplaceAll(label, " ", "")) }
