package main

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"time"

	"cadastre/store"
)

// oldCatalogue is a file that a program of the first format wrote, and what it holds.
func (a *attempt) oldCatalogue() ([]byte, state) {
	packed, err := os.Open("store/testdata/format1.cadastre.gz")
	a.must(err)
	defer func() { _ = packed.Close() }()
	z, err := gzip.NewReader(packed)
	a.must(err)
	data, err := io.ReadAll(z)
	a.must(err)
	path := filepath.Join(a.dir, "old"+store.Extension)
	a.must(os.WriteFile(path, data, 0o600))
	c, err := store.Open(path, store.Options{Wait: 20 * time.Second})
	a.must(err)
	defer func() { a.must(c.Close()) }()
	return data, held(c.Snapshot())
}
