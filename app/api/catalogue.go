package api

import (
	"context"
	"os"
	"path/filepath"

	"cadastre/app/exchange"
	"cadastre/sampledata"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Catalogue opens and closes catalogue files.
type Catalogue struct{ a *API }

var catalogueFiles = []FileFilter{{Name: "Cadastre catalogues", Pattern: "*" + store.Extension}}

// State says which catalogue is open, if any.
func (c *Catalogue) State() (out State, err error) {
	defer rescue(&err)
	return c.state()
}

func (c *Catalogue) state() (State, error) {
	settings := c.a.prefs.load()
	out := State{Who: c.a.prefs.who(), Version: c.a.options.Version, Recent: recent(settings), Counts: map[string]int{}}
	if err := c.a.session.openFirst(); err != nil {
		return out, err
	}
	c.a.session.describe(&out)
	s, err := c.a.session.catalogue()
	if err != nil {
		return out, nil //nolint:nilerr // none is open, which is no fault here
	}
	snap := s.Snapshot()
	out.Open, out.Path, out.Name = true, s.Path(), store.NameOf(s.Path())
	out.Seq = snap.Seq
	for _, t := range snap.Model.Tables {
		rows := snap.Table(t.Num)
		out.Records += rows.Len()
		out.Counts[t.Key] = active(rows)
	}
	out.Undo, out.Redo = steps(s.Headers())
	return out, nil
}

// active counts the records that are not deactivated.
func active(t *snapshot.Table) int {
	n := 0
	for i := range t.Slots() {
		if slot := snapshot.Slot(i); t.Live(slot) && t.Value(slot, schema.State).Int() == schema.StateActive {
			n++
		}
	}
	return n
}

// New asks for a name and makes an empty catalogue.
func (c *Catalogue) New() (out State, err error) {
	defer rescue(&err)
	return c.create("New catalogue", "catalogue", func(*store.Store) error { return nil })
}

// NewSample asks for a name and makes the sample catalogue.
func (c *Catalogue) NewSample() (out State, err error) {
	defer rescue(&err)
	return c.create("New sample catalogue", "sample", c.fill)
}

func (c *Catalogue) create(title, name string, fill func(*store.Store) error) (State, error) {
	path, err := c.a.host.SaveFile(title, name+store.Extension, catalogueFiles)
	if err != nil || path == "" {
		return c.stateOr(err)
	}
	return c.stateOr(c.createAt(path, fill))
}

func (c *Catalogue) createAt(path string, fill func(*store.Store) error) error {
	s, err := store.Create(path, c.a.session.options(""))
	if err != nil {
		return err
	}
	if err := fill(s); err != nil {
		_ = s.Close()
		_ = os.Remove(path) // half a sample helps nobody, and the file is ours
		return err
	}
	return c.a.session.take(s, "", "")
}

func (c *Catalogue) fill(s *store.Store) error {
	return FillSample(context.Background(), s, c.a.prefs.who(), c.a.options)
}

// FillSample brings the sample catalogue into an empty one, by the way that every import takes.
func FillSample(ctx context.Context, s *store.Store, who string, o Options) error {
	files, err := sampledata.Files(o.Clock())
	if err != nil {
		return err
	}
	texts := make([]exchange.Text, len(files))
	for i, f := range files {
		texts[i] = exchange.Text{Table: f.Table, Name: f.Name, CSV: f.CSV}
	}
	plan, err := exchange.Planner{Snapshot: s.Snapshot(), IDs: record.NewID}.PlanTexts(ctx, texts, exchange.Options{})
	if err != nil {
		return err
	}
	draft, err := plan.Draft(who, s.Snapshot())
	if err != nil {
		return err
	}
	draft.Origin, draft.Summary = change.Origin{Kind: change.FromSample}, "Sample catalogue"
	_, err = s.Apply(ctx, draft)
	return err
}

// OpenSample opens the sample catalogue in a file that goes when it is closed.
func (c *Catalogue) OpenSample() (out State, err error) {
	defer rescue(&err)
	removeScratch()
	dir, err := os.MkdirTemp("", scratchPrefix+"*")
	if err != nil {
		return out, fault.Wrap(err, fault.NoSpace, "The sample needs room in the temporary folder, and there is none: %v.", err)
	}
	s, err := store.Create(filepath.Join(dir, scratchName), c.a.session.options(""))
	if err != nil {
		return out, err
	}
	if err := c.fill(s); err != nil {
		_ = s.Close()
		_ = os.RemoveAll(dir) // half a sample helps nobody
		return out, err
	}
	return c.stateOr(c.a.session.take(s, "", dir))
}

const (
	scratchPrefix = "cadastre-sample-"
	scratchName   = "Sample" + store.Extension
)

// removeScratch removes the samples that a crash has left behind, which nobody has open.
func removeScratch() {
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), scratchPrefix+"*")) // the pattern is sound
	for _, dir := range old {
		if store.Free(filepath.Join(dir, scratchName)) {
			_ = os.RemoveAll(dir)
		}
	}
}

// Open asks for a catalogue and opens it.
func (c *Catalogue) Open() (out State, err error) {
	defer rescue(&err)
	paths, err := c.a.host.OpenFiles("Open catalogue", catalogueFiles, false)
	if err != nil || len(paths) == 0 {
		return c.stateOr(err)
	}
	return c.stateOr(c.a.session.open(paths[0], ""))
}

// OpenPath opens a catalogue by its path.
func (c *Catalogue) OpenPath(path string) (out State, err error) {
	defer rescue(&err)
	return c.stateOr(c.a.session.open(path, ""))
}

// Close closes the open catalogue.
func (c *Catalogue) Close() (out State, err error) {
	defer rescue(&err)
	return c.stateOr(c.a.session.close())
}

// Forget takes a catalogue off the list of recent ones. The file stays.
func (c *Catalogue) Forget(path string) (out State, err error) {
	defer rescue(&err)
	return c.stateOr(c.a.prefs.forget(path))
}

// Backup asks for a name and copies the open catalogue there; nil means that it was cancelled.
func (c *Catalogue) Backup() (out *Job, err error) {
	defer rescue(&err)
	s, err := c.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	name := store.NameOf(s.Path()) + " " + c.a.options.Clock().Format("2006-01-02") + store.Extension
	path, err := c.a.host.SaveFile("Back up catalogue", name, catalogueFiles)
	if err != nil || path == "" {
		return nil, err
	}
	job := c.a.jobs.start("backup", "Copying the catalogue", func(_ context.Context, j *running) error {
		j.result(path)
		return s.Backup(path)
	})
	return &job, nil
}

func (c *Catalogue) stateOr(err error) (State, error) {
	if err != nil {
		return State{}, err
	}
	return c.state()
}

func recent(settings stored) []Recent {
	out := []Recent{}
	for _, r := range settings.Recent {
		_, err := os.Stat(r.Path)
		out = append(out, Recent{Path: r.Path, Name: store.NameOf(r.Path), Opened: r.Opened, Missing: err != nil})
	}
	return out
}
