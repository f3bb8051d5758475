package api

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// session is the catalogue that is open in the window.
type session struct {
	a       *API
	mu      sync.RWMutex
	store   *store.Store
	answers *answers
	queued  queued
	// passphrase opened the catalogue; it opens its copies and backups too.
	passphrase string
	// watch looks after the open catalogue.
	watch *watch
	// pending is a catalogue that cannot be opened before the person has said something.
	pending *Pending

	starting sync.Mutex
	first    func() error // opens the catalogue that the program was started with; nil once it was told how that went
	scratch  string       // folder to remove when the catalogue in it is closed

	preparing sync.Mutex
	lists     *store.Store // the open one, once its first list was answered; guarded by mu
}

func newSession(a *API) *session { return &session{a: a, answers: newAnswers()} }

// catalogue returns the open catalogue, or a fault NotFound.
func (s *session) catalogue() (*store.Store, error) {
	s.awaitFirst()
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.store == nil {
		return nil, fault.New(fault.NotFound, "No catalogue is open. Open one, or make a new one.")
	}
	return s.store, nil
}

// table returns the open catalogue and a table of its model by the key, or a fault NotFound.
func (s *session) table(key string) (*store.Store, *schema.Table, error) {
	open, err := s.catalogue()
	if err != nil {
		return nil, nil, err
	}
	t := open.Model().Table(key)
	if t == nil {
		return nil, nil, noTable(key)
	}
	return open, t, nil
}

// whileOpen ends when the catalogue that is open is closed.
func (s *session) whileOpen() context.Context {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.watch.open
}

// opened returns the open catalogue and its passphrase.
func (s *session) opened() (*store.Store, string, error) {
	open, err := s.catalogue()
	s.mu.RLock()
	defer s.mu.RUnlock()
	return open, s.passphrase, err
}

// begin opens the catalogue that the program was started with while the window is still being made.
func (s *session) begin(path string) {
	s.first = sync.OnceValue(func() error {
		defer debug.SetGCPercent(debug.SetGCPercent(garbage))
		return s.open(path, "")
	})
	go s.first() //nolint:errcheck // openFirst tells
}

// garbage is by how many percent memory may grow before it is cleaned up while the first catalogue is opened:
// nearly all that is read stays, and the window needs the processors for its page.
const garbage = 300

// awaitFirst waits for the catalogue that the program was started with, as the page's first calls do.
func (s *session) awaitFirst() {
	s.starting.Lock()
	defer s.starting.Unlock()
	if s.first != nil {
		_ = s.first() // openFirst tells
	}
}

// openFirst waits for the catalogue that the program was started with, and tells once why it cannot be opened.
func (s *session) openFirst() error {
	s.starting.Lock()
	defer s.starting.Unlock()
	first := s.first
	s.first = nil
	if first == nil {
		return nil
	}
	return first()
}

// open replaces the open catalogue. When the other cannot be opened the first stays. One that the person
// must say something about first becomes the pending one, which is no fault.
func (s *session) open(path, passphrase string) error {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	s.mu.Lock()
	same := s.store != nil && s.store.Path() == path
	s.pending = nil
	s.mu.Unlock()
	if same {
		return nil
	}
	next, err := openAsMayBe(path, s.options(passphrase))
	if err != nil {
		return s.ask(path, err)
	}
	return s.take(next, passphrase, "")
}

// ask makes a catalogue the pending one where the person can do something about the fault.
func (s *session) ask(path string, err error) error {
	p := &Pending{Path: path, Name: store.NameOf(path), Message: err.Error()}
	switch fault.CodeOf(err) {
	case fault.Locked:
		p.Kind = "passphrase"
	case fault.Damaged, fault.NotOurs, fault.NotFound:
		if kept, none := s.shelf().Backups(path); none != nil || len(kept) == 0 {
			return err
		}
		p.Kind = "backups"
	default:
		return err
	}
	s.mu.Lock()
	s.pending = p
	s.mu.Unlock()
	return nil
}

// openAsMayBe opens a catalogue for writing, or for reading where somebody else has it or it may not be
// written.
func openAsMayBe(path string, o store.Options) (*store.Store, error) {
	s, err := store.Open(path, o)
	if code := fault.CodeOf(err); code != fault.InUse && code != fault.ReadOnly {
		return s, err
	}
	reader, none := store.OpenCopy(path, refusal(path, err), o)
	switch fault.CodeOf(none) {
	case "", fault.Locked, fault.WrongPassphrase:
		return reader, none
	}
	return nil, err
}

// refusal is what whoever wants to change a catalogue that is open for reading is told.
func refusal(path string, err error) error {
	name := store.NameOf(path)
	switch {
	case errors.Is(err, store.ErrNoted):
		return fault.Wrap(err, fault.InUse, "“%s” is open for reading only: it seems that %s.", name, store.HolderOf(path))
	case fault.CodeOf(err) == fault.InUse:
		return fault.Wrap(err, fault.InUse, "“%s” is open for reading only: %s.", name, store.HolderOf(path))
	}
	return fault.Wrap(err, fault.ReadOnly, "“%s” is open for reading only: its file or folder may not be written. Check their permissions.", name)
}

func (s *session) options(passphrase string) store.Options {
	return store.Options{Clock: s.a.options.Clock, Log: s.a.options.Log, Who: s.a.prefs.who(), Passphrase: passphrase, Shelf: s.shelf(),
		Gone: func() { go s.look() }}
}

func (s *session) shelf() store.Shelf {
	b := s.a.prefs.load().Backups
	return store.Shelf{Folder: b.Folder, Keep: b.Keep}
}

// take makes a store the open one, closes the one before, and remembers it. The folder scratch, if any, goes
// when the store is closed, and is not remembered.
func (s *session) take(next *store.Store, passphrase, scratch string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.shut(); err != nil {
		_ = next.Close() // the fault says enough
		return err
	}
	s.scratch = scratch
	s.put(next, passphrase)
	s.a.host.SetTitle(store.NameOf(next.Path()) + " – Cadastre")
	if scratch != "" {
		return nil
	}
	return s.a.prefs.opened(next.Path(), s.a.options.Clock())
}

// put makes a store the open one; the caller holds mu.
func (s *session) put(next *store.Store, passphrase string) {
	w := newWatch(s, next)
	next.Listen(func(e store.Event) {
		s.changed(next, e)
		w.note()
	})
	s.store, s.passphrase, s.watch = next, passphrase, w
	go prepareFirst(next.Snapshot())
	s.after(calm, next, func() { s.prepare(next) })
}

const (
	// calm is how long after opening everything else is prepared, the index of words above all: that takes longer
	// than the whole start, which it would slow down, and no search waits for it.
	calm = 2 * time.Second
	// painted is how long after its answer the first list is surely seen. A person may type next.
	painted = 300 * time.Millisecond
)

// listed is told that a list was answered. Once the first of a catalogue is seen, its texts are read for the
// searches that may come before the index of its words is there.
func (s *session) listed(of *store.Store, table schema.TableNum) {
	if !s.isFirst(of) {
		return
	}
	s.after(painted, of, func() {
		t := of.Snapshot().Table(table)
		t.Read()
		t.Prepare()
		s.prepare(of)
	})
}

// isFirst notes that a list of a store was answered; true for the first one while that is the open store.
func (s *session) isFirst(of *store.Store) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store != of || s.lists == of {
		return false
	}
	s.lists = of
	return true
}

// after does something in a while unless the store is no longer the open one then.
func (s *session) after(wait time.Duration, of *store.Store, do func()) {
	time.AfterFunc(wait, func() {
		s.mu.RLock()
		open := s.store == of
		s.mu.RUnlock()
		if open {
			do()
		}
	})
}

// prepareFirst sorts the first table while the page is on its way: most windows start with its list.
func prepareFirst(s *snapshot.Snapshot) {
	first := s.Model.Tables[0]
	s.Table(first.Num).Order(first.PrimaryField().Num)
}

func (s *session) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shut()
}

// shut closes the open catalogue, if any; the caller holds mu.
func (s *session) shut() error {
	s.pending = nil
	if s.store == nil {
		return nil
	}
	err := s.leave()
	if s.scratch != "" {
		_ = os.RemoveAll(s.scratch) // the system clears its temporary folder too
		s.scratch = ""
	}
	s.a.host.SetTitle("Cadastre")
	return err
}

// prepare has what lists and searches need made before they ask. What changes meanwhile is made when asked for.
func (s *session) prepare(of *store.Store) {
	if !s.preparing.TryLock() {
		return
	}
	defer s.preparing.Unlock()
	of.Snapshot().Prepare()
}

// leave closes the store; the caller holds mu.
func (s *session) leave() error {
	s.watch.stop()
	err := s.store.Close()
	s.store, s.passphrase, s.lists = nil, "", nil
	s.answers.forget()
	s.queued.forget()
	return err
}

// write makes a store that can be written the open one where the same catalogue was only read.
func (s *session) write(next *store.Store, passphrase string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store == nil || s.store.Path() != next.Path() {
		_ = next.Close() // nothing was written
		return fault.New(fault.NotFound, "“%s” was closed meanwhile.", store.NameOf(next.Path()))
	}
	err := s.leave()
	s.put(next, passphrase)
	s.tellAll(next)
	return err
}

// without runs work on the file of the open catalogue while it is closed, and opens it again: with another
// passphrase when the work went well. Whoever asks for the catalogue meanwhile waits.
func (s *session) without(work func(path string, o store.Options) error, passphrase string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store == nil {
		return fault.New(fault.NotFound, "No catalogue is open.")
	}
	path, before := s.store.Path(), s.passphrase
	if err := s.leave(); err != nil {
		return err
	}
	failed := work(path, s.options(before))
	if failed != nil {
		passphrase = before
	}
	next, err := openAsMayBe(path, s.options(passphrase))
	if err != nil {
		s.a.host.SetTitle("Cadastre")
		return errors.Join(failed, err)
	}
	s.put(next, passphrase)
	s.tellAll(next)
	return failed
}

// describe says how the open catalogue stands, and which one waits.
func (s *session) describe(out *State) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out.Pending = s.pending
	if s.store == nil {
		return
	}
	out.Encrypted, out.Scratch, out.Standing = s.store.Encrypted(), s.scratch != "", s.watch.now()
	if p := store.PlaceOf(s.store.Path()); p.Kind != "" && !out.Scratch {
		out.Place = &Place{p.Kind, p.Name}
	}
}

// Changed is what the event "changed" carries.
type Changed struct {
	Seq uint64 `json:"seq"`
	// Undoes is the number of the set that this one takes back, 0 for none.
	Undoes uint64   `json:"undoes"`
	Tables []string `json:"tables"`
	Undo   *Step    `json:"undo"`
	Redo   *Step    `json:"redo"`
}

func (s *session) changed(of *store.Store, e store.Event) {
	c := Changed{Seq: e.Header.Seq, Undoes: e.Header.Undoes}
	for _, n := range e.Tables {
		c.Tables = append(c.Tables, schema.Default().TableByNum(n).Key)
	}
	c.Undo, c.Redo = steps(of.Headers())
	s.a.host.Emit("changed", c)
	go s.prepare(of)
}

// tellAll tells the page that anything may have changed.
func (s *session) tellAll(of *store.Store) {
	c := Changed{Seq: of.Snapshot().Seq}
	for _, t := range of.Model().Tables {
		c.Tables = append(c.Tables, t.Key)
	}
	c.Undo, c.Redo = steps(of.Headers())
	s.a.host.Emit("changed", c)
}

// steps are what undo and redo would act on.
func steps(headers []change.Header) (undo, redo *Step) {
	step := func(stack []uint64) *Step {
		if len(stack) == 0 {
			return nil
		}
		h := headers[stack[len(stack)-1]-1]
		return &Step{Seq: h.Seq, Summary: h.Summary, Size: h.Size()}
	}
	u, r := change.Stacks(headers)
	return step(u), step(r)
}
