package api

import "sync/atomic"

// FileFilter limits a native file dialog to some sorts of file.
type FileFilter struct {
	Name string `json:"name"`
	// Pattern lists the endings: "*.xlsx;*.csv".
	Pattern string `json:"pattern"`
}

// Host is what the window offers to the services.
type Host interface {
	OpenFiles(title string, filters []FileFilter, multiple bool) ([]string, error)
	SaveFile(title, suggestedName string, filters []FileFilter) (string, error)
	Emit(event string, payload any)
	OpenLink(url string) error
	SetTitle(title string)
	Quit()
}

// API holds the services.
type API struct {
	host   Host
	window *Window
	first  string
}

// New makes the services for a window.
func New(host Host) *API { return &API{host: host, window: &Window{host: host}} }

// Services returns the bound structs, one for each area.
func (a *API) Services() []any { return []any{a.window} }

// OpenFirst names the catalogue that the window opens before the person says anything.
func (a *API) OpenFirst(path string) { a.first = path }

// MayClose reports whether the window may close now. While the page has something
// unsaved it may not, and the page is asked by the event "close-requested".
func (a *API) MayClose() bool {
	if !a.window.dirty.Load() {
		return true
	}
	a.host.Emit("close-requested", nil)
	return false
}

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
func (w *Window) OpenLink(url string) error { return w.host.OpenLink(url) }
