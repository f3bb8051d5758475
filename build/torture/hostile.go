package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"cadastre/store"
)

// A file is one that somebody might send.
type file struct {
	name string
	data []byte
}

// A trap is an address that nobody may come to.
type trap struct {
	net.Listener
	visited chan struct{}
}

// A maker makes a file; trap is an address that it may name.
type maker func(a *attempt, trap string) file

func hostiles() (all []trial) {
	add := func(heavy bool, makers map[string]maker) {
		for name, make := range makers {
			all = append(all, trial{fault: "hostile: " + name, rounds: 50, heavy: heavy, try: func(a *attempt) { a.hand(make) }})
		}
	}
	add(false, map[string]maker{
		"an entity bomb": entityBomb, "a million columns": manyColumns, "a billion rows": manyRows, "parts in a circle": circle,
		"an encrypted workbook": encrypted, "a cut workbook": cutWorkbook, "a wrong ending": wrongEnding, "formulas with links": runningFormulas,
		"absurd dates": absurdDates, "odd characters": oddText, "markup and scripts": markup, "csv with NUL": csvNUL,
		"a package that climbs": climbing, "deep nesting": nested,
	})
	add(true, map[string]maker{
		"a zip bomb": zipBomb, "huge cells": hugeCells, "csv without line ends": csvLong, "csv of quotes": csvQuotes, "many sheets": manySheets,
		"many shared texts": manyTexts,
	})
	return sorted(all)
}

// What handing in a file may cost.
const (
	mostMemory = 1 << 30
	mostTime   = 20 * time.Second // of a processor
)

// hand has the program import a file, and looks what it says, takes and leaves.
func (a *attempt) hand(make maker) {
	t := a.set()
	defer func() { _ = t.Close() }()
	box := filepath.Join(a.dir, "box", "in")
	a.must(os.MkdirAll(box, 0o700))
	f := make(a, t.Addr().String())
	path, catalogue := filepath.Join(box, f.name), filepath.Join(a.dir, "c"+store.Extension)
	a.must(os.WriteFile(path, f.data, 0o600))
	c, err := store.Create(catalogue, store.Options{})
	a.must(err)
	a.must(c.Close())
	i := a.bringIn(box, path, catalogue)
	said, code := i.said, i.ProcessState.ExitCode()
	switch {
	case i.killed:
		a.wrong("%s: no answer after %v", f.name, 6*mostTime)
	case strings.Contains(said, "goroutine ") || strings.Contains(said, "panic") || code != 0 && code != 1 && code != 3:
		a.wrong("%s: exit %d: %.600s", f.name, code, said)
	case code == 1 && (len(said) < 15 || !strings.HasSuffix(said, ".")):
		a.wrong("%s: no sentence: %.200q", f.name, said)
	case code == 1:
		a.note("refused with a sentence")
	default:
		a.note("read")
	}
	a.cost(f, i)
	a.traces(t, f)
	if c := a.opened(catalogue); c != nil {
		a.must(c.Close())
	}
}

// An importing is a program that has imported a file, or has tried to.
type importing struct {
	*exec.Cmd
	said   string
	killed bool
	memory int64 // the most that it took
}

// bringIn runs the program on a file, in a home of its own.
func (a *attempt) bringIn(box, path, catalogue string) importing {
	program, err := filepath.Abs(a.program)
	a.must(err)
	ctx, cancel := context.WithTimeout(context.Background(), 6*mostTime) // the machine may be busy
	defer cancel()
	i := importing{Cmd: exec.CommandContext(ctx, program, "import", path, "--into", catalogue, "--partial", "--unknown", "create", "--table", systems.Key)}
	i.Dir = box
	i.Env = append(os.Environ(), "HOME="+box, "TMPDIR="+box, "HTTP_PROXY=")
	var messages bytes.Buffer
	i.Stderr = &messages
	a.must(i.Start())
	ended := make(chan error)
	go func() { ended <- i.Wait() }()
	for err = errRunning; errors.Is(err, errRunning); {
		select {
		case err = <-ended:
		case <-time.After(10 * time.Millisecond):
			i.memory = max(i.memory, mostResident(i.Process.Pid))
		}
	}
	i.said, i.killed = strings.TrimSpace(messages.String()), ctx.Err() != nil
	return i
}

var errRunning = errors.New("it still runs")

// mostResident is how many bytes of memory a process has had at the most, by what Linux says.
func mostResident(pid int) (bytes int64) {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)) // it may have ended
	if _, rest, found := strings.Cut(string(status), "VmHWM:"); found {
		_, _ = fmt.Sscan(rest, &bytes)
	}
	return bytes << 10
}

// cost looks at what an import took.
func (a *attempt) cost(f file, i importing) {
	if used := i.ProcessState.UserTime() + i.ProcessState.SystemTime(); used > mostTime {
		a.wrong("%s took %v of a processor", f.name, used)
	}
	if i.memory > mostMemory {
		a.wrong("%s took %d MB", f.name, i.memory>>20)
	}
}

// set sets a trap.
func (a *attempt) set() *trap {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	a.must(err)
	t := &trap{l, make(chan struct{}, 1)}
	go func() {
		if c, err := l.Accept(); err == nil {
			_ = c.Close()
			t.visited <- struct{}{}
		}
	}()
	return t
}

// traces looks for files that the import left, and for visits to the trap.
func (a *attempt) traces(t *trap, f file) {
	select {
	case <-t.visited:
		a.wrong("%s: an address in the file was opened", f.name)
	default:
	}
	for _, folder := range []string{a.dir, "."} {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if strings.Contains(d.Name(), "escaped") || folder == a.dir && !d.IsDir() && d.Name() != f.name && filepath.Dir(path) != a.dir {
				a.wrong("%s: it left %s", f.name, path)
			}
			if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
				return fs.SkipDir
			}
			return err
		})
		a.must(err)
	}
}
