//go:build !linux

package store

import bolt "go.etcd.io/bbolt"

// letMapped does nothing here: the system decides by itself what stays in memory.
func letMapped(*bolt.Tx) {}
