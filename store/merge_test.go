package store_test

import (
	"context"
	"slices"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// kept is a small catalogue in which things are kept several times.
type kept struct {
	*rapid.T
	store *store.Store
	ids   map[*schema.Table][]record.ID
}

// Whatever group of records becomes one: nothing of them is lost, the catalogue is as it should be, and undo brings
// back every value of every record.
func TestMergingAGroupLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		k := &kept{T: rt, store: newStore(rt, dir), ids: map[*schema.Table][]record.ID{}}
		k.fill()
		table := rapid.SampledFrom([]*schema.Table{systems, components, technologies}).Draw(rt, "table")
		g := k.group(table)
		before, was := dump(k.store), k.store.Snapshot()
		draft, _, err := change.Merge(was.Model, was, g)
		if err != nil {
			rt.Fatal(err)
		}
		if _, err := k.store.Apply(context.Background(), draft); err != nil {
			rt.Fatal(err)
		}
		mustBeClean(rt, k.store)
		k.keepsWhatWasChosen(g, before)
		k.keepsEveryLink(g, before)
		if _, err := k.store.Undo(context.Background(), 0, "Ann"); err != nil {
			rt.Fatal(err)
		}
		mustBeClean(rt, k.store)
		if diff := cmp.Diff(before, dump(k.store), sameValues); diff != "" {
			rt.Fatalf("undo leaves:\n%s", diff)
		}
	})
}

var (
	technologies = schema.Default().Table("ittechnology")
	stacks       = schema.Default().Table("itsystemtechnology")
)

// fill makes records that say little enough to be alike.
func (k *kept) fill() {
	k.create(systems, 4, "abbreviation")
	k.create(technologies, 4)
	k.create(components, 6, "abbreviation", "tags", "itsystem", "ittechnology", "parentitsystemcomponent")
	k.create(stacks, 8, "itsystem", "ittechnology", "version", "usagecontext", "itsystemcomponent")
}

func (k *kept) create(table *schema.Table, most int, keys ...string) {
	for range rapid.IntRange(2, most).Draw(k.T, table.Plural) {
		e := change.Edit{Op: change.Create, Table: table.Num, ID: record.NewID()}
		e.Fields = append(e.Fields, record.FieldValue{Num: table.PrimaryField().Num, Value: record.OfString(rapid.SampledFrom([]string{"A", "B"}).Draw(k.T, "name"))})
		for _, key := range keys {
			f := table.Field(key)
			if v := k.value(f); !v.IsBlank() {
				e.Fields = append(e.Fields, record.FieldValue{Num: f.Num, Value: v})
			}
		}
		if _, err := k.store.Apply(context.Background(), change.Draft{Who: "Ann", Summary: "one more", Edits: []change.Edit{e}}); err != nil {
			k.Fatal(err)
		}
		k.ids[table] = append(k.ids[table], e.ID)
	}
}

func (k *kept) value(f *schema.Field) record.Value {
	if f.Kind != schema.Lookup {
		return record.OfString(rapid.SampledFrom([]string{"", "x", "y"}).Draw(k.T, f.Key))
	}
	ids := k.ids[schema.Default().Table(f.Target)]
	if at := rapid.IntRange(-1, len(ids)-1).Draw(k.T, f.Key); at >= 0 {
		return record.OfID(ids[at])
	}
	return record.Value{}
}

// group draws which records become one, and from which of them each field comes.
func (k *kept) group(table *schema.Table) change.Merging {
	ids := rapid.Permutation(k.ids[table]).Draw(k.T, "order")
	ids = ids[:rapid.IntRange(2, len(ids)).Draw(k.T, "alike")]
	g := change.Merging{Table: table, Keep: change.Seen{ID: ids[0], Version: 1}, From: map[schema.FieldNum]record.ID{}}
	for _, id := range ids[1:] {
		g.Drop = append(g.Drop, change.Seen{ID: id, Version: 1})
	}
	for _, f := range table.Fields {
		if !f.System && rapid.Bool().Draw(k.T, "take "+f.Key) {
			g.From[f.Num] = rapid.SampledFrom(ids).Draw(k.T, "from")
		}
	}
	return g
}

// one is true for the records that became one.
func one(g change.Merging, id record.ID) bool {
	return id == g.Keep.ID || slices.ContainsFunc(g.Drop, func(d change.Seen) bool { return d.ID == id })
}

func name(table *schema.Table, id record.ID) string { return table.Key + " " + id.String() }

func (k *kept) keepsWhatWasChosen(g change.Merging, before map[string]record.Values) {
	now := dump(k.store)
	for _, drop := range g.Drop {
		if _, there := now[name(g.Table, drop.ID)]; there {
			k.Fatalf("%s is still there", drop.ID)
		}
	}
	for _, f := range g.Table.Fields {
		from, taken := g.From[f.Num]
		if f.System || f.Parent {
			continue
		}
		if !taken {
			from = g.Keep.ID
		}
		if got, want := now[name(g.Table, g.Keep.ID)].Get(f.Num), before[name(g.Table, from)].Get(f.Num); got != want {
			k.Fatalf("%s is %v, want %v", f.Label, got, want)
		}
	}
}

// keepsEveryLink looks at all other records: each is as it was, but that it links to the one that stays. Only a
// technology of a system may be gone, where another says all that it said.
func (k *kept) keepsEveryLink(g change.Merging, before map[string]record.Values) {
	now := dump(k.store)
	for _, table := range []*schema.Table{systems, technologies, components, stacks} {
		for _, id := range k.ids[table] {
			if table == g.Table && one(g, id) {
				continue
			}
			want := k.moved(table, before[name(table, id)], g)
			got, there := now[name(table, id)]
			if there && !k.saysAll(table, got, want) || !there && (table != stacks || !k.saidByAnother(now, want)) {
				k.Fatalf("%s %s lost something: %v, want %v", table.Label, id, got, want)
			}
		}
	}
	k.areDifferent(g, now)
}

// moved is what a record should say after the merge.
func (k *kept) moved(table *schema.Table, values record.Values, g change.Merging) record.Values {
	values = slices.Clone(values)
	for _, f := range table.Fields {
		if f.Target == g.Table.Key && one(g, values.Get(f.Num).ID()) {
			values = values.Set(record.FieldValue{Num: f.Num, Value: record.OfID(g.Keep.ID)})
		}
	}
	return values
}

// saysAll is true when a record says all that another says, in the fields that are no stamps and not composed.
func (k *kept) saysAll(table *schema.Table, got, want record.Values) bool {
	return !slices.ContainsFunc(table.Fields, func(f *schema.Field) bool {
		w := want.Get(f.Num)
		return !f.System && len(f.Parts) == 0 && !w.IsBlank() && got.Get(f.Num) != w
	})
}

func (k *kept) saidByAnother(now map[string]record.Values, want record.Values) bool {
	return slices.ContainsFunc(k.ids[stacks], func(id record.ID) bool { return k.saysAll(stacks, now[name(stacks, id)], want) })
}

// areDifferent is about the technologies of the system that stays, or the systems of the technology.
func (k *kept) areDifferent(g change.Merging, now map[string]record.Values) {
	a, b := stacks.Ends()
	var seen []record.Values
	for _, id := range k.ids[stacks] {
		v, there := now[name(stacks, id)]
		end := map[string]*schema.Field{a.Target: a, b.Target: b}[g.Table.Key]
		if !there || end == nil || v.Get(end.Num).ID() != g.Keep.ID {
			continue
		}
		if slices.ContainsFunc(seen, func(o record.Values) bool { return k.saysAll(stacks, o, v) && k.saysAll(stacks, v, o) }) && k.touched(id) {
			k.Fatalf("%v is there twice", v)
		}
		seen = append(seen, v)
	}
}

// touched is true for a record that the last change set changed.
func (k *kept) touched(id record.ID) bool {
	rows := k.store.Snapshot().Table(stacks.Num)
	slot, _ := rows.Slot(id)
	return rows.Seq(slot) == k.store.Snapshot().Seq
}
