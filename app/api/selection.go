package api

import (
	"fmt"
	"slices"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// draft is what does the same to every record of a selection, as one change set. how fills in the edit and
// answers with the summary, given the words for the records.
func (r *Records) draft(s *store.Store, snap *snapshot.Snapshot, sel Selection, how func(*schema.Table, string, *change.Edit) (string, error)) (change.Draft, error) {
	d := change.Draft{Origin: change.Origin{Kind: change.FromGrid}}
	t, ids, err := r.selected(s, snap, sel)
	if err != nil || len(ids) == 0 {
		return d, err
	}
	model := change.Edit{Table: t.Num}
	if d.Summary, err = how(t, wordsFor(snap, t, ids), &model); err != nil {
		return d, err
	}
	d.Edits = make([]change.Edit, len(ids))
	for i, id := range ids {
		d.Edits[i] = model
		d.Edits[i].ID = id
	}
	return d, nil
}

func wordsFor(snap *snapshot.Snapshot, t *schema.Table, ids []record.ID) string {
	if len(ids) == 1 {
		return fmt.Sprintf("%s “%s”", t.Label, snap.Name(t.Num, ids[0]))
	}
	return fmt.Sprintf("%d %s", len(ids), t.Plural)
}

// selected returns the records of a selection.
func (r *Records) selected(s *store.Store, snap *snapshot.Snapshot, sel Selection) (*schema.Table, []record.ID, error) {
	t := snap.Model.Table(sel.Table)
	if t == nil {
		return nil, nil, noTable(sel.Table)
	}
	except, err := parseIDs(sel.Except)
	if err != nil {
		return nil, nil, err
	}
	if sel.Query == nil {
		ids, err := parseIDs(sel.IDs)
		return t, ids, err
	}
	slots, rows, err := r.find(s, snap, *sel.Query)
	if err != nil {
		return nil, nil, err
	}
	var ids []record.ID
	for _, slot := range slots {
		if id := rows.ID(slot); !slices.Contains(except, id) {
			ids = append(ids, id)
		}
	}
	return t, ids, nil
}

func parseIDs(texts []string) ([]record.ID, error) {
	ids := make([]record.ID, len(texts))
	for i, text := range texts {
		id, err := record.ParseID(text)
		if err != nil {
			return nil, err
		}
		ids[i] = id
	}
	return ids, nil
}

// Count is the number of records of a selection.
func (r *Records) Count(sel Selection) (n int, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return 0, err
	}
	_, ids, err := r.selected(s, s.Snapshot(), sel)
	return len(ids), err
}

// Chosen are the ids of the first records of a selection, however it was made.
func (r *Records) Chosen(sel Selection, most int) (out []string, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	_, ids, err := r.selected(s, s.Snapshot(), sel)
	out = make([]string, 0, max(0, min(most, len(ids))))
	for _, id := range ids[:cap(out)] {
		out = append(out, id.String())
	}
	return out, err
}

// linkNames is how many linking records are named.
const linkNames = 5

// Links counts the records outside a selection that link into it, by table and field.
func (r *Records) Links(sel Selection) (out []LinkUse, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	t, ids, err := r.selected(s, snap, sel)
	if err != nil {
		return nil, err
	}
	chosen := make(map[record.ID]bool, len(ids))
	for _, id := range ids {
		chosen[id] = true
	}
	uses := []LinkUse{}
	snap.Links(t.Num, chosen, func(l change.Link) {
		if l.Table == t.Num && chosen[l.ID] {
			return
		}
		from := snap.Model.TableByNum(l.Table)
		key := from.FieldByNum(l.Field).Key
		if n := len(uses); n == 0 || uses[n-1].Table != from.Key || uses[n-1].Field != key {
			uses = append(uses, LinkUse{Table: from.Key, Field: key, Names: []string{}})
		}
		use := &uses[len(uses)-1]
		if use.Count++; len(use.Names) < linkNames {
			use.Names = append(use.Names, snap.Name(l.Table, l.ID))
		}
	})
	return uses, nil
}
