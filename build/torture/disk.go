package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"cadastre/store"
	"cadastre/store/fault"
)

func disks() []trial {
	return []trial{
		{fault: "disk full: the file's limit", rounds: 50, try: limitedFile},
		{fault: "disk full: a small disk", rounds: 50, try: smallDisk},
		{fault: "disk full: a quota", rounds: 50, try: quota},
		{fault: "a file taken away while open", rounds: 50, try: takenAway},
		{fault: "a file that may not be written", rounds: 25, try: readOnly},
		{fault: "a write that fails", try: failingWrite},
		{fault: "kill -9 at a write", try: killAtWrite},
		{fault: "a slow disk", rounds: 10, try: slowDisk},
	}
}

// limitedFile fills a file to its limit: the change that does not fit is refused, what was there stays, and
// with more room it fits.
func limitedFile(a *attempt) {
	path := filepath.Join(a.dir, "full"+store.Extension)
	size := 300<<10 + a.IntN(1<<20)
	c, err := store.Create(path, store.Options{MaxSize: size})
	a.must(err)
	s := tell(a.Rand, state{}, 0, 500, a.dir)
	done := a.fill(c, s)
	a.must(c.Close())
	c, err = store.Open(path, store.Options{})
	a.must(err)
	a.goesOn(c, s, done)
}

// fill does one thing after another until one is refused for lack of room, and returns how many were done.
func (a *attempt) fill(c *store.Store, s *story) (done int) {
	for done < len(s.ops) {
		if err := s.ops[done].do(c, a.dir); err != nil {
			if fault.CodeOf(err) != fault.NoSpace {
				a.wrong("a full disk is called %s: %v", fault.CodeOf(err), err)
			}
			break
		}
		done++
	}
	if want, _ := s.then(done); !maps.Equal(want, held(c.Snapshot())) {
		a.wrong("what is in memory is not what was acknowledged")
	}
	return done
}

// goesOn checks that a catalogue holds what was acknowledged, and that what was refused can be done now.
func (a *attempt) goesOn(c *store.Store, s *story, done int) {
	defer func() { a.must(c.Close()) }()
	a.holds(c, s, done)
	if done == len(s.ops) {
		a.note("it never came to it")
		return
	}
	if err := s.ops[done].do(c, a.dir); err != nil {
		a.wrong("it is refused again: %v", err)
		return
	}
	a.holds(c, s, done+1)
	a.note("refused, then saved")
}

func (a *attempt) holds(c *store.Store, s *story, done int) {
	a.clean(c)
	if want, seq := s.then(done); !maps.Equal(want, held(c.Snapshot())) || seq != uint64(len(c.Headers())) {
		a.wrong("after %d of %d acknowledged it holds %d systems by %d change sets, not %d by %d", done, len(s.ops), len(held(c.Snapshot())), len(c.Headers()), len(want), seq)
	}
}

// quota runs the program where files may only have a size.
func quota(a *attempt) {
	path := filepath.Join(a.dir, "quota"+store.Extension)
	s := tell(a.Rand, state{}, 0, 60, a.dir)
	w := a.start(path, s.ops, "sh", "-c", fmt.Sprintf(`ulimit -f %d; exec "$0"`, 500+a.IntN(1500)))
	done, said := w.wait()
	if said != "" && !isFault(said, fault.NoSpace) {
		a.wrong("a quota is called %q", said)
	}
	c, err := store.Open(path, store.Options{})
	if err != nil {
		a.wrong("it does not open: %v", err)
		return
	}
	a.goesOn(c, s, done)
}

// takenAway moves, removes and replaces the file of an open catalogue, and gives it back.
func takenAway(a *attempt) {
	path, kept := filepath.Join(a.dir, "in", "open"+store.Extension), filepath.Join(a.dir, "kept")
	for what, take := range map[string]func() error{
		"moved":                func() error { return os.Rename(path, kept) },
		"replaced":             func() error { return cmp.Or(os.Rename(path, kept), os.WriteFile(path, []byte("another"), 0o600)) },
		"gone with its folder": func() error { return cmp.Or(os.Rename(path, kept), os.RemoveAll(filepath.Dir(path))) },
	} {
		a.must(os.MkdirAll(filepath.Dir(path), 0o700))
		c, err := store.Create(path, store.Options{})
		a.must(err)
		s := tell(a.Rand, state{}, 0, 2, a.dir)
		for s.ops[0].Kind == "backup" || s.ops[1].Kind == "backup" { // which goes elsewhere
			s = tell(a.Rand, state{}, 0, 2, a.dir)
		}
		a.must(s.ops[0].do(c, a.dir))
		a.must(take())
		if err := s.ops[1].do(c, a.dir); err == nil || fault.CodeOf(err) == fault.Internal {
			a.wrong("%s, a change is answered with %v", what, err)
		}
		a.must(os.MkdirAll(filepath.Dir(path), 0o700))
		a.must(os.Rename(kept, path))
		a.goesOn(c, s, 1)
		a.must(os.RemoveAll(filepath.Dir(path)))
	}
}

// failingWrite has the system refuse one write, or one wait for the disk, of a program at work, which then
// tries the same again.
func failingWrite(a *attempt) {
	call := []string{"pwrite64", "fdatasync", "fdatasync", "ftruncate"}[a.IntN(4)]
	sort := []string{"EIO", "ENOSPC", "EROFS", "EACCES", "EDQUOT"}[a.IntN(5)]
	a.traced(fmt.Sprintf("%s:error=%s:when=%d", call, sort, 1+a.IntN(12)), "not noticed")
}

// killAtWrite kills a program at one of its writes, before it is made.
func killAtWrite(a *attempt) {
	call := []string{"pwrite64", "pwrite64", "fdatasync", "ftruncate", "linkat"}[a.IntN(5)]
	a.traced(fmt.Sprintf("%s:signal=KILL:when=%d", call, 1+a.IntN(60)), "killed")
}

// slowDisk has every wait for the disk take long.
func slowDisk(a *attempt) { a.traced("fdatasync:delay_enter=150000", "slow") }

// traced runs a program whose system calls are tampered with.
func (a *attempt) traced(injection, outcome string) {
	if _, err := exec.LookPath("strace"); err != nil {
		a.note("not tried: strace is not installed")
		return
	}
	a.where += ", strace -e inject=" + injection
	call, _, _ := strings.Cut(injection, ":")
	path := filepath.Join(a.dir, "traced"+store.Extension)
	s := tell(a.Rand, state{}, 0, 24, a.dir)
	before := a.IntN(12)
	a.killedAfter(path, s, before)
	w := a.start(path, s.ops[before:], "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace="+call, "-e", "inject="+injection)
	done, said := w.wait()
	done += before
	switch {
	case said == "":
		a.note(outcome)
	case isFault(said, fault.Code(strings.SplitN(said, ":", 2)[0])) && !strings.HasPrefix(said, string(fault.Damaged)):
		a.note("refused with a sentence")
	default:
		a.wrong("it is answered with %q", said)
	}
	a.left(path, s, done)
}

// killedAfter makes a catalogue that a program has left that was killed after it had done the first n ops.
func (a *attempt) killedAfter(path string, s *story, n int) {
	open := path + "-open" + store.Extension
	c, err := store.Create(open, store.Options{})
	a.must(err)
	for i := range n {
		a.must(s.ops[i].do(c, a.dir))
	}
	data, err := os.ReadFile(open)
	a.must(err)
	a.must(os.WriteFile(path, data, 0o600))
	a.must(c.Close())
}

// left looks at what a program left that had trouble with its disk.
func (a *attempt) left(path string, s *story, done int) {
	c, err := store.Open(path, store.Options{})
	if err != nil {
		a.wrong("it does not open: %v", err)
		return
	}
	if n := uint64(len(c.Headers())); done < len(s.ops) && n == s.seqs[done+1] {
		done++ // it was under way
	}
	a.holds(c, s, done)
	a.must(c.Close())
}
