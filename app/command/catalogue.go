package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"

	"cadastre/app/api"
	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

func (e Environment) options() store.Options {
	return store.Options{Clock: e.Clock, Who: e.Who, Passphrase: e.Passphrase, Shelf: api.ShelfOf()}
}

// with opens a catalogue for as long as f runs.
func (e Environment) with(path string, f func(*store.Store) error) error {
	return e.using(store.Open, path, f)
}

// reading is with for what changes nothing: it works also while a window has the catalogue open.
func (e Environment) reading(path string, f func(*store.Store) error) error {
	return e.using(store.OpenReader, path, f)
}

func (e Environment) using(open func(string, store.Options) (*store.Store, error), path string, f func(*store.Store) error) (err error) {
	s, err := open(path, e.options())
	if err != nil {
		return err
	}
	defer func() {
		if closed := s.Close(); err == nil {
			err = closed
		}
	}()
	if left := s.Unpruned(); left != nil {
		fmt.Fprintln(e.Err, left)
	}
	return f(s)
}

func newCatalogue(ctx context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, 1, sw("sample"))
	if err != nil {
		return err
	}
	s, err := store.Create(w.args[0], env.options())
	if err != nil {
		return err
	}
	if w.has("sample") {
		err = api.FillSample(ctx, s, env.Who, api.Options{Clock: env.Clock})
	}
	if closed := s.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = os.Remove(w.args[0]) // it did not exist before
		return err
	}
	fmt.Fprintf(env.Err, "%s is ready.\n", w.args[0])
	return nil
}

func undo(ctx context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, 2)
	if err != nil {
		return err
	}
	seq := uint64(0)
	if len(w.args) == 2 {
		if seq, err = strconv.ParseUint(w.args[1], 10, 64); err != nil || seq == 0 {
			return fault.New(fault.Usage, "“%s” is no number of a change. “cadastre history” lists them.", w.args[1])
		}
	}
	return env.with(w.args[0], func(s *store.Store) error {
		h, err := s.Undo(ctx, seq, env.Who)
		if err == nil {
			fmt.Fprintf(env.Err, "%s (change %d).\n", h.Summary, h.Seq)
		}
		return err
	})
}

func backup(_ context.Context, env Environment, in []string) error {
	w, err := parse(in, 2, 2)
	if err != nil {
		return err
	}
	if err := store.Copy(w.args[0], w.args[1]); err != nil {
		return err
	}
	fmt.Fprintf(env.Err, "%s holds a copy of %s.\n", w.args[1], w.args[0])
	return nil
}

type checkDocument struct {
	OK         bool           `json:"ok"`
	Records    int            `json:"records"`
	ChangeSets int            `json:"changeSets"`
	Problems   []checkProblem `json:"problems"`
}

type checkProblem struct {
	Code    string `json:"code"`
	Table   string `json:"table"`
	Record  string `json:"record"`
	Message string `json:"message"`
}

func check(ctx context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, 1, sw("json"))
	if err != nil {
		return err
	}
	return env.reading(w.args[0], func(s *store.Store) error {
		report, err := s.Check(ctx)
		if err != nil {
			return err
		}
		doc := checkDocument{OK: len(report.Problems) == 0, Records: report.Records, ChangeSets: report.ChangeSets, Problems: []checkProblem{}}
		for _, p := range report.Problems {
			doc.Problems = append(doc.Problems, checkProblem(p))
		}
		if w.has("json") {
			if err := writeJSON(env.Out, doc); err != nil {
				return err
			}
		} else {
			for _, p := range doc.Problems {
				fmt.Fprintf(env.Out, "%s %s %s: %s\n", p.Code, p.Table, p.Record, p.Message)
			}
		}
		if !doc.OK {
			return fault.New(fault.Damaged, "%s has %d problems in %d records and %d changes. Restore a backup.", w.args[0], len(doc.Problems), doc.Records, doc.ChangeSets)
		}
		fmt.Fprintf(env.Err, "Everything is right: %d records, %d changes.\n", doc.Records, doc.ChangeSets)
		return nil
	})
}

type historyDocument struct {
	ChangeSets []api.ChangeSet `json:"changeSets"`
}

func history(_ context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, 1, opt("table"), opt("record"), sw("json"))
	if err != nil {
		return err
	}
	if w.has("table") != w.has("record") {
		return fault.New(fault.Usage, "--table and --record go together.")
	}
	return env.reading(w.args[0], func(s *store.Store) error {
		doc := historyDocument{ChangeSets: []api.ChangeSet{}}
		if w.has("record") {
			doc.ChangeSets, err = historyOf(s, w.one("table"), w.one("record"))
		} else {
			doc.ChangeSets, err = wholeHistory(s)
		}
		if err != nil {
			return err
		}
		if w.has("json") {
			return writeJSON(env.Out, doc)
		}
		return writeHistory(env.Out, doc.ChangeSets)
	})
}

func historyOf(s *store.Store, table, name string) ([]api.ChangeSet, error) {
	t, id, err := findRecord(s, table, name)
	if err != nil {
		return nil, err
	}
	sets, err := s.History(t.Num, id)
	out := []api.ChangeSet{}
	for i := range sets {
		doc := api.ChangeSetOf(sets[i].Header)
		doc.Changes = api.ChangesOf(s, &sets[i], sets[i].Changes)
		out = append(out, doc)
	}
	return out, err
}

func wholeHistory(s *store.Store) ([]api.ChangeSet, error) {
	headers := s.Headers()
	out := []api.ChangeSet{}
	for i := len(headers) - 1; i >= 0; i-- {
		set, err := s.Set(headers[i].Seq)
		if err != nil {
			return nil, err
		}
		doc := api.ChangeSetOf(set.Header)
		doc.Changes = api.ChangesOf(s, &set, set.Changes)
		out = append(out, doc)
	}
	return out, nil
}

func writeHistory(out io.Writer, sets []api.ChangeSet) error {
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, c := range sets {
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\n", c.Seq, c.Time, c.Who, c.Summary)
	}
	return t.Flush()
}

func showSchema(_ context.Context, env Environment, in []string) error {
	w, err := parse(in, 0, 0, sw("json"))
	if err != nil {
		return err
	}
	m := schema.Default()
	if w.has("json") {
		return writeJSON(env.Out, m)
	}
	t := tabwriter.NewWriter(env.Out, 0, 4, 2, ' ', 0)
	for _, table := range m.Tables {
		fmt.Fprintf(t, "%s\t%s\n", table.Key, table.Label)
		for _, f := range table.Fields {
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", f.Key, f.Label, f.Kind, strings.TrimSpace(f.Choice+f.Target))
		}
	}
	return t.Flush()
}

func version(_ context.Context, env Environment, in []string) error {
	if _, err := parse(in, 0, 0); err != nil {
		return err
	}
	fmt.Fprintln(env.Out, env.Version)
	return nil
}

// findRecord finds a record by id or name.
func findRecord(s *store.Store, table, name string) (*schema.Table, record.ID, error) {
	t := exchange.FindTable(s.Model(), table)
	if t == nil {
		return nil, record.NoID, noTable(table)
	}
	id, err := exchange.FindRecord(s.Snapshot(), t, name)
	return t, id, err
}

func noTable(name string) error {
	return fault.New(fault.Usage, "There is no table “%s”. “cadastre schema” lists them.", name)
}
