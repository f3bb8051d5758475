// Command cadastre keeps the catalogue of an organization's IT: in a window, or by
// commands when its arguments name one.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"cadastre/app/command"
	"cadastre/app/shell"
)

// version is set by the build.
var version = "development"

// garbage is by how many percent memory may grow before it is cleaned up. An import holds many times what it
// throws away, so that less than Go's usual 100 saves a third of its memory and costs no time that can be measured.
const garbage = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	if shell.Opens(os.Args[1:]) {
		os.Exit(shell.Run(shell.Options{Version: version, Args: os.Args[1:], Out: os.Stdout, Err: os.Stderr}))
	}
	shell.UseConsole()
	os.Exit(command.Main(os.Args[1:], command.Environment{Version: version, Out: os.Stdout, Err: os.Stderr, Clock: time.Now}))
}
