package shell

import "path/filepath"

// Events that the shell sends to the page.
const (
	// closeRequested asks the page what to do about unsaved changes.
	closeRequested = "close-requested"
	// filesDropped carries the full paths of files that were dropped on the window,
	// or of the catalogue that a second launch of the program named.
	filesDropped = "files-dropped"
)

// Window is what the page may tell and ask the window that it is in.
type Window struct {
	start string
	guard *closeGuard
	quit  func()
}

func newWindow(args []string, emit func(event string, payload any), quit func()) *Window {
	w := &Window{quit: quit}
	if len(args) > 0 {
		w.start = absolute(args[0])
	}
	w.guard = &closeGuard{ask: func() { emit(closeRequested, nil) }}
	return w
}

// StartFile returns the catalogue to open first, or "".
func (w *Window) StartFile() string { return w.start }

// SetUnsaved says whether closing now would lose work. While it would, closing the
// window sends the event "close-requested" instead.
func (w *Window) SetUnsaved(unsaved bool) { w.guard.unsaved.Store(unsaved) }

// DiscardAndClose closes the window whatever is unsaved: the answer to "close-requested".
func (w *Window) DiscardAndClose() {
	w.guard.unsaved.Store(false)
	w.quit()
}

func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}
