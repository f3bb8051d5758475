package api

import (
	"context"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
)

// heldMost is how many records that stay a plan to undo names.
const heldMost = 200

// PlanUndo says what taking back a change set, or some records of it, would do, and which later changes are in
// the way.
func (h *History) PlanUndo(part UndoPart) (out UndoPlan, err error) {
	defer rescue(&err)
	s, u, err := h.undoing(part)
	if err != nil {
		return out, err
	}
	p, err := s.PlanUndo(u)
	if err != nil {
		return out, err
	}
	out = UndoPlan{Records: len(p.Set.Changes), Held: []HeldChange{}, HeldTotal: len(p.Held)}
	for i := range p.Draft.Edits {
		switch p.Draft.Edits[i].Op {
		case change.Create:
			out.Creates++
		case change.Update:
			out.Updates++
		case change.Delete:
			out.Deletes++
		}
	}
	for i := range p.Held {
		if !p.Held[i].Firm {
			out.Loose++
		}
		if len(out.Held) < heldMost {
			held, err := heldOf(s, &p.Held[i])
			if err != nil {
				return out, err
			}
			out.Held = append(out.Held, held)
		}
	}
	return out, nil
}

// heldOf names what is in the way, with the change that put it there.
func heldOf(s *store.Store, h *change.Held) (HeldChange, error) {
	out := HeldChange{Table: s.Model().TableByNum(h.Table).Key, Record: h.ID.String(), Name: h.Name, Why: h.Why, Firm: h.Firm}
	sets, _, err := s.HistoryFrom(h.Table, h.ID, 0, 1)
	if err == nil && len(sets) > 0 {
		out.By = ChangeSetOf(sets[0].Header)
	}
	return out, err
}

// UndoPart takes back what of a change set can be. What PlanUndo names as held stays.
func (h *History) UndoPart(part UndoPart) (out Done, err error) {
	defer rescue(&err)
	s, u, err := h.undoing(part)
	if err != nil {
		return out, err
	}
	header, err := s.UndoPart(context.Background(), u, h.a.prefs.who())
	return doneOf(header), err
}

func (h *History) undoing(part UndoPart) (*store.Store, store.Undoing, error) {
	s, err := h.a.session.catalogue()
	if err != nil {
		return nil, store.Undoing{}, err
	}
	u := store.Undoing{Seq: part.Seq, Over: part.Over}
	if len(part.Records) == 0 {
		return s, u, nil
	}
	wanted := map[string]map[record.ID]bool{}
	for _, r := range part.Records {
		id, err := record.ParseID(r.ID)
		if err != nil {
			return nil, u, err
		}
		if wanted[r.Table] == nil {
			wanted[r.Table] = map[record.ID]bool{}
		}
		wanted[r.Table][id] = true
	}
	u.Wanted = func(c *change.Change) bool {
		t := s.Model().TableByNum(c.Table)
		return t != nil && wanted[t.Key][c.ID]
	}
	return s, u, nil
}

// Sources says where the values of a record came from.
func (h *History) Sources(table, id string) (out []Source, err error) {
	defer rescue(&err)
	s, t, key, err := h.record(table, id)
	if err != nil {
		return nil, err
	}
	sources, err := s.Sources(t.Num, key)
	if err != nil {
		return nil, err
	}
	out = make([]Source, len(sources))
	for i := range sources {
		src := &sources[i]
		out[i] = Source{Field: t.FieldByNum(src.Field).Key, Set: ChangeSetOf(src.Header), Sheet: src.Sheet, Row: src.Row}
	}
	return out, nil
}

// Held counts, for each table that has any, the records that hold a value that a change set gave them.
func (h *History) Held(seq uint64) (out []TableCount, err error) {
	defer rescue(&err)
	s, err := h.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	out = []TableCount{}
	snap := s.Snapshot()
	for _, t := range snap.Model.Tables {
		found, err := s.CameFrom(snap, t.Num, 0, seq)
		if err != nil {
			return nil, err
		}
		if n := found.Len(); n > 0 {
			out = append(out, TableCount{Table: t.Key, Count: n})
		}
	}
	return out, nil
}

// Imports returns the journal's entries that imports have made, newest first, without their changes.
func (h *History) Imports(offset, limit int) (out ChangeSets, err error) {
	defer rescue(&err)
	return h.list(offset, limit, func(c *change.Header) bool { return c.Kind == change.FromImport })
}

// list returns a page of the journal's entries that are wanted, newest first.
func (h *History) list(offset, limit int, wanted func(*change.Header) bool) (out ChangeSets, err error) {
	s, err := h.a.session.catalogue()
	if err != nil {
		return out, err
	}
	headers := s.Headers()
	undone := change.Undone(headers)
	out.Sets = []ChangeSet{}
	for i := len(headers) - 1; i >= 0; i-- {
		if !wanted(&headers[i]) {
			continue
		}
		if at := out.Total - max(offset, 0); at >= 0 && at < min(limit, pageMost) {
			set := ChangeSetOf(headers[i])
			set.Undone = undone[set.Seq]
			out.Sets = append(out.Sets, set)
		}
		out.Total++
	}
	return out, nil
}

// Set returns one entry of the journal, without its changes.
func (h *History) Set(seq uint64) (out ChangeSet, err error) {
	defer rescue(&err)
	s, err := h.a.session.catalogue()
	if err != nil {
		return out, err
	}
	headers := s.Headers()
	if seq == 0 || seq > uint64(len(headers)) {
		return out, fault.New(fault.NotFound, "There is no change %d in this catalogue’s history.", seq)
	}
	out = ChangeSetOf(headers[seq-1])
	out.Undone, out.Told = change.Undone(headers)[seq], headers[seq-1].Told
	return out, nil
}
