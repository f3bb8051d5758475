package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
)

// workerMode is the variable that makes this program do, on the catalogue it names, what it is told on its
// input, and say so line by line when it is done: the program that is killed.
const workerMode = "CADASTRE_TORTURE_WORKER"

func work() {
	path := os.Getenv(workerMode)
	var ops []op
	if err := json.NewDecoder(os.Stdin).Decode(&ops); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	say("began")
	if len(ops) == 1 && (ops[0].Kind == rekeying || ops[0].Kind == restoring) {
		say("done", ops[0].doClosed(path))
		return
	}
	s, err := openOrCreate(path)
	say("opened", err)
	if err != nil {
		os.Exit(1)
	}
	for _, o := range ops {
		err := o.do(s, filepath.Dir(path))
		if err != nil { // as a user does, it tries once more
			say("", err)
			err = o.do(s, filepath.Dir(path))
		}
		if say("done", err); err != nil {
			break
		}
	}
	say("closed", s.Close())
}

// say tells the parent at once; there is nothing between this program and the pipe.
func say(word string, err ...error) {
	for _, e := range err {
		if e != nil {
			word = fmt.Sprintf("%s: %s", fault.CodeOf(e), fault.From(e).Message)
		}
	}
	_, _ = os.Stdout.WriteString(word + "\n") // nobody is left to tell
}

func openOrCreate(path string) (*store.Store, error) {
	s, err := store.Open(path, store.Options{})
	if fault.CodeOf(err) == fault.NotFound {
		return store.Create(path, store.Options{})
	}
	return s, err
}

// do does what a user does, by the same ways.
func (o *op) do(s *store.Store, dir string) error {
	ctx := context.Background()
	var err error
	switch o.Kind {
	case "save":
		_, err = s.Apply(ctx, o.draft(s))
	case "import":
		err = o.bringIn(ctx, s, filepath.Join(dir, "import.csv"))
	case "undo":
		_, err = s.Undo(ctx, 0, "Ann")
	case "backup":
		err = s.Backup(o.To)
	}
	return err
}

func (o *op) draft(s *store.Store) change.Draft {
	d := change.Draft{Who: "Ann", Summary: "A change", Origin: change.Origin{Kind: change.FromForm}}
	for name, text := range o.Rows {
		e := change.Edit{Op: change.Create, Table: systems.Num, Fields: []record.FieldValue{
			{Num: systems.PrimaryField().Num, Value: record.OfString(name)}, {Num: description.Num, Value: record.OfString(text)}}}
		if known := query.Find(s.Snapshot(), systems.Num, name); len(known) > 0 {
			e.Op, e.ID = change.Update, known[0]
			if text == "" {
				e.Op, e.Fields = change.Delete, nil
			}
		}
		d.Edits = append(d.Edits, e)
	}
	return d
}

// bringIn imports the rows from a file.
func (o *op) bringIn(ctx context.Context, s *store.Store, path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(file)
	lines := [][]string{{"Name", "Description"}}
	for name, text := range o.Rows {
		lines = append(lines, []string{name, text})
	}
	if err := w.WriteAll(lines); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	plan, err := exchange.Planner{Snapshot: s.Snapshot(), IDs: record.NewID}.Plan(ctx, []string{path}, exchange.Options{Table: systems.Key})
	if err != nil {
		return err
	}
	draft, err := plan.Draft("Ann", s.Snapshot())
	if err == nil {
		_, err = s.Apply(ctx, draft)
	}
	return err
}
