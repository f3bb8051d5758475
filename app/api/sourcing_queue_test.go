package api_test

import (
	"fmt"
	"slices"
	"testing"

	"cadastre/app/api"
	"cadastre/store/schema"
)

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

// The page draws an empty list, and could not draw none.
func TestWhereNothingWaitsTheListsAreEmpty(t *testing.T) {
	s := empty(t)
	page, err := s.sources.Waiting(api.QueueFilter{}, 0, 100)
	if err != nil || page.Entries == nil || page.Sources == nil || page.Tables == nil || page.Counts == nil {
		t.Errorf("%+v, %v", page, err)
	}
}
