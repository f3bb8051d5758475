package api_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"cadastre/app/api"
	"cadastre/app/exchange"
	"cadastre/app/source"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"pgregory.net/rapid"
)

// from brings a file of a source into the catalogue.
func (s *services) from(t *testing.T, key, text string) uint64 {
	t.Helper()
	return s.importedWith(t, key+".csv", text, api.ImportOptions{Source: key})
}

// policy says whose values go into a field of systems.
func (s *services) policy(t *testing.T, field, sources, mode string, more map[string]any) {
	t.Helper()
	values := map[string]any{"name": field + " policy", "targettable": "itsystem", "fieldname": field, "authoritativesources": sources,
		"commitmode": map[string]float64{"On Ingest": 166840000, "On Certify": 166840001}[mode]}
	maps.Copy(values, more)
	s.save(t, "integrationcommitpolicy", "", values)
}

// queue is what waits, as "RECORD FIELD NOW→PROPOSED SOURCE".
func (s *services) queue(t *testing.T, kind string) []string {
	t.Helper()
	page, err := s.sources.Waiting(api.QueueFilter{Kind: kind}, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, e := range page.Entries {
		out = append(out, fmt.Sprintf("%s %s %s→%s %s", e.Name, e.Field, e.Now, e.Proposed, e.Source))
	}
	return out
}

func (s *services) decide(t *testing.T, d api.QueueDecision) api.QueueDecided {
	t.Helper()
	out, err := s.sources.Decide(d)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// shown is what a system shows in a field.
func (s *services) shown(t *testing.T, name, field string) string {
	t.Helper()
	rows := s.page(t, api.Query{Table: "itsystem", Search: name, Columns: []string{field}, Limit: 2}).Rows
	if len(rows) != 1 {
		t.Fatalf("%d systems are called %q", len(rows), name)
	}
	return rows[0].Display[field]
}

func (s *services) count(t *testing.T, table string) int {
	t.Helper()
	return s.page(t, api.Query{Table: table, Limit: 1}).Total
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnIdentifierFindsTheRecordAlsoWhenItsNameHasChanged(t *testing.T) {
	s := empty(t)
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll,https://pay.example.gov\nA2,Permits,\n")
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll and Pensions,https://pay.example.gov\nA2,Permits,https://permits.example.gov\nA3,Permits,\n")
	if n := s.count(t, "itsystem"); n != 3 {
		t.Errorf("%d systems: one has a new name, one is new", n)
	}
	if url := s.shown(t, "Payroll and Pensions", "url"); url != "https://pay.example.gov" {
		t.Errorf("the renamed system has the address %q", url)
	}
	if n := s.count(t, "integrationidentifier"); n != 3 {
		t.Errorf("%d identifiers", n)
	}
	if n := s.count(t, "integrationsyncjob"); n != 2 {
		t.Errorf("%d jobs", n)
	}
	if _, err := s.history.Undo(0); err != nil {
		t.Fatal(err)
	}
	if s.count(t, "itsystem") != 2 || s.count(t, "integrationidentifier") != 2 || s.count(t, "integrationsyncjob") != 1 {
		t.Error("undo leaves something of the import")
	}
}

func TestAnIdentifierFollowsItsRecordIntoAnother(t *testing.T) {
	s := empty(t)
	s.imported(t, "old.csv", "Name,Abbreviation\nWages,W\n")
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\n")
	keep, drop := s.systemID(t, "Wages"), s.systemID(t, "Payroll")
	if _, err := s.duplicates.Merge(api.MergeRequest{Table: "itsystem", Keep: keep, Drop: []string{drop}}); err != nil {
		t.Fatal(err)
	}
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll,https://pay.example.gov\n")
	if n := s.count(t, "itsystem"); n != 1 {
		t.Errorf("%d systems after the merge and another file", n)
	}
	if got := s.shown(t, "Payroll", "abbreviation"); got != "W" {
		t.Errorf("another record was taken: %q", got)
	}
}

func (s *services) systemID(t *testing.T, name string) string {
	t.Helper()
	return s.page(t, api.Query{Table: "itsystem", Search: name, Limit: 1}).Rows[0].ID
}

func TestAKeyWhoseRecordWasDeletedGoesToAnotherAndSaysSo(t *testing.T) {
	s := empty(t)
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\n")
	if _, err := s.records.Delete(api.Selection{Table: "itsystem", IDs: []string{s.systemID(t, "Payroll")}}); err != nil {
		t.Fatal(err)
	}
	if n := s.count(t, "integrationidentifier"); n != 1 {
		t.Errorf("%d identifiers", n)
	}
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\n")
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll renamed\n")
	if s.count(t, "itsystem") != 1 || s.count(t, "integrationidentifier") != 1 {
		t.Error("the key was not tied to the new record")
	}
}

func TestALesserSourceWaitsAndIsAcceptedOrDeclined(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\n")
	s.from(t, "SNOW", "Name,URL\nPayroll,https://snow.example.gov\n")
	if url := s.shown(t, "Payroll", "url"); url != "https://snow.example.gov" {
		t.Errorf("the better source did not count: %q", url)
	}
	s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"), "Payroll url https://snow.example.gov→https://az.example.gov AZ")
	s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"), "Payroll url https://snow.example.gov→https://az.example.gov AZ")

	proposed := api.QueueFilter{Kind: "proposed"}
	declined := s.decide(t, api.QueueDecision{Filter: proposed})
	if declined.Decided != 1 || len(s.queue(t, "proposed")) != 0 {
		t.Errorf("declined: %+v", declined)
	}
	s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"))
	s.from(t, "AZ", "Name,URL\nPayroll,https://new.example.gov\n")
	same(t, s.queue(t, "proposed"), "Payroll url https://snow.example.gov→https://new.example.gov AZ")

	accepted := s.decide(t, api.QueueDecision{Accept: true, Filter: proposed})
	if url := s.shown(t, "Payroll", "url"); url != "https://new.example.gov" || accepted.Done.Summary != "URL of “Payroll” from AZ accepted" {
		t.Errorf("accepted: %q %+v", url, accepted)
	}
	same(t, s.queue(t, "proposed"))
	if _, err := s.history.Undo(0); err != nil {
		t.Fatal(err)
	}
	same(t, s.queue(t, "proposed"), "Payroll url https://snow.example.gov→https://new.example.gov AZ")
}

// A policy that is made later counts for what its sources have brought before.
func TestAPolicyKnowsWhatItsSourcesBroughtBeforeIt(t *testing.T) {
	s := empty(t)
	file := "Name,URL\nPayroll,https://snow.example.gov\nPermits,https://snow.example.gov\n"
	s.from(t, "SNOW", file)
	s.save(t, "itsystem", s.systemID(t, "Permits"), map[string]any{"url": "https://typed.example.gov"})
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\nPermits,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"), "Payroll url https://snow.example.gov→https://az.example.gov AZ")
	page, err := s.sources.Waiting(api.QueueFilter{}, 0, 1)
	if why := "The value came from SNOW, which “url policy” puts before AZ."; err != nil || page.Entries[0].Why != why {
		t.Errorf("it waits because %q, %v", page.Entries[0].Why, err)
	}
	if url := s.shown(t, "Permits", "url"); url != "https://az.example.gov" {
		t.Errorf("what was typed did not give way: %q", url)
	}
	s.from(t, "SNOW", file)
	same(t, s.queue(t, "uncertified"), "Payroll url https://snow.example.gov→ SNOW", "Permits url https://snow.example.gov→ SNOW")
}

// A policy that leads nowhere is told where values wait, not only with the next import.
func TestAPolicyWithoutEffectIsToldWhereValuesWait(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Ingest", nil)
	s.policy(t, "homepage", "SNOW", "On Ingest", nil)
	page, err := s.sources.Waiting(api.QueueFilter{}, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	same(t, page.Notes, "The commit policy “homepage policy” has no effect: it names a table or a field that the catalogue does not have. Correct its Target Table or Field Name.")
}

// What waited of an import and was accepted later came from that import.
func TestWhatWasAcceptedCameFromItsImport(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Certify", nil)
	s.imported(t, "old.csv", "Name\nPayroll\n")
	seq := s.from(t, "SNOW", "Name,URL\nPayroll,https://pay.example.gov\n")
	came := func() int {
		return s.page(t, api.Query{Table: "itsystem", Limit: 1, Filter: schema.Filter{Conditions: []schema.Condition{
			{Op: schema.CameFrom, Values: []string{fmt.Sprint(seq)}}}}}).Total
	}
	if came() != 0 {
		t.Error("what waits is taken for what came")
	}
	s.decide(t, api.QueueDecision{Accept: true})
	if came() != 1 {
		t.Error("what was accepted is not found by its import")
	}
	sources, err := s.history.Sources("itsystem", s.systemID(t, "Payroll"))
	i := slices.IndexFunc(sources, func(src api.Source) bool { return src.Field == "url" })
	if err != nil || i < 0 || !slices.Equal(sources[i].Set.Files, []string{"SNOW.csv"}) {
		t.Errorf("the value came from %+v, %v", sources, err)
	}
	if _, err := s.history.Undo(0); err != nil || came() != 0 {
		t.Errorf("taken back, and found: %v", err)
	}
}

// Of a source waits what it said last: what it does not say any more is taken from the queue and from the ledger.
func TestWhatASourceSaysNoMoreWaitsNoMore(t *testing.T) {
	for name, next := range map[string]string{"declined before": "https://old.example.gov", "in the catalogue": "https://snow.example.gov"} {
		t.Run(name, func(t *testing.T) {
			s := empty(t)
			s.policy(t, "url", "SNOW, AZ", "On Ingest", map[string]any{"autocertify": 166840001.0})
			s.from(t, "SNOW", "Name,URL\nPayroll,https://snow.example.gov\n")
			s.from(t, "AZ", "Name,URL\nPayroll,https://old.example.gov\n")
			s.decide(t, api.QueueDecision{})
			s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\n")
			same(t, s.queue(t, ""), "Payroll url https://snow.example.gov→https://az.example.gov AZ")
			s.from(t, "AZ", "Name,URL\nPayroll,"+next+"\n")
			same(t, s.queue(t, ""))
			if _, err := s.history.Undo(0); err != nil {
				t.Fatal(err)
			}
			same(t, s.queue(t, ""), "Payroll url https://snow.example.gov→https://az.example.gov AZ")
		})
	}
}

// A value that was certified is so again when its source takes back what it said instead.
func TestACertifiedValueStaysSoWhenItsSourceSaysItAgain(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Certify", nil)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	s.decide(t, api.QueueDecision{Accept: true})
	same(t, s.queue(t, ""))
	s.from(t, "SNOW", "Name,URL\nPayroll,https://second.example.gov\n")
	same(t, s.queue(t, ""), "Payroll url https://first.example.gov→https://second.example.gov SNOW")
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	same(t, s.queue(t, ""))
}

// What somebody decides about is what they saw: what has changed since is left, with a sentence, and waits on.
func TestWhatHasChangedSinceItWasSeenIsNotDecided(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://snow.example.gov\nPermits,https://permits.example.gov\n")
	s.from(t, "AZ", "Name,URL\nPayroll,https://az.example.gov\nPermits,https://az.example.gov/permits\n")
	page, err := s.sources.Waiting(api.QueueFilter{}, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	s.save(t, "itsystem", s.systemID(t, "Payroll"), map[string]any{"url": "https://corrected.example.gov"})
	out := s.decide(t, api.QueueDecision{Accept: true, Filter: api.QueueFilter{Kind: "proposed"}, Seen: page.Seq})
	same(t, out.Left, "URL of “Payroll” was left: it has changed since you saw it. Look at it again, then decide.")
	if got := s.shown(t, "Payroll", "url"); out.Decided != 1 || got != "https://corrected.example.gov" {
		t.Errorf("%q, %+v", got, out)
	}
}

// Of two values of one record the second is decided about although the first has just changed the record; what somebody
// else changed is still left.
func TestTwoValuesOfARecordAreAcceptedOneAfterTheOther(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.policy(t, "owner", "SNOW, AZ", "On Ingest", map[string]any{"fieldname": "description"})
	s.from(t, "SNOW", "Name,URL,Description\nPayroll,https://snow.example.gov,Old\n")
	s.from(t, "AZ", "Name,URL,Description\nPayroll,https://az.example.gov,New\n")
	page, err := s.sources.Waiting(api.QueueFilter{Kind: "proposed"}, 0, 10)
	if err != nil || len(page.Entries) != 2 {
		t.Fatal(page.Entries, err)
	}
	accept := api.QueueDecision{Accept: true, IDs: []string{page.Entries[0].ID}, Seen: page.Seq}
	first := s.decide(t, accept)
	accept.IDs, accept.Own = []string{page.Entries[1].ID}, []uint64{first.Done.Seq}
	if second := s.decide(t, accept); second.Decided != 1 {
		t.Errorf("left: %v", second.Left)
	}
	if _, err := s.history.Undo(0); err != nil {
		t.Fatal(err)
	}
	if again := s.decide(t, accept); again.Decided != 0 || len(again.Left) != 1 {
		t.Errorf("decided about what was changed since: %+v", again)
	}
}

// A text of several lines waits, is declined and is accepted as it came.
func TestATextOfSeveralLinesWaitsWhole(t *testing.T) {
	s := empty(t)
	s.policy(t, "tags", "SNOW", "On Certify", map[string]any{"targettable": "itsystemcomponent"})
	file := func(tags string) string { return "Name,Tags\nweb01,\"" + tags + "\"\n" }
	options := api.ImportOptions{Source: "SNOW", Table: "itsystemcomponent"}
	s.importedWith(t, "first.csv", file("linux\nfront end"), options)
	s.decide(t, api.QueueDecision{})
	s.importedWith(t, "again.csv", file("linux\nfront end"), options)
	same(t, s.queue(t, "proposed"))
	s.importedWith(t, "other.csv", file("linux\n\n\tweb"), options)
	s.decide(t, api.QueueDecision{Accept: true})
	rows := s.page(t, api.Query{Table: "itsystemcomponent", Columns: []string{"tags"}, Limit: 1}).Rows
	if got := rows[0].Values["tags"]; got != "linux\n\n\tweb" {
		t.Errorf("accepted: %q", got)
	}
}

// A record that others are merged into keeps what its sources gave it, the last of it.
func TestAMergedRecordStillKnowsWhoseItsValuesAre(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.imported(t, "old.csv", "Name\nWages\n")
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	s.from(t, "SNOW", "Name,URL\nPayroll,https://second.example.gov\n")
	drop := s.systemID(t, "Payroll")
	merge := api.MergeRequest{Table: "itsystem", Keep: s.systemID(t, "Wages"), Drop: []string{drop}, From: map[string]string{"url": drop}}
	if _, err := s.duplicates.Merge(merge); err != nil {
		t.Fatal(err)
	}
	s.from(t, "AZ", "Name,URL\nWages,https://az.example.gov\n")
	same(t, s.queue(t, "proposed"), "Wages url https://second.example.gov→https://az.example.gov AZ")
}

// Of what waits of one source for one field of merged records the last is left; undo brings the other back.
func TestOfMergedRecordsOneValueOfASourceWaits(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Ingest", nil)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://pay.example.gov\nWages,https://pay.example.gov\n")
	s.from(t, "AZ", "Name,URL\nPayroll,https://first.example.gov\n")
	s.from(t, "AZ", "Name,URL\nWages,https://second.example.gov\n")
	merge := api.MergeRequest{Table: "itsystem", Keep: s.systemID(t, "Payroll"), Drop: []string{s.systemID(t, "Wages")}}
	if _, err := s.duplicates.Merge(merge); err != nil {
		t.Fatal(err)
	}
	same(t, s.queue(t, "proposed"), "Payroll url https://pay.example.gov→https://second.example.gov AZ")
	s.decide(t, api.QueueDecision{Filter: api.QueueFilter{Kind: "proposed"}})
	same(t, s.queue(t, "proposed"))
	for range 2 {
		if _, err := s.history.Undo(0); err != nil {
			t.Fatal(err)
		}
	}
	same(t, s.queue(t, "proposed"), "Payroll url https://pay.example.gov→https://first.example.gov AZ", "Wages url https://pay.example.gov→https://second.example.gov AZ")
}

// A merge leaves alone what waits for records that it does not touch, also where it waits twice.
func TestAMergeLeavesWhatWaitsForOthers(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW, AZ", "On Certify", nil)
	s.imported(t, "old.csv", "Name\nPayroll\nWages\nPermits\n")
	s.from(t, "AZ", "Name,URL\nPermits,https://first.example.gov\n")
	job := s.page(t, api.Query{Table: "integrationsyncjob", Limit: 1}).Rows[0].ID
	s.save(t, "integrationsyncitem", "", map[string]any{"name": "Permits URL", "targettable": "itsystem", "targetid": s.systemID(t, "Permits"),
		"fieldname": "url", "newvalue": "https://second.example.gov", "integrationsyncjob": job})
	merge := api.MergeRequest{Table: "itsystem", Keep: s.systemID(t, "Payroll"), Drop: []string{s.systemID(t, "Wages")}}
	if _, err := s.duplicates.Merge(merge); err != nil {
		t.Fatal(err)
	}
	if n := s.count(t, "integrationsyncitem"); n != 2 {
		t.Errorf("%d items after a merge of others", n)
	}
}

// What a source gave and nobody has certified is still to be certified when what it said later is declined.
func TestDecliningLeavesWhatIsToBeCertified(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Ingest", nil)
	s.from(t, "SNOW", "Name,URL\nPayroll,https://first.example.gov\n")
	policy := s.page(t, api.Query{Table: "integrationcommitpolicy", Limit: 1}).Rows[0].ID
	s.save(t, "integrationcommitpolicy", policy, map[string]any{"commitmode": 166840001.0})
	s.from(t, "SNOW", "Name,URL\nPayroll,https://second.example.gov\n")
	same(t, s.queue(t, ""), "Payroll url https://first.example.gov→https://second.example.gov SNOW")
	s.decide(t, api.QueueDecision{})
	same(t, s.queue(t, ""), "Payroll url https://first.example.gov→ SNOW")
}

func TestAValueThatMustBeCertifiedWaitsUnlessThePolicyDoesSo(t *testing.T) {
	s := empty(t)
	s.policy(t, "criticality", "SNOW", "On Certify", nil)
	s.policy(t, "url", "SNOW", "On Certify", map[string]any{"autocertify": 166840001.0})
	s.policy(t, "abbreviation", "SNOW", "On Ingest", nil)
	s.from(t, "SNOW", "Name,Criticality,URL,Abbreviation\nPayroll,High,https://pay.example.gov,PAY\n")
	if got := s.shown(t, "Payroll", "criticality") + s.shown(t, "Payroll", "url") + s.shown(t, "Payroll", "abbreviation"); got != "https://pay.example.govPAY" {
		t.Errorf("the new system has %q", got)
	}
	same(t, s.queue(t, "proposed"), "Payroll criticality →High SNOW")
	same(t, s.queue(t, "uncertified"), "Payroll abbreviation PAY→ SNOW")
	s.decide(t, api.QueueDecision{Accept: true})
	if got := s.shown(t, "Payroll", "criticality"); got != "High" {
		t.Errorf("accepted, and the system has %q", got)
	}
	same(t, s.queue(t, ""))
}

// A column of keys that a file does not have is told: its rows are found by their names alone.
func TestAColumnOfKeysThatIsNotThereIsTold(t *testing.T) {
	snap := snapshot.NewBuilder(schema.Default()).Snapshot(0)
	gate, err := api.GateOf(snap, nil, "SNOW", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	told := func(column string) (codes []string) {
		plan, err := exchange.Planner{Snapshot: snap, IDs: record.NewID, Gate: gate}.PlanTexts(context.Background(),
			[]exchange.Text{{Table: "itsystem", Name: "a.csv", CSV: []byte("Name,Number\nPayroll,A1\n")}}, exchange.Options{Source: "SNOW", SourceKey: column})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range plan.Problems {
			codes = append(codes, p.Code)
		}
		return codes
	}
	same(t, told("number"))
	if got := told("Nummer"); !slices.Contains(got, "no-such-column") {
		t.Errorf("told: %q", got)
	}
}

// A row that says by its id which record it is about may have the key of another: that is told.
func TestAKeyThatGoesToAnotherRecordIsTold(t *testing.T) {
	s := empty(t)
	s.from(t, "SNOW", "Sys ID,Name\nA1,Payroll\nA2,Wages\n")
	file := fmt.Sprintf("Record ID,Sys ID,Name\n%s,A1,Wages\n", s.systemID(t, "Wages"))
	job := s.planned(t, "SNOW.csv", file, api.ImportOptions{Source: "SNOW"})
	problems, err := s.imports.Problems(job, "source-key-moves", true, 0, 10)
	if err != nil || len(problems.Problems) != 1 {
		t.Fatalf("%+v %v", problems, err)
	}
	same(t, []string{problems.Problems[0].Message}, "Until now SNOW called “Payroll” by “A1”. The key goes to the record of this row.")
}

// A value that was declined does not wait when the source says it again, and no plan says that it will.
func TestOnlyWhatWillWaitIsCountedInAPlan(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Certify", nil)
	file := "Name,URL\nPayroll,https://pay.example.gov\nPermits,https://permits.example.gov\n"
	s.from(t, "SNOW", file)
	if _, err := s.sources.Decide(api.QueueDecision{Filter: api.QueueFilter{Text: "Payroll"}}); err != nil {
		t.Fatal(err)
	}
	plan, err := s.imports.Plan(s.planned(t, "SNOW.csv", file, api.ImportOptions{Source: "SNOW"}))
	if err != nil || plan.Waiting != 1 {
		t.Errorf("%d values will wait, %v", plan.Waiting, err)
	}
}

func TestWhatItsSourceHasNotBroughtForLongIsStale(t *testing.T) {
	s := empty(t)
	s.policy(t, "url", "SNOW", "On Ingest", map[string]any{"staleafterdays": 30.0, "autocertify": 166840001.0})
	s.from(t, "SNOW", "Sys ID,Name,URL\nA1,Payroll,https://pay.example.gov\n")
	same(t, s.queue(t, "stale"))
	old := s.page(t, api.Query{Table: "integrationidentifier", Limit: 1}).Rows[0].ID
	s.save(t, "integrationidentifier", old, map[string]any{"lastseendatetime": "2020-01-01T00:00:00Z"})
	ledger := s.page(t, api.Query{Table: "integrationledger", Limit: 1}).Rows[0].ID
	s.save(t, "integrationledger", ledger, map[string]any{"certifieddatetime": "2020-01-01T00:00:00Z"})
	same(t, s.queue(t, "stale"), "Payroll url https://pay.example.gov→ SNOW")
	confirmed := s.decide(t, api.QueueDecision{Accept: true, Filter: api.QueueFilter{Kind: "stale"}})
	same(t, s.queue(t, "stale"))
	if said := confirmed.Done.Summary; said != "URL of “Payroll” from SNOW confirmed" {
		t.Errorf("the history says %q", said)
	}
}

// A catalogue in memory, whose change sets are kept to be taken back.
type twoSources struct {
	*rapid.T
	snap *snapshot.Snapshot
	sets []change.Set
}

func (c *twoSources) apply(d change.Draft) {
	c.Helper()
	set, err := change.Prepare(c.snap.Model, c.snap, d, time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), record.NewID)
	if err != nil {
		c.Fatal(err)
	}
	set.Seq = c.snap.Seq + 1
	c.snap = c.snap.Apply(&set)
	c.sets = append(c.sets, set)
}

// bring imports what a source says of a system, without a source where it has no key.
func (c *twoSources) bring(key, table, csv string) {
	c.Helper()
	gate, err := api.GateOf(c.snap, nil, key, time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC))
	if err != nil {
		c.Fatal(err)
	}
	plan, err := exchange.Planner{Snapshot: c.snap, IDs: record.NewID, Gate: gate}.PlanTexts(context.Background(),
		[]exchange.Text{{Table: table, Name: "a.csv", CSV: []byte(csv)}}, exchange.Options{Source: key})
	if err != nil {
		c.Fatal(err)
	}
	draft, err := plan.Draft("tester", c.snap)
	if err != nil {
		c.Fatal(err)
	}
	c.apply(draft)
}

func (c *twoSources) holds(field *schema.Field) string {
	t := c.snap.Table(c.snap.Model.Table("itsystem").Num)
	for slot := range t.All().All() {
		return c.snap.Display(field, t.Value(slot, field.Num))
	}
	return ""
}

// In whatever order the files of two sources arrive, the catalogue holds what the better one said last, and what the
// other said otherwise is in the queue. Taking everything back leaves nothing.
func TestALesserSourceNeverOverwritesAndNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &twoSources{T: t, snap: snapshot.NewBuilder(schema.Default()).Snapshot(0)}
		c.bring("", "integrationcommitpolicy", "name,targettable,fieldname,authoritativesources,commitmode\nURLs,itsystem,abbreviation,\"SNOW, AZ\",On Ingest\n")
		field := c.snap.Model.Table("itsystem").Field("abbreviation")
		best, least, waits := "", "", ""
		for range rapid.IntRange(1, 8).Draw(t, "files") {
			key, says := rapid.SampledFrom([]string{"SNOW", "AZ"}).Draw(t, "source"), rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "says")
			held := c.holds(field)
			c.bring(key, "itsystem", "name,abbreviation\nPayroll,"+says+"\n")
			switch {
			case key == "SNOW":
				best = says
			case best != "" && held != says:
				least, waits = says, says
			default:
				least, waits = says, ""
			}
			want := best
			if best == "" {
				want = least
			}
			if got := c.holds(field); got != want {
				t.Fatalf("%s says %s: the catalogue holds %q, want %q", key, says, got, want)
			}
			queue := ""
			for _, e := range source.Waiting(c.snap, time.Now()).Entries {
				if e.Kind == source.Proposed {
					queue += e.Proposed + e.Source
				}
			}
			if waits != "" && waits != want && queue != waits+"AZ" || (waits == "" || waits == want) && queue != "" {
				t.Fatalf("%s says %s: %q waits, want %q", key, says, queue, waits)
			}
		}
		for _, set := range slices.Backward(c.sets) {
			d, _, err := change.Invert(c.snap.Model, c.snap, &set)
			if err != nil {
				t.Fatal(err)
			}
			c.apply(d)
		}
		if n := c.snap.Len(); n != 0 {
			t.Fatalf("%d records are left", n)
		}
	})
}

// The page draws an empty list, and could not draw none.
func TestWhereNothingWaitsTheListsAreEmpty(t *testing.T) {
	s := empty(t)
	page, err := s.sources.Waiting(api.QueueFilter{}, 0, 100)
	if err != nil || page.Entries == nil || page.Sources == nil || page.Tables == nil || page.Counts == nil {
		t.Errorf("%+v, %v", page, err)
	}
}
