package exchange_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// expect is what a person would expect of the merge, and how many conflicts there are.
func (b *branching) expect(now texts, o exchange.Options) (want texts, conflicts int) {
	want = texts{}
	lost := map[string]bool{}
	for table := range b.then {
		want[table] = map[string]map[string]string{}
		for id, then := range b.then[table] {
			file, inFile := b.file[table][id]
			ours, inNow := now[table][id]
			edited := inFile && !maps.Equal(then, file)
			switch {
			case inFile && inNow:
				merged, n := mergeRecord(then, file, ours, o.Conflicts)
				want[table][id] = merged
				conflicts += n
			case inNow && !o.Deletions:
				want[table][id] = ours
			case inNow && b.linked(table, id, now, o):
				want[table][id] = ours
				if !maps.Equal(ours, then) {
					conflicts++
				}
			case inNow:
				if !maps.Equal(ours, then) {
					conflicts++
				}
				if o.Conflicts == exchange.KeepOurs || !maps.Equal(ours, then) && o.Conflicts != exchange.TakeFile {
					want[table][id] = ours
				} else {
					lost[id] = true
				}
			case edited:
				if conflicts++; o.Conflicts == exchange.TakeFile {
					want[table][id] = file
				}
			}
		}
	}
	for table, records := range now {
		for id, ours := range records {
			if b.then[table][id] == nil { // made here meanwhile
				keep(want, table, id, ours)
			}
		}
	}
	maps.DeleteFunc(want, func(_ string, records map[string]map[string]string) bool { return len(records) == 0 })
	for _, records := range want {
		for _, fields := range records {
			maps.DeleteFunc(fields, func(_, text string) bool { return lost[text] })
		}
	}
	return want, conflicts
}

func keep(all texts, table, id string, fields map[string]string) {
	if all[table] == nil {
		all[table] = map[string]map[string]string{}
	}
	all[table][id] = fields
}

// linked is true when a record that comes back by its row links to another.
func (b *branching) linked(table, id string, now texts, o exchange.Options) bool {
	for t, records := range b.file {
		for other, file := range records {
			if now[t][other] == nil && !maps.Equal(b.then[t][other], file) && o.Conflicts == exchange.TakeFile &&
				slices.Contains(slices.Collect(maps.Values(file)), id) {
				return true
			}
		}
	}
	return false
}

func mergeRecord(then, file, ours map[string]string, choice exchange.Resolution) (merged map[string]string, conflicts int) {
	merged = maps.Clone(ours)
	for _, key := range slices.Concat(sortedKeys(then), sortedKeys(file), sortedKeys(ours)) {
		t, f, n := then[key], file[key], ours[key]
		if f == t || f == n || merged[key] == f {
			continue
		}
		if n != t {
			if then[key] = f; choice != exchange.TakeFile { // seen once
				conflicts++
				continue
			}
			conflicts++
		}
		put(merged, key, f)
	}
	return merged, conflicts
}

// uncomposed leaves out the names that the program composes of other fields whenever a record is saved.
func (b *branching) uncomposed(all texts) texts {
	for _, t := range b.model.Tables {
		for _, fields := range all[t.Key] {
			if p := t.PrimaryField(); len(p.Parts) > 0 {
				delete(fields, p.Key)
			}
		}
	}
	return all
}

// TestAWorkbookIsABranch: whatever is done to a catalogue and to its export, the merge gives what a person
// would expect, names each conflict, loses nothing in silence, and undo restores the state before.
func TestAWorkbookIsABranch(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		b := &branching{generator: &generator{T: rt, model: schema.Default()}, branched: newBranched(rt, dir)}
		defer b.store.Close()
		if b.begin(); b.snap.Len() == 0 {
			return
		}
		b.editCatalogue()
		b.editFile()
		path := filepath.Join(dir, "returned.xlsx")
		b.book.write(b.branched, path)
		o := exchange.Options{Deletions: rapid.Bool().Draw(rt, "deletions"),
			Conflicts: rapid.SampledFrom([]exchange.Resolution{"", exchange.KeepOurs, exchange.TakeFile}).Draw(rt, "conflicts")}
		plan := b.branched.merge(o, path)
		now := b.content()
		want, conflicts := b.expect(b.content(), o)
		n := plan.Conflicts
		if total := n.Open + n.Kept + n.Taken; total != conflicts || codes(plan)["conflict"] != conflicts {
			rt.Fatalf("%d conflicts and %d problems about them, want %d\n%s", total, codes(plan)["conflict"], conflicts, problems(plan))
		}
		before := b.store.Snapshot().Seq
		b.take(plan)
		if diff := cmp.Diff(b.uncomposed(want), b.uncomposed(b.takeAdded(b.content(), now))); diff != "" {
			rt.Fatalf("the merge is another than expected (-want +got):\n%s%s%s", diff, problems(plan), cells(plan))
		}
		if b.snap.Seq > before {
			if _, err := b.store.Undo(context.Background(), 0, "tester"); err != nil {
				rt.Fatal(err)
			}
			b.snap = b.store.Snapshot()
		}
		if diff := cmp.Diff(now, b.content()); diff != "" {
			rt.Fatalf("undo does not restore what was before (-before +after):\n%s", diff)
		}
	})
}
