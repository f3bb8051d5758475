//go:build !linux

package ours

import "os"

// syncData waits until the disk has what a file holds.
func syncData(f *os.File) error { return f.Sync() }
