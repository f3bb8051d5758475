//go:build !linux && !darwin && !windows

package store

// networkOf is not known on this system.
func networkOf(string) string { return "" }
