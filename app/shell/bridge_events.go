//go:build bridge

package shell

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

// An event is what the page gets, in the order of Seq, without gaps.
type event struct {
	Seq  int    `json:"seq"`
	Name string `json:"name"`
	Data any    `json:"data"`
}

// An eventLog keeps every event, so that a page whose connection broke misses none.
type eventLog struct {
	mu      sync.Mutex
	events  []event
	changed chan struct{} // closed and replaced with each event
	closed  <-chan struct{}
}

// newEventLog makes a log whose readers leave once closed is closed.
func newEventLog(closed <-chan struct{}) *eventLog {
	return &eventLog{changed: make(chan struct{}), closed: closed}
}

func (l *eventLog) add(name string, data any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.events = append(l.events, event{len(l.events) + 1, name, data})
	close(l.changed)
	l.changed = make(chan struct{})
}

// after returns the events that follow seq, and a channel that closes with the next.
func (l *eventLog) after(seq int) ([]event, <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.events[min(seq, len(l.events)):], l.changed
}

// last returns the newest event's number.
func (l *eventLog) last() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.events)
}

// ServeHTTP sends the events as server-sent events: from now on, or from the one that
// a returning page saw last.
func (l *eventLog) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	seen, err := strconv.Atoi(r.Header.Get("Last-Event-ID"))
	if err != nil {
		seen = l.last()
	}
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, ": open\n\n")
	for {
		w.(http.Flusher).Flush()
		events, changed := l.after(seen)
		for _, e := range events {
			text, _ := json.Marshal(e)
			fmt.Fprintf(w, "id: %d\ndata: %s\n\n", e.Seq, text)
			seen = e.Seq
		}
		if len(events) > 0 {
			continue
		}
		select {
		case <-changed:
		case <-l.closed:
			return
		case <-r.Context().Done():
			return
		}
	}
}
