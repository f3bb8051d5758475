package change_test

import (
	"testing"

	"cadastre/store/change"
	"cadastre/store/record"
)

// part takes back what can be taken back of a set, and returns who holds the rest.
func (c *catalogue) part(set change.Set, over bool) (names []string) {
	c.t.Helper()
	draft, held := change.InvertPart(model, c.snap, &set, over)
	for _, h := range held {
		names = append(names, h.Name+" "+h.Why)
	}
	c.do(draft)
	return names
}

func (c *catalogue) has(id record.ID) bool { return c.snap.Has(systems.Num, id) }

func TestAPartOfASetIsTakenBackBesideLaterChanges(t *testing.T) {
	c := newCatalogue(t)
	free, renamed, linked, part := c.newID(), c.newID(), c.newID(), c.newID()
	made := c.edit(create(systems, free, "name", "Permits"), create(systems, renamed, "name", "Payroll"), create(systems, linked, "name", "Licences"))
	c.edit(update(systems, renamed, "name", "Wages"))
	c.edit(create(components, part, "name", "Database", "itsystem", linked.String()))
	held := c.part(made, false)
	if c.has(free) || !c.has(renamed) || !c.has(linked) {
		t.Error("it should leave Payroll and Licences, and only them")
	}
	if len(held) != 2 || held[0] != "Wages it has been changed since" || held[1] != "Database it links to “Licences” since" {
		t.Errorf("held: %q", held)
	}
}

// What stays of a set keeps what it links to.
func TestWhatStaysKeepsItsLinks(t *testing.T) {
	c := newCatalogue(t)
	system, part := c.newID(), c.newID()
	made := c.edit(create(systems, system, "name", "Permits"), create(components, part, "name", "Database", "itsystem", system.String()))
	c.edit(update(components, part, "name", "Store"))
	c.edit(create(systems, c.newID(), "name", "Payroll"))
	if draft, held := change.InvertPart(model, c.snap, &made, false); len(draft.Edits) != 0 || len(held) != 2 {
		t.Errorf("%d edits, held by %v", len(draft.Edits), held)
	}
}

func TestASetIsTakenBackOverLaterChanges(t *testing.T) {
	c := newCatalogue(t)
	old, made, gone, part := c.newID(), c.newID(), c.newID(), c.newID()
	c.edit(create(systems, old, "name", "Permits"), create(systems, gone, "name", "Fines"))
	set := c.edit(update(systems, old, "name", "Permits 2"), update(systems, gone, "name", "Fines 2"), create(systems, made, "name", "Payroll"))
	c.edit(update(systems, old, "name", "Permits 3", "abbreviation", "PER"), remove(systems, gone), update(systems, made, "name", "Wages"))
	c.edit(create(components, part, "name", "Database", "itsystem", made.String()))
	held := c.part(set, true)
	if c.text(systems, old, "name") != "Permits" || c.text(systems, old, "abbreviation") != "PER" || c.has(made) || c.text(components, part, "itsystem") != "" {
		t.Error("it should put the name back, leave the abbreviation, delete Payroll and the link to it")
	}
	if len(held) != 1 || c.has(gone) {
		t.Errorf("what was deleted since stays so, and is told: %q", held)
	}
}
