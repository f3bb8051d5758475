//go:build production

package shell

import (
	"os"
	"runtime"

	"cadastre/store/fault"
)

// preflight fails with a sentence where opening the window would end the process:
// on Linux, GTK panics without a display.
func preflight() error {
	if runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" {
		return nil
	}
	return noDisplay("neither DISPLAY nor WAYLAND_DISPLAY is set")
}

func noDisplay(why string) error {
	return fault.New(fault.Unsupported,
		"Cadastre cannot open its window: there is no display (%s).\n%s", why, withoutWindow)
}
