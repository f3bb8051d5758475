package api

import (
	"cmp"
	"context"
	"slices"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// life is a record's history in the making: what was done to it, and what came to link to it.
type life struct {
	*names
	table *schema.Table
	id    record.ID
	sets  []ChangeSet
	at    map[uint64]int // the places of sets, by number
}

// of is the entry of a set.
func (l *life) of(h change.Header) *ChangeSet {
	at, there := l.at[h.Seq]
	if !there {
		at = len(l.sets)
		l.at[h.Seq], l.sets = at, append(l.sets, ChangeSetOf(h))
	}
	return &l.sets[at]
}

// readOwn reads sets that touched the record and returns the one that comes then.
func (l *life) readOwn(s *store.Store, from uint64, most int) (uint64, error) {
	sets, next, err := s.HistoryFrom(l.table.Num, l.id, from, most)
	for i := range sets {
		doc := l.of(sets[i].Header)
		doc.Changes = l.changes(&sets[i], sets[i].Changes)
		doc.Changes[0].Version = sets[i].Changes[0].Version
	}
	return next, err
}

// readLinked reads sets by which others came to link to the record or ceased to, and returns the one that comes then.
func (l *life) readLinked(ctx context.Context, s *store.Store, from uint64, most int) (uint64, error) {
	sets, next, err := s.LinkedFrom(ctx, l.table.Num, l.id, from, most, linkNames)
	for i := range sets {
		doc := l.of(sets[i].Header)
		for j := range sets[i].Links {
			doc.Linked = append(doc.Linked, l.link(&sets[i].Links[j]))
		}
	}
	return next, err
}

// link tells which records have a link now, or none any more.
func (l *life) link(links *store.Links) LinkChange {
	t := l.snap.Model.TableByNum(links.First[0].Table)
	out := LinkChange{Table: t.Key, Field: links.By.Key, How: howLinked(links.Op, links.Now), Total: links.Total}
	for i := range links.First {
		out.Records = append(out.Records, l.named(t, links.By, &links.First[i]))
	}
	return out
}

func howLinked(op change.Op, now bool) string {
	switch {
	case op == change.Create:
		return "added"
	case op == change.Delete:
		return "removed"
	case now:
		return "linked"
	}
	return "unlinked"
}

// named tells what a linking record is: where it joins two, what stands at its other end.
func (l *life) named(t *schema.Table, by *schema.Field, c *change.Change) LinkedRecord {
	out := LinkedRecord{Table: t.Key, Record: c.ID.String(), Name: nameIn(l.snap, t, c), Gone: !l.snap.Has(t.Num, c.ID)}
	a, b := t.Ends()
	if a == nil || by != a && by != b {
		return out
	}
	other := a
	if by == a {
		other = b
	}
	if v := l.held(c, other.Num); !v.IsBlank() {
		out.Name = l.display(other, v)
	}
	if first := slices.IndexFunc(t.Fields, func(f *schema.Field) bool { return f.Kind == schema.Choice && !f.System }); first >= 0 {
		out.Detail = l.display(t.Fields[first], l.held(c, t.Fields[first].Num))
	}
	return out
}

// held is what a field had after a change, before it where the change took it, or has now where it did not change.
func (l *life) held(c *change.Change, num schema.FieldNum) record.Value {
	if v := cmp.Or(c.After.Get(num), c.Before.Get(num)); !v.IsBlank() {
		return v
	}
	if now, there := l.snap.Record(c.Table, c.ID); there {
		return now.Values.Get(num)
	}
	return record.Value{}
}

// newest are the latest entries, at most most, and where to go on; next is what comes after all that was read.
func (l *life) newest(most int, next HistoryPlace) ([]ChangeSet, HistoryPlace) {
	slices.SortFunc(l.sets, func(a, b ChangeSet) int { return cmp.Compare(b.Seq, a.Seq) })
	for len(l.sets) > most {
		last := &l.sets[len(l.sets)-1]
		if len(last.Changes) > 0 {
			next.Own = last.Seq
		}
		if len(last.Linked) > 0 {
			next.Linked = last.Seq
		}
		l.sets = l.sets[:len(l.sets)-1]
	}
	return nonNil(l.sets), next
}
