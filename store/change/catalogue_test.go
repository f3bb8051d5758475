package change_test

import (
	"encoding/binary"
	"testing"
	"time"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"github.com/google/go-cmp/cmp"
)

var (
	model        = schema.Default()
	systems      = model.Table("itsystem")
	components   = model.Table("itsystemcomponent")
	technologies = model.Table("ittechnology")
	stacks       = model.Table("itsystemtechnology")
	people       = model.Table("contact")

	sameValues = cmp.Comparer(func(a, b record.Value) bool { return a == b })
)

// A catalogue carries drafts out one after the other, as a store does without its file.
type catalogue struct {
	t    testing.TB
	snap *snapshot.Snapshot
	sets []change.Set
	ids  uint64
}

func newCatalogue(t testing.TB) *catalogue {
	return &catalogue{t: t, snap: snapshot.NewBuilder(model).Snapshot(0)}
}

func (c *catalogue) newID() record.ID {
	c.ids++
	return numbered(c.ids)
}

func numbered(n uint64) (id record.ID) {
	binary.BigEndian.PutUint64(id[8:], n)
	id[0] = 1
	return id
}

func (c *catalogue) try(d change.Draft) (change.Set, error) {
	at := time.Date(2026, 3, 1, 9, 0, len(c.sets), 0, time.UTC)
	set, err := change.Prepare(model, c.snap, d, at, c.newID)
	if err == nil && len(set.Changes) > 0 {
		set.Seq = c.snap.Seq + 1
		c.snap = c.snap.Apply(&set)
		c.sets = append(c.sets, set)
	}
	return set, err
}

func (c *catalogue) do(d change.Draft) change.Set {
	c.t.Helper()
	set, err := c.try(d)
	if err != nil {
		c.t.Fatal(err)
	}
	return set
}

func (c *catalogue) edit(edits ...change.Edit) change.Set {
	c.t.Helper()
	return c.do(change.Draft{Who: "Ann", Summary: "An edit", Edits: edits})
}

// refused carries out what must not be, and returns why it was not.
func (c *catalogue) refused(code fault.Code, d change.Draft) *fault.Error {
	c.t.Helper()
	before := c.snap
	_, err := c.try(d)
	if fault.CodeOf(err) != code {
		c.t.Fatalf("got %v, want a fault %s", err, code)
	}
	if c.snap != before {
		c.t.Fatal("a refused draft changed something")
	}
	return fault.From(err)
}

func (c *catalogue) undo(set change.Set) change.Set {
	c.t.Helper()
	d, _, err := change.Invert(model, c.snap, &set)
	if err != nil {
		c.t.Fatal(err)
	}
	return c.do(d)
}

// standing inverts what must not be.
func (c *catalogue) standing(set change.Set) ([]change.Standing, error) {
	c.t.Helper()
	_, standing, err := change.Invert(model, c.snap, &set)
	if fault.CodeOf(err) != fault.Conflict {
		c.t.Fatalf("got %v, want a conflict", err)
	}
	return standing, err
}

func (c *catalogue) values(t *schema.Table, id record.ID) record.Values {
	c.t.Helper()
	r, ok := c.snap.Record(t.Num, id)
	if !ok {
		c.t.Fatalf("%s %s is not there", t.Label, id)
	}
	return r.Values
}

func (c *catalogue) text(t *schema.Table, id record.ID, key string) string {
	c.t.Helper()
	return record.Format(t.Field(key), c.values(t, id).Get(t.Field(key).Num))
}

// edit of one record, its fields given as key, text, key, text …
func edit(op change.Op, t *schema.Table, id record.ID, fields ...string) change.Edit {
	e := change.Edit{Op: op, Table: t.Num, ID: id}
	for i := 0; i < len(fields); i += 2 {
		f := t.Field(fields[i])
		v := record.Value{}
		if text := fields[i+1]; text != "" {
			v, _ = record.BehaviourOf(f.Kind).Parse(f, text)
		}
		e.Fields = append(e.Fields, record.FieldValue{Num: f.Num, Value: v})
	}
	return e
}

func create(t *schema.Table, id record.ID, fields ...string) change.Edit {
	return edit(change.Create, t, id, fields...)
}

func update(t *schema.Table, id record.ID, fields ...string) change.Edit {
	return edit(change.Update, t, id, fields...)
}

func remove(t *schema.Table, id record.ID) change.Edit { return edit(change.Delete, t, id) }

func draft(edits ...change.Edit) change.Draft {
	return change.Draft{Who: "Ann", Summary: "An edit", Edits: edits}
}

// all is every record with its values, who and when included.
func (c *catalogue) all() map[string]record.Values {
	out := map[string]record.Values{}
	for _, table := range model.Tables {
		t := c.snap.Table(table.Num)
		for i := range t.Slots() {
			if s := snapshot.Slot(i); t.Live(s) {
				out[table.Key+" "+t.ID(s).String()] = t.Record(s).Values
			}
		}
	}
	return out
}
