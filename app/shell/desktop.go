//go:build (production || bindings) && !bridge

package shell

import (
	"context"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cadastre/app/api"
)

// desktop is the api.Host of a real window.
type desktop struct {
	ctx    context.Context // of the window; to be read once ready is closed
	ready  chan struct{}
	folder lastFolder

	titling sync.Mutex
	title   string // set before there was a window
}

func newDesktop() *desktop { return &desktop{ready: make(chan struct{})} }

// start takes the window's context. It runs beside the page's first calls, so that
// every method waits for it; the catalogue may be open before.
func (d *desktop) start(ctx context.Context) {
	d.titling.Lock()
	d.ctx = ctx
	close(d.ready)
	if d.title != "" {
		runtime.WindowSetTitle(ctx, d.title)
	}
	d.titling.Unlock()
	runtime.OnFileDrop(ctx, func(_, _ int, paths []string) { d.Emit(filesDropped, paths) })
	fitScreen(ctx)
}

// fitScreen fills a screen that the window and its frame would not fit on, so that
// nothing stands beyond its edge.
func fitScreen(ctx context.Context) {
	screens, err := runtime.ScreenGetAll(ctx)
	if err != nil {
		return // the window stays as it is
	}
	for _, s := range screens {
		if s.IsCurrent && (s.Size.Width <= windowWidth || s.Size.Height <= windowHeight+frameHeight) {
			runtime.WindowMaximise(ctx)
		}
	}
}

func (d *desktop) window() context.Context {
	<-d.ready
	return d.ctx
}

// OpenFiles shows the native open dialog; no path means that it was cancelled.
func (d *desktop) OpenFiles(title string, filters []api.FileFilter, multiple bool) ([]string, error) {
	o := runtime.OpenDialogOptions{Title: title, Filters: dialogFilters(filters), DefaultDirectory: d.folder.get()}
	if multiple {
		paths, err := runtime.OpenMultipleFilesDialog(d.window(), o)
		if len(paths) > 0 {
			d.folder.of(paths[0])
		}
		return paths, err
	}
	path, err := runtime.OpenFileDialog(d.window(), o)
	if path == "" {
		return nil, err
	}
	d.folder.of(path)
	return []string{path}, err
}

// OpenFolder shows the native dialog for a folder; "" means that it was cancelled.
func (d *desktop) OpenFolder(title string) (string, error) {
	return runtime.OpenDirectoryDialog(d.window(), runtime.OpenDialogOptions{
		Title: title, DefaultDirectory: d.folder.get(), CanCreateDirectories: true,
	})
}

// SaveFile shows the native save dialog; "" means that it was cancelled.
func (d *desktop) SaveFile(title, suggestedName string, filters []api.FileFilter) (string, error) {
	path, err := runtime.SaveFileDialog(d.window(), runtime.SaveDialogOptions{
		Title: title, DefaultFilename: suggestedName, DefaultDirectory: d.folder.get(),
		Filters: dialogFilters(filters), CanCreateDirectories: true,
	})
	if path == "" || err != nil {
		return "", err
	}
	d.folder.of(path)
	return withExtension(path, filters)
}

// Emit sends an event to the page.
func (d *desktop) Emit(event string, payload any) { runtime.EventsEmit(d.window(), event, payload) }

// OpenLink opens a link in the user's browser or mail program.
func (d *desktop) OpenLink(link string) error {
	safe, err := safeLink(link)
	if err != nil {
		return err
	}
	runtime.BrowserOpenURL(d.window(), safe)
	return nil
}

// SetTitle sets the window's title, of one that is still to come as well: whoever opens a catalogue
// meanwhile does not wait for it.
func (d *desktop) SetTitle(title string) {
	d.titling.Lock()
	defer d.titling.Unlock()
	if d.title = title; d.ctx != nil {
		runtime.WindowSetTitle(d.ctx, title)
	}
}

// Quit asks to close the window, as its close button does.
func (d *desktop) Quit() { runtime.Quit(d.window()) }

func dialogFilters(filters []api.FileFilter) []runtime.FileFilter {
	out := make([]runtime.FileFilter, len(filters))
	for i, f := range filters {
		out[i] = runtime.FileFilter{DisplayName: f.Name, Pattern: f.Pattern}
	}
	return out
}
