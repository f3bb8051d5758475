package api

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Records reads and writes records.
type Records struct{ a *API }

// pageMost is how many rows one answer holds at the most.
const pageMost = 1000

// Page answers a query with one screenful.
func (r *Records) Page(q Query) (out Page, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	list, t, err := r.list(s, snap, q)
	if err != nil {
		return out, err
	}
	columns, err := snap.Paths(t.Schema, q.Columns)
	if err != nil {
		return out, err
	}
	out = Page{Total: list.Len(), Seq: snap.Seq, Rows: []Row{}}
	for _, slot := range list.Page(q.Offset, min(q.Limit, pageMost)) {
		out.Rows = append(out.Rows, lineOf(snap, t, slot, columns))
	}
	r.a.session.listed(s, t.Schema.Num)
	return out, nil
}

// Rows returns records by id as Page does, without those that are there no more.
func (r *Records) Rows(table string, ids, columns []string) (out []Row, err error) {
	defer rescue(&err)
	s, t, err := r.a.session.table(table)
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	paths, err := snap.Paths(t, columns)
	if err != nil {
		return nil, err
	}
	wanted, err := parseIDs(ids)
	out = []Row{}
	for _, id := range wanted {
		if slot, ok := snap.Table(t.Num).Slot(id); ok {
			out = append(out, lineOf(snap, snap.Table(t.Num), slot, paths))
		}
	}
	return out, err
}

// Around tells where a record stands in the list of a query, and which records are beside it. Of one that
// the list no longer holds they are those around the position where it was; 0 when that is not known.
func (r *Records) Around(q Query, id string, was int) (out Around, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return out, err
	}
	key, err := record.ParseID(id)
	if err != nil {
		return out, err
	}
	slots, t, err := r.find(s, s.Snapshot(), q)
	if err != nil {
		return out, err
	}
	beside := func(i int) string {
		if i < 0 || i >= len(slots) {
			return ""
		}
		return t.ID(slots[i]).String()
	}
	out = Around{Total: len(slots)}
	slot, there := t.Slot(key)
	switch i := slices.Index(slots, slot); {
	case there && i >= 0:
		out.Position, out.Previous, out.Next = i+1, beside(i-1), beside(i+1)
	case was > 0:
		out.Previous, out.Next = beside(was-2), beside(was-1)
	}
	return out, nil
}

// find returns all records of a query.
func (r *Records) find(s *store.Store, snap *snapshot.Snapshot, q Query) ([]snapshot.Slot, *snapshot.Table, error) {
	list, t, err := r.list(s, snap, q)
	if err != nil {
		return nil, nil, err
	}
	return list.All(), t, nil
}

func (r *Records) list(s *store.Store, snap *snapshot.Snapshot, q Query) (*query.List, *snapshot.Table, error) {
	asked, t, err := r.a.queryOf(s, snap, q)
	if err != nil {
		return nil, nil, err
	}
	list, err := r.a.session.answers.list(snap, asked)
	return list, snap.Table(t.Num), err
}

func noTable(key string) error { return fault.New(fault.NotFound, "There is no table “%s”.", key) }

func noView(t *schema.Table, key string) error {
	return fault.New(fault.NotFound, "%s has no view “%s”.", t.Plural, key)
}

// Get returns a record with all its fields.
func (r *Records) Get(table, id string) (out Row, err error) {
	defer rescue(&err)
	s, t, err := r.a.session.table(table)
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	key, err := record.ParseID(id)
	if err != nil {
		return out, err
	}
	slot, ok := snap.Table(t.Num).Slot(key)
	if !ok {
		return out, goneFault(t)
	}
	return RowOf(snap, snap.Table(t.Num), slot), nil
}

func goneFault(t *schema.Table) error {
	return fault.New(fault.NotFound, "This %s is no longer in the catalogue: it was deleted. Its history still has it.", t.Label)
}

// Save creates a record or changes one, as one change set.
func (r *Records) Save(e Edit) (out Done, err error) {
	defer rescue(&err)
	s, t, err := r.a.session.table(e.Table)
	if err != nil {
		return out, err
	}
	fields, err := valuesOf(t, e.Values)
	if err != nil {
		return out, err
	}
	edit := change.Edit{Op: change.Create, Table: t.Num, ID: record.NewID(), Expect: e.Version, Fields: fields}
	if e.ID != "" {
		edit.Op = change.Update
		if edit.ID, err = record.ParseID(e.ID); err != nil {
			return out, err
		}
	}
	d := change.Draft{Origin: change.Origin{Kind: change.FromForm}, Complete: e.Complete, Edits: []change.Edit{edit}}
	d.Summary = saveSummary(s.Snapshot(), t, &edit)
	out, err = r.apply(s, d)
	out.ID = edit.ID.String()
	return out, err
}

func saveSummary(snap *snapshot.Snapshot, t *schema.Table, e *change.Edit) string {
	name := snap.Name(t.Num, e.ID)
	if e.Op == change.Create {
		for _, f := range e.Fields {
			if f.Num == t.PrimaryField().Num {
				name = f.Value.Str()
			}
		}
		return strings.TrimSuffix(fmt.Sprintf("New %s “%s”", t.Label, name), " “”")
	}
	if len(e.Fields) == 1 {
		return fmt.Sprintf("%s of %s “%s” changed", t.FieldByNum(e.Fields[0].Num).Label, t.Label, name)
	}
	return fmt.Sprintf("%s “%s” changed", t.Label, name)
}

// valuesOf reads the stored forms that the page sends; all that are wrong are named at once.
func valuesOf(t *schema.Table, values map[string]any) ([]record.FieldValue, error) {
	var out []record.FieldValue
	wrong := map[string]string{}
	for key, doc := range values {
		f := t.Field(key)
		if f == nil || f.System {
			return nil, fault.New(fault.Invalid, "%s has no field “%s” to fill.", t.Plural, key)
		}
		v, err := record.FromJSON(f, doc)
		if err != nil {
			wrong[key] = fault.From(err).Message
		}
		out = append(out, record.FieldValue{Num: f.Num, Value: v})
	}
	if len(wrong) > 0 {
		e := &fault.Error{Code: fault.Invalid, Fields: wrong}
		for key, message := range wrong {
			e.Field, e.Message = key, message
		}
		return nil, e
	}
	return out, nil
}

func (r *Records) apply(s *store.Store, d change.Draft) (Done, error) {
	d.Who = r.a.prefs.who()
	h, err := s.Apply(context.Background(), d)
	return doneOf(h), err
}

func doneOf(h change.Header) Done {
	return Done{Seq: h.Seq, Created: h.Created, Updated: h.Updated, Deleted: h.Deleted, Summary: h.Summary}
}

// SetActive activates or deactivates every record of a selection.
func (r *Records) SetActive(sel Selection, active bool) (out Done, err error) {
	defer rescue(&err)
	if active {
		return r.act(Act{Kind: "activate", Selection: sel})
	}
	return r.act(Act{Kind: "deactivate", Selection: sel})
}

// Delete deletes every record of a selection and clears the links to them.
func (r *Records) Delete(sel Selection) (out Done, err error) {
	defer rescue(&err)
	return r.act(Act{Kind: "delete", Selection: sel})
}
