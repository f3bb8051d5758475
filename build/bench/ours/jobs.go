// Package ours are the jobs that measure Cadastre through its own packages, and those that
// make the data. It may import store and app/exchange.
package ours

import (
	"runtime"
	"strconv"

	"cadastre/build/bench/data"
	"cadastre/build/bench/job"
	"cadastre/store"
)

// Jobs are what can be measured and made.
var Jobs = job.Jobs{
	"make-catalogue": makeCatalogue,
	"make-book":      makeBook,
	"make-imported":  makeImported,
	"make-values":    makeValues,
	"import":         importBook,
	"bulk":           bulkEdit,
	"undo":           undoImport,
	"export":         exportBook,
	"open":           openCatalogue,
	"filter":         filterSortPage,
	"sort":           sortAndPage,
	"search":         searchAndPage,
	"count":          countChoices,
	"save":           saveOne,
	"bare-write":     bareWrite,
	"window":         startWindow,
}

// makeCatalogue makes a catalogue: FILE SYSTEMS COMPONENTS.
func makeCatalogue(words []string) (job.Metrics, error) {
	n, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, err
	}
	components, err := strconv.Atoi(words[2])
	if err != nil {
		return nil, err
	}
	return job.Metrics{}, data.Catalogue(words[0], n, components)
}

// makeBook makes a workbook: FILE ROWS KIND.
func makeBook(words []string) (job.Metrics, error) {
	n, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, err
	}
	return job.Metrics{}, data.Workbook(words[0], n, data.Kind(words[2]))
}

// with opens a catalogue, hands it to do, and closes it.
func with(path string, do func(*store.Store) error) error {
	s, err := store.Open(path, store.Options{})
	if err != nil {
		return err
	}
	err = do(s)
	if closed := s.Close(); err == nil {
		err = closed
	}
	return err
}

// withCopy does the same with a copy, so that the catalogue stays as it is.
func withCopy(path, to string, do func(*store.Store) error) error {
	if err := data.Copy(path, to); err != nil {
		return err
	}
	return with(to, func(s *store.Store) error {
		runtime.GC()
		return do(s)
	})
}
