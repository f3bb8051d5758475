package api

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"cadastre/store"
	"cadastre/store/fault"
)

// watch looks after the open catalogue in the background: whether its file is still there, whether whoever
// has it open for writing has changed it or gone, and whether a backup is due. What the page should show of
// that comes with State; the event "standing" says that it is different now.
type watch struct {
	session *session
	scratch bool            // of a catalogue that needs no backups
	open    context.Context // ends when the catalogue is closed
	cancel  context.CancelFunc
	changed chan struct{} // told of changes

	mu          sync.Mutex
	standing    Standing
	backupFault string
	retired     []*store.Store // read before, closed when nobody can be reading any more
}

const (
	// lookEvery is how often the file is looked at.
	lookEvery = 2 * time.Second
	// dueEvery is how often a backup may be due while a catalogue stays open.
	dueEvery = time.Hour
)

// newWatch begins to look after a store; the caller holds the session's mu.
func newWatch(s *session, of *store.Store) *watch {
	ctx, cancel := context.WithCancel(context.Background())
	w := &watch{session: s, scratch: s.scratch != "", open: ctx, cancel: cancel, changed: make(chan struct{}, 1)}
	w.standing = see(of)
	go w.run(of)
	return w
}

func (w *watch) run(of *store.Store) {
	settle := w.session.a.options.Settle
	look, due, soon := time.NewTicker(lookEvery), time.NewTimer(settle), true
	defer look.Stop()
	defer due.Stop()
	for {
		select {
		case <-w.open.Done():
			return
		case <-look.C:
			w.session.look()
		case <-w.changed:
			if kept, err := w.session.shelf().Backups(of.Path()); !soon && err == nil && len(kept) == 0 {
				due.Reset(settle)
				soon = true
			}
		case <-due.C:
			w.backUp(of)
			due.Reset(dueEvery)
			soon = false
		}
	}
}

// note hears of a change: the first one of a new catalogue is worth a backup soon.
func (w *watch) note() {
	select {
	case w.changed <- struct{}{}:
	default: // it is told already
	}
}

func (w *watch) stop() {
	w.cancel()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, old := range w.retired {
		_ = old.Close() // it was only read
	}
	w.retired = nil
}

// see is how a catalogue stands now.
func see(of *store.Store) Standing {
	out := Standing{}
	if err := of.StillThere(); err != nil {
		out.Gone = err.Error()
	}
	if left := of.Unpruned(); left != nil {
		out.BackupFault = left.Error()
	}
	if mishap := of.Mishap(); mishap != nil {
		out.Mishap = mishap.Error()
	}
	if why := of.Reading(); why != nil {
		out.Reading, out.Noted = why.Error(), errors.Is(why, store.ErrNoted)
		out.Free = fault.CodeOf(why) == fault.InUse && store.Free(of.Path())
	}
	return out
}

func (w *watch) now() Standing {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.standing
}

// look sees how the open catalogue stands, and tells the page when that is different. What others have
// written is read.
func (s *session) look() {
	s.mu.RLock()
	w, open, passphrase := s.watch, s.store, s.passphrase
	s.mu.RUnlock()
	if open == nil {
		return
	}
	if open.Behind() {
		open = s.catchUp(w, open, passphrase)
	}
	w.set(see(open))
}

func (w *watch) set(next Standing) {
	w.mu.Lock()
	next.BackupFault = cmp.Or(w.backupFault, next.BackupFault)
	same := w.standing == next
	w.standing = next
	w.mu.Unlock()
	if !same {
		w.session.a.host.Emit("standing", nil)
	}
}

// catchUp reads again what somebody else has changed, and returns what is read now. Whoever still reads the old
// copy can go on.
func (s *session) catchUp(w *watch, old *store.Store, passphrase string) *store.Store {
	next, err := store.OpenCopy(old.Path(), old.Reading(), s.options(passphrase))
	if err != nil {
		return old // it is tried again; what was read stays
	}
	if !s.swap(w, old, next) {
		_ = next.Close() // another catalogue was opened meanwhile
		return old
	}
	s.tellAll(next)
	return next
}

// swap puts a newer copy in the place of the one that is read, unless that is no longer open.
func (s *session) swap(w *watch, old, next *store.Store) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store != old {
		return false
	}
	s.store = next
	s.answers.forget()
	s.queued.forget()
	w.retire(old)
	return true
}

// retire keeps a store that was read until the next one takes its place.
func (w *watch) retire(old *store.Store) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, before := range w.retired {
		_ = before.Close() // it was only read
	}
	w.retired = []*store.Store{old}
}

// backUp takes a backup when one is due.
func (w *watch) backUp(of *store.Store) {
	moment := dueBefore(w.session.a.prefs.load().Backups.Every, w.session.a.options.Clock())
	if w.scratch || moment.IsZero() || !of.DueSince(moment) {
		return
	}
	_, err := of.Keep(w.open, store.OnSchedule)
	w.mu.Lock()
	w.backupFault = ""
	if err != nil && fault.CodeOf(err) != fault.Cancelled {
		w.backupFault = "The scheduled backup was not taken. " + err.Error()
	}
	w.mu.Unlock()
	w.set(see(of))
	w.session.a.host.Emit("backups", nil)
}

// dueBefore is from before when the latest backup must be for another to be due; never for a zero time.
func dueBefore(every string, now time.Time) time.Time {
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch every {
	case "never":
		return time.Time{}
	case "week":
		return today.AddDate(0, 0, -6)
	}
	return today
}
