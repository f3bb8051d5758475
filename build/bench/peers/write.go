package main

import (
	"fmt"
	"os"

	"github.com/xuri/excelize/v2"

	"cadastre/build/bench/data"
	"cadastre/build/bench/job"
	"cadastre/store"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// with opens a catalogue and hands its snapshot to do.
func with(path string, do func(*snapshot.Snapshot) error) error {
	s, err := store.Open(path, store.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	return do(s.Snapshot())
}

// streamWriter writes the workbook's columns of every system as bare cells by excelize's StreamWriter,
// the fastest that it has: CATALOGUE OUT.
func streamWriter(words []string) (job.Metrics, error) {
	m := job.Metrics{}
	return m, with(words[0], func(s *snapshot.Snapshot) (err error) {
		if m["seconds"], err = job.Timed(func() error { return stream(s, words[1]) }); err != nil {
			return err
		}
		info, err := os.Stat(words[1])
		m["file"] = float64(info.Size())
		return err
	})
}

func stream(s *snapshot.Snapshot, path string) error {
	file := excelize.NewFile()
	defer file.Close()
	w, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	t := s.Table(data.Systems.Num)
	cells := make([]any, len(data.BookFields()))
	for n, slot := range t.Order(data.Systems.PrimaryField().Num).Sorted {
		for i, key := range data.BookFields() {
			f := data.Systems.Field(key)
			if v := t.Value(slot, f.Num); f.Kind == schema.Date {
				cells[i] = v.Int()
			} else {
				cells[i] = s.Display(f, v)
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n+1), cells); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return file.SaveAs(path)
}
