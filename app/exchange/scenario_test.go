package exchange_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/fault"
)

func TestAnOrdinarySpreadsheetComesIn(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.bring(exchange.Options{Unknown: exchange.Create}, "applications.csv", strings.Join([]string{
		"Our applications as of March", "",
		"Application;Acronym;Business criticality;Lifecycle;Contact person;Next review",
		"Permits;PRM;Moderate;In production;Doe, Ann;31.12.2026",
		"Payroll;;high;retired;;n/a",
	}, "\n"))
	if plan.Counts != (exchange.Counts{Read: 2, Created: 2}) {
		t.Fatalf("%+v\n%s", plan.Counts, problems(plan))
	}
	got := c.named("itsystem", "Permits")
	for key, want := range map[string]string{"abbreviation": "PRM", "criticality": "Medium", "lifecyclestage": "Operational", "nextreviewdate": "2026-12-31"} {
		if got[key] != want {
			t.Errorf("%s is %q, want %q", key, got[key], want)
		}
	}
	if again := c.plan(exchange.Options{Unknown: exchange.Create}, c.write("applications.csv", "Application;Acronym\nPermits;PRM\nPayroll;\n")); again.Counts.Unchanged != 2 {
		t.Errorf("the same again: %+v\n%s", again.Counts, cells(again))
	}
}

// What a list of choices has no place for is not lost without a word.
func TestAChoiceWithMoreBehindItIsTold(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Contains PII\nPermits,Yes - internal staff only\nPayroll,yes\nBoats,Yes - internal staff only\n")
	plan := c.plan(exchange.Options{}, path)
	if n := codes(plan)["read-as-choice"]; n != 1 || plan.Counts.Created != 3 {
		t.Fatalf("%d notes, %+v\n%s", n, plan.Counts, problems(plan))
	}
	want := "“Yes - internal staff only” in the column “Contains PII” is read as “Yes”; what else it says is not kept, here and in 1 other row."
	if got := problems(plan); !strings.Contains(got, want) {
		t.Errorf("it is not told:\n%s", got)
	}
}

func TestUnknownNamesAreProblemsOrStubs(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Vendor\nPermits,Tyler\nPayroll,Tyler\n")
	strict := c.plan(exchange.Options{}, path)
	if strict.Counts.Rejected != 2 || strict.Blocked == "" || codes(strict)["unknown-name"] != 2 {
		t.Fatalf("%+v %q\n%s", strict.Counts, strict.Blocked, problems(strict))
	}
	if _, err := strict.Draft("tester", c.snap); fault.CodeOf(err) != fault.Rejected {
		t.Errorf("a blocked plan gives a draft: %v", err)
	}
	partial := c.plan(exchange.Options{Partial: true}, path)
	c.carryOut(partial)
	if got := c.named("itsystem", "Permits"); got["vendor"] != "" {
		t.Errorf("the bad cell came in: %v", got)
	}
	c.bring(exchange.Options{Unknown: exchange.Create}, "systems.csv", "Name,Vendor\nPermits,Tyler\nPayroll,Tyler\n")
	if names := c.names("account"); !slices.Equal(names, []string{"Tyler"}) {
		t.Errorf("vendors: %q", names)
	}
	if got := c.named("account", "Tyler"); got["stub"] != "Yes" {
		t.Errorf("the vendor is not marked as known by name only: %v", got)
	}
	c.bring(exchange.Options{}, "accounts.csv", "Account Name,Website\nTyler,https://tyler.example\n")
	if got := c.named("account", "Tyler"); got["stub"] != "" || got["websiteurl"] == "" {
		t.Errorf("an import does not complete the vendor: %v", got)
	}
}

func TestParentsMayStandFurtherDown(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{}, "components.csv", "Name,Parent IT System Component\nLeaf,Branch\nBranch,Root\nRoot,\n")
	if got := c.named("itsystemcomponent", "Leaf")["parentitsystemcomponent"]; got != "Branch" {
		t.Errorf("the parent is %q", got)
	}
}

func TestDatesThatCanBeReadBothWaysAreAsked(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Next Review Date\nPermits,3/4/2027\nPayroll,5/6/2027\n")
	asked := c.plan(exchange.Options{}, path)
	if !asked.AskDates || codes(asked)["ambiguous-date"] != 2 || asked.Blocked == "" {
		t.Fatalf("%v %+v\n%s", asked.AskDates, asked.Counts, problems(asked))
	}
	c.carryOut(c.plan(exchange.Options{Dates: "dmy"}, path))
	if got := c.named("itsystem", "Permits")["nextreviewdate"]; got != "2027-04-03" {
		t.Errorf("the day came to be %q", got)
	}
}

func TestAMisspeltChoiceIsNamedWithItsCell(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{}, c.write("systems.csv", "Name,Criticality\nPermits,High\nPayroll,Hihg\n"))
	p := problemAt(t, plan, "unknown-choice")
	if p.Row != 3 || p.Column != "B" || p.Header != "Criticality" || p.Value != "Hihg" || !slices.Contains(p.Suggestions, "High") {
		t.Errorf("%+v", p)
	}
}

// A header that is a field's own name places its column, however strange the values are.
func TestAColumnThatIsCalledLikeAFieldIsPlacedAndItsValuesAreAsked(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,System Type,Type\nPermits,Subsystem,Data System\nPayroll,Program,Security System\n")
	plan := c.plan(exchange.Options{Table: "itsystem"}, path)
	if got := headers(plan); got != "Name = name, System Type = systemtype, Type = -" {
		t.Fatalf("read as %s", got)
	}
	if got := asked(plan); got != "itsystem.systemtype \"Subsystem\" ×1 unknown-choice\nitsystem.systemtype \"Program\" ×1 unknown-choice" {
		t.Errorf("asked %s", got)
	}
	if n := plan.OpenIn(&plan.Sheets[0].Columns[1]); n != 2 {
		t.Errorf("%d values of the column are open", n)
	}
	if want := "2 rows cannot be taken: decide 2 unknown values, or take the good rows and cells."; plan.Blocked != want {
		t.Errorf("blocked: %s", plan.Blocked)
	}
	answers := []exchange.Answer{{Table: "itsystem", Field: "systemtype", Use: exchange.LeaveBlank}}
	if plan := c.plan(exchange.Options{Table: "itsystem", Answers: answers}, path); plan.Counts.Created != 2 || plan.Open() > 0 {
		t.Errorf("left blank: %+v\n%s", plan.Counts, problems(plan))
	}
}

// Two fields may be called like a column; the one that takes its values is meant.
func TestAColumnGoesWhereItsValuesFitOfTwoFieldsThatAreCalledAlike(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{Table: "itsystem"}, c.write("systems.csv", "Name,Status\nPermits,Retired\nPayroll,Planned\n"))
	if got := headers(plan); got != "Name = name, Status = operationalstatus" {
		t.Errorf("read as %s", got)
	}
}

func TestAColumnThatCadastreFillsByItselfIsSaidToBe(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{Table: "itsystem"}, c.write("systems.csv", "Name,Created On\nPermits,2024-01-02\n"))
	if p := problemAt(t, plan, "unplaced-column"); p.Message != "The column “Created On” is what Cadastre notes by itself and is left out (1 cell)." {
		t.Error(p.Message)
	}
}

func TestNamesThatSeveralRecordsHave(t *testing.T) {
	c := emptyCatalogue(t)
	csv := "Name,Serial Number\nMacBook,A1\nMacBook,A2\nMacBook,A3\n"
	if first := c.bring(exchange.Options{}, "components.csv", csv); first.Counts.Created != 3 {
		t.Fatalf("%+v", first.Counts)
	}
	if again := c.plan(exchange.Options{}, c.write("components.csv", csv)); again.Counts.Unchanged != 3 {
		t.Errorf("the same again: %+v\n%s", again.Counts, cells(again))
	}
	lone := c.plan(exchange.Options{}, c.write("components.csv", "Name,Version\nMacBook,7\n"))
	if p := problemAt(t, lone, "ambiguous-record"); len(p.Suggestions) != 3 {
		t.Errorf("%+v", p)
	}
	byKey := c.plan(exchange.Options{Key: []string{"serialnumber"}}, c.write("components.csv", "Name,Serial Number,Version\nMacBook,A2,7\n"))
	if byKey.Counts.Updated != 1 {
		t.Errorf("by key: %+v\n%s", byKey.Counts, problems(byKey))
	}
}

func TestModesAndBlanks(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{}, "systems.csv", "Name,Abbreviation\nPermits,PRM\n")
	path := c.write("systems.csv", "Name,Abbreviation\nPermits,\nPayroll,PAY\n")
	for _, test := range []struct {
		options exchange.Options
		want    exchange.Counts
	}{
		{exchange.Options{}, exchange.Counts{Read: 2, Created: 1, Unchanged: 1}},
		{exchange.Options{Blank: exchange.Clear}, exchange.Counts{Read: 2, Created: 1, Updated: 1}},
		{exchange.Options{Mode: exchange.UpdateOnly}, exchange.Counts{Read: 2, Unchanged: 1, Skipped: 1}},
		{exchange.Options{Mode: exchange.CreateOnly}, exchange.Counts{Read: 2, Created: 1, Skipped: 1}},
	} {
		if got := c.plan(test.options, path).Counts; got != test.want {
			t.Errorf("%+v: %+v, want %+v", test.options, got, test.want)
		}
	}
}

func TestTwoFilesInAnyOrderFindEachOther(t *testing.T) {
	for _, turned := range []bool{false, true} {
		c := emptyCatalogue(t)
		paths := []string{c.write("systems.csv", "Name,Vendor\nPermits,Tyler\n"), c.write("vendors.csv", "Account Name,Website\nTyler,https://tyler.example\n")}
		if turned {
			slices.Reverse(paths)
		}
		c.carryOut(c.plan(exchange.Options{}, paths...))
		if got := c.named("itsystem", "Permits")["vendor"]; got != "Tyler" || len(c.allNamed("account", "Tyler")) != 1 {
			t.Errorf("turned %v: the vendor is %q", turned, got)
		}
	}
}

func TestAColumnThatFitsNowhereIsNamed(t *testing.T) {
	c := emptyCatalogue(t)
	plan := c.plan(exchange.Options{}, c.write("systems.csv", "Name,Cafeteria\nPermits,yes\n"))
	if p := problemAt(t, plan, "unplaced-column"); p.Header != "Cafeteria" || p.Column != "B" {
		t.Errorf("%+v", p)
	}
	if got := slices.Sorted(maps.Keys(codes(plan))); !slices.Equal(got, []string{"unplaced-column"}) {
		t.Errorf("problems: %v", got)
	}
}
