package change_test

import (
	"testing"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
)

func (c *catalogue) merge(table *schema.Table, keep, drop record.ID, values ...string) change.Set {
	c.t.Helper()
	d, err := change.Merge(model, c.snap, change.Merging{Table: table, Keep: keep, Drop: drop, Fields: update(table, keep, values...).Fields})
	if err != nil {
		c.t.Fatal(err)
	}
	return c.do(d)
}

func TestTwoRecordsBecomeOneAndThatIsUndone(t *testing.T) {
	c := newCatalogue(t)
	keep, drop, part := c.newID(), c.newID(), c.newID()
	java, once, twice, other := c.newID(), c.newID(), c.newID(), c.newID()
	c.edit(create(systems, keep, "name", "Payroll"), create(systems, drop, "name", "Pay roll", "abbreviation", "PAY"), create(technologies, java, "name", "Java"))
	c.edit(create(components, part, "name", "Database", "itsystem", drop.String()),
		create(stacks, once, "itsystem", keep.String(), "ittechnology", java.String()),
		create(stacks, twice, "itsystem", drop.String(), "ittechnology", java.String()),
		create(people, other, "fullname", "Ana"))
	before := c.all()
	set := c.merge(systems, keep, drop, "abbreviation", "PAY")
	if c.has(drop) || c.text(systems, keep, "abbreviation") != "PAY" || c.text(systems, keep, "name") != "Payroll" {
		t.Error("one should be left, with the value chosen")
	}
	if c.text(components, part, "itsystem") != keep.String() {
		t.Error("what linked to the one that went should link to the one that stays")
	}
	if !c.snap.Has(stacks.Num, once) || c.snap.Has(stacks.Num, twice) {
		t.Error("the technology should be joined once")
	}
	if set.Summary != "IT System “Pay roll” merged into “Payroll”" {
		t.Errorf("it is called %q", set.Summary)
	}
	c.undo(set)
	if diff := cmp.Diff(before, c.all(), sameValues); diff != "" {
		t.Errorf("after undo:\n%s", diff)
	}
}

func TestMergingRefusesWhatWasChangedMeanwhileAndItself(t *testing.T) {
	c := newCatalogue(t)
	keep, drop := c.newID(), c.newID()
	c.edit(create(systems, keep, "name", "Payroll"), create(systems, drop, "name", "Pay roll"))
	d, err := change.Merge(model, c.snap, change.Merging{Table: systems, Keep: keep, Drop: drop, DropVersion: 7})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.try(d); fault.CodeOf(err) != fault.Conflict || !c.has(drop) {
		t.Errorf("another version: %v", err)
	}
	if _, err := change.Merge(model, c.snap, change.Merging{Table: systems, Keep: keep, Drop: keep}); fault.CodeOf(err) != fault.Usage {
		t.Errorf("itself: %v", err)
	}
}

// With a record between the two, that one moves below what stays, which takes the upper place.
func TestMergingARecordWithOneFurtherBelowIt(t *testing.T) {
	const parent = "parentitsystemcomponent"
	for name, lower := range map[string]bool{"the one that stays lies below": true, "the one that goes lies below": false} {
		c := newCatalogue(t)
		top, upper, between, low := c.newID(), c.newID(), c.newID(), c.newID()
		c.edit(create(components, top, "name", "Platform"),
			create(components, upper, "name", "Data base", parent, top.String()),
			create(components, between, "name", "Cluster", parent, upper.String()),
			create(components, low, "name", "Database", parent, between.String()))
		keep, drop, taken := low, upper, between
		if !lower {
			keep, drop = upper, low
		}
		c.merge(components, keep, drop, parent, taken.String())
		if at := c.text(components, keep, parent); at != top.String() {
			t.Errorf("%s: it is below %s", name, at)
		}
		if at := c.text(components, between, parent); at != keep.String() {
			t.Errorf("%s: what was between is below %s", name, at)
		}
	}
}

// Where the one that stays is to take a link to itself from the other, or to the other from itself, it takes none.
func TestMergingARecordWithTheOneBelowIt(t *testing.T) {
	for name, below := range map[string]bool{"the one that goes lies below": true, "the one that stays lies below": false} {
		c := newCatalogue(t)
		keep, drop := c.newID(), c.newID()
		if below {
			c.edit(create(components, keep, "name", "Database"), create(components, drop, "name", "Data base", "parentitsystemcomponent", keep.String()))
		} else {
			c.edit(create(components, drop, "name", "Data base"), create(components, keep, "name", "Database", "parentitsystemcomponent", drop.String()))
		}
		c.merge(components, keep, drop, "parentitsystemcomponent", map[bool]string{true: keep.String(), false: ""}[below])
		if got := c.text(components, keep, "parentitsystemcomponent"); got != "" {
			t.Errorf("%s: what stays lies below %q", name, got)
		}
	}
}
