package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"cadastre/store"
	"cadastre/store/fault"
)

func kills() []trial {
	return []trial{
		{fault: "kill -9 while changing", try: killChanges},
		{fault: "kill -9 while creating", rounds: 25, try: killCreation},
		{fault: "kill -9 while migrating", rounds: 50, try: killMigration},
	}
}

// killsEach is how often one catalogue's program is killed.
const killsEach = 8

// killChanges kills a program again and again while it does one thing after another. What it has said to be
// done is there, and at the most one thing more, as a whole.
func killChanges(a *attempt) {
	path := filepath.Join(a.dir, "k"+store.Extension)
	now, seq := state{}, uint64(0)
	for range killsEach {
		s := tell(a.Rand, now, seq, 12, a.dir)
		w := a.start(path, s.ops)
		w.readUntil(1+a.IntN(len(s.ops)), "done")
		time.Sleep(time.Duration(a.IntN(6000)) * time.Microsecond)
		done, trouble := w.kill()
		if trouble != "" {
			a.wrong("refused without a fault: %s", trouble)
			return
		}
		if now, seq = a.after(path, s, done); now == nil {
			return
		}
	}
}

// after opens what a killed program left, of which it said that so many ops were done, and returns what it
// holds.
func (a *attempt) after(path string, s *story, done int) (state, uint64) {
	c := a.opened(path)
	if c == nil {
		return nil, 0
	}
	defer func() { a.must(c.Close()) }()
	now, seq := held(c.Snapshot()), uint64(len(c.Headers()))
	want, least := s.then(done)
	switch {
	case seq == least:
		a.note("nothing of what was under way")
	case done < len(s.ops) && seq == s.seqs[done+1]:
		want = s.states[done+1]
		a.note("all of what was under way")
	default:
		a.wrong("%d change sets, where %d were acknowledged", seq, least)
		return nil, 0
	}
	if !maps.Equal(want, now) {
		a.wrong("after change set %d it holds %d systems that are not the %d of the model", seq, len(now), len(want))
		return nil, 0
	}
	a.backups(s)
	return now, seq
}

// backups looks at the copies that were made, each of which is whole, or not there.
func (a *attempt) backups(s *story) {
	for i, o := range s.ops {
		if _, err := os.Stat(o.To); o.Kind != "backup" || err != nil {
			continue
		}
		if c := a.opened(o.To); c != nil {
			if want, _ := s.then(i); !maps.Equal(want, held(c.Snapshot())) {
				a.wrong("a backup is not what was there")
			}
			a.must(c.Close())
			a.must(os.Remove(o.To))
		}
	}
}

// opened opens a catalogue in which nothing may be wrong.
func (a *attempt) opened(path string) *store.Store {
	c, err := store.Open(path, store.Options{Wait: 20 * time.Second})
	if err != nil {
		a.wrong("it does not open: %v", err)
		return nil
	}
	a.clean(c)
	return c
}

func (a *attempt) clean(c *store.Store) {
	report, err := c.Check(context.Background())
	if err != nil || len(report.Problems) > 0 {
		a.wrong("check: %v %+v", err, report.Problems)
	}
}

// killCreation kills a program that makes a catalogue. There is none, or an empty one.
func killCreation(a *attempt) {
	for i := range killsEach {
		path := filepath.Join(a.dir, fmt.Sprint(i)+store.Extension)
		w := a.start(path, nil)
		w.readUntil(1, "began")
		time.Sleep(time.Duration(a.IntN(8000)) * time.Microsecond)
		_, _ = w.kill()
		if _, err := os.Stat(path); err != nil {
			a.note("none")
			continue
		}
		if c := a.opened(path); c != nil {
			a.note("an empty one")
			a.must(c.Close())
		}
	}
}

// killMigration kills a program that brings an old catalogue up to date.
func killMigration(a *attempt) {
	old, want := a.oldCatalogue()
	for range killsEach {
		path := filepath.Join(a.dir, "m"+store.Extension)
		a.must(os.WriteFile(path, old, 0o600))
		w := a.start(path, nil)
		w.readUntil(1, "began")
		time.Sleep(time.Duration(a.IntN(60_000)) * time.Microsecond)
		_, _ = w.kill()
		if data, err := os.ReadFile(path); err == nil && bytes.Equal(data[:len(old)], old) {
			a.note("not yet")
		} else {
			a.note("begun or done")
		}
		if c := a.opened(path); c != nil {
			if !maps.Equal(want, held(c.Snapshot())) {
				a.wrong("migrated, it holds something else")
			}
			a.must(c.Close())
		}
	}
}

// A worker is a program at work.
type worker struct {
	*exec.Cmd
	lines *bufio.Scanner
	out   io.Closer
	done  int
	said  string // the last thing that was not one of the words
}

// start runs a worker on a catalogue.
func (a *attempt) start(path string, ops []op, before ...string) *worker {
	self, err := os.Executable()
	a.must(err)
	words := append(before, self)
	w := &worker{Cmd: exec.Command(words[0], words[1:]...)}
	w.Env = append(os.Environ(), workerMode+"="+path)
	w.Stderr = os.Stderr
	told, err := json.Marshal(ops)
	a.must(err)
	w.Stdin = bytes.NewReader(told)
	out, err := w.StdoutPipe()
	a.must(err)
	w.lines, w.out = bufio.NewScanner(out), out
	a.must(w.Start())
	return w
}

// readUntil reads what the worker says until it has said a word so many times.
func (w *worker) readUntil(n int, word string) {
	for n > 0 && w.lines.Scan() {
		if w.hear(); strings.HasPrefix(w.lines.Text(), word) {
			n--
		}
	}
}

func (w *worker) hear() {
	switch line := w.lines.Text(); line {
	case "began", "opened", "closed":
	case "done":
		w.done++
	default:
		w.said = line
	}
}

// kill kills the worker and returns how many ops it has said to be done, and what else it said.
func (w *worker) kill() (done int, said string) {
	_ = w.Process.Kill() // it may have ended
	return w.wait()
}

func (w *worker) wait() (done int, said string) {
	for w.lines.Scan() {
		w.hear()
	}
	_ = w.Wait() // it was killed, or has said what went wrong
	return w.done, w.said
}

// isFault is true for what a worker says of a change that was refused for a reason.
func isFault(said string, codes ...fault.Code) bool {
	for _, c := range codes {
		if strings.HasPrefix(said, string(c)+": ") && strings.HasSuffix(said, ".") {
			return true
		}
	}
	return false
}
