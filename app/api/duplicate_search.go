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

// groupsMost is how many groups are told: those that are decided make room for the next.
const groupsMost = 500

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
	out := DuplicatesFound{Seq: snap.Seq, Total: len(groups), Groups: []DuplicateGroup{}}
	for _, g := range groups[:min(len(groups), groupsMost)] {
		out.Groups = append(out.Groups, c.document(g))
	}
	return out, nil
}

func (c *comparison) id(at int) record.ID { return c.table.ID(c.slots[at]) }

func (c *comparison) document(pairs []query.Pair) DuplicateGroup {
	out := DuplicateGroup{Records: []DuplicateRecord{}, Reasons: []DuplicateReason{}}
	seen := map[int]bool{}
	for _, p := range pairs {
		for _, at := range []int{p.A, p.B} {
			if !seen[at] {
				seen[at] = true
				out.Records = append(out.Records, DuplicateRecord{ID: c.id(at).String(), Name: c.table.Name(c.slots[at])})
			}
		}
		for _, r := range p.Reasons {
			reason := DuplicateReason{Field: c.table.Schema.Field(r.Field).Label, Words: r.Words}
			if !slices.Contains(out.Reasons, reason) {
				out.Reasons = append(out.Reasons, reason)
			}
		}
	}
	return out
}
