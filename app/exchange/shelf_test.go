package exchange_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"cadastre/app/exchange"
)

// Planning again with another answer reads a file no more, unless it has changed.
func TestWhatWasReadIsPlannedAgainUntilTheFileChanges(t *testing.T) {
	c := emptyCatalogue(t)
	path := c.write("systems.csv", "Name,Vendor\nPermits,Tyler\n,\nPayroll,Tyler\n")
	then := time.Now().Add(-time.Hour)
	touch := func() { check(t, os.Chtimes(path, then, then)) }
	var shelf exchange.Shelf
	read := false
	planned := func(o exchange.Options) string {
		t.Helper()
		read = false
		p := exchange.Planner{Snapshot: c.snap, IDs: c.ids, Shelf: &shelf, Progress: func(phase string, _, _ int) { read = read || strings.HasPrefix(phase, "Reading") }}
		plan, err := p.Plan(context.Background(), []string{path}, o)
		check(t, err)
		return outcomes(plan)
	}
	touch()
	first, again, other := planned(exchange.Options{}), planned(exchange.Options{}), planned(exchange.Options{Unknown: exchange.Create})
	if first != "2 rejected, 4 rejected" || again != first || other != "2 created, 4 created" || read {
		t.Errorf("%s, then %s, with another answer %s; read again: %v", first, again, other, read)
	}
	c.write("systems.csv", "Name,Vendor\nPermits,\n")
	if changed := planned(exchange.Options{}); changed != "2 created" || !read {
		t.Errorf("the changed file is %s", changed)
	}
	shelf.Clear()
	if planned(exchange.Options{}); !read {
		t.Error("what was forgotten is not read again")
	}
	check(t, os.Remove(path))
	p := exchange.Planner{Snapshot: c.snap, IDs: c.ids, Shelf: &shelf}
	if _, err := p.Plan(context.Background(), []string{path}, exchange.Options{}); err == nil {
		t.Error("a file that is gone is planned")
	}
}
