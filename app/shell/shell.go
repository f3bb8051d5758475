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
)

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

const withoutWindow = "These commands work without a window: new, import, export, list, show, set, history, " +
	"undo, check, backup, schema and version. 'cadastre help' explains them."
