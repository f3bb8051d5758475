package store_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"cadastre/store"
)

// nobody is a user who owns nothing.
const nobody = 65534

// asNobody runs f in a thread that reads and writes files as nobody, and ends with it.
func asNobody(f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0)
		f()
	}()
	<-done
}

// Old backups that cannot be removed are told of; a catalogue that was brought up to date opens all the same.
func TestOldBackupsThatCannotBeRemovedKeepNothingFromOpening(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can become somebody else, who may not remove a file")
	}
	path := format1(t)
	o := store.Options{Shelf: store.Shelf{Keep: 1}}
	folder := o.Shelf.For(path)
	old := filepath.Join(folder, "old 2026-01-01T000000Z change-1 scheduled.cadastre")
	for _, err := range []error{
		os.Chmod(filepath.Dir(filepath.Dir(path)), 0o755),
		os.Chmod(filepath.Dir(path), 0o777), os.Chown(path, nobody, nobody),
		os.Mkdir(folder, 0o700), os.WriteFile(old, []byte("old"), 0o600),
		os.Chmod(folder, 0o777|os.ModeSticky), // only who owns a file may remove it
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	asNobody(func() {
		s, err := store.Open(path, o)
		if err != nil {
			t.Errorf("it does not open: %v", err)
			return
		}
		defer s.Close()
		if left := s.Unpruned(); left == nil || !strings.Contains(left.Error(), old) {
			t.Errorf("nothing tells of the old backup: %v", left)
		}
		mustBeClean(t, s)
		if kept := mustBackups(t, o.Shelf, path); len(kept) != 2 || kept[0].Why != store.BeforeUpdate {
			t.Errorf("%+v", kept)
		}
	})
}
