package store

import "syscall"

// What the system answers to a write.
var (
	diskFull       = []syscall.Errno{112, 39} // ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL
	writeProtected = []syscall.Errno{19}      // ERROR_WRITE_PROTECT
)
