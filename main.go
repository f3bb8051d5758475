// Command cadastre keeps the catalogue of an organization's IT: in a window, or by
// commands when its arguments name one.
package main

import (
	"os"
	"time"

	"cadastre/app/api"
	"cadastre/app/command"
)

// version is set by the build.
var version = "development"

func main() {
	os.Exit(command.Main(os.Args[1:], command.Environment{Version: version, Out: os.Stdout, Err: os.Stderr, Clock: time.Now, Who: api.SystemUser()}))
}
