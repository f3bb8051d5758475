package main

import (
	"database/sql"
	"fmt"
	"os"
	"strconv"

	"github.com/cockroachdb/pebble/v2"
	"github.com/dgraph-io/badger/v4"

	"cadastre/build/bench/data"
	"cadastre/build/bench/job"
)

// size is how large a record is.
const size = 900

// saving times so many saves.
func saving(many string, save func(i int) error) (job.Metrics, error) {
	saves, err := strconv.Atoi(many)
	if err != nil {
		return nil, err
	}
	times, err := job.Each(saves, save)
	if err != nil {
		return nil, err
	}
	return job.Spread(times), nil
}

// sqliteSave updates one field and adds to a journal in one transaction, with a write-ahead log that
// waits for the disk: DATABASE COPY TIMES.
func sqliteSave(words []string) (job.Metrics, error) {
	if err := data.Copy(words[0], words[1]); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite3", "file:"+words[1]+"?_journal_mode=WAL&_synchronous=FULL")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var rows int
	if err := db.QueryRow("SELECT count(*) FROM systems").Scan(&rows); err != nil {
		return nil, err
	}
	return saving(words[2], func(i int) error {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if _, err := tx.Exec("UPDATE systems SET abbreviation = ? WHERE id = ?", fmt.Sprint("S", i), i*7919%rows+1); err != nil {
			return err
		}
		if _, err := tx.Exec("INSERT INTO journal (what) VALUES (zeroblob(200))"); err != nil {
			return err
		}
		return tx.Commit()
	})
}

func key(kind byte, i int) []byte { return fmt.Appendf(nil, "%c%08d", kind, i) }

// pebbleSave writes a record and an entry of a journal in one batch that waits for the disk: FOLDER TIMES.
func pebbleSave(words []string) (job.Metrics, error) {
	db, err := pebble.Open(words[0], &pebble.Options{Logger: quiet{}})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return saving(words[1], func(i int) error {
		batch := db.NewBatch()
		defer batch.Close()
		if err := batch.Set(key('r', i*7919%100_000), make([]byte, size), nil); err != nil {
			return err
		}
		if err := batch.Set(key('j', i), make([]byte, 200), nil); err != nil {
			return err
		}
		return batch.Commit(pebble.Sync)
	})
}

// quiet is a logger of pebble that says nothing.
type quiet struct{}

func (quiet) Infof(string, ...any)  {}
func (quiet) Errorf(string, ...any) {}
func (quiet) Fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}

// badgerSave does the same by badger: FOLDER TIMES.
func badgerSave(words []string) (job.Metrics, error) {
	db, err := badger.Open(badger.DefaultOptions(words[0]).WithSyncWrites(true).WithLogger(nil))
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return saving(words[1], func(i int) error {
		return db.Update(func(tx *badger.Txn) error {
			if err := tx.Set(key('r', i*7919%100_000), make([]byte, size)); err != nil {
				return err
			}
			return tx.Set(key('j', i), make([]byte, 200))
		})
	})
}
