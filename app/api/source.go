package api

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"cadastre/app/source"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// SourceSystems answers what source systems there are and which of their values wait, and decides about these.
type SourceSystems struct{ a *API }

// queued remembers what waited last, in what, and on which day.
type queued struct {
	mu    sync.Mutex
	in    *snapshot.Snapshot
	day   int64
	queue *source.Queue
}

func (w *queued) forget() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.in, w.queue = nil, nil
}

// List returns the source systems that the catalogue knows, by key.
func (q *SourceSystems) List() (out []SourceSystem, err error) {
	defer rescue(&err)
	s, err := q.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	out = []SourceSystem{}
	for _, sys := range source.Systems(s.Snapshot()) {
		out = append(out, SourceSystem{Key: sys.Key, Records: sys.Records, Seen: moment(sys.Seen)})
	}
	return out, nil
}

// moment is a time in seconds as documents have it, "" for none.
func moment(seconds int64) string {
	if seconds == 0 {
		return ""
	}
	return time.Unix(seconds, 0).UTC().Format(time.RFC3339)
}

// waiting finds what waits, anew when something has changed.
func (q *SourceSystems) waiting(snap *snapshot.Snapshot) *source.Queue {
	w := &q.a.session.queued
	w.mu.Lock()
	defer w.mu.Unlock()
	if today := q.a.today(); w.in != snap || w.day != today {
		w.in, w.day, w.queue = snap, today, source.Waiting(snap, q.a.options.Clock())
	}
	return w.queue
}

// Waiting returns a screenful of what waits.
func (q *SourceSystems) Waiting(f QueueFilter, offset, limit int) (out QueuePage, err error) {
	defer rescue(&err)
	s, err := q.a.session.catalogue()
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	queue := q.waiting(snap)
	all := queue.Entries
	out = QueuePage{Seq: snap.Seq, Entries: []QueueEntry{}, Counts: map[string]int{}, Notes: nonNil(queue.Notes())}
	sources, tables := map[string]bool{}, map[string]bool{}
	for i := range all {
		e := &all[i]
		out.Counts[string(e.Kind)]++
		sources[e.Source], tables[e.Table.Key] = true, true
		if !f.takes(e) {
			continue
		}
		if out.Total++; out.Total > offset && len(out.Entries) < min(limit, pageMost) {
			out.Entries = append(out.Entries, entryOf(e))
		}
	}
	out.Sources, out.Tables = nonNil(slices.Sorted(maps.Keys(sources))), nonNil(slices.Sorted(maps.Keys(tables)))
	return out, nil
}

func entryOf(e *source.Entry) QueueEntry {
	return QueueEntry{ID: e.ID, Kind: string(e.Kind), Table: e.Table.Key, Record: e.Record.String(), Name: e.Name, Field: e.Field.Key,
		Now: e.Now, Proposed: e.Proposed, Source: e.Source, Since: moment(e.Since), Why: e.Why, Stuck: e.Stuck()}
}

// takes is true for an entry that the filter lets through.
func (f *QueueFilter) takes(e *source.Entry) bool {
	text := snapshot.Fold(strings.Join([]string{e.Name, e.Field.Label, e.Now, e.Proposed}, "\n"))
	return (f.Kind == "" || f.Kind == string(e.Kind)) && (f.Source == "" || f.Source == e.Source) && (f.Table == "" || f.Table == e.Table.Key) &&
		strings.Contains(text, snapshot.Fold(strings.TrimSpace(f.Text)))
}

// Decide accepts or declines entries, as one change set.
func (q *SourceSystems) Decide(d QueueDecision) (out QueueDecided, err error) {
	defer rescue(&err)
	s, err := q.a.session.catalogue()
	if err != nil {
		return out, err
	}
	queue := q.waiting(s.Snapshot())
	entries := d.of(queue)
	if len(entries) == 0 {
		return out, fault.New(fault.NotFound, "This does not wait any more: somebody has decided about it.")
	}
	decide := queue.Decline
	if d.Accept {
		decide = queue.Accept
	}
	decision := decide(entries, source.Decider{Who: q.a.prefs.who(), Now: q.a.options.Clock(), IDs: record.NewID, Seen: d.Seen, Own: d.Own})
	out = QueueDecided{Decided: decision.Decided, Left: []string{}}
	for _, why := range decision.Left {
		out.Left = append(out.Left, fault.From(why).Message)
	}
	if err := decision.NameImport(s); err != nil {
		return out, err
	}
	header, err := s.Apply(context.Background(), decision.Draft)
	out.Done = doneOf(header)
	return out, err
}

// of are the entries that a decision is about.
func (d *QueueDecision) of(q *source.Queue) []source.Entry {
	wanted := map[string]bool{}
	for _, id := range d.IDs {
		wanted[id] = true
	}
	var out []source.Entry
	for i := range q.Entries {
		if e := &q.Entries[i]; wanted[e.ID] || len(d.IDs) == 0 && d.Filter.takes(e) {
			out = append(out, *e)
		}
	}
	return out
}
