package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/app/exchange/dataverse"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestAPackageHoldsACatalogue: whatever a catalogue holds, its package changes nothing in it, and makes an empty
// catalogue the same.
func TestAPackageHoldsACatalogue(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		g := &generator{T: rt, model: schema.Default()}
		c := newCatalogue(rt, dir)
		c.apply(g.draft())
		if c.snap.Len() == 0 {
			return
		}
		pack := c.export("all.zip")
		c.unchanged(exchange.Options{}, pack)
		again := newCatalogue(rt, dir)
		plan := again.plan(exchange.Options{}, pack)
		if len(plan.Notes) > 0 || codes(plan)["unplaced-column"] > 0 {
			rt.Fatalf("our own package is not read in full: %q\n%s", plan.Notes, problems(plan))
		}
		again.carryOut(plan)
		if diff := cmp.Diff(c.content(), again.content()); diff != "" {
			rt.Fatalf("the empty catalogue became another (-first +again):\n%s", diff)
		}
	})
}

// The kit's own packages describe their tables as ours do, as far as both have them.
func TestAPackageIsDescribedAsTheKitDescribesIts(t *testing.T) {
	c := emptyCatalogue(t)
	for _, name := range []string{"core-data.zip", "it-service-management-data.zip"} {
		c.carryOut(c.plan(exchange.Options{Partial: true}, shared(t, "samples", "dataverse", name)))
	}
	ours := map[string]dataverse.Entity{}
	for _, e := range entities(t, c.export("all.zip")) {
		ours[e.Name] = e
	}
	for _, name := range []string{"core-data.zip", "it-service-management-data.zip"} {
		for _, kit := range entities(t, shared(t, "samples", "dataverse", name)) {
			own, there := ours[kit.Name]
			if !there {
				continue
			}
			if own.DisplayName != kit.DisplayName || own.PrimaryID != kit.PrimaryID || own.PrimaryName != kit.PrimaryName {
				t.Errorf("%s is %s, %s, %s", kit.Name, own.DisplayName, own.PrimaryID, own.PrimaryName)
			}
			for _, want := range kit.Fields {
				i := slices.IndexFunc(own.Fields, func(f dataverse.Field) bool { return f.Name == want.Name })
				if i < 0 || want.LookupTable == "govcdm_document" { // documents have no table here: a text names one
					continue
				}
				if diff := cmp.Diff(want, own.Fields[i]); diff != "" {
					t.Errorf("%s.%s: %s", kit.Name, want.Name, diff)
				}
			}
		}
	}
}

func entities(t *testing.T, path string) []dataverse.Entity {
	t.Helper()
	book, err := dataverse.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	return book.Entities()
}

func TestAPackageForTheKitNamesWhatItLeavesOut(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "itsystem", Unknown: exchange.Create}, "systems.csv", "Name,System Code,Technologies\nPayroll,S-1,Java; Go\n")
	var notes []string
	var parts []exchange.Part
	for _, key := range []string{"itsystem", "itsystemtechnology"} {
		parts = append(parts, exchange.All(c.snap, c.snap.Model.Table(key)))
	}
	path := filepath.Join(c.dir, "kit.zip")
	x := exchange.Exporter{Snapshot: c.snap, KitOnly: true, Note: func(s string) { notes = append(notes, s) }}
	if err := x.Write(context.Background(), path, parts); err != nil {
		t.Fatal(err)
	}
	want := []string{"The starter kit has no field of IT Systems for System Code: what they hold stays out.", "The starter kit has no table for IT System Technologies: 2 records stay out."}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Error(diff)
	}
	for _, e := range entities(t, path) {
		for _, f := range e.Fields {
			if strings.HasPrefix(e.Name+f.Name, "cadastre_") || strings.HasPrefix(f.Name, "cadastre_") {
				t.Errorf("%s.%s is in the package", e.Name, f.Name)
			}
		}
	}
}

func TestAPackageOfOtherTablesIsRefused(t *testing.T) {
	c := emptyCatalogue(t)
	path := filepath.Join(c.dir, "leads.zip")
	writeZip(t, path, []string{"data.xml", `<entities><entity name="lead" displayname="Lead"><records><record id="1"/></records></entity></entities>`,
		"data_schema.xml", `<entities><entity name="lead" displayname="Lead" primaryidfield="leadid"><fields/></entity><entity name="new_fee" displayname="Fee" primaryidfield="new_feeid"><fields/></entity></entities>`})
	_, err := exchange.Planner{Snapshot: c.snap, IDs: record.NewID}.Plan(context.Background(), []string{path}, exchange.Options{})
	if fault.CodeOf(err) != fault.Unsupported || !strings.Contains(err.Error(), "Lead (lead), Fee (new_fee)") {
		t.Error(err)
	}
}

func TestAUserGoesIntoAPackageByName(t *testing.T) {
	c := emptyCatalogue(t)
	table := c.snap.Model.Table("itsystem")
	c.apply(change.Draft{Who: "ann", Edits: []change.Edit{{Op: change.Create, Table: table.Num, ID: record.NewID(), Fields: []record.FieldValue{{Num: table.Field("name").Num, Value: record.OfString("Payroll")}}}}})
	data := partsOf(t, c.export("all.zip", "itsystem"))["data.xml"]
	if !strings.Contains(data, `name="ownerid"`) || !strings.Contains(data, `lookupentity="systemuser" lookupentityname="ann"`) {
		t.Error(data)
	}
}
