package shell

import (
	"os"
	"syscall"
)

// UseConsole lets a program that was built for a window write where a command was given: Windows gives
// such a program no console of its own, and no output unless it was redirected.
func UseConsole() {
	const parent = ^uintptr(0)
	attached, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(parent)
	if attached == 0 {
		return // there is a console already, or none to write to
	}
	for _, stream := range []**os.File{&os.Stdout, &os.Stderr} {
		if h := syscall.Handle((*stream).Fd()); h != 0 && h != syscall.InvalidHandle {
			continue // redirected
		}
		if console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0); err == nil {
			*stream = console
		}
	}
}
