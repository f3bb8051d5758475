package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cadastre/store"
	"cadastre/store/fault"
)

// closed are the faults of what is done to a catalogue that nobody has open: its passphrase is set, changed or
// removed, or a backup is restored.
func closed() []trial {
	return []trial{
		{fault: "kill -9 at a passphrase", rounds: 50, try: func(a *attempt) { a.killChores(rekeying) }},
		{fault: "kill -9 at restoring", rounds: 50, try: func(a *attempt) { a.killChores(restoring) }},
		{fault: "a write that fails at a passphrase", rounds: 50, try: func(a *attempt) { a.tracedChore(rekeying) }},
		{fault: "a write that fails at restoring", rounds: 50, try: func(a *attempt) { a.tracedChore(restoring) }},
		{fault: "disk full: a passphrase", rounds: 50, try: func(a *attempt) { a.cramped(rekeying) }},
		{fault: "disk full: restoring", rounds: 50, try: func(a *attempt) { a.cramped(restoring) }},
	}
}

const (
	rekeying  = "rekey"
	restoring = "restore"
)

// doClosed does what a user does to a catalogue that is not open.
func (o *op) doClosed(path string) error {
	options := store.Options{Passphrase: o.Passphrase, Wait: 20 * time.Second}
	if o.Kind == restoring {
		return store.Restore(path, o.To, options)
	}
	_, err := store.Rekey(context.Background(), path, o.To, options)
	return err
}

// A shelved is a catalogue with a backup.
type shelved struct {
	path, passphrase, backup string
	now, then                state   // what it holds, and what the backup does
	held                     []state // what it has ever held when a backup was taken
}

// everything keeps all backups.
var everything = store.Shelf{Keep: 1000}

func (a *attempt) shelved(dir string, size int) *shelved {
	v := &shelved{path: filepath.Join(dir, "closed"+store.Extension), passphrase: a.passphrase("-")}
	c, err := store.Create(v.path, store.Options{Passphrase: v.passphrase, Shelf: everything})
	a.must(err)
	first := op{Kind: "save", Rows: rows(a.Rand, nil, size, false)}
	a.must(first.do(c, dir))
	v.then = held(c.Snapshot())
	kept, err := c.Keep(context.Background(), store.OnSchedule)
	a.must(err)
	second := op{Kind: "save", Rows: rows(a.Rand, v.then, 1+size/2, true)}
	a.must(second.do(c, dir))
	v.now, v.backup = held(c.Snapshot()), kept.Path
	v.held = []state{v.then, v.now}
	a.must(c.Close())
	return v
}

// passphrases are none, and two.
var passphrases = []string{"", "correct horse", "battery staple"}

// passphrase picks another one.
func (a *attempt) passphrase(other string) string {
	for {
		if next := passphrases[a.IntN(len(passphrases))]; next != other {
			return next
		}
	}
}

// chore makes up what is to be done.
func (a *attempt) chore(kind string, v *shelved) op {
	o := op{Kind: kind, To: v.backup, Passphrase: v.passphrase}
	if kind == rekeying {
		o.To = a.passphrase(v.passphrase)
	}
	return o
}

// choresEach is how often one catalogue's program is killed; every passphrase takes its time.
const choresEach = 3

// killChores lets a program do a chore once, and then kills it at any moment of others.
func (a *attempt) killChores(kind string) {
	v := a.shelved(a.dir, 1+a.IntN(3000))
	span := patience
	for range 1 + choresEach {
		o := a.chore(kind, v)
		w := a.start(v.path, []op{o})
		w.readUntil(1, "began")
		begun := time.Now()
		kill := time.AfterFunc(time.Duration((0.2+0.9*a.Float64())*float64(span)), func() { _ = w.Process.Kill() }) // it may have ended
		done, trouble := w.wait()
		if kill.Stop() && span == patience {
			span = time.Since(begun)
		}
		if trouble != "" {
			a.wrong("refused without a fault: %s", trouble)
			return
		}
		if !a.stands(v, o, done > 0) {
			return
		}
	}
}

// tracedChore has the system refuse or kill one of its calls.
func (a *attempt) tracedChore(kind string) {
	if _, err := exec.LookPath("strace"); err != nil {
		a.note("not tried: strace is not installed")
		return
	}
	call := []string{"pwrite64", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "renameat", "copy_file_range"}[a.IntN(8)]
	what := []string{"error=EIO", "error=ENOSPC", "error=EROFS", "error=EACCES", "signal=KILL", "signal=KILL"}[a.IntN(6)]
	injection := fmt.Sprintf("%s:%s:when=%d", call, what, 1+a.IntN(8))
	a.where += ", strace -e inject=" + injection
	v := a.shelved(a.dir, 1+a.IntN(1000))
	o := a.chore(kind, v)
	w := a.start(v.path, []op{o}, "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace="+call, "-e", "inject="+injection)
	done, said := w.wait()
	if said != "" && (!isFault(said, fault.Code(strings.SplitN(said, ":", 2)[0])) || strings.HasPrefix(said, string(fault.Damaged))) {
		a.wrong("it is answered with %q", said)
	}
	a.stands(v, o, done > 0 && said == "")
}

// stands looks at what a chore left that is said to be done, or not: the one or the other, as a whole, with
// all backups, and it can be changed. From then on v is what is there.
func (a *attempt) stands(v *shelved, o op, done bool) bool {
	c, passphrase := a.openedWith(v.path, o.Passphrase, o.next())
	if c == nil {
		return false
	}
	defer func() { a.must(c.Close()) }()
	now, want := held(c.Snapshot()), v.now
	changed := passphrase != o.Passphrase
	if o.Kind == restoring && maps.Equal(now, v.then) {
		want, changed = v.then, true
	}
	switch {
	case !maps.Equal(now, want):
		a.wrong("it holds something else")
		return false
	case done && !changed:
		a.wrong("it is said to be done and is not")
		return false
	case changed:
		a.note("done")
	default:
		a.note("as it was")
	}
	v.passphrase = passphrase
	return a.goesOnWith(c, v)
}

// next is the passphrase that a catalogue has when the chore is done.
func (o *op) next() string {
	if o.Kind == rekeying {
		return o.To
	}
	return o.Passphrase
}

// goesOnWith changes a catalogue, takes a backup, and sees that this one and those before are whole and that
// nothing half is left.
func (a *attempt) goesOnWith(c *store.Store, v *shelved) bool {
	change := op{Kind: "save", Rows: rows(a.Rand, v.now, 2, true)}
	a.must(change.do(c, a.dir))
	v.now = held(c.Snapshot())
	v.held = append(v.held, v.now)
	_, err := c.Keep(context.Background(), store.OnDemand)
	a.must(err)
	kept, err := everything.Backups(v.path)
	a.must(err)
	for _, k := range kept {
		b, _ := a.openedWith(k.Path, passphrases...)
		if b == nil {
			return false
		}
		if one := held(b.Snapshot()); !slices.ContainsFunc(v.held, func(s state) bool { return maps.Equal(s, one) }) {
			a.wrong("the backup %s holds what the catalogue never held", filepath.Base(k.Path))
		}
		a.must(b.Close())
	}
	if left := halves(filepath.Dir(v.path)); len(left) > 0 {
		a.wrong("left behind: %v", left)
	}
	return true
}

// openedWith opens a catalogue, in which nothing may be wrong, with the passphrase that it has of these.
func (a *attempt) openedWith(path string, passphrases ...string) (c *store.Store, passphrase string) {
	var err error
	for _, passphrase = range passphrases {
		if c, err = store.Open(path, store.Options{Passphrase: passphrase, Shelf: everything, Wait: 20 * time.Second}); err == nil {
			a.clean(c)
			if !c.Encrypted() {
				passphrase = ""
			}
			return c, passphrase
		}
	}
	a.wrong("%s does not open: %v", filepath.Base(path), err)
	return nil, ""
}

// cramped does a chore on a disk that is nearly full, and again when there is room.
func (a *attempt) cramped(kind string) {
	disk, unmount := a.mount("32m")
	if disk == "" {
		return
	}
	defer unmount()
	v := a.shelved(disk, 2000+a.IntN(4000))
	filler := filepath.Join(disk, "filler")
	a.fillDisk(filler, a.IntN(2<<20))
	o := a.chore(kind, v)
	err := o.doClosed(v.path)
	if err != nil && fault.CodeOf(err) != fault.NoSpace {
		a.wrong("a full disk is called %s: %v", fault.CodeOf(err), err)
	}
	a.must(os.Remove(filler))
	if !a.stands(v, o, err == nil) {
		return
	}
	o = a.chore(kind, v)
	if err := o.doClosed(v.path); err != nil {
		a.wrong("with room again it is answered with %v", err)
		return
	}
	a.stands(v, o, true)
}

// fillDisk fills a disk but for some room.
func (a *attempt) fillDisk(filler string, room int) {
	f, err := os.Create(filler)
	a.must(err)
	size, block := 0, make([]byte, 64<<10)
	for ; err == nil; size += len(block) {
		_, err = f.Write(block)
	}
	a.must(f.Truncate(int64(max(0, size-len(block)-room))))
	a.must(f.Close())
}

// halves are the files below a folder that were to become others.
func halves(dir string) (names []string) {
	_ = filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".part") {
			names = append(names, path)
		}
		return nil
	})
	return names
}
