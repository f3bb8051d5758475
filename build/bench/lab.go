package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cadastre/build/bench/job"
	"cadastre/store"
)

// A lab does tasks and keeps what they measured.
type lab struct {
	ctx      context.Context
	folder   string // of the data, made once and used again
	progress io.Writer
	programs map[string]program
	samples  map[string][]job.Metrics
	absent   map[string]string // why a task could not be done
	failed   []error           // what Cadastre could not do
	strict   bool              // a task that fails ends the run
}

func newLab(ctx context.Context, o options, progress io.Writer) (*lab, error) {
	folder, err := filepath.Abs(filepath.Join(o.folder, fmt.Sprint("format-", store.Format)))
	if err == nil {
		err = os.MkdirAll(folder, 0o755)
	}
	return &lab{ctx, folder, progress, programs(), map[string][]job.Metrics{}, map[string]string{}, nil, o.quick}, err
}

// rounds does every task so many times, in turn, so that what slows the machine for a while slows all alike.
func (l *lab) rounds(tasks []task, rounds int) error {
	tasks, err := l.possible(tasks)
	if err != nil {
		return err
	}
	for round := range rounds {
		for i, t := range tasks {
			if l.absent[t.name] != "" {
				continue
			}
			fmt.Fprintf(l.progress, "round %d of %d, %2d of %d  %-28s", round+1, rounds, i+1, len(tasks), t.name)
			m, err := l.do(t)
			if err != nil {
				fmt.Fprintln(l.progress, "failed")
				if err := l.without(t, err); err != nil {
					return err
				}
				continue
			}
			fmt.Fprintf(l.progress, "%8.2f s %8.0f MB\n", m["wall"], m["peak"]/1e6)
			l.samples[t.name] = append(l.samples[t.name], m)
		}
	}
	return nil
}

// possible makes the data of the tasks that can be done here, and notes why the others can not.
func (l *lab) possible(tasks []task) ([]task, error) {
	var out []task
	for _, t := range tasks {
		err := l.programs[t.program].missing()
		if err != nil {
			l.absent[t.name] = err.Error()
			continue
		}
		for _, w := range t.words {
			if name, ok := strings.CutPrefix(w, "@"); ok && err == nil {
				err = l.provide(name)
			}
		}
		if err == nil {
			out = append(out, t)
		} else if err = l.without(t, err); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// without goes on where a task has failed, unless the run is strict or the user wants to stop.
func (l *lab) without(t task, why error) error {
	if l.ctx.Err() != nil {
		return errors.New("stopped")
	}
	why = fmt.Errorf("%s: %w", t.name, why)
	if l.strict {
		return why
	}
	if ours := []string{cadastre, window, page}; slices.Contains(ours, t.program) {
		l.failed = append(l.failed, why)
	}
	fmt.Fprintln(l.progress, why)
	l.absent[t.name] = "it failed"
	return nil
}

// do does a task in a process and a folder of its own.
func (l *lab) do(t task) (job.Metrics, error) {
	scratch, err := os.MkdirTemp(l.folder, "scratch-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(scratch)
	words := make([]string, len(t.words))
	for i, w := range t.words {
		words[i] = l.path(scratch, w)
	}
	return l.run(l.programs[t.program].command(words))
}

// path returns a word as the process gets it.
func (l *lab) path(scratch, word string) string {
	if name, ok := strings.CutPrefix(word, "%"); ok {
		return filepath.Join(scratch, name)
	}
	if name, ok := strings.CutPrefix(word, "@"); ok {
		return filepath.Join(l.folder, name)
	}
	return word
}

// run runs a program and returns the metrics that it printed, with its time and its peak of memory.
func (l *lab) run(command []string) (job.Metrics, error) {
	cmd := exec.CommandContext(l.ctx, command[0], command[1:]...)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out.String()+problems.String())
	}
	m := job.Metrics{"wall": time.Since(start).Seconds()}
	for line := range strings.Lines(out.String()) {
		if strings.HasPrefix(line, "{") {
			if err := json.Unmarshal([]byte(line), &m); err != nil {
				return nil, fmt.Errorf("%s printed %q: %w", command[0], line, err)
			}
		}
	}
	if _, told := m["seconds"]; !told {
		m["seconds"] = m["wall"]
	}
	m["peak"] = peakMemory(cmd.ProcessState)
	return m, nil
}

// provide makes a file of the data, unless it is there, and what it is made of.
func (l *lab) provide(name string) error {
	path := filepath.Join(l.folder, name)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	fresh := filepath.Join(l.folder, "new-"+name)
	t := maker(name, fresh)
	if source, ok := strings.CutPrefix(t.words[2], "@"); ok {
		if err := l.provide(source); err != nil {
			return err
		}
	}
	defer os.Remove(fresh) // where it was not finished
	_ = os.Remove(fresh)   // of a run that was stopped
	fmt.Fprintf(l.progress, "making %-38s", name)
	m, err := l.do(t)
	if err != nil {
		fmt.Fprintln(l.progress, "failed")
		return err
	}
	fmt.Fprintf(l.progress, "%8.2f s\n", m["wall"])
	return os.Rename(fresh, path)
}

// maker is the task that makes a file of the data, whose name says what it holds, at path.
func maker(name, path string) task {
	kind, rest, _ := strings.Cut(strings.TrimSuffix(name, filepath.Ext(name)), "-")
	size, detail, _ := strings.Cut(rest, "-")
	switch kind {
	case "imported":
		return task{name, cadastre, words("make-imported", path, "@book-"+size+"-shared.xlsx")}
	case "values":
		return task{name, cadastre, words("make-values", path, "@imported-"+size+".cadastre")}
	case "sqlite", "bolt":
		return task{name, peers, words("make-"+kind, path, "@catalogue-"+rest+".cadastre")}
	}
	return task{name, cadastre, words("make-"+kind, path, size, detail)} // a catalogue or a book
}
