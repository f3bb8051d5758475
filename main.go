// Command cadastre keeps the catalogue of an organization's IT: in a window, or by
// commands when its arguments name one.
package main

import (
	"os"
	"time"

	"cadastre/app/command"
	"cadastre/app/shell"
)

// version is set by the build.
var version = "development"

func main() {
	if shell.Opens(os.Args[1:]) {
		os.Exit(shell.Run(shell.Options{Version: version, Args: os.Args[1:], Out: os.Stdout, Err: os.Stderr}))
	}
	shell.UseConsole()
	os.Exit(command.Main(os.Args[1:], command.Environment{Version: version, Out: os.Stdout, Err: os.Stderr, Clock: time.Now}))
}
