// Package api is what the window may ask for: thin bound services, one file an
// area, with one shape of error. It may import the other use cases and store; no
// use case imports it, but the commands show their documents.
package api

import (
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"cadastre/app/exchange"
	"cadastre/store/fault"
	"cadastre/store/record"
)

// Options are what the services take from outside; zero values are the running program's.
type Options struct {
	// Version is shown to the user.
	Version string
	Clock   func() time.Time
	Log     *slog.Logger
	// SettingsFile is where a person's settings are kept.
	SettingsFile string
	// Settle is how long after opening, or after the first change, the first backup may begin: it slows neither.
	Settle time.Duration
}

// API holds the services of one window.
type API struct {
	host    Host
	options Options
	session *session
	jobs    *Jobs
	window  *Window
	prefs   *Preferences
}

// New makes the services for a window.
func New(host Host, o Options) *API {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.SettingsFile == "" {
		o.SettingsFile = settingsFile()
	}
	if o.Settle == 0 {
		o.Settle = 3 * time.Second
	}
	a := &API{host: host, options: o, jobs: newJobs(host), window: &Window{host: host}, prefs: newPreferences(o.SettingsFile)}
	a.session = newSession(a)
	return a
}

// Services returns the bound structs, one for each area.
func (a *API) Services() []any {
	return []any{&Catalogue{a}, &Model{}, &Records{a}, &Cells{a}, &Views{a}, &History{a}, &Duplicates{a: a}, &Import{a: a, plans: map[string]*exchange.Plan{}, pasted: exchange.Pasted{}}, &Export{a}, &Insight{a}, &SourceSystems{a}, a.jobs, a.prefs, a.window}
}

// OpenFirst begins to open a catalogue before the person says anything.
func (a *API) OpenFirst(path string) { a.session.begin(path) }

// Dark reports whether the page begins in the dark, so that the window can before the page is there.
func (a *API) Dark() bool { return a.prefs.dark() }

// MayClose reports whether the window may close now. While the page has something
// unsaved it may not, and the page is asked by the event "close-requested".
func (a *API) MayClose() bool {
	if !a.window.dirty.Load() {
		return true
	}
	a.host.Emit("close-requested", nil)
	return false
}

// Close gives the open catalogue back; the window calls it last.
func (a *API) Close() {
	_ = a.session.openFirst() // what is still being opened is closed, too
	if err := a.session.close(); err != nil {
		a.options.Log.Error("closing", "err", err)
	}
}

func (a *API) today() int64 { return record.DayOf(a.options.Clock()) }

// rescue turns a panic of a bound method into its error: the page would wait for ever otherwise.
func rescue(err *error) {
	if p := recover(); p != nil {
		*err = fault.Wrap(fmt.Errorf("%v\n%s", p, debug.Stack()), fault.Internal,
			"Something went wrong in Cadastre itself. Nothing was changed; please pass the details on.")
	}
}
