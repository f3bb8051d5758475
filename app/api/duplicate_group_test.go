package api_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// group imports four of one system and tells their ids by name.
func (s *services) group(t *testing.T) map[string]string {
	t.Helper()
	s.imported(t, "systems.csv", "Name,Abbreviation,URL\nPayroll,,https://pay.example.gov\nPay-Roll,PAY,https://pay.example.gov/about\nPay Roll,,https://pay.example.gov\nPayRoll,P2,\n")
	ids := map[string]string{}
	for _, row := range s.page(t, api.Query{Table: "itsystem", Limit: 10}).Rows {
		ids[row.Name] = row.ID
	}
	return ids
}

// Of those that are compared the fullest is proposed to stay, and for each field in which they differ the value that
// only one has, that of the authoritative source, or what was changed last.
func TestWhatIsProposedForAGroup(t *testing.T) {
	s := empty(t)
	ids := s.group(t)
	all := []string{ids["Payroll"], ids["Pay-Roll"], ids["Pay Roll"], ids["PayRoll"]}
	c, err := s.duplicates.Compare("itsystem", all, []string{ids["PayRoll"]}, "")
	if err != nil || len(c.Rows) != 4 || c.Keep != ids["Pay-Roll"] || c.Why != "It has the most fields filled." {
		t.Fatalf("%+v %v", c, err)
	}
	want := map[string]api.Proposal{"name": {ID: ids["Pay-Roll"]}, "abbreviation": {ID: ids["Pay-Roll"], Why: "the only value"},
		"url": {ID: ids["Pay-Roll"]}}
	if !maps.Equal(c.From, want) {
		t.Errorf("%+v", c.From)
	}
	if c, err = s.duplicates.Compare("itsystem", all, nil, ids["Payroll"]); err != nil || c.Keep != ids["Payroll"] || c.From["name"].ID != ids["Payroll"] || c.From["abbreviation"].ID == "" {
		t.Errorf("another stays: %+v %v", c, err)
	}
	s.policy(t, "url", "SNOW", "On Ingest", nil)
	s.from(t, "SNOW", "Name,URL\nPay Roll,https://snow.example.gov\n")
	time.Sleep(time.Until(time.Now().Truncate(time.Second).Add(time.Second))) // when something changed is kept to the second
	s.save(t, "itsystem", ids["Payroll"], map[string]any{"abbreviation": "PR", "url": "https://typed.example.gov"})
	if c, err = s.duplicates.Compare("itsystem", all, nil, ids["Pay-Roll"]); err != nil {
		t.Fatal(err)
	}
	if got := c.From["url"]; got != (api.Proposal{ID: ids["Pay Roll"], Why: "from SNOW, which counts first"}) {
		t.Errorf("the authoritative value: %+v", got)
	}
	if got := c.From["abbreviation"]; got != (api.Proposal{ID: ids["Payroll"], Why: "changed last"}) {
		t.Errorf("the newest value: %+v", got)
	}
	for what, of := range map[string][]string{"one": all[:1], "gone": {all[0], "0192f0c1-7a3e-7cc0-9d7e-3f1f0f6b2a11"}} {
		if _, err := s.duplicates.Compare("itsystem", of, nil, ""); err == nil || fault.CodeOf(err) == fault.Internal {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// Of records that say the same the oldest is proposed, in whatever order they are asked for, and whatever was undone.
func TestWhatIsProposedIsTheSameAfterAnUndo(t *testing.T) {
	s := empty(t)
	s.imported(t, "systems.csv", "Name,Abbreviation\nPayroll,A\nPay-Roll,B\nPay Roll,C\n")
	ids := s.ids(t, "itsystem")
	slices.Sort(ids) // later ids sort after earlier ones
	proposed := func(when string) {
		t.Helper()
		for range ids {
			ids = append(ids[1:], ids[0])
			c, err := s.duplicates.Compare("itsystem", ids, nil, "")
			if err != nil || c.Keep != slices.Min(ids) || c.Why != "It says as much as any other." || c.From["abbreviation"].ID != c.Keep {
				t.Errorf("%s: %+v %v", when, c, err)
			}
		}
	}
	proposed("imported")
	done, err := s.duplicates.Merge(api.MergeRequest{Table: "itsystem", Keep: slices.Min(ids), Drop: slices.Sorted(slices.Values(ids))[1:]})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.history.Undo(done.Seq); err != nil {
		t.Fatal(err)
	}
	proposed("after an undo")
}

// A group is merged in one change, without the one that is another thing; that is not found with it again. One undo
// brings all back.
func TestAGroupIsMergedAtOnceWithoutTheOneThatIsAnother(t *testing.T) {
	s := empty(t)
	ids := s.group(t)
	merge := api.MergeRequest{Table: "itsystem", Keep: ids["Payroll"], Drop: []string{ids["Pay-Roll"], ids["Pay Roll"]},
		From: map[string]string{"abbreviation": ids["Pay-Roll"]}, Apart: []string{ids["PayRoll"]}}
	done, err := s.duplicates.Merge(merge)
	if err != nil || done.Deleted != 2 || done.Summary != "2 IT Systems merged into “Payroll”" {
		t.Fatalf("%+v %v", done, err)
	}
	if found, err := s.foundIn(t, "itsystem"); err != nil || found.Total != 0 || found.Seq != done.Seq {
		t.Errorf("%+v %v", found, err)
	}
	if _, err := s.history.Undo(done.Seq); err != nil {
		t.Fatal(err)
	}
	if found, err := s.foundIn(t, "itsystem"); err != nil || found.Total != 1 || len(found.Groups[0].Records) != 4 {
		t.Errorf("%+v %v", found, err)
	}
	merge.From["modifiedby"] = ids["Pay-Roll"]
	if _, err := s.duplicates.Merge(merge); fault.CodeOf(err) != fault.Usage {
		t.Errorf("what the program stamps cannot be taken: %v", err)
	}
}

// Who was told apart from a record is told apart from the one that it is merged into.
func TestWhatWasToldApartStaysSoAfterAMerge(t *testing.T) {
	s := empty(t)
	ids := s.group(t)
	if _, err := s.duplicates.TellApart("itsystem", []string{ids["Pay-Roll"], ids["PayRoll"]}); err != nil {
		t.Fatal(err)
	}
	merge := api.MergeRequest{Table: "itsystem", Keep: ids["Payroll"], Drop: []string{ids["Pay-Roll"], ids["Pay Roll"]}}
	if _, err := s.duplicates.Merge(merge); err != nil {
		t.Fatal(err)
	}
	if found, err := s.foundIn(t, "itsystem"); err != nil || found.Total != 0 {
		t.Errorf("%+v %v", found, err)
	}
	if n := s.count(t, "notduplicate"); n != 1 {
		t.Errorf("%d pairs", n)
	}
	if done, err := s.duplicates.TellApart("itsystem", []string{ids["Payroll"], ids["PayRoll"]}); err == nil && done.Seq != 0 && s.count(t, "notduplicate") != 1 {
		t.Error("the pair is noted twice")
	}
}

// The value that stays keeps its source, and one that gives way takes what is known of it along, whoever said
// something last.
func TestAMergedGroupKnowsWhoseEachValueIs(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Certify", map[string]any{"autocertify": 166840001.0})
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll,https://snow.example.gov\n")
	s.from(t, "AZ", "Sys ID,Name,URL\nB1,Wages,https://az.example.gov\n")
	s.from(t, "AZ", "Sys ID,Name,URL\nB2,Salaries,https://late.example.gov\n")
	ids := map[string]string{}
	for _, name := range []string{"Payroll", "Wages", "Salaries"} {
		ids[name] = s.systemID(t, name)
	}
	before := s.everything(t)
	merge := api.MergeRequest{Table: "itsystem", Keep: ids["Salaries"], Drop: []string{ids["Payroll"], ids["Wages"]}, From: map[string]string{"url": ids["Payroll"]}}
	done, err := s.duplicates.Merge(merge)
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.duplicates.Compare("integrationledger", s.ids(t, "integrationledger"), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range c.Rows {
		if stays := row.Values["targetid"] == ids["Salaries"]; stays != (row.Values["sourcesystemkey"] == "SNOW") {
			t.Errorf("the ledger's entry of %v is about %v", row.Values["sourcesystemkey"], row.Values["targetid"])
		}
	}
	s.from(t, "AZ", "Sys ID,Name,URL\nB1,Salaries,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"), "Salaries url https://snow.example.gov→https://az.example.gov AZ")
	if n := s.count(t, "itsystem"); n != 1 {
		t.Errorf("%d systems: a key was lost", n)
	}
	if _, err := s.history.Undo(0); err != nil {
		t.Fatal(err)
	}
	if _, err := s.history.Undo(done.Seq); err != nil {
		t.Fatal(err)
	}
	if after := s.everything(t); !slices.Equal(before, after) {
		t.Errorf("undo leaves\n%v\nof\n%v", after, before)
	}
}

// ids are those of all records of a table.
func (s *services) ids(t *testing.T, table string) (ids []string) {
	t.Helper()
	for _, row := range s.page(t, api.Query{Table: table, Limit: 100}).Rows {
		ids = append(ids, row.ID)
	}
	return ids
}

// everything is what systems and the tables of sources hold.
func (s *services) everything(t *testing.T) (out []string) {
	t.Helper()
	for _, table := range []string{"itsystem", "integrationidentifier", "integrationsyncitem", "integrationledger"} {
		for _, id := range s.ids(t, table) {
			row, err := s.records.Get(table, id)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, fmt.Sprint(table, id, row.Values))
		}
	}
	slices.Sort(out)
	return out
}
