package api

import (
	"context"
	"encoding/base64"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/fault"
	"cadastre/store/snapshot"
)

// Export writes files.
type Export struct{ a *API }

// Start asks where to save and writes in the background; nil means that it was cancelled.
func (x *Export) Start(r ExportRequest) (out *Job, err error) {
	defer rescue(&err)
	s, err := x.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	parts, name, err := x.parts(s, snap, r)
	if err != nil {
		return nil, err
	}
	if len(parts) != 1 {
		name = store.NameOf(s.Path())
	}
	filter, ok := exports[r.Format]
	if !ok {
		return nil, fault.New(fault.Usage, "There is no export of the format “%s”.", r.Format)
	}
	path, err := x.a.host.SaveFile("Export", name+strings.TrimPrefix(filter.Pattern, "*"), []FileFilter{filter})
	if err != nil || path == "" {
		return nil, err
	}
	job := x.a.jobs.start("export", "Writing "+filepath.Base(path), func(ctx context.Context, j *running) error {
		j.result(path)
		return exchange.Exporter{Snapshot: snap, Headers: s.Headers(), KitOnly: r.KitOnly, Progress: j.progress, Note: j.note}.Write(ctx, path, parts)
	})
	return &job, nil
}

// Into asks for a workbook that Power Apps exported and where to save, and writes it there in the background with
// what the catalogue says; with grow records made here become new rows. Nil means that it was cancelled.
func (x *Export) Into(grow bool) (out *Job, err error) {
	defer rescue(&err)
	s, err := x.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	filter := []FileFilter{exports["xlsx"]}
	chosen, err := x.a.host.OpenFiles("The workbook from Power Apps", filter, false)
	if err != nil || len(chosen) == 0 {
		return nil, err
	}
	theirs := chosen[0]
	path, err := x.a.host.SaveFile("Save the workbook for Power Apps", strings.TrimSuffix(filepath.Base(theirs), filepath.Ext(theirs))+" filled in.xlsx", filter)
	if err != nil || path == "" {
		return nil, err
	}
	snap := s.Snapshot()
	job := x.a.jobs.start("export", "Writing "+filepath.Base(path), func(ctx context.Context, j *running) error {
		j.result(path)
		return exchange.Exporter{Snapshot: snap, Progress: j.progress, Note: j.note}.Into(ctx, theirs, path, grow)
	})
	return &job, nil
}

var exports = map[string]FileFilter{
	"xlsx": {Name: "Excel workbook", Pattern: "*.xlsx"},
	"csv":  {Name: "Comma-separated values", Pattern: "*.csv"},
	"zip":  {Name: "Package of the Configuration Migration tool", Pattern: "*.zip"},
}

// Picture asks where to save a picture of the page's, "png" or "svg" in base64, and writes it; "" means that it
// was cancelled.
func (x *Export) Picture(name, format, base64Text string) (path string, err error) {
	defer rescue(&err)
	content, err := base64.StdEncoding.DecodeString(base64Text)
	if err != nil {
		return "", err
	}
	filter, ok := pictures[format]
	if !ok {
		return "", fault.New(fault.Usage, "There are no pictures of the format “%s”.", format)
	}
	path, err = x.a.host.SaveFile("Save the picture", name+strings.TrimPrefix(filter.Pattern, "*"), []FileFilter{filter})
	if err != nil || path == "" {
		return "", err
	}
	if err := replace(path, content); err != nil {
		return "", fault.Wrap(err, fault.ReadOnly, "The picture could not be written to %s: %v.", path, err)
	}
	return path, nil
}

var pictures = map[string]FileFilter{
	"png": {Name: "PNG picture", Pattern: "*.png"},
	"svg": {Name: "SVG drawing", Pattern: "*.svg"},
}

func (x *Export) parts(s *store.Store, snap *snapshot.Snapshot, r ExportRequest) ([]exchange.Part, string, error) {
	if r.Query != nil {
		return x.list(s, snap, r)
	}
	var parts []exchange.Part
	name := ""
	for _, key := range r.Tables {
		t := snap.Model.Table(key)
		if t == nil {
			return nil, "", noTable(key)
		}
		part := exchange.Part{Table: t, Template: r.Template}
		if !r.Template {
			part = exchange.All(snap, t)
		}
		parts, name = append(parts, part), t.Plural
	}
	if len(parts) == 0 {
		return nil, "", fault.New(fault.Usage, "Choose at least one table to export.")
	}
	return parts, name, nil
}

func (x *Export) list(s *store.Store, snap *snapshot.Snapshot, r ExportRequest) ([]exchange.Part, string, error) {
	slots, t, err := (&Records{x.a}).find(s, snap, *r.Query)
	if err != nil {
		return nil, "", err
	}
	if r.Selection != nil {
		if r.Selection.Table != t.Schema.Key {
			return nil, "", fault.New(fault.Usage, "The selected rows are not of the list of %s. Select rows of it.", t.Schema.Plural)
		}
		if slots, err = x.only(s, snap, slots, *r.Selection); err != nil {
			return nil, "", err
		}
	}
	part := exchange.Part{Table: t.Schema, Template: r.Template}
	if len(r.Query.Columns) > 0 {
		if part.Columns, err = snap.Paths(t.Schema, r.Query.Columns); err != nil {
			return nil, "", err
		}
	}
	if !r.Template {
		part.Slots = slots
	}
	name := t.Schema.Plural
	if r.Query.View != "" {
		name = FindView(snap, t.Schema, r.Query.View, x.a.prefs.who()).Label
	}
	return []exchange.Part{part}, name, nil
}

// only leaves of a list the rows of a selection, in the order of the list. Those selected by their ids that it no
// longer finds, as somebody has changed them, come last.
func (x *Export) only(s *store.Store, snap *snapshot.Snapshot, slots []snapshot.Slot, sel Selection) ([]snapshot.Slot, error) {
	t, ids, err := (&Records{x.a}).selected(s, snap, sel)
	if err != nil {
		return nil, err
	}
	rows, chosen := snap.Table(t.Num), make(map[snapshot.Slot]bool, len(ids))
	for _, id := range ids {
		if slot, there := rows.Slot(id); there {
			chosen[slot] = true
		}
	}
	if len(chosen) == 0 {
		return nil, fault.New(fault.NotFound, "None of the selected rows is in the catalogue any more. Select them again.")
	}
	var out []snapshot.Slot
	for _, slot := range slots {
		if chosen[slot] {
			out = append(out, slot)
			delete(chosen, slot)
		}
	}
	return append(out, slices.Sorted(maps.Keys(chosen))...), nil
}
