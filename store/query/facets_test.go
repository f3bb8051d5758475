package query_test

import (
	"testing"

	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// choicesOf are the fields of choices of a table, and of the records that it links to.
func choicesOf(t *schema.Table) (keys []string) {
	for _, f := range t.Fields {
		switch {
		case f.Kind == schema.Choice:
			keys = append(keys, f.Key)
		case f.Kind == schema.Lookup:
			for _, further := range model.Table(f.Target).Fields {
				if further.Kind == schema.Choice {
					keys = append(keys, f.Key+"."+further.Key)
				}
			}
		}
	}
	return keys
}

// facet counts record by record.
func (r reference) facet(key string) query.Facet {
	t := r.snap.Table(r.Table)
	facet := query.Facet{Field: key, Counts: map[int64]int{}}
	for _, slot := range r.slots() {
		if v := r.at(t.Schema, t.Record(slot), key); v.IsBlank() {
			facet.Blank++
		} else {
			facet.Counts[v.Int()]++
		}
	}
	return facet
}

func TestFacetsCountWhatTheQueryFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.Custom(anySnapshot).Example(rapid.IntRange(0, 5).Draw(t, "catalogue"))
		q := anyQuery(t)
		keys := choicesOf(s.Table(q.Table).Schema)
		got, err := query.Facets(s, q, keys)
		if err != nil {
			t.Fatal(err)
		}
		for i, key := range keys {
			if diff := cmp.Diff((reference{s, q}).facet(key), got[i]); diff != "" {
				t.Fatalf("%+v\n%s", q, diff)
			}
		}
	})
}

// A code that the model lacks, of a newer program's or a damaged file, is counted like any other.
func TestFacetsCountCodesThatTheModelLacks(t *testing.T) {
	b := snapshot.NewBuilder(model)
	system := model.Table("itsystem")
	f := system.Field("lifecyclestage")
	known := model.ChoiceSet(f.Choice).Options[0].Code
	for n, code := range []int64{known, -1 << 62, known - 1, 1 << 62, known, known + 900} {
		b.Add(system.Num, &record.Record{ID: id(uint64(n)), Values: record.Values{{Num: f.Num, Value: record.OfInt(code)}}})
	}
	b.Add(system.Num, &record.Record{ID: id(99)})
	got, err := query.Facets(b.Snapshot(1), query.Query{Table: system.Num}, []string{f.Key})
	want := []query.Facet{{Field: f.Key, Blank: 1, Counts: map[int64]int{known: 2, -1 << 62: 1, known - 1: 1, 1 << 62: 1, known + 900: 1}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := query.Facets(b.Snapshot(1), query.Query{Table: system.Num}, []string{"name"}); err == nil {
		t.Error("the choices of a text were counted")
	}
}
