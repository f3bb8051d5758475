package change_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
)

// long hands the edits on one by one in the same memory, as an import does.
func long(edits []change.Edit) change.Draft {
	return change.Draft{Who: "Ann", Summary: "An edit", More: func(yield func(*change.Edit) bool) {
		var e change.Edit
		for i := range edits {
			fields := append(e.Fields[:0], edits[i].Fields...)
			e = edits[i]
			if e.Fields = fields; !yield(&e) {
				return
			}
		}
	}}
}

// many are more edits than are cleaned at once, of every sort.
func many(c *catalogue) []change.Edit {
	var edits []change.Edit
	for i := range 1500 {
		id := numbered(uint64(5000 + i))
		edits = append(edits, create(systems, id, "name", fmt.Sprintf(" System %d ", i), "description", "<p onclick=x>It works</p>"))
		switch {
		case i%7 == 0:
			edits = append(edits, remove(systems, id))
		case i%3 == 0:
			edits = append(edits, update(systems, id, "abbreviation", fmt.Sprint("S", i)))
		}
	}
	return edits
}

func TestALongDraftIsPreparedLikeAShortOne(t *testing.T) {
	short, other := newCatalogue(t), newCatalogue(t)
	edits := many(short)
	a, b := short.do(change.Draft{Who: "Ann", Summary: "An edit", Edits: edits}), other.do(long(edits))
	if !reflect.DeepEqual(a, b) {
		t.Error("the change sets differ")
	}
	if !reflect.DeepEqual(short.all(), other.all()) {
		t.Error("the catalogues differ")
	}
}

func TestALongDraftEndsWhereItDoesNotFit(t *testing.T) {
	for says, bad := range map[string]change.Edit{
		"table number 999": {Op: change.Create, Table: 999},
		"Lifecycle Stage":  create(systems, record.NoID, "name", "Payroll", "lifecyclestage", "7"),
		"no longer in":     update(systems, numbered(97), "name", "X"),
	} {
		for _, at := range []int{0, 255, 256, 1000} {
			c := newCatalogue(t)
			edits := many(c)
			edits[at] = bad
			if _, err := c.try(long(edits)); !strings.Contains(fault.From(err).Message, says) {
				t.Errorf("edit %d: %v does not say %q", at, err, says)
			}
		}
	}
}

// The window catches what panics where it was asked; elsewhere it would end the program.
func TestAPanicInALongDraftIsCaught(t *testing.T) {
	defer func() {
		if recover() != "no" {
			t.Error("it did not come through")
		}
	}()
	c := newCatalogue(t)
	_, _ = c.try(change.Draft{More: func(func(*change.Edit) bool) { panic("no") }})
}
