package api

import (
	"context"
	"fmt"
	"slices"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// Restore gives fields of a record what they held at an earlier version, or with none named the whole record,
// which comes back when it was deleted. Links to records that are gone stay as they are and are told; a
// single field is refused then.
func (h *History) Restore(table, id string, version uint64, fields []string) (out Restored, err error) {
	defer rescue(&err)
	out.Left = []string{}
	s, t, key, err := h.record(table, id)
	if err != nil {
		return out, err
	}
	then, err := s.AsOf(context.Background(), s.Snapshot(), []store.Earlier{{Table: t.Num, ID: key, Version: version}})
	if err != nil {
		return out, err
	}
	if len(then[0].Values) == 0 {
		return out, fault.New(fault.NotFound, "The history of this %s has no such state of it.", t.Label)
	}
	r := restoring{names: namesOf(s), table: t, then: then[0]}
	draft := r.draft(key, fields)
	out.Left = nonNil(r.left)
	if len(fields) == 1 && len(r.left) > 0 {
		return out, fault.New(fault.Conflict, "%s", r.left[0])
	}
	out.Done, err = (&Records{h.a}).apply(s, draft)
	return out, err
}

type restoring struct {
	*names
	table *schema.Table
	then  store.Then
	left  []string
}

func (r *restoring) draft(id record.ID, fields []string) change.Draft {
	e := change.Edit{Op: change.Update, Table: r.table.Num, ID: id}
	d := change.Draft{Origin: change.Origin{Kind: change.FromForm}, Summary: r.summary(id, fields), Long: true}
	if r.then.Deleted != 0 {
		e.Op, e.Since, e.Expect, d.Restore = change.Create, r.then.Deleted, r.then.Last, true
	}
	for _, f := range r.table.Fields {
		if wanted := len(fields) == 0 || slices.Contains(fields, f.Key); wanted && (d.Restore || !f.System) {
			r.put(&e, f)
		}
	}
	d.Edits = []change.Edit{e}
	return d
}

// put gives a field what it held, unless that was a link to a record that is gone.
func (r *restoring) put(e *change.Edit, f *schema.Field) {
	v := r.then.Values.Get(f.Num)
	if f.Kind == schema.Lookup && !v.IsBlank() && !r.has(f, v.ID()) {
		r.left = append(r.left, fmt.Sprintf("%s was “%s”, which has been deleted since. Bring that back first.", f.Label, r.nameOfGone(f, v.ID())))
		return
	}
	e.Fields = append(e.Fields, record.FieldValue{Num: f.Num, Value: v})
}

func (r *restoring) summary(id record.ID, fields []string) string {
	name := r.snap.Name(r.table.Num, id)
	if name == "" {
		name = r.then.Values.Get(r.table.PrimaryField().Num).Str()
	}
	if len(fields) == 1 {
		f := r.table.Field(fields[0])
		if f == nil {
			f = r.table.PrimaryField()
		}
		text := r.display(f, r.then.Values.Get(f.Num))
		return fmt.Sprintf("%s of %s “%s” put back to “%s”", f.Label, r.table.Label, name, text)
	}
	return fmt.Sprintf("%s “%s” put back to how it was after change %d", r.table.Label, name, r.then.Seq)
}
