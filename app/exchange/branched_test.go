package exchange_test

import (
	"context"
	"path/filepath"

	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
)

// A branched catalogue is one on disk, whose journal knows what was exported.
type branched struct {
	*catalogue
	store *store.Store
}

func newBranched(t tb, dir string) *branched {
	t.Helper()
	s, err := store.Create(filepath.Join(dir, "catalogue"+store.Extension), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &branched{&catalogue{tb: t, dir: dir, snap: s.Snapshot(), ids: record.NewID}, s}
}

func (b *branched) apply(d change.Draft) {
	b.Helper()
	if _, err := b.store.Apply(context.Background(), d); err != nil {
		b.Fatalf("the draft is refused: %v", err)
	}
	b.snap = b.store.Snapshot()
}

func (b *branched) merge(o exchange.Options, path string) *exchange.Plan {
	b.Helper()
	plan, err := exchange.Planner{Snapshot: b.snap, Past: b.store, IDs: b.ids}.Plan(context.Background(), []string{path}, o)
	if err != nil {
		b.Fatalf("the plan fails: %v", err)
	}
	reconcile(b, plan)
	return plan
}

func (b *branched) take(plan *exchange.Plan) {
	b.Helper()
	draft, err := plan.Draft("tester", b.snap)
	if err != nil {
		b.Fatalf("the plan is refused: %v\n%s", err, problems(plan))
	}
	b.apply(draft)
}
