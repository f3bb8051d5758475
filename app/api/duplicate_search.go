package api

import (
	"context"
	"slices"

	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

const (
	// groupsMost is how many groups are told: those that are decided make room for the next.
	groupsMost = 500
	// pairsMost is how many pairs of a group are told.
	pairsMost = 50
)

// Begin looks in the background for active records of a table that are likely the same thing. Found tells them
// when the job has ended.
func (d *Duplicates) Begin(table string) (out Job, err error) {
	defer rescue(&err)
	s, t, err := d.a.session.table(table)
	if err != nil {
		return out, err
	}
	snap, phase := s.Snapshot(), "Comparing "+t.Plural
	return d.a.jobs.start("duplicates", phase, func(ctx context.Context, r *running) error {
		found, err := findDuplicates(ctx, snap, t, func(done, total int) { r.progress(phase, done, total) })
		if err != nil {
			return err
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		d.job, d.found = r.get().ID, found
		return nil
	}), nil
}

// Found is what the latest job has found.
func (d *Duplicates) Found(job string) (out DuplicatesFound, err error) {
	defer rescue(&err)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.job != job {
		return out, fault.New(fault.NotFound, "These duplicates were looked for again since.")
	}
	return d.found, nil
}

// A comparison is the active records of a table, as they are compared.
type comparison struct {
	table *snapshot.Table
	slots []snapshot.Slot
}

func findDuplicates(ctx context.Context, snap *snapshot.Snapshot, t *schema.Table, progress func(done, total int)) (DuplicatesFound, error) {
	c := comparison{table: snap.Table(t.Num)}
	likeness := query.Likeness{Table: t, Progress: progress}
	for slot := range c.table.All().All() {
		if c.table.Value(slot, schema.State).Int() == schema.StateActive {
			c.slots = append(c.slots, slot)
			likeness.Records = append(likeness.Records, query.Telling(snap, c.table, slot))
		}
	}
	pairs, err := likeness.Pairs(ctx)
	if err != nil {
		return DuplicatesFound{}, err
	}
	told := toldApart(snap)
	pairs = slices.DeleteFunc(pairs, func(p query.Pair) bool { return told[pairOf(c.id(p.A), c.id(p.B))] })
	groups := query.Grouped(pairs)
	out := DuplicatesFound{Total: len(groups), Groups: []DuplicateGroup{}}
	for _, g := range groups[:min(len(groups), groupsMost)] {
		out.Groups = append(out.Groups, c.document(g))
	}
	return out, nil
}

func (c *comparison) id(at int) record.ID { return c.table.ID(c.slots[at]) }

// toldApart are the pairs that somebody has said are not the same.
func toldApart(snap *snapshot.Snapshot) map[string]bool {
	apart := snap.Table(snap.Model.Table(notDuplicates).Num)
	out := map[string]bool{}
	pair := apart.Schema.Field("pair").Num
	for slot := range apart.All().All() {
		out[apart.Value(slot, pair).Str()] = true
	}
	return out
}

func (c *comparison) document(pairs []query.Pair) DuplicateGroup {
	out := DuplicateGroup{Records: []DuplicateRecord{}, Pairs: []DuplicatePair{}, More: max(0, len(pairs)-pairsMost)}
	places := map[int]int{}
	place := func(at int) int {
		if _, known := places[at]; !known {
			places[at] = len(out.Records)
			out.Records = append(out.Records, DuplicateRecord{ID: c.id(at).String(), Name: c.table.Name(c.slots[at])})
		}
		return places[at]
	}
	for _, p := range pairs[:min(len(pairs), pairsMost)] {
		pair := DuplicatePair{A: place(p.A), B: place(p.B), Reasons: []DuplicateReason{}}
		for _, r := range p.Reasons {
			pair.Reasons = append(pair.Reasons, DuplicateReason{Field: c.table.Schema.Field(r.Field).Label, Words: r.Words})
		}
		out.Pairs = append(out.Pairs, pair)
	}
	return out
}
