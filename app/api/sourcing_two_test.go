package api_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"cadastre/app/api"
	"cadastre/app/exchange"
	"cadastre/app/source"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"pgregory.net/rapid"
)

// A catalogue in memory, whose change sets are kept to be taken back.
type twoSources struct {
	*rapid.T
	snap *snapshot.Snapshot
	sets []change.Set
}

func (c *twoSources) apply(d change.Draft) {
	c.Helper()
	set, err := change.Prepare(c.snap.Model, c.snap, d, time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), record.NewID)
	if err != nil {
		c.Fatal(err)
	}
	set.Seq = c.snap.Seq + 1
	c.snap = c.snap.Apply(&set)
	c.sets = append(c.sets, set)
}

// bring imports what a source says of a system, without a source where it has no key.
func (c *twoSources) bring(key, table, csv string) {
	c.Helper()
	gate, err := api.GateOf(c.snap, nil, key, time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC))
	if err != nil {
		c.Fatal(err)
	}
	plan, err := exchange.Planner{Snapshot: c.snap, IDs: record.NewID, Gate: gate}.PlanTexts(context.Background(),
		[]exchange.Text{{Table: table, Name: "a.csv", CSV: []byte(csv)}}, exchange.Options{Source: key})
	if err != nil {
		c.Fatal(err)
	}
	draft, err := plan.Draft("tester", c.snap)
	if err != nil {
		c.Fatal(err)
	}
	c.apply(draft)
}

func (c *twoSources) holds(field *schema.Field) string {
	t := c.snap.Table(c.snap.Model.Table("itsystem").Num)
	for slot := range t.All().All() {
		return c.snap.Display(field, t.Value(slot, field.Num))
	}
	return ""
}

// In whatever order the files of two sources arrive, the catalogue holds what the better one said last, and what the
// other said otherwise is in the queue. Taking everything back leaves nothing.
func TestALesserSourceNeverOverwritesAndNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &twoSources{T: t, snap: snapshot.NewBuilder(schema.Default()).Snapshot(0)}
		c.bring("", "integrationcommitpolicy", "name,targettable,fieldname,authoritativesources,commitmode\nURLs,itsystem,abbreviation,\"SNOW, AZ\",On Ingest\n")
		field := c.snap.Model.Table("itsystem").Field("abbreviation")
		best, least, waits := "", "", ""
		for range rapid.IntRange(1, 8).Draw(t, "files") {
			key, says := rapid.SampledFrom([]string{"SNOW", "AZ"}).Draw(t, "source"), rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "says")
			held := c.holds(field)
			c.bring(key, "itsystem", "name,abbreviation\nPayroll,"+says+"\n")
			switch {
			case key == "SNOW":
				best = says
			case best != "" && held != says:
				least, waits = says, says
			default:
				least, waits = says, ""
			}
			want := best
			if best == "" {
				want = least
			}
			if got := c.holds(field); got != want {
				t.Fatalf("%s says %s: the catalogue holds %q, want %q", key, says, got, want)
			}
			queue := ""
			for _, e := range source.Waiting(c.snap, time.Now()).Entries {
				if e.Kind == source.Proposed {
					queue += e.Proposed + e.Source
				}
			}
			if waits != "" && waits != want && queue != waits+"AZ" || (waits == "" || waits == want) && queue != "" {
				t.Fatalf("%s says %s: %q waits, want %q", key, says, queue, waits)
			}
		}
		for _, set := range slices.Backward(c.sets) {
			d, _, err := change.Invert(c.snap.Model, c.snap, &set)
			if err != nil {
				t.Fatal(err)
			}
			c.apply(d)
		}
		if n := c.snap.Len(); n != 0 {
			t.Fatalf("%d records are left", n)
		}
	})
}
