package main

import (
	"database/sql"
	"fmt"
	"strings"

	_ "github.com/mattn/go-sqlite3"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"cadastre/build/bench/data"
	"cadastre/build/bench/job"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// makeSQLite makes a database of a catalogue's systems, with the names of what they link to in place of
// ids, a key that sorts names as people do, the best indexes for the filter, and a trigram index for the
// search: FILE CATALOGUE.
func makeSQLite(words []string) (job.Metrics, error) {
	db, err := sql.Open("sqlite3", words[0])
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return job.Metrics{}, with(words[1], func(s *snapshot.Snapshot) error {
		if _, err := db.Exec("CREATE TABLE systems (id INTEGER PRIMARY KEY, namekey BLOB, " + strings.Join(columns(), ", ") + ")"); err != nil {
			return err
		}
		if err := fill(db, s); err != nil {
			return err
		}
		for _, statement := range []string{
			"CREATE INDEX byname ON systems (namekey, lifecyclestage, criticality, nextreviewdate)",
			"CREATE INDEX bychoice ON systems (criticality, lifecyclestage, nextreviewdate)",
			"CREATE VIRTUAL TABLE search USING fts5(name, abbreviation, description, content='systems', content_rowid='id', tokenize='trigram remove_diacritics 1')",
			"INSERT INTO search(search) VALUES ('rebuild')",
			"CREATE TABLE journal (seq INTEGER PRIMARY KEY, what BLOB)",
			"ANALYZE",
		} {
			if _, err := db.Exec(statement); err != nil {
				return err
			}
		}
		return nil
	})
}

func columns() []string {
	keys := make([]string, len(data.Systems.Fields))
	for i, f := range data.Systems.Fields {
		keys[i] = `"` + f.Key + `"`
	}
	return keys
}

func fill(db *sql.DB, s *snapshot.Snapshot) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	insert, err := tx.Prepare("INSERT INTO systems VALUES (NULL, ?" + strings.Repeat(", ?", len(data.Systems.Fields)) + ")")
	if err != nil {
		return err
	}
	c := collate.New(language.Und, collate.Numeric)
	t := s.Table(data.Systems.Num)
	for slot := range snapshot.Slot(t.Slots()) {
		var keys collate.Buffer
		row := []any{c.KeyFromString(&keys, t.Name(slot))}
		for _, f := range data.Systems.Fields {
			row = append(row, value(s, f, t.Value(slot, f.Num)))
		}
		if _, err := insert.Exec(row...); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func value(s *snapshot.Snapshot, f *schema.Field, v record.Value) any {
	switch {
	case v.IsBlank():
		return nil
	case v.Class() == record.Int:
		return v.Int()
	}
	return s.Display(f, v)
}

// asking opens a database and prepares the statements that make a page of systems.
func asking(path string, measure func(prepare func(where string) (*sql.Stmt, error)) (job.Metrics, error)) (job.Metrics, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro&_mmap_size=2000000000&_cache_size=-200000")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // one cache, which stays warm
	return measure(func(from string) (*sql.Stmt, error) {
		return db.Prepare(fmt.Sprintf("SELECT systems.%s FROM %s ORDER BY namekey LIMIT %d", strings.Join(data.Shown, ", systems."), from, data.PageSize))
	})
}

// page reads the rows of one page.
func page(statement *sql.Stmt, words ...any) (rows int, err error) {
	found, err := statement.Query(words...)
	if err != nil {
		return 0, err
	}
	defer found.Close()
	texts := make([]sql.NullString, len(data.Shown))
	into := make([]any, len(texts))
	for i := range texts {
		into[i] = &texts[i]
	}
	for found.Next() {
		if err := found.Scan(into...); err != nil {
			return 0, err
		}
		rows++
	}
	return rows, found.Err()
}

// sqliteFilter asks a thousand different filters for their page: DATABASE.
func sqliteFilter(words []string) (job.Metrics, error) {
	filters := data.Filters(1000)
	return asking(words[0], func(prepare func(string) (*sql.Stmt, error)) (job.Metrics, error) {
		statement, err := prepare("systems WHERE lifecyclestage IN (?, ?) AND criticality = ? AND nextreviewdate BETWEEN ? AND ?")
		if err != nil {
			return nil, err
		}
		times, err := job.Each(len(filters), func(i int) error {
			f := filters[i]
			_, err := page(statement, f.Stages[0], f.Stages[1], f.Criticality, f.From, f.To)
			return err
		})
		if err != nil {
			return nil, err
		}
		return job.Spread(times), nil
	})
}

// sqliteSearch asks every search for its page, of FTS5's trigram index where all its words have three
// letters, and by LIKE where not: DATABASE.
func sqliteSearch(words []string) (job.Metrics, error) {
	searches := data.Searches()
	return asking(words[0], func(prepare func(string) (*sql.Stmt, error)) (job.Metrics, error) {
		match, err := prepare("search JOIN systems ON systems.id = search.rowid WHERE search MATCH ?")
		if err != nil {
			return nil, err
		}
		like, err := prepare("systems WHERE name LIKE ?1 OR abbreviation LIKE ?1 OR description LIKE ?1")
		if err != nil {
			return nil, err
		}
		m := job.Metrics{}
		times, err := job.Each(len(searches), func(i int) error {
			rows, err := search(match, like, searches[i])
			m["rows/"+searches[i]] = float64(rows)
			return err
		})
		if err != nil {
			return nil, err
		}
		for i, t := range times {
			m["each/"+searches[i]] = t
		}
		for name, value := range job.Spread(times) {
			m[name] = value
		}
		return m, nil
	})
}

func search(match, like *sql.Stmt, text string) (int, error) {
	words := strings.Fields(text)
	for i, word := range words {
		if len([]rune(word)) < 3 {
			return page(like, "%"+text+"%")
		}
		words[i] = `"` + word + `"`
	}
	return page(match, strings.Join(words, " AND "))
}
