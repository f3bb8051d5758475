//go:build !windows

package shell

// UseConsole has nothing to do here: every program writes where it was started.
func UseConsole() {}
