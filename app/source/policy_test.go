package source_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"cadastre/app/source"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"pgregory.net/rapid"
)

// A catalogue in memory with one system, and a policy about its abbreviation.
type catalogue struct {
	*rapid.T
	snap  *snapshot.Snapshot
	now   time.Time
	table *schema.Table
	field *schema.Field
	id    record.ID
}

// sources are by how much the policy lets them count; it does not name the last.
var sources = []string{"SNOW", "AZ", "FILE"}

func newCatalogue(t *rapid.T, mode string) *catalogue {
	model := schema.Default()
	table := model.Table("itsystem")
	c := &catalogue{T: t, snap: snapshot.NewBuilder(model).Snapshot(0), now: time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC),
		table: table, field: table.Field("abbreviation"), id: record.NewID()}
	c.create("itsystem", c.id, map[string]string{"name": "Payroll"})
	c.create("integrationcommitpolicy", record.NewID(), map[string]string{"name": "Codes", "targettable": "itsystem",
		"fieldname": "abbreviation", "authoritativesources": "SNOW, AZ", "commitmode": mode})
	return c
}

func (c *catalogue) create(table string, id record.ID, texts map[string]string) {
	c.Helper()
	t := c.snap.Model.Table(table)
	e := change.Edit{Op: change.Create, Table: t.Num, ID: id}
	for key, text := range texts {
		v, err := record.Parse(t.Field(key), text)
		if err != nil {
			c.Fatal(err)
		}
		e.Fields = append(e.Fields, record.FieldValue{Num: t.Field(key).Num, Value: v})
	}
	c.apply(e)
}

func (c *catalogue) apply(edits ...change.Edit) {
	c.Helper()
	if len(edits) == 0 {
		return
	}
	c.now = c.now.Add(time.Hour)
	set, err := change.Prepare(c.snap.Model, c.snap, change.Draft{Who: "tester", Edits: edits}, c.now, record.NewID)
	if err != nil {
		c.Fatal(err)
	}
	set.Seq = c.snap.Seq + 1
	c.snap = c.snap.Apply(&set)
}

func (c *catalogue) write(v record.Value) change.Edit {
	return change.Edit{Op: change.Update, Table: c.table.Num, ID: c.id, Fields: []record.FieldValue{{Num: c.field.Num, Value: v}}}
}

func (c *catalogue) holds() record.Value {
	t := c.snap.Table(c.table.Num)
	slot, _ := t.Slot(c.id)
	return t.Value(slot, c.field.Num)
}

// bring is what an import does with a value of a source.
func (c *catalogue) bring(key string, v record.Value) {
	c.Helper()
	gate, err := source.Open(c.snap, nil, key, c.now.Add(time.Hour), record.NewID)
	if err != nil {
		c.Fatal(err)
	}
	row := source.Row{Table: c.table, ID: c.id, Name: "Payroll"}
	var edits []change.Edit
	why, declined := gate.Judge(c.table, c.id, c.field, c.holds(), v)
	switch {
	case c.holds() == v:
		row.Same = append(row.Same, c.field)
	case why == "":
		row.Taken = append(row.Taken, record.FieldValue{Num: c.field.Num, Value: v})
		edits = append(edits, c.write(v))
	case declined:
		row.Declined = append(row.Declined, c.field)
	default:
		row.Waiting = append(row.Waiting, source.Withheld{Field: c.field, Value: v, Why: why})
	}
	beside, err := gate.Edits(c.snap, source.Delivery{Files: []string{"a.csv"}, Rows: slices.Values([]source.Row{row}),
		Show: func(f *schema.Field, v record.Value) string { return c.snap.Display(f, v) }})
	if err != nil {
		c.Fatal(err)
	}
	for e := range beside {
		edits = append(edits, *e)
	}
	c.apply(edits...)
}

// of are the entries of a source that wait.
func (c *catalogue) of(key string) (*source.Queue, []source.Entry) {
	q := source.Waiting(c.snap, c.now)
	return q, slices.DeleteFunc(slices.Clone(q.Entries), func(e source.Entry) bool { return e.Source != key })
}

func (c *catalogue) decide(key string, accept bool) {
	c.Helper()
	q, entries := c.of(key)
	by := source.Decider{Who: "tester", Now: c.now.Add(time.Hour), IDs: record.NewID}
	d := q.Decline(entries, by)
	if accept {
		d = q.Accept(entries, by)
	}
	c.apply(d.Draft.Edits...)
}

// proposed is what waits of a source to go into the catalogue, "" for nothing.
func (c *catalogue) proposed(key string) string {
	c.Helper()
	_, entries := c.of(key)
	out := ""
	for _, e := range entries {
		if e.Kind == source.Proposed {
			out += e.Proposed
		}
	}
	return out
}

// certified is true for each source whose value in the ledger is certified.
func (c *catalogue) certified() map[string]bool {
	out := map[string]bool{}
	t := c.snap.Table(c.snap.Model.Table("integrationledger").Num)
	for slot := range t.All().All() {
		status := t.Schema.Field("ledgerstatus")
		out[t.Value(slot, t.Schema.Field("sourcesystemkey").Num).Str()] = c.snap.Display(status, t.Value(slot, status.Num)) == "Certified"
	}
	return out
}

// A believed is what the catalogue should know of the cell.
type believed struct {
	holds string
	// last is who brought what went in last: it is still theirs as long as the catalogue holds it.
	last, by string
	waits    map[string]string
	declined map[string][]string
}

func (b *believed) holder() int {
	if b.last != b.holds || b.by == "" {
		return len(sources) - 1
	}
	return slices.Index(sources, b.by)
}

// mayGo is the rule in one sentence: who counts as much as the holder may, but what no source of the policy's gave is
// only changed by those that it names.
func (b *believed) mayGo(key string, certify bool) bool {
	rank := slices.Index(sources, key)
	theirs := b.last == b.holds && b.by != ""
	return !certify && (b.holds == "" || rank <= b.holder() && (theirs || rank < len(sources)-1))
}

func (b *believed) takes(key, says string) {
	b.holds, b.last, b.by, b.waits[key] = says, says, key, ""
}

func (b *believed) hears(key, says string, certify bool) {
	switch {
	case says == b.holds:
		if b.waits[key] = ""; slices.Index(sources, key) < b.holder() {
			b.last, b.by = says, key
		}
	case b.mayGo(key, certify):
		b.takes(key, says)
	case slices.Contains(b.declined[key], says):
		b.waits[key] = "" // what it said before it says no more
	default:
		b.waits[key] = says
	}
}

// Whatever sources bring and people decide, in whatever order: a value of a lesser source never takes the place of one
// that counts more but waits, or is left where somebody has declined it; and what others certified stays certified.
func TestOnlyWhoMayChangesAValueAndTheRestWaits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mode := rapid.SampledFrom([]string{"166840000", "166840001"}).Draw(t, "mode")
		c := newCatalogue(t, mode)
		b := &believed{waits: map[string]string{}, declined: map[string][]string{}}
		for range rapid.IntRange(1, 14).Draw(t, "steps") {
			key, says := rapid.SampledFrom(sources).Draw(t, "source"), rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "says")
			before := c.certified()
			step := rapid.SampledFrom([]string{"bring", "bring", "bring", "accept", "decline", "type"}).Draw(t, "step")
			waited := b.waits[key]
			if waited == b.holds {
				waited = "" // it waits for nothing any more
			}
			switch step {
			case "bring":
				c.bring(key, record.OfString(says))
				b.hears(key, says, mode == "166840001")
			case "type":
				if says != b.holds {
					c.apply(c.write(record.OfString(says)))
				}
				b.holds = says
			case "accept":
				if c.decide(key, true); waited != "" {
					b.takes(key, waited)
				}
			case "decline":
				if c.decide(key, false); waited != "" {
					b.waits[key], b.declined[key] = "", append(b.declined[key], waited)
				}
			}
			c.check(b, fmt.Sprintf("%s %s %s", step, key, says))
			for other, was := range before {
				if was && other != key && !c.certified()[other] {
					t.Fatalf("%s %s: what %s certified is certified no more", step, key, other)
				}
			}
			if step == "accept" && waited != "" && !c.certified()[key] {
				t.Fatalf("what was accepted of %s is not certified", key)
			}
		}
	})
}

func (c *catalogue) check(b *believed, after string) {
	c.Helper()
	if got := c.holds().Str(); got != b.holds {
		c.Fatalf("%s: the catalogue holds %q, want %q", after, got, b.holds)
	}
	for _, key := range sources {
		want := b.waits[key]
		if want == b.holds {
			want = ""
		}
		if got := c.proposed(key); got != want {
			c.Fatalf("%s: %q of %s waits, want %q", after, got, key, want)
		}
	}
}
