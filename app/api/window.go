package api

import "sync/atomic"

// Window is what the page may tell the window that it is in.
type Window struct {
	host  Host
	dirty atomic.Bool
}

// SetDirty says whether closing now would lose what is unsaved in the page.
func (w *Window) SetDirty(dirty bool) { w.dirty.Store(dirty) }

// Quit closes the window whatever is unsaved.
func (w *Window) Quit() {
	w.dirty.Store(false)
	w.host.Quit()
}

// OpenLink opens a link outside the window.
func (w *Window) OpenLink(url string) (err error) {
	defer rescue(&err)
	return w.host.OpenLink(url)
}
