package api

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Views keeps the views that people save in the catalogue, beside those of the model.
type Views struct{ a *API }

// savedViews is the table that keeps them.
const savedViews = "savedview"

// List returns the views saved for a table that the person may see: their own, and those shared. With
// "" it returns those of all tables.
func (v *Views) List(table string) (out []SavedView, err error) {
	defer rescue(&err)
	s, err := v.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	return SavedViews(s.Snapshot(), table, v.a.prefs.who()), nil
}

// Save keeps a view under its label, shared with everybody who opens the catalogue or not. One without
// a key is a new view; only the person who saved a view may change it.
func (v *Views) Save(view schema.View, shared bool) (out SavedView, err error) {
	defer rescue(&err)
	s, err := v.a.session.catalogue()
	if err != nil {
		return out, err
	}
	edit, summary, err := v.edit(s.Snapshot(), view, shared)
	if err != nil {
		return out, err
	}
	if err := v.apply(s, edit, summary); err != nil {
		return out, err
	}
	return v.get(s.Snapshot(), edit.ID.String())
}

// Delete takes a saved view away; only the person who saved it may.
func (v *Views) Delete(key string) (err error) {
	defer rescue(&err)
	s, err := v.a.session.catalogue()
	if err != nil {
		return err
	}
	old, err := v.mine(s.Snapshot(), key)
	if err != nil {
		return err
	}
	id, err := record.ParseID(key)
	if err != nil {
		return err
	}
	edit := change.Edit{Op: change.Delete, Table: s.Model().Table(savedViews).Num, ID: id}
	return v.apply(s, edit, fmt.Sprintf("View “%s” deleted", old.View.Label))
}

func (v *Views) apply(s *store.Store, e change.Edit, summary string) error {
	_, err := s.Apply(context.Background(), change.Draft{Who: v.a.prefs.who(), Origin: change.Origin{Kind: change.FromForm},
		Summary: summary, Edits: []change.Edit{e}})
	return err
}

func (v *Views) get(snap *snapshot.Snapshot, key string) (SavedView, error) {
	all := SavedViews(snap, "", v.a.prefs.who())
	if i := slices.IndexFunc(all, func(s SavedView) bool { return s.View.Key == key }); i >= 0 {
		return all[i], nil
	}
	return SavedView{}, fault.New(fault.NotFound, "This view is no longer there: it was deleted, or is not shared any more.")
}

func (v *Views) mine(snap *snapshot.Snapshot, key string) (SavedView, error) {
	old, err := v.get(snap, key)
	if err == nil && !old.Mine {
		err = fault.New(fault.Conflict, "“%s” is a view of %s. Save it as a view of your own instead.", old.View.Label, old.Owner)
	}
	return old, err
}

// edit is the change that saves a view.
func (v *Views) edit(snap *snapshot.Snapshot, view schema.View, shared bool) (e change.Edit, summary string, err error) {
	t := snap.Model.Table(view.Table)
	if t == nil {
		return e, "", noTable(view.Table)
	}
	if view.Label = strings.TrimSpace(view.Label); view.Label == "" {
		return e, "", &fault.Error{Code: fault.Invalid, Field: "label", Message: "A view needs a name."}
	}
	if other := FindView(snap, t, view.Label, v.a.prefs.who()); other != nil && other.Key != view.Key {
		return e, "", &fault.Error{Code: fault.Invalid, Field: "label", Message: fmt.Sprintf("%s has a view “%s” already. Choose another name.", t.Plural, other.Label)}
	}
	table := snap.Model.Table(savedViews)
	e = change.Edit{Op: change.Create, Table: table.Num, ID: record.NewID()}
	summary = fmt.Sprintf("View “%s” of %s saved", view.Label, t.Plural)
	if view.Key != "" {
		if _, err := v.mine(snap, view.Key); err != nil {
			return e, "", err
		}
		e.Op = change.Update
		e.ID, err = record.ParseID(view.Key)
		if err != nil {
			return e, "", err
		}
	}
	e.Fields, err = viewValues(table, view, shared)
	e.Fields = append(e.Fields, record.FieldValue{Num: schema.Owner, Value: record.OfString(v.a.prefs.who())})
	return e, summary, err
}

// viewValues are what a record of a saved view holds. What has a field of its own is not in the definition.
func viewValues(table *schema.Table, view schema.View, shared bool) ([]record.FieldValue, error) {
	code := int64(schema.CodeNo)
	if shared {
		code = schema.CodeYes
	}
	label, of := view.Label, view.Table
	view.Key, view.Label, view.Table, view.Default = "", "", "", false
	definition, err := json.Marshal(view)
	return []record.FieldValue{
		{Num: table.Field("name").Num, Value: record.OfString(label)},
		{Num: table.Field("table").Num, Value: record.OfString(of)},
		{Num: table.Field("shared").Num, Value: record.OfInt(code)},
		{Num: table.Field("definition").Num, Value: record.OfString(string(definition))},
	}, err
}
