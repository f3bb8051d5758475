package api

import (
	"cmp"
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

func (l *life) touched(sets []change.Set) {
	for i := range sets {
		doc := l.of(sets[i].Header)
		doc.Changes = l.changes(&sets[i], sets[i].Changes)
		doc.Changes[0].Version = sets[i].Changes[0].Version
	}
}

func (l *life) linked(sets []store.Linked) {
	for i := range sets {
		doc := l.of(sets[i].Header)
		for j := range sets[i].Links {
			doc.Linked = append(doc.Linked, l.link(&sets[i].Links[j]))
		}
	}
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

// newest are the latest entries, at most most, and the number of the set to go on with; next is that of the first
// that was not read.
func (l *life) newest(most int, next uint64) ([]ChangeSet, uint64) {
	slices.SortFunc(l.sets, func(a, b ChangeSet) int { return cmp.Compare(b.Seq, a.Seq) })
	if len(l.sets) > most {
		return l.sets[:most], max(l.sets[most].Seq, next)
	}
	return nonNil(l.sets), next
}
