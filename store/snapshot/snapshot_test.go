package snapshot

import (
	"strings"
	"sync"
	"testing"

	"cadastre/store/change"
	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Every snapshot holds what maps would, and goes on to do so while later ones are made of it.
func TestASnapshotNeverChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		snaps, want := []*Snapshot{NewBuilder(model).Snapshot(0)}, []plain{{}}
		for seq := range rapid.Uint64Range(1, 10).Draw(t, "sets") {
			i := rapid.IntRange(0, len(snaps)-1).Draw(t, "from") // also side branches
			set := want[i].anySet(t, seq+1)
			snaps = append(snaps, snaps[i].Apply(set))
			want = append(want, want[i].carryOut(set))
		}
		for i := range snaps {
			if err := want[i].same(snaps[i]); err != nil {
				t.Fatalf("snapshot %d of %d: %v", i, len(snaps), err)
			}
		}
	})
}

// What was read from a file is what was written to it.
func TestABuilderMakesWhatChangesMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plain{}
		for seq := range rapid.Uint64Range(1, 5).Draw(t, "sets") {
			p = p.carryOut(p.anySet(t, seq+1))
		}
		b := NewBuilder(model)
		for k, r := range p {
			if !b.Add(k.table, &r) {
				t.Fatalf("%s was not taken", r.ID)
			}
			if b.Add(k.table, &record.Record{ID: r.ID}) {
				t.Fatalf("%s was taken twice", r.ID)
			}
		}
		if err := p.same(b.Snapshot(7)); err != nil {
			t.Fatal(err)
		}
	})
}

// What a snapshot took over from the one before equals what it computes from nothing.
func TestWhatIsPatchedEqualsWhatIsComputed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, s := plain{}, NewBuilder(model).Snapshot(0)
		for seq := range rapid.Uint64Range(1, 12).Draw(t, "sets") {
			set := p.anySet(t, seq+1)
			p, s = p.carryOut(set), s.Apply(set)
			if rapid.Bool().Draw(t, "asked") {
				rapid.SampledFrom([]func(*rapid.T, *Snapshot){sameTexts, sameChoices, sameTargets, sameWords}).Draw(t, "what")(t, s)
			}
		}
	})
}

// freshly is a table that has computed nothing yet.
func freshly(t *Table) *Table {
	anew := *t
	anew.derived = newDerived()
	return &anew
}

func sameTexts(t *rapid.T, s *Snapshot) {
	field := rapid.SampledFrom([]string{"name", "description"}).Draw(t, "field")
	table, f := s.Table(systems.Num), systems.Field(field).Num
	if diff := cmp.Diff(freshly(table).Order(f), table.Order(f)); diff != "" {
		t.Fatalf("order of %s:\n%s", field, diff)
	}
	if diff := cmp.Diff(freshly(table).Folded(f), table.Folded(f)); diff != "" {
		t.Fatalf("folded %s:\n%s", field, diff)
	}
}

func sameChoices(t *rapid.T, s *Snapshot) {
	table, f := s.Table(systems.Num), systems.Field("lifecyclestage").Num
	codes := []int64{BlankInt, stages[0].Code, stages[1].Code}
	if diff := cmp.Diff(freshly(table).KeepHaving(table.All(), f, codes), table.KeepHaving(table.All(), f, codes)); diff != "" {
		t.Fatalf("having %v:\n%s", codes, diff)
	}
	if diff := cmp.Diff(freshly(table).CountCodes(f, table.All()), table.CountCodes(f, table.All())); diff != "" {
		t.Fatalf("counts:\n%s", diff)
	}
}

func sameTargets(t *rapid.T, s *Snapshot) {
	table, into, f := s.Table(components.Num), s.Table(systems.Num), components.Field("itsystem").Num
	if diff := cmp.Diff(freshly(table).Targets(f, into), table.Targets(f, into)); diff != "" {
		t.Fatalf("targets:\n%s", diff)
	}
}

func sameWords(t *rapid.T, s *Snapshot) {
	table, words := s.Table(systems.Num), strings.Fields(Fold(anyName().Draw(t, "searched")))
	table.Prepare()
	if diff := cmp.Diff(freshly(table).Containing(words), table.Containing(words)); diff != "" {
		t.Fatalf("containing %q:\n%s", words, diff)
	}
}

// Readers hold on to a snapshot while a writer makes one after the other; -race watches.
func TestReadersNeedNoLocks(t *testing.T) {
	p, s := plain{}, NewBuilder(model).Snapshot(0)
	var readers sync.WaitGroup
	for seq := range uint64(60) {
		set := &change.Set{Header: change.Header{Seq: seq + 1}}
		for n := range uint64(20) {
			k := recordKey{systems.Num, id((n*7 + seq) % 50)}
			r, there := p[k]
			c := change.Change{Table: k.table, ID: k.id, Op: change.Create, Version: r.Version + 1, Before: r.Values,
				After: record.Sorted([]record.FieldValue{{Num: 16, Value: record.OfString(string(rune('a' + (seq*n)%26)))}})}
			if there && (seq+n)%5 == 0 {
				c.Op, c.After = change.Delete, nil
			} else if there {
				c.Op = change.Update
			}
			set.Changes = append(set.Changes, c)
		}
		p, s = p.carryOut(set), s.Apply(set)
		now, want := s, p
		for range 3 {
			readers.Go(func() {
				_, _ = now.Table(systems.Num).Order(16), now.Table(systems.Num).Folded(16)
				if err := want.same(now); err != nil {
					t.Error(err)
				}
			})
		}
	}
	readers.Wait()
}
