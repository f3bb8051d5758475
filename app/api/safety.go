package api

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"

	"cadastre/store"
	"cadastre/store/fault"
)

// Unlock opens the catalogue that waits for its passphrase; "" gives up on it. Until it fits the same
// catalogue waits.
func (c *Catalogue) Unlock(passphrase string) (out State, err error) {
	defer rescue(&err)
	s := c.a.session
	s.mu.Lock()
	p := s.pending
	if passphrase == "" {
		s.pending = nil
	}
	s.mu.Unlock()
	if p == nil || passphrase == "" {
		return c.state()
	}
	err = s.open(p.Path, passphrase)
	if fault.CodeOf(err) == fault.WrongPassphrase {
		s.mu.Lock()
		s.pending = p
		s.mu.Unlock()
	}
	return c.stateOr(err)
}

// Backups lists the backups of a catalogue, the latest first; "" stands for the open one.
func (c *Catalogue) Backups(path string) (out BackupList, err error) {
	defer rescue(&err)
	open, none := c.a.session.catalogue()
	if path == "" {
		if none != nil {
			return out, none
		}
		path = open.Path()
	}
	out = BackupList{Folder: c.a.session.shelf().For(path), Backups: []Backup{}}
	kept, err := c.a.session.shelf().Backups(path)
	for _, k := range kept {
		b := Backup{Path: k.Path, Time: k.Time.UTC().Format("2006-01-02T15:04:05Z"), Size: k.Size, Seq: k.Seq, Why: k.Why}
		if none == nil && open.Path() == path {
			b.Later, b.Same = open.Since(k)
			b.Known = true
		}
		out.Backups = append(out.Backups, b)
	}
	return out, err
}

// BackUpNow puts a backup of the open catalogue on the shelf.
func (c *Catalogue) BackUpNow() (out *Job, err error) {
	defer rescue(&err)
	s, err := c.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	job := c.a.jobs.start("backup", "Copying the catalogue", func(ctx context.Context, j *running) error {
		k, err := s.Keep(ctx, store.OnDemand)
		j.result(k.Path)
		return err
	})
	return &job, nil
}

// Restore puts a backup in the place of a catalogue and opens it. What was there becomes a backup first.
// The passphrase is that of an encrypted backup; "" stands for the open catalogue's.
func (c *Catalogue) Restore(path, backup, passphrase string) (out State, err error) {
	defer rescue(&err)
	s := c.a.session
	open, current, none := s.opened()
	if none != nil || open.Path() != path {
		if err := store.Restore(path, backup, s.options(passphrase)); err != nil {
			return out, err
		}
		return c.stateOr(s.open(path, passphrase))
	}
	if why := open.Reading(); why != nil {
		return out, why
	}
	passphrase = cmp.Or(passphrase, current)
	return c.stateOr(s.without(func(path string, o store.Options) error {
		o.Passphrase = passphrase
		return store.Restore(path, backup, o)
	}, passphrase))
}

// SetPassphrase encrypts the open catalogue and its backups with a new passphrase, or stores them in clear
// for "". The current one is asked for again, so that nobody changes it who only found the window open.
func (c *Catalogue) SetPassphrase(current, next string) (out *Job, err error) {
	defer rescue(&err)
	s := c.a.session
	open, present, err := s.opened()
	switch {
	case err != nil:
		return nil, err
	case open.Reading() != nil:
		return nil, open.Reading()
	case open.Encrypted() && current != present:
		return nil, fault.New(fault.WrongPassphrase, "This is not the catalogue’s present passphrase. Mind capitals and the keyboard’s language.")
	}
	job := c.a.jobs.start("passphrase", "Writing the catalogue and its backups anew", func(ctx context.Context, j *running) error {
		return s.without(func(path string, o store.Options) error {
			const phase = "Writing the catalogue and its backups anew"
			o.Progress = func(done, total int) { j.progress(phase, done, total) }
			left, err := store.Rekey(ctx, path, next, o)
			if len(left) > 0 {
				j.result(fmt.Sprintf("%d backups could not be written anew and are as they were, the first of them %s.", len(left), filepath.Base(left[0])))
			}
			return err
		}, next)
	})
	return &job, nil
}

// Edit opens the catalogue that is open for reading for writing. With takeOver it does so although a note
// says that somebody on another machine has it.
func (c *Catalogue) Edit(takeOver bool) (out State, err error) {
	defer rescue(&err)
	s := c.a.session
	open, passphrase, err := s.opened()
	if err != nil {
		return out, err
	}
	o := s.options(passphrase)
	o.TakeOver = takeOver
	next, err := store.Open(open.Path(), o)
	if err != nil {
		return out, err
	}
	return c.stateOr(s.write(next, passphrase))
}

// SaveCopyAs asks for a name, copies the open catalogue there and goes on with the copy. It is for when the
// file is not where it was.
func (c *Catalogue) SaveCopyAs() (out State, err error) {
	defer rescue(&err)
	s := c.a.session
	open, passphrase, err := s.opened()
	if err != nil {
		return out, err
	}
	path, err := c.a.host.SaveFile("Save a copy of the catalogue", store.NameOf(open.Path())+store.Extension, catalogueFiles)
	if err != nil || path == "" {
		return c.stateOr(err)
	}
	if err := open.Backup(path); err != nil {
		return out, err
	}
	return c.stateOr(s.open(path, passphrase))
}

// ChooseFolder asks for a folder; "" means that it was cancelled.
func (c *Catalogue) ChooseFolder() (path string, err error) {
	defer rescue(&err)
	return c.a.host.OpenFolder("Where backups go")
}

// ShelfOf is where a person's settings keep the backups of catalogues, for the commands.
func ShelfOf() store.Shelf {
	b := newPreferences(settingsFile()).load().Backups
	return store.Shelf{Folder: b.Folder, Keep: b.Keep}
}
