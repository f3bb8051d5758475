package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"cadastre/store"
	"cadastre/store/fault"
)

// smallDisk fills a disk in memory: what does not fit is refused, and fits once there is room again.
func smallDisk(a *attempt) {
	disk, unmount := a.mount("4m")
	if disk == "" {
		return
	}
	defer unmount()
	c, err := store.Create(filepath.Join(disk, "full"+store.Extension), store.Options{})
	a.must(err)
	filler := filepath.Join(disk, "filler")
	a.must(os.WriteFile(filler, make([]byte, 2<<20+a.IntN(1<<20)), 0o600))
	s := tell(a.Rand, state{}, 0, 500, disk)
	done := a.fill(c, s)
	a.must(os.Remove(filler))
	if left, _ := filepath.Glob(filepath.Join(disk, "backup-*")); len(left) > 0 {
		for _, path := range left {
			a.must(os.Remove(path))
		}
	}
	a.goesOn(c, s, done)
}

// mount makes a disk in memory, or notes that it may not and returns "".
func (a *attempt) mount(size string) (disk string, unmount func()) {
	disk = filepath.Join(a.dir, "disk")
	a.must(os.Mkdir(disk, 0o700))
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size="+size); err != nil {
		a.note("not tried: mounting is not allowed")
		return "", nil
	}
	return disk, func() { a.must(syscall.Unmount(disk, syscall.MNT_DETACH)) }
}

// nobody is a user who owns nothing.
const nobody = 65534

// readOnly opens a file that may only be read, as a user who has no more rights than that.
func readOnly(a *attempt) {
	path := filepath.Join(a.dir, "read"+store.Extension)
	c, err := store.Create(path, store.Options{})
	a.must(err)
	s := tell(a.Rand, state{}, 0, 1, a.dir)
	a.must(s.ops[0].do(c, a.dir))
	a.must(c.Close())
	a.must(os.Chmod(path, 0o444))
	a.must(os.Chmod(a.dir, 0o755))
	if os.Getuid() != 0 {
		a.must(os.Chmod(a.dir, 0o555))
		defer func() { a.must(os.Chmod(a.dir, 0o755)) }()
	}
	out := a.asNobody("set", path, systems.Key, "System", "description=x")
	if !strings.Contains(out, path) || !strings.HasSuffix(strings.TrimSpace(out), ".") || strings.Contains(out, "goroutine") {
		a.wrong("a file that may not be written is answered with %q", out)
	}
	c, err = store.Open(path, store.Options{})
	if fault.CodeOf(err) == fault.ReadOnly {
		a.note("refused")
		return
	}
	a.must(err)
	a.holds(c, s, 1)
	a.must(c.Close())
	a.note("refused")
}

// asNobody runs one of the program's commands.
func (a *attempt) asNobody(words ...string) string {
	self, err := filepath.Abs(a.program)
	a.must(err)
	data, err := os.ReadFile(self)
	a.must(err)
	copied := filepath.Join(a.dir, "cadastre")
	a.must(os.WriteFile(copied, data, 0o755)) // where everybody may run it
	cmd := exec.Command(copied, words...)
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := cmd.CombinedOutput()
	if err == nil {
		a.wrong("%v was done: %s", words, out)
	}
	return string(out)
}
