package api_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"cadastre/app/api"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	"pgregory.net/rapid"
)

var components = schema.Default().Table("itsystemcomponent")

// lives is a catalogue in which a few components, some parts of others, come, change, move and go.
type lives struct {
	*rapid.T
	store *store.Store
	ids   []record.ID
	made  map[record.ID]bool // once: what comes back comes by undoing
}

// Whatever was done to a record and to those that link to it, and however its history is read, it tells all of it once,
// newest first, also when more is written meanwhile.
func TestTheHistoryOfAnythingIsWholeInPagesOfAnySize(t *testing.T) {
	s, dir := newServices(t), t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(dir, record.NewID().String()+store.Extension)
		l := liveThrough(rt, path)
		of := rapid.SampledFrom(l.ids).Draw(rt, "of")
		want := l.story(of)
		if err := l.store.Close(); err != nil {
			rt.Fatal(err)
		}
		if _, err := s.catalogue.OpenPath(path); err != nil {
			rt.Fatal(err)
		}
		if got := s.pages(rt, of.String(), rapid.IntRange(1, 4).Draw(rt, "page")); !slices.Equal(got, want) {
			rt.Fatalf("told\n%q, wanted\n%q", got, want)
		}
	})
}

func liveThrough(t *rapid.T, path string) *lives {
	s, err := store.Create(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := &lives{T: t, store: s, made: map[record.ID]bool{}, ids: []record.ID{record.NewID(), record.NewID(), record.NewID(), record.NewID()}}
	for range rapid.IntRange(1, 20).Draw(t, "steps") {
		l.step() // or is refused
	}
	return l
}

func (l *lives) step() {
	ctx := context.Background()
	if rapid.IntRange(0, 5).Draw(l.T, "do") == 0 {
		_, _ = l.store.Undo(ctx, rapid.Uint64Range(0, uint64(len(l.store.Headers()))).Draw(l.T, "undo"), "Bob")
		return
	}
	draft := change.Draft{Who: "Ann", Summary: "A change"}
	for _, id := range l.ids {
		there := l.store.Snapshot().Has(components.Num, id)
		if rapid.Bool().Draw(l.T, "touch") && (there || !l.made[id]) {
			draft.Edits = append(draft.Edits, l.edit(id, there))
		}
	}
	_, _ = l.store.Apply(ctx, draft)
}

func (l *lives) edit(id record.ID, there bool) change.Edit {
	e := change.Edit{Op: change.Create, Table: components.Num, ID: id}
	if there {
		e.Op = change.Update
		if rapid.IntRange(0, 4).Draw(l.T, "delete") == 0 {
			e.Op = change.Delete
			return e
		}
	}
	l.made[id] = true
	put := func(key string, v record.Value) {
		e.Fields = append(e.Fields, record.FieldValue{Num: components.Field(key).Num, Value: v})
	}
	if e.Op == change.Create || rapid.Bool().Draw(l.T, "rename") {
		put("name", record.OfString(rapid.SampledFrom([]string{"A", "B", "C"}).Draw(l.T, "name")))
	}
	if parent := rapid.SampledFrom(append(l.ids, record.NoID)).Draw(l.T, "parent"); parent != record.NoID {
		put("parentitsystemcomponent", record.OfID(parent))
	} else if e.Op == change.Update {
		put("parentitsystemcomponent", record.Value{})
	}
	return e
}

// story is what the journal holds of a record, newest first, as whoever reads all of it finds it.
func (l *lives) story(id record.ID) (out []string) {
	parent := components.Field("parentitsystemcomponent").Num
	for seq := len(l.store.Headers()); seq > 0; seq-- {
		set, err := l.store.Set(uint64(seq))
		if err != nil {
			l.Fatal(err)
		}
		own, links := "", map[string]int{}
		for _, c := range set.Changes {
			if c.ID == id {
				own = c.Op.String()
			}
			before, after := c.Before.Get(parent), c.After.Get(parent)
			if before != after && !before.IsBlank() && before.ID() == id {
				links[map[bool]string{true: "removed", false: "unlinked"}[c.Op == change.Delete]]++
			}
			if before != after && !after.IsBlank() && after.ID() == id {
				links[map[bool]string{true: "added", false: "linked"}[c.Op == change.Create]]++
			}
		}
		if own != "" || len(links) > 0 {
			out = append(out, fmt.Sprint(seq, own, links))
		}
	}
	return out
}

// pages are all pages of a component's history. After each somebody changes it and adds a part, which is in none of them.
func (s *services) pages(t *rapid.T, id string, limit int) (told []string) {
	for next, first := (api.HistoryPlace{}), true; first || next != (api.HistoryPlace{}); first = false {
		page, err := s.history.OfRecord(components.Key, id, next, limit)
		if err != nil || len(page.Sets) > limit || len(page.Sets) == 0 && len(told) > 0 {
			t.Fatalf("%d sets of %d (%v)", len(page.Sets), limit, err)
		}
		for _, set := range page.Sets {
			own, links := "", map[string]int{}
			for _, c := range set.Changes {
				own = c.Op
			}
			for _, l := range set.Linked {
				links[l.How] += l.Total
			}
			told = append(told, fmt.Sprint(set.Seq, own, links))
		}
		for _, more := range []api.Edit{{ID: id, Values: map[string]any{"name": fmt.Sprint(len(told))}}, {Values: map[string]any{"name": "Part", "parentitsystemcomponent": id}}} {
			more.Table = components.Key
			_, _ = s.records.Save(more) // refused where the record is gone
		}
		next = page.Next
	}
	return told
}
