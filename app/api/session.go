package api

import (
	"os"
	"path/filepath"
	"sync"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/schema"
)

// session is the catalogue that is open in the window.
type session struct {
	a       *API
	mu      sync.RWMutex
	store   *store.Store
	answers *answers

	starting sync.Mutex
	first    string // opened before the first answer
	scratch  string // folder to remove when the catalogue in it is closed

	preparing sync.Mutex
}

func newSession(a *API) *session { return &session{a: a, answers: newAnswers()} }

// catalogue returns the open catalogue, or a fault NotFound.
func (s *session) catalogue() (*store.Store, error) {
	if err := s.openFirst(); err != nil {
		return nil, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.store == nil {
		return nil, fault.New(fault.NotFound, "No catalogue is open. Open one, or make a new one.")
	}
	return s.store, nil
}

// openFirst opens the catalogue that the program was started with; the page's first calls wait for it.
func (s *session) openFirst() error {
	s.starting.Lock()
	defer s.starting.Unlock()
	first := s.first
	s.first = ""
	if first == "" {
		return nil
	}
	return s.open(first)
}

// open replaces the open catalogue. When the other cannot be opened the first stays.
func (s *session) open(path string) error {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	s.mu.RLock()
	same := s.store != nil && s.store.Path() == path
	s.mu.RUnlock()
	if same {
		return nil
	}
	next, err := store.Open(path, s.options())
	if err != nil {
		return err
	}
	return s.take(next)
}

func (s *session) options() store.Options {
	return store.Options{Clock: s.a.options.Clock, Log: s.a.options.Log}
}

// take makes a store the open one and remembers it.
func (s *session) take(next *store.Store) error {
	if err := s.close(); err != nil {
		return err
	}
	next.Listen(s.changed)
	s.mu.Lock()
	s.store = next
	s.mu.Unlock()
	go s.prepare(next)
	s.a.host.SetTitle(store.NameOf(next.Path()) + " – Cadastre")
	if s.scratch != "" {
		return nil
	}
	return s.a.prefs.opened(next.Path(), s.a.options.Clock())
}

func (s *session) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store == nil {
		return nil
	}
	err := s.store.Close()
	s.store = nil
	s.answers.forget()
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

// Changed is what the event "changed" carries.
type Changed struct {
	Seq    uint64   `json:"seq"`
	Tables []string `json:"tables"`
	Undo   *Step    `json:"undo"`
	Redo   *Step    `json:"redo"`
}

func (s *session) changed(e store.Event) {
	c := Changed{Seq: e.Header.Seq}
	for _, n := range e.Tables {
		c.Tables = append(c.Tables, schema.Default().TableByNum(n).Key)
	}
	s.mu.RLock()
	headers := s.store.Headers()
	go s.prepare(s.store)
	s.mu.RUnlock()
	c.Undo, c.Redo = steps(headers)
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
