package store

import (
	"syscall"

	bolt "go.etcd.io/bbolt"
)

// letMapped lets go of the pages of the file that reading has mapped: the system keeps them for as long as it
// has room, and maps them again when they are read again. What is mapped stays where it is while tx is open.
func letMapped(tx *bolt.Tx) {
	// Where the system refuses, nothing but memory is lost.
	_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, tx.DB().Info().Data, uintptr(tx.Size()), syscall.MADV_DONTNEED)
}
