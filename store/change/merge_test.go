package change_test

import (
	"strings"
	"testing"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
)

// merge makes one record of two, of which it takes some fields from the one that goes.
func (c *catalogue) merge(table *schema.Table, keep, drop record.ID, take ...string) change.Set {
	c.t.Helper()
	from := map[schema.FieldNum]record.ID{}
	for _, key := range take {
		from[table.Field(key).Num] = drop
	}
	d, _, err := change.Merge(model, c.snap, change.Merging{Table: table, Keep: change.Seen{ID: keep}, Drop: []change.Seen{{ID: drop}}, From: from})
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
	set := c.merge(systems, keep, drop, "abbreviation")
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
	keep, first, second := c.newID(), c.newID(), c.newID()
	c.edit(create(systems, keep, "name", "Payroll"), create(systems, first, "name", "Pay roll"), create(systems, second, "name", "Pay-Roll"))
	g := change.Merging{Table: systems, Keep: change.Seen{ID: keep, Version: 1}, Drop: []change.Seen{{ID: first, Version: 1}, {ID: second, Version: 7}}}
	d, _, err := change.Merge(model, c.snap, g)
	if err != nil {
		t.Fatal(err)
	}
	if e := c.refused(fault.Conflict, d); !strings.Contains(e.Message, "“Pay-Roll” was changed in the meantime") {
		t.Errorf("the one that was changed is not named: %s", e.Message)
	}
	for what, g := range map[string]change.Merging{
		"itself":  {Table: systems, Keep: change.Seen{ID: keep}, Drop: []change.Seen{{ID: keep}}},
		"twice":   {Table: systems, Keep: change.Seen{ID: keep}, Drop: []change.Seen{{ID: first}, {ID: first}}},
		"none":    {Table: systems, Keep: change.Seen{ID: keep}},
		"another": {Table: systems, Keep: change.Seen{ID: keep}, Drop: []change.Seen{{ID: first}}, From: map[schema.FieldNum]record.ID{systems.Field("url").Num: second}},
	} {
		if _, _, err := change.Merge(model, c.snap, g); fault.CodeOf(err) != fault.Usage {
			t.Errorf("%s: %v", what, err)
		}
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
		keep, drop, take := low, upper, []string{}
		if !lower {
			keep, drop, take = upper, low, []string{parent}
		}
		c.merge(components, keep, drop, take...)
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
		c.merge(components, keep, drop, "parentitsystemcomponent")
		if got := c.text(components, keep, "parentitsystemcomponent"); got != "" {
			t.Errorf("%s: what stays lies below %q", name, got)
		}
	}
}
