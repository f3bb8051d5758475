// Command peers measures what people would use instead of Cadastre, and the floors under
// it, on the same data: other readers and writers of workbooks, SQLite, key-value stores.
// It is a module of its own, so that Cadastre carries none of them.
package main

import (
	"fmt"
	"os"

	"cadastre/build/bench/job"
)

var jobs = job.Jobs{
	"excelize-rows":    excelizeRows,
	"excelize-getrows": excelizeGetRows,
	"xlsxreader":       xlsxReader,
	"tealeg":           tealeg,
	"streamwriter":     streamWriter,
	"make-bolt":        makeBolt,
	"decode":           decode,
	"decode-json":      decodeJSON,
	"make-sqlite":      makeSQLite,
	"sqlite-filter":    sqliteFilter,
	"sqlite-search":    sqliteSearch,
	"sqlite-save":      sqliteSave,
	"pebble-save":      pebbleSave,
	"badger-save":      badgerSave,
}

func main() {
	if err := jobs.Run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
