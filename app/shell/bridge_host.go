//go:build bridge

package shell

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// A dialogue is what a native dialog would have shown.
type dialogue struct {
	Kind          string           `json:"kind"` // open, save, folder or link
	Title         string           `json:"title"`
	SuggestedName string           `json:"suggestedName"`
	Filters       []api.FileFilter `json:"filters"`
	Multiple      bool             `json:"multiple"`
}

// bridgeHost is the api.Host of a browser. Its dialogs are answered from a queue that
// a test fills beforehand; when it is empty the page asks the person at the browser.
type bridgeHost struct {
	mayClose func() bool
	events   *eventLog
	answers  chan []string
	closed   chan struct{}
	close    func()

	mu    sync.Mutex
	asked []dialogue
}

func newBridgeHost() *bridgeHost {
	closed := make(chan struct{})
	return &bridgeHost{
		events:  newEventLog(closed),
		answers: make(chan []string, 64),
		closed:  closed,
		close:   sync.OnceFunc(func() { close(closed) }),
	}
}

// OpenFiles answers with the next paths in the queue.
func (h *bridgeHost) OpenFiles(title string, filters []api.FileFilter, multiple bool) ([]string, error) {
	return h.ask(dialogue{Kind: "open", Title: title, Filters: filters, Multiple: multiple})
}

// OpenFolder answers with the next path in the queue.
func (h *bridgeHost) OpenFolder(title string) (string, error) {
	paths, err := h.ask(dialogue{Kind: "folder", Title: title, Filters: []api.FileFilter{}})
	if len(paths) == 0 {
		return "", err
	}
	return paths[0], err
}

// SaveFile answers with the next path in the queue.
func (h *bridgeHost) SaveFile(title, suggestedName string, filters []api.FileFilter) (string, error) {
	paths, err := h.ask(dialogue{Kind: "save", Title: title, SuggestedName: suggestedName, Filters: filters})
	if len(paths) == 0 {
		return "", err
	}
	return withExtension(paths[0], filters)
}

// Emit sends an event to the page.
func (h *bridgeHost) Emit(event string, payload any) { h.events.add(event, payload) }

// OpenLink notes the link and opens nothing.
func (h *bridgeHost) OpenLink(link string) error {
	safe, err := safeLink(link)
	if err == nil {
		h.note(dialogue{Kind: "link", Title: safe})
	}
	return err
}

// SetTitle sets the browser's title.
func (h *bridgeHost) SetTitle(title string) { h.Emit("bridge:title", title) }

// Quit asks to close the window, as its close button does: the server stops.
func (h *bridgeHost) Quit() {
	if h.mayClose() {
		h.close()
	}
}

func (h *bridgeHost) note(d dialogue) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked = append(h.asked, d)
}

func (h *bridgeHost) ask(d dialogue) ([]string, error) {
	h.note(d)
	select {
	case paths := <-h.answers:
		return paths, nil
	default:
		h.Emit("bridge:dialog", d)
	}
	select {
	case paths := <-h.answers:
		return paths, nil
	case <-time.After(5 * time.Minute):
		return nil, fault.New(fault.Cancelled, "Nobody answered the dialog %q.", d.Title)
	}
}

// answerDialog queues {"paths": […]} for the next dialog; no paths cancel it.
func (h *bridgeHost) answerDialog(w http.ResponseWriter, r *http.Request) {
	if paths, ok := readPaths(w, r); ok {
		h.answers <- paths
	}
}

// dropFiles acts as if {"paths": […]} had been dropped on the window.
func (h *bridgeHost) dropFiles(w http.ResponseWriter, r *http.Request) {
	if paths, ok := readPaths(w, r); ok {
		h.Emit(filesDropped, paths)
	}
}

// listAsked returns every dialog asked for and link opened so far.
func (h *bridgeHost) listAsked(w http.ResponseWriter, _ *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	writeJSON(w, append([]dialogue{}, h.asked...))
}

func readPaths(w http.ResponseWriter, r *http.Request) ([]string, bool) {
	var body struct {
		Paths []string `json:"paths"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return nil, false
	}
	return body.Paths, true
}
