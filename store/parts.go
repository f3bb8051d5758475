package store

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"cadastre/store/fault"
)

// Every file that is written whole is written under another name first, beside the one it becomes. What a
// crash leaves of one is known by its name and removed later.

const partEnd = ".part"

// partName is the pattern of the names under which a file is written first.
func partName(path string) string { return ".~" + filepath.Base(path) + ".*" + partEnd }

// writeWhole writes a file under another name, only its owner may read it, and then gives it its own.
// A fault leaves nothing behind.
func writeWhole(path string, write func(*os.File) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), partName(path))
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // gone already when all went well
	err = write(tmp)
	if err == nil {
		err = tmp.Sync()
	}
	if closed := tmp.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return rename(tmp.Name(), path)
}

// whereItLies is the file that a path leads to over links: that one is replaced, and the links stay.
func whereItLies(path string) string {
	if file, err := filepath.EvalSymlinks(path); err == nil {
		return file
	}
	return path
}

// rename gives a file another's name, so that it outlasts a power failure.
func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	syncFolder(to)
	return nil
}

// christen gives a finished file a name that no other has, so that it outlasts a power failure. It returns
// fs.ErrExist when one has it.
func christen(finished, path string) error {
	err := os.Link(finished, path)
	switch {
	case errors.Is(err, fs.ErrExist):
		return err
	case err != nil: // not every file system has links
		return rename(finished, path)
	}
	syncFolder(path)
	return nil
}

func syncFolder(path string) {
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync() // not every system can
		_ = dir.Close()
	}
}

// replace gives a finished file the name and the permissions of another, which it takes the place of.
func replace(finished, path string) error {
	if info, err := os.Stat(path); err == nil {
		if err := os.Chmod(finished, info.Mode().Perm()); err != nil {
			return err
		}
	}
	return rename(finished, path)
}

// removeParts removes what a crash has left of files that were to be named path; a * stands for any name.
func removeParts(path string) {
	names, _ := os.ReadDir(filepath.Dir(path)) // what cannot be listed cannot be cleaned
	before, after, _ := strings.Cut(".~"+filepath.Base(path)+".", "*")
	for _, n := range names {
		if name := n.Name(); strings.HasPrefix(name, before) && strings.Contains(name, after) && strings.HasSuffix(name, partEnd) {
			_ = os.Remove(filepath.Join(filepath.Dir(path), name))
		}
	}
}

// shredder overwrites a file that is about to be replaced, as far as the disk does so in place: what is on
// it should not be found again. On Windows an open file cannot be replaced, so that there it does nothing.
func shredder(path string) (shred func()) {
	if runtime.GOOS == "windows" {
		return func() {}
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return func() {}
	}
	return func() {
		if info, err := f.Stat(); err == nil {
			_, _ = io.CopyN(f, zeros{}, info.Size()) // it is as good as gone already
			_ = f.Sync()
		}
		_ = f.Close()
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// stopping is a writer that ends when its context does.
type stopping struct {
	io.Writer
	ctx context.Context
}

func (w stopping) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, fault.From(err)
	}
	return w.Writer.Write(p)
}
