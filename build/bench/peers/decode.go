package main

import (
	"encoding/json"

	bolt "go.etcd.io/bbolt"

	"cadastre/build/bench/job"
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

var bucket = []byte("records")

// makeBolt makes a bbolt file that holds the records of a catalogue and nothing else: FILE CATALOGUE.
func makeBolt(words []string) (job.Metrics, error) {
	db, err := bolt.Open(words[0], 0o600, nil)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return job.Metrics{}, with(words[1], func(s *snapshot.Snapshot) error {
		return db.Update(func(tx *bolt.Tx) error {
			b, err := tx.CreateBucket(bucket)
			if err != nil {
				return err
			}
			b.FillPercent = 0.9
			for _, t := range s.Model.Tables {
				if err := putAll(b, s.Table(t.Num)); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func putAll(b *bolt.Bucket, t *snapshot.Table) error {
	for slot := range snapshot.Slot(t.Slots()) {
		if !t.Live(slot) {
			continue
		}
		r := t.Record(slot)
		if err := b.Put(r.ID[:], record.Append(nil, r)); err != nil {
			return err
		}
	}
	return nil
}

// decode is the floor of opening: it reads every record off bbolt and decodes it: FILE.
func decode(words []string) (job.Metrics, error) {
	n := 0
	seconds, err := job.Timed(func() error {
		return eachRecord(words[0], func(id record.ID, v []byte) error {
			n++
			_, err := record.Decode(id, string(v))
			return err
		})
	})
	return job.Metrics{"seconds": seconds, "records": float64(n)}, err
}

func eachRecord(path string, do func(id record.ID, v []byte) error) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(bucket).ForEach(func(k, v []byte) error { return do(record.ID(k), v) })
	})
}

// A jsonRecord is a record as a program would keep it that gives the matter no thought.
type jsonRecord struct {
	ID      string      `json:"id"`
	Version uint64      `json:"version"`
	Values  []jsonValue `json:"values"`
}

type jsonValue struct {
	Field uint16  `json:"field"`
	Text  string  `json:"text,omitempty"`
	Int   int64   `json:"int,omitempty"`
	Float float64 `json:"float,omitempty"`
	Link  string  `json:"link,omitempty"`
}

// decodeJSON decodes the same records from JSON, which are in memory already: FILE.
func decodeJSON(words []string) (job.Metrics, error) {
	var documents [][]byte
	err := eachRecord(words[0], func(id record.ID, v []byte) error {
		r, err := record.Decode(id, string(v))
		if err != nil {
			return err
		}
		doc, err := json.Marshal(toJSON(r))
		documents = append(documents, doc)
		return err
	})
	if err != nil {
		return nil, err
	}
	records := make([]jsonRecord, len(documents))
	seconds, err := job.Timed(func() error {
		for i, doc := range documents {
			if err := json.Unmarshal(doc, &records[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return job.Metrics{"seconds": seconds, "records": float64(len(records))}, err
}

func toJSON(r *record.Record) jsonRecord {
	out := jsonRecord{ID: r.ID.String(), Version: r.Version}
	for _, f := range r.Values {
		v := jsonValue{Field: uint16(f.Num), Text: f.Value.Str(), Int: f.Value.Int(), Float: f.Value.Float()}
		if id := f.Value.ID(); id != record.NoID {
			v.Link = id.String()
		}
		out.Values = append(out.Values, v)
	}
	return out
}
