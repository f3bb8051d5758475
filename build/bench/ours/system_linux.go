package ours

import (
	"os"
	"syscall"
)

// syncData waits until the disk has what a file holds.
func syncData(f *os.File) error { return syscall.Fdatasync(int(f.Fd())) }
