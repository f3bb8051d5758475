package api

import (
	"context"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// History is the journal of the open catalogue.
type History struct{ a *API }

// List returns the journal's entries, newest first, without their changes.
func (h *History) List(offset, limit int) (out ChangeSets, err error) {
	defer rescue(&err)
	return h.list(offset, limit, func(*change.Header) bool { return true })
}

// Changes returns what a change set did, record by record.
func (h *History) Changes(seq uint64, offset, limit int) (out RecordChanges, err error) {
	defer rescue(&err)
	s, err := h.a.session.catalogue()
	if err != nil {
		return out, err
	}
	set, err := s.Set(seq)
	if err != nil {
		return out, err
	}
	from := min(max(offset, 0), len(set.Changes))
	to := min(from+min(max(limit, 0), pageMost), len(set.Changes))
	out = RecordChanges{Total: len(set.Changes), Changes: ChangesOf(s, &set, set.Changes[from:to])}
	return out, noteTakenBack(s, seq, out.Changes)
}

// OfRecord returns change sets that touched a record, newest first, with what they did to it, and those by which
// others came to link to it or ceased to: from a place on, which an earlier part named, HistoryPlace{} for the last one.
func (h *History) OfRecord(table, id string, from HistoryPlace, limit int) (out RecordHistory, err error) {
	defer rescue(&err)
	s, t, key, err := h.record(table, id)
	if err != nil {
		return out, err
	}
	l := life{names: namesOf(s), table: t, id: key, at: map[uint64]int{}}
	most, begin := min(max(limit, 0), pageMost), from == HistoryPlace{}
	var next HistoryPlace
	if begin || from.Own != 0 {
		next.Own, err = l.readOwn(s, from.Own, most)
	}
	if err == nil && (begin || from.Linked != 0) {
		next.Linked, err = l.readLinked(h.a.session.whileOpen(), s, from.Linked, most)
	}
	out.Sets, out.Next = l.newest(most, next)
	return out, err
}

func (h *History) record(table, id string) (*store.Store, *schema.Table, record.ID, error) {
	s, t, err := h.a.session.table(table)
	if err != nil {
		return nil, nil, record.NoID, err
	}
	key, err := record.ParseID(id)
	return s, t, key, err
}

// Undo takes a change set back; 0 stands for the last one.
func (h *History) Undo(seq uint64) (out Done, err error) {
	defer rescue(&err)
	s, err := h.a.session.catalogue()
	if err != nil {
		return out, err
	}
	header, err := s.Undo(context.Background(), seq, h.a.prefs.who())
	return doneOf(header), err
}

// Redo does again what was undone last.
func (h *History) Redo() (out Done, err error) {
	defer rescue(&err)
	s, err := h.a.session.catalogue()
	if err != nil {
		return out, err
	}
	header, err := s.Redo(context.Background(), h.a.prefs.who())
	return doneOf(header), err
}
