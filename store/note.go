package store

import (
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"cadastre/store/fault"
)

// Beside a catalogue that is open lies a note of who has it, for whoever else wants it. The file's own
// lock is what keeps two programs apart; a note alone means something only when it comes from another
// machine: some network and all synchronized folders carry notes, but no locks.

// A Holder is who has a catalogue open for writing.
type Holder struct {
	Who     string    `json:"who"`
	Machine string    `json:"machine"`
	Since   time.Time `json:"since"`
}

// ErrNoted is the cause when only a note from another machine says that a catalogue is in use.
var ErrNoted = errors.New("store: a note from another machine")

// HolderOf says who has a catalogue open by the note beside it; nobody in particular without one.
func HolderOf(path string) Holder {
	h, _ := readNote(path)
	return h
}

// String is a clause: "Ada Marsh has it open on PC-17 since 26 November 2026, 09:14".
func (h Holder) String() string {
	if h.Machine == "" {
		return cmp.Or(h.Who, "another window or program") + " has it open"
	}
	return cmp.Or(h.Who, "somebody") + " has it open on " + h.Machine + " since " + h.Since.Local().Format("2 January 2006, 15:04")
}

func notePath(path string) string {
	return filepath.Join(filepath.Dir(path), ".~"+filepath.Base(path)+".open")
}

// readNote says who has a catalogue open by the note beside it; nobody in particular without one.
func readNote(path string) (h Holder, there bool) {
	raw, err := os.ReadFile(notePath(path))
	if err != nil || json.Unmarshal(raw, &h) != nil {
		return Holder{}, false
	}
	return h, h.Machine != ""
}

func machine() string {
	name, err := os.Hostname()
	if err != nil {
		return "this computer"
	}
	return name
}

// leaveNote notes that the file is ours, once its lock is. Whoever may read the catalogue may read the note.
// It returns InUse when somebody on another machine has left one.
func (s *Store) leaveNote() error {
	if h, there := readNote(s.path); there && h.Machine != machine() && !s.options.TakeOver {
		return fault.Wrap(ErrNoted, fault.InUse, "%s seems to be in use: %s. If that is no longer so, delete the note %s.", s.path, h, notePath(s.path))
	}
	info, err := os.Stat(s.path)
	if err != nil {
		return s.explain(err)
	}
	raw, err := json.Marshal(Holder{s.options.Who, machine(), s.options.Clock().UTC()})
	if err != nil {
		return s.explain(err)
	}
	s.note = os.WriteFile(notePath(s.path), raw, info.Mode().Perm()) == nil // where it cannot be left, the lock is all there is
	return nil
}

func (s *Store) removeNote() {
	if s.note {
		_ = os.Remove(notePath(s.path)) // a note that stays is known to be ours by the machine's name
		s.note = false
	}
}

func (s *Store) inUse(cause error) error {
	h, _ := readNote(s.path)
	return fault.Wrap(cause, fault.InUse, "%s is in use: %s. Close it there, then try again.", s.path, h)
}
