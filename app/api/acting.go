package api

import (
	"context"
	"fmt"
	"strings"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Begin does the same to every record of a selection in the background, as one change set or not at all. The
// job's Made says what it did.
func (r *Records) Begin(act Act) (out Job, err error) {
	defer rescue(&err)
	s, d, err := r.drafted(act)
	if err != nil {
		return out, err
	}
	phase := phases[act.Kind]
	return r.a.jobs.start("act", phase, func(ctx context.Context, j *running) error {
		d.Progress = func(done, total int) { j.progress(phase, done, total) }
		d.Who = r.a.prefs.who()
		h, err := s.Apply(ctx, d)
		if err == nil {
			j.made(doneOf(h))
		}
		return err
	}), nil
}

// phases say what goes on, by kind of act.
var phases = map[string]string{"set": "Changing", "activate": "Activating", "deactivate": "Deactivating", "delete": "Deleting"}

// act does the same at once, for few records.
func (r *Records) act(act Act) (Done, error) {
	s, d, err := r.drafted(act)
	if err != nil {
		return Done{}, err
	}
	return r.apply(s, d)
}

func (r *Records) drafted(act Act) (*store.Store, change.Draft, error) {
	s, err := r.a.session.catalogue()
	if err != nil {
		return nil, change.Draft{}, err
	}
	snap := s.Snapshot()
	d, err := r.draft(s, snap, act.Selection, func(t *schema.Table, n string, e *change.Edit) (string, error) {
		e.Op = change.Update
		switch act.Kind {
		case "set":
			return settings(snap, t, n, act.Values, e)
		case "activate":
			e.Fields = []record.FieldValue{{Num: schema.State, Value: record.OfInt(schema.StateActive)}}
			return n + " activated", nil
		case "deactivate":
			e.Fields = []record.FieldValue{{Num: schema.State, Value: record.OfInt(schema.StateInactive)}}
			return n + " deactivated", nil
		case "delete":
			e.Op = change.Delete
			return n + " deleted", nil
		}
		return "", fault.New(fault.Usage, "Records cannot be “%s”.", act.Kind)
	})
	return s, d, err
}

// settings fills in an edit that sets fields, and says so.
func settings(snap *snapshot.Snapshot, t *schema.Table, n string, values map[string]any, e *change.Edit) (string, error) {
	fields, err := valuesOf(t, values)
	e.Fields = fields
	var set []string
	for _, f := range fields {
		field := t.FieldByNum(f.Num)
		set = append(set, fmt.Sprintf("%s set to “%s”", field.Label, snap.Display(field, f.Value)))
	}
	return n + ": " + strings.Join(set, ", "), err
}

// Differing counts the records of a selection that do not hold the values yet.
func (r *Records) Differing(sel Selection, values map[string]any) (n int, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return 0, err
	}
	snap := s.Snapshot()
	t, ids, err := r.selected(s, snap, sel)
	if err != nil {
		return 0, err
	}
	fields, err := cleanValues(t, values)
	if err != nil {
		return 0, err
	}
	rows := snap.Table(t.Num)
	for _, id := range ids {
		if slot, ok := rows.Slot(id); ok && !holds(rows, slot, fields) {
			n++
		}
	}
	return n, nil
}

// cleanValues reads values as they will be stored.
func cleanValues(t *schema.Table, values map[string]any) ([]record.FieldValue, error) {
	fields, err := valuesOf(t, values)
	for i := 0; err == nil && i < len(fields); i++ {
		fields[i].Value, err = record.Clean(t.FieldByNum(fields[i].Num), fields[i].Value)
	}
	return fields, err
}

func holds(rows *snapshot.Table, slot snapshot.Slot, fields []record.FieldValue) bool {
	for _, f := range fields {
		if rows.Value(slot, f.Num) != f.Value {
			return false
		}
	}
	return true
}
