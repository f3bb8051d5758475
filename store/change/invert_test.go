package change_test

import (
	"strings"
	"testing"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestUndoPutsEveryValueBack(t *testing.T) {
	c := newCatalogue(t)
	a, b := c.newID(), c.newID()
	c.edit(create(systems, a, "name", "Permits", "abbreviation", "PRM"), create(systems, b, "name", "Payroll"))
	before := c.all()
	set := c.edit(update(systems, a, "name", "Licences", "abbreviation", "", "lifecyclestage", "166840002"), remove(systems, b))
	undo := c.undo(set)
	if diff := cmp.Diff(before, c.all(), sameValues); diff != "" {
		t.Errorf("after undo:\n%s", diff)
	}
	if undo.Undoes != set.Seq || undo.Kind != change.FromUndo || undo.Summary != "Undo: An edit" {
		t.Errorf("%+v", undo.Header)
	}
	after := c.undo(undo)
	if after.Summary != "Redo: An edit" || c.text(systems, a, "name") != "Licences" {
		t.Errorf("redo: %+v", after.Header)
	}
	if again := c.undo(after); again.Summary != "Undo: An edit" {
		t.Errorf("undo of the redo: %q", again.Summary)
	}
}

// Undo is by field: a later change of other fields stays, and with it who made it and when.
func TestUndoLeavesLaterChangesOfOtherFields(t *testing.T) {
	c := newCatalogue(t)
	id := c.newID()
	c.edit(create(systems, id, "name", "Permits"))
	set := c.edit(update(systems, id, "abbreviation", "PRM"))
	c.do(change.Draft{Who: "Bob", Edits: []change.Edit{update(systems, id, "name", "Licences")}})
	c.undo(set)
	for key, want := range map[string]string{"name": "Licences", "abbreviation": "", "modifiedby": "Bob", "modifiedon": "2026-03-01T09:00:02Z"} {
		if got := c.text(systems, id, key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

func TestUndoIsRefusedWhereLaterChangesStand(t *testing.T) {
	c := newCatalogue(t)
	a, b, part := c.newID(), c.newID(), c.newID()
	made := c.edit(create(systems, a, "name", "Permits"), create(systems, b, "name", "Payroll"))
	renamed := c.edit(update(systems, a, "name", "Licences"))
	linked := c.edit(create(components, part, "name", "Database", "itsystem", a.String()))
	again := c.edit(update(systems, a, "name", "Permits and licences"))
	deleted := c.edit(remove(systems, b))
	unlinked := c.edit(update(components, part, "itsystem", ""))
	gone := c.edit(remove(systems, a))
	c.edit(create(systems, b, "name", "Payroll"))
	for name, c2 := range map[string]struct {
		set  change.Set
		want []change.Standing
	}{
		"a field changed again": {renamed, []change.Standing{{systems.Num, a, "Licences", "it has been deleted since"}}},
		"deleted since":         {again, []change.Standing{{systems.Num, a, "Permits and licences", "it has been deleted since"}}},
		"created again":         {deleted, []change.Standing{{systems.Num, b, "Payroll", "it has been created again"}}},
		"two records":           {made, []change.Standing{{systems.Num, a, "Permits", "it has been deleted since"}, {systems.Num, b, "Payroll", "it has been changed since"}}},
		"its link is gone":      {unlinked, []change.Standing{{components.Num, part, "Database", "its IT System has been deleted since"}}},
	} {
		standing, err := c.standing(c2.set)
		if diff := cmp.Diff(c2.want, standing); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		for _, s := range c2.want {
			if !strings.Contains(err.Error(), "“"+s.Name+"” ("+s.Why+")") {
				t.Errorf("%s: %q does not name %s", name, err, s.Name)
			}
		}
	}
	c.undo(gone)
	if standing, _ := c.standing(renamed); len(standing) != 1 || standing[0].Why != "the same fields have been changed since" {
		t.Errorf("a field changed again: %+v", standing)
	}
	c.undo(unlinked)
	c.undo(again)
	c.undo(renamed)
	if got := c.text(systems, a, "name"); got != "Permits" {
		t.Errorf("the name is %q", got)
	}
	if standing, _ := c.standing(made); len(standing) != 2 || standing[1].ID != part || !strings.Contains(standing[1].Why, "links to “Permits” since") {
		t.Errorf("a record that others link to: %+v", standing)
	}
	c.undo(linked)
}

func TestUndoIsRefusedWhereItWouldMakeACircle(t *testing.T) {
	c := newCatalogue(t)
	a, b := c.newID(), c.newID()
	c.edit(create(components, a, "name", "A"), create(components, b, "name", "B", "parentitsystemcomponent", a.String()))
	cleared := c.edit(update(components, b, "parentitsystemcomponent", ""))
	c.edit(update(components, a, "parentitsystemcomponent", b.String()))
	standing, err := c.standing(cleared)
	if len(standing) != 1 || standing[0].ID != b || !strings.Contains(err.Error(), "“B” (it would come to lie below itself)") {
		t.Errorf("%+v: %v", standing, err)
	}
}

func TestADeletedRecordComesBackWithItsHistory(t *testing.T) {
	c := newCatalogue(t)
	id := c.newID()
	c.edit(create(systems, id, "name", "Permits"))
	c.edit(update(systems, id, "name", "Licences"))
	deleted := c.edit(remove(systems, id))
	back := c.undo(deleted)
	if ch := back.Changes[0]; ch.Op != change.Create || ch.Prev != deleted.Seq || ch.Version != 4 {
		t.Errorf("it came back by %s as version %d after set %d", ch.Op, ch.Version, ch.Prev)
	}
	if got := c.text(systems, id, "createdby") + " " + c.text(systems, id, "createdon"); got != "Ann 2026-03-01T09:00:00Z" {
		t.Errorf("it was created by %s", got)
	}
}

// Composed names come back as they were, though their parts would read otherwise today.
func TestUndoDoesNotComposeAnew(t *testing.T) {
	c := newCatalogue(t)
	a, b, technology, use := c.newID(), c.newID(), c.newID(), c.newID()
	c.edit(create(systems, a, "name", "Permits"), create(systems, b, "name", "Permits"), create(technologies, technology, "name", "Oracle"))
	c.edit(create(stacks, use, "itsystem", a.String(), "ittechnology", technology.String()))
	moved := c.edit(update(stacks, use, "itsystem", b.String()))
	c.edit(update(systems, a, "name", "Licences"))
	c.undo(moved)
	if got := c.text(stacks, use, "name"); got != "Permits Oracle" {
		t.Errorf("the name came back as %q", got)
	}
}

func TestAConflictOfManyNamesSome(t *testing.T) {
	c := newCatalogue(t)
	var edits, renames []change.Edit
	for range 9 {
		edits = append(edits, create(systems, c.newID(), "name", "Permits"))
		renames = append(renames, update(systems, edits[len(edits)-1].ID, "name", "Licences"))
	}
	set := c.edit(edits...)
	c.edit(renames...)
	if standing, err := c.standing(set); len(standing) != 9 || !strings.Contains(err.Error(), " and 4 more.") {
		t.Errorf("%d records: %v", len(standing), err)
	}
}

// Any set undone at once leaves no trace; any older one does so or is refused.
func TestUndoOfAnything(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := newCatalogue(t)
		for range rapid.IntRange(1, 12).Draw(rt, "sets") {
			before := c.all()
			n := len(c.sets)
			_, _ = c.try(c.draw(rt)) // refused drafts change nothing
			if len(c.sets) == n {
				continue
			}
			c.undo(c.sets[n])
			if diff := cmp.Diff(before, c.all(), sameValues); diff != "" {
				rt.Fatalf("undo left:\n%s", diff)
			}
			c.undo(c.sets[n+1])
		}
		if len(c.sets) == 0 {
			return
		}
		set := rapid.SampledFrom(c.sets).Draw(rt, "set")
		d, standing, err := change.Invert(model, c.snap, &set)
		if (err != nil) != (len(standing) > 0) {
			rt.Fatalf("%v, but %d records stand on it", err, len(standing))
		}
		if err == nil {
			if _, err := c.try(d); err != nil {
				rt.Fatalf("undo of an older set was not refused in time: %v", err)
			}
		}
	})
}

func (c *catalogue) draw(t *rapid.T) change.Draft {
	var edits []change.Edit
	for range rapid.IntRange(1, 3).Draw(t, "edits") {
		id := numbered(1000 + rapid.Uint64Range(0, 4).Draw(t, "record"))
		op := rapid.SampledFrom([]change.Op{change.Create, change.Update, change.Delete}).Draw(t, "op")
		name := rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "name")
		if rapid.Bool().Draw(t, "system") {
			edits = append(edits, edit(op, systems, id, "name", name))
			continue
		}
		e := edit(op, components, id, "name", name)
		for _, key := range []string{"itsystem", "parentitsystemcomponent"} {
			if rapid.Bool().Draw(t, key) {
				to := record.OfID(numbered(1000 + rapid.Uint64Range(0, 4).Draw(t, "target")))
				e.Fields = append(e.Fields, record.FieldValue{Num: components.Field(key).Num, Value: to})
			}
		}
		edits = append(edits, e)
	}
	return draft(edits...)
}

// A link that was made since stands on what it leads to, also where its record was changed by the same set.
func TestUndoDoesNotTakeALaterLinkAlong(t *testing.T) {
	c := newCatalogue(t)
	part, made := c.newID(), c.newID()
	c.edit(create(components, part, "name", "Database"))
	set := c.edit(update(components, part, "name", "Store"), create(systems, made, "name", "Permits"))
	c.edit(update(components, part, "itsystem", made.String()))
	_, standing, err := change.Invert(model, c.snap, &set)
	if fault.CodeOf(err) != fault.Conflict || len(standing) != 1 || standing[0].ID != part {
		t.Errorf("it stands in the way: %v, %v", standing, err)
	}
	c.part(set, false)
	if c.text(components, part, "name") != "Database" || c.text(components, part, "itsystem") != made.String() {
		t.Error("the part should have its name back, and keep its system")
	}
}

func TestAChangeThatWasPutRightAgainDoesNotStandInTheWay(t *testing.T) {
	c := newCatalogue(t)
	id := c.newID()
	made := c.edit(create(systems, id, "name", "Permits"))
	c.do(change.Draft{Who: "Bob", Edits: []change.Edit{update(systems, id, "abbreviation", "PRM")}})
	c.do(change.Draft{Who: "Bob", Edits: []change.Edit{update(systems, id, "abbreviation", "")}})
	if got := c.text(systems, id, "modifiedby"); got != "Bob" {
		t.Errorf("changed last by %q", got)
	}
	c.undo(made)
	if c.snap.Len() != 0 {
		t.Error("the record is still there")
	}
}
