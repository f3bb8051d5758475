//go:build (production || bindings) && !bridge

package shell

import (
	"os"
	"path/filepath"
	goruntime "runtime"
	"strings"

	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// singleInstance makes a second launch bring this window to the front and hand over
// the catalogue that it names. On Linux that takes a session bus; without one each
// launch has a window, and the catalogue's own lock keeps them apart.
func singleInstance(host *desktop) *options.SingleInstanceLock {
	if goruntime.GOOS == "linux" && !strings.HasPrefix(os.Getenv("DBUS_SESSION_BUS_ADDRESS"), "unix:") {
		return nil
	}
	return &options.SingleInstanceLock{
		UniqueId: "cadastre-catalogue-window",
		OnSecondInstanceLaunch: func(second options.SecondInstanceData) {
			runtime.WindowUnminimise(host.window())
			runtime.WindowShow(host.window())
			if len(second.Args) > 0 && Opens(second.Args) {
				host.Emit(filesDropped, []string{inFolder(second.WorkingDirectory, second.Args[0])})
			}
		},
	}
}

// inFolder returns the full path of a name that was typed in folder.
func inFolder(folder, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(folder, name)
}
