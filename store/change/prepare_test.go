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

func TestACreateIsCleanedAndStamped(t *testing.T) {
	c := newCatalogue(t)
	set := c.edit(create(systems, record.NoID, "name", " Permits\n", "description", "<p onclick=x>Issues permits</p>"))
	id := set.Changes[0].ID
	for key, want := range map[string]string{
		"name": "Permits", "description": "<p>Issues permits</p>", "statecode": "0", "ownerid": "Ann",
		"createdon": "2026-03-01T09:00:00Z", "createdby": "Ann", "modifiedon": "2026-03-01T09:00:00Z", "modifiedby": "Ann",
	} {
		if got := c.text(systems, id, key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if set.Created != 1 || set.Size() != 1 || set.Changes[0].Version != 1 || set.Changes[0].Prev != 0 {
		t.Errorf("%+v", set)
	}
}

func TestAnUpdateKeepsWhatItDoesNotName(t *testing.T) {
	c := newCatalogue(t)
	id := c.newID()
	c.edit(create(systems, id, "name", "Permits", "abbreviation", "PRM"))
	set := c.do(change.Draft{Who: "Bob", Edits: []change.Edit{update(systems, id, "abbreviation", "", "description", "New")}})
	for key, want := range map[string]string{"name": "Permits", "abbreviation": "", "description": "New", "createdby": "Ann", "modifiedby": "Bob"} {
		if got := c.text(systems, id, key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	ch := set.Changes[0]
	if ch.Version != 2 || ch.Prev != 1 {
		t.Errorf("version %d after set %d, want 2 after 1", ch.Version, ch.Prev)
	}
	changed := []schema.FieldNum{schema.ModifiedOn, schema.ModifiedBy, systems.Field("abbreviation").Num, systems.Field("description").Num}
	if diff := cmp.Diff(changed, ch.Fields()); diff != "" {
		t.Errorf("fields that differ:\n%s", diff)
	}
}

func TestWhatChangesNothingIsLeftOut(t *testing.T) {
	c := newCatalogue(t)
	a, b := c.newID(), c.newID()
	c.edit(create(systems, a, "name", "Permits"), create(systems, b, "name", "Payroll"))
	for name, edits := range map[string][]change.Edit{
		"the same again":          {update(systems, a, "name", "Permits")},
		"the same once cleaned":   {update(systems, a, "name", " Permits ", "abbreviation", " ")},
		"there and back":          {update(systems, a, "name", "Permit"), update(systems, a, "name", "Permits")},
		"only who and when":       {update(systems, a, "modifiedby", "Bob", "modifiedon", "2020-01-01", "createdby", "Bob")},
		"made and deleted":        {create(systems, numbered(99), "name", "X"), remove(systems, numbered(99))},
		"nothing at all":          {},
		"no field of two records": {update(systems, a), update(systems, b)},
	} {
		if set := c.edit(edits...); len(set.Changes) != 0 || set.Size() != 0 {
			t.Errorf("%s: %+v", name, set.Changes)
		}
	}
}

func TestEditsOfOneRecordAddUp(t *testing.T) {
	c := newCatalogue(t)
	id := c.newID()
	c.edit(create(systems, id, "name", "Permits"), update(systems, id, "abbreviation", "PRM"))
	if set := c.sets[0]; len(set.Changes) != 1 || set.Created != 1 || c.text(systems, id, "abbreviation") != "PRM" {
		t.Errorf("a create and an update became %+v", set.Changes)
	}
	set := c.edit(update(systems, id, "name", "A"), update(systems, id, "name", "B"), remove(systems, id), remove(systems, id))
	if len(set.Changes) != 1 || set.Deleted != 1 || c.snap.Len() != 0 {
		t.Errorf("updates and deletes became %+v", set.Changes)
	}
}

func TestDraftsThatDoNotFit(t *testing.T) {
	c := newCatalogue(t)
	id, other := c.newID(), c.newID()
	c.edit(create(systems, id, "name", "Permits"), create(systems, other, "name", "Payroll"))
	c.edit(update(systems, id, "name", "Permits 2"))
	stale := update(systems, id, "name", "Permits 3")
	stale.Expect = 1
	missing := record.NewID().String()
	for name, c2 := range map[string]struct {
		code  fault.Code
		says  string
		edits []change.Edit
	}{
		"a version seen before":   {fault.Conflict, "“Permits 2” was changed in the meantime", []change.Edit{stale}},
		"an id that is taken":     {fault.Conflict, "there already", []change.Edit{create(systems, id, "name", "X")}},
		"one id twice":            {fault.Conflict, "there already", []change.Edit{create(systems, numbered(98), "name", "X"), create(systems, numbered(98), "name", "Y")}},
		"a record that is gone":   {fault.NotFound, "no longer in the catalogue", []change.Edit{update(systems, numbered(97), "name", "X")}},
		"a delete of nothing":     {fault.NotFound, "no longer in the catalogue", []change.Edit{remove(systems, numbered(97))}},
		"an update after delete":  {fault.NotFound, "no longer in the catalogue", []change.Edit{remove(systems, id), update(systems, id, "name", "X")}},
		"a table of the future":   {fault.NotFound, "table number 999", []change.Edit{{Op: change.Create, Table: 999}}},
		"no name":                 {fault.Invalid, "Name is missing", []change.Edit{create(systems, record.NoID, "abbreviation", "X")}},
		"a name of blanks":        {fault.Invalid, "Name is missing", []change.Edit{update(systems, id, "name", " \t")}},
		"a name too long":         {fault.Invalid, "Name is too long", []change.Edit{update(systems, id, "name", strings.Repeat("x", 101))}},
		"an unknown choice":       {fault.Invalid, "Lifecycle Stage", []change.Edit{update(systems, id, "lifecyclestage", "7")}},
		"a link to nothing":       {fault.Invalid, "Vendor points to a record that is not in the catalogue", []change.Edit{update(systems, id, "vendor", missing)}},
		"a link to a deleted one": {fault.Invalid, "not in the catalogue", []change.Edit{create(components, record.NoID, "name", "C", "itsystem", id.String()), remove(systems, id)}},
		"a link to another table": {fault.Invalid, "not in the catalogue", []change.Edit{update(systems, id, "vendor", other.String())}},
	} {
		if err := c.refused(c2.code, draft(c2.edits...)); !strings.Contains(err.Message, c2.says) {
			t.Errorf("%s: %q does not say %q", name, err.Message, c2.says)
		}
	}
}

// A form shows each sentence at its field; an import or paste of many records must say which one is meant.
func TestInvalidSaysWhere(t *testing.T) {
	c := newCatalogue(t)
	err := c.refused(fault.Invalid, draft(create(systems, record.NoID, "url", "javascript:x", "lifecyclestage", "7")))
	if len(err.Fields) != 2 || !strings.HasPrefix(err.Fields["url"], "URL ") || err.Fields["lifecyclestage"] == "" || err.Field == "" {
		t.Errorf("sentences by field: %q", err.Fields)
	}
	many := draft(create(systems, record.NoID, "name", "Permits"), create(systems, record.NoID, "name", "Payroll", "lifecyclestage", "7"))
	if err := c.refused(fault.Invalid, many); !strings.Contains(err.Message, "IT System “Payroll”") {
		t.Errorf("%q does not name the record", err.Message)
	}
	many = draft(create(systems, record.NoID, "name", "Permits"), create(systems, record.NoID, "name", "Payroll", "vendor", record.NewID().String()))
	if err := c.refused(fault.Invalid, many); !strings.Contains(err.Message, "IT System “Payroll”") {
		t.Errorf("%q does not name the record", err.Message)
	}
}

func TestFormsAskForEveryRequiredField(t *testing.T) {
	c := newCatalogue(t)
	system, technology := c.newID(), c.newID()
	c.edit(create(systems, system, "name", "Permits"), create(technologies, technology, "name", "Oracle"))
	half := draft(create(stacks, record.NoID, "itsystem", system.String()))
	half.Complete = true
	if err := c.refused(fault.Invalid, half); err.Field != "ittechnology" {
		t.Errorf("got %v", err)
	}
	half.Complete = false
	half.Edits[0].ID = record.NoID
	id := c.do(half).Changes[0].ID
	c.edit(update(stacks, id, "ittechnology", technology.String()))
	gone := draft(remove(technologies, technology))
	gone.Complete = true
	c.do(gone)
	if got := c.text(stacks, id, "ittechnology"); got != "" {
		t.Errorf("a delete left the link %q", got)
	}
}

func TestNamesMadeOfParts(t *testing.T) {
	for name, c2 := range map[string]struct{ first, then, want []string }{
		"from parts":             {[]string{"firstname", "Ann", "lastname", "Lee"}, nil, []string{"Ann Lee", "Ann", "Lee"}},
		"from the last only":     {[]string{"lastname", "Lee"}, nil, []string{"Lee", "", "Lee"}},
		"taken apart":            {[]string{"fullname", "Ann Mary Lee"}, nil, []string{"Ann Mary Lee", "Ann Mary", "Lee"}},
		"last name first":        {[]string{"fullname", "Lee, Ann Mary"}, nil, []string{"Lee, Ann Mary", "Ann Mary", "Lee"}},
		"a title at the end":     {[]string{"fullname", "Ann Lee, PMP"}, nil, []string{"Ann Lee, PMP", "Ann", "Lee"}},
		"one word":               {[]string{"fullname", "Lee"}, nil, []string{"Lee", "", "Lee"}},
		"both given":             {[]string{"fullname", "Dr Lee", "firstname", "Ann", "lastname", "Lee"}, nil, []string{"Dr Lee", "Ann", "Lee"}},
		"a part changes":         {[]string{"firstname", "Ann", "lastname", "Lee"}, []string{"lastname", "Ray"}, []string{"Ann Ray", "Ann", "Ray"}},
		"a part goes":            {[]string{"firstname", "Ann", "lastname", "Lee"}, []string{"firstname", ""}, []string{"Lee", "", "Lee"}},
		"the whole changes":      {[]string{"firstname", "Ann", "lastname", "Lee"}, []string{"fullname", "Bo Ray"}, []string{"Bo Ray", "Bo", "Ray"}},
		"the whole is cleared":   {[]string{"firstname", "Ann", "lastname", "Lee"}, []string{"fullname", ""}, []string{"Ann Lee", "Ann", "Lee"}},
		"something else changes": {[]string{"fullname", "Dr Lee", "firstname", "Ann", "lastname", "Lee"}, []string{"jobtitle", "CIO"}, []string{"Dr Lee", "Ann", "Lee"}},
		"too long to be parts":   {[]string{"fullname", strings.Repeat("x", 150)}, nil, []string{strings.Repeat("x", 150), "", ""}},
	} {
		c := newCatalogue(t)
		id := c.newID()
		c.edit(create(people, id, c2.first...))
		c.edit(update(people, id, c2.then...))
		got := []string{c.text(people, id, "fullname"), c.text(people, id, "firstname"), c.text(people, id, "lastname")}
		if diff := cmp.Diff(c2.want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestNamesMadeOfLinks(t *testing.T) {
	c := newCatalogue(t)
	system, technology := c.newID(), c.newID()
	set := c.edit(create(stacks, numbered(50), "itsystem", system.String(), "ittechnology", technology.String()),
		create(systems, system, "name", strings.Repeat("é", 100)), create(technologies, technology, "name", strings.Repeat("ü", 300)))
	if set.Created != 3 {
		t.Fatalf("%+v", set.Header)
	}
	name := c.text(stacks, numbered(50), "name")
	if want := strings.Repeat("é", 100) + " " + strings.Repeat("ü", 99); name != want {
		t.Errorf("the name is %q", name)
	}
}

func TestDeletingClearsTheLinks(t *testing.T) {
	c := newCatalogue(t)
	system, other, part := c.newID(), c.newID(), c.newID()
	c.edit(create(systems, system, "name", "Permits"), create(systems, other, "name", "Payroll"),
		create(components, part, "name", "Database", "itsystem", system.String()),
		create(components, c.newID(), "name", "Web", "itsystem", other.String()))
	before := c.all()
	set := c.edit(remove(systems, system))
	if got := c.text(components, part, "itsystem"); got != "" || set.Deleted != 1 || set.Updated != 1 {
		t.Errorf("the component still links to %q: %+v", got, set.Header)
	}
	c.undo(set)
	if diff := cmp.Diff(before, c.all(), sameValues); diff != "" {
		t.Errorf("undo brought back:\n%s", diff)
	}
	c.edit(remove(systems, system), update(components, part, "itsystem", other.String()))
	if got := c.text(components, part, "itsystem"); got != other.String() {
		t.Errorf("a link that the draft moved elsewhere is %q", got)
	}
}

func TestParentsFormNoCircle(t *testing.T) {
	c := newCatalogue(t)
	var ids []record.ID
	for i := range 4 {
		ids = append(ids, c.newID())
		c.edit(create(components, ids[i], "name", "Part "+string(rune('A'+i))))
	}
	parent := func(child, of int) change.Edit {
		return update(components, ids[child], "parentitsystemcomponent", ids[of].String())
	}
	circle := func(edits ...change.Edit) {
		t.Helper()
		if err := c.refused(fault.Invalid, draft(edits...)); !strings.Contains(err.Message, "would make a circle") {
			t.Errorf("%q", err.Message)
		}
	}
	circle(parent(0, 0))
	circle(parent(0, 1), parent(1, 0))
	circle(parent(0, 1), parent(1, 2), parent(2, 3), parent(3, 1))
	c.edit(parent(1, 0), parent(2, 1), parent(3, 2))
	circle(parent(0, 3))
	c.edit(parent(0, 3), update(components, ids[3], "parentitsystemcomponent", ""))
	if got := c.text(components, ids[0], "parentitsystemcomponent"); got != ids[3].String() {
		t.Errorf("turning a hierarchy round in one draft gave %q", got)
	}
}

// Climbing a hierarchy anew for each of its records would take hours here.
func TestAHierarchyMayBeVeryDeep(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	c := newCatalogue(t)
	const depth = 100_000
	edits := []change.Edit{create(components, numbered(1), "name", "Part")}
	for i := uint64(2); i <= depth; i++ {
		edits = append(edits, create(components, numbered(i), "name", "Part", "parentitsystemcomponent", numbered(i-1).String()))
	}
	set := c.edit(edits...)
	c.refused(fault.Invalid, draft(update(components, numbered(1), "parentitsystemcomponent", numbered(depth).String())))
	c.undo(set)
	if c.snap.Len() != 0 {
		t.Errorf("%d records are left", c.snap.Len())
	}
}
