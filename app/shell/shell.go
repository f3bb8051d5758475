// Package shell is the window around the use cases: it opens it, shows the native
// dialogs, carries events to the page and asks before unsaved changes are lost. It
// is the only importer of Wails. It may import app/api, store/fault and frontend.
//
// Which window there is depends on the build: the desktop one (tag production), a
// loopback server that stands in for it in tests (tag bridge), or none.
package shell

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"cadastre/app/api"
)

// filesDropped carries the full paths of files that were dropped on the window, or of
// the catalogue that a second launch of the program named.
const filesDropped = "files-dropped"

// Options say how to open the window.
type Options struct {
	// Version is shown to the user.
	Version string
	// Args are the words after the program's name: nothing, or a catalogue to open.
	Args []string
	// Out takes what a script reads, Err takes sentences for a person.
	Out, Err io.Writer
}

// Opens reports whether the words ask for the window rather than for a command:
// there are none, or the only one names a catalogue.
func Opens(args []string) bool {
	return len(args) == 0 || len(args) == 1 && strings.EqualFold(filepath.Ext(args[0]), ".cadastre")
}

// Run opens the window and returns the exit code when it has been closed.
func Run(o Options) int {
	if err := run(o); err != nil {
		fmt.Fprintln(o.Err, err)
		return 1
	}
	return 0
}

// services makes what the page may ask for, with the catalogue to open first when the
// words name one.
func services(host api.Host, o Options) *api.API {
	a := api.New(host, api.Options{Version: o.Version})
	if len(o.Args) > 0 {
		a.OpenFirst(absolute(o.Args[0]))
	}
	return a
}

func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}
