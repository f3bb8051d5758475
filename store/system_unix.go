//go:build !windows

package store

import "syscall"

// What the system answers to a write.
var (
	diskFull       = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	writeProtected = []syscall.Errno{syscall.EROFS}
)
