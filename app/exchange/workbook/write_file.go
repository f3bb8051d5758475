package workbook

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"cadastre/store/fault"
)

// Replace writes a file that appears at path, or replaces the file there, only when
// write has succeeded and everything is on the disk. Until then the content is in a
// hidden file of the same folder that only the user may read; a failure removes it.
// What the system refuses is returned as a fault.
func Replace(path string, write func(io.Writer) error) error {
	target, err := destination(path)
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(target), ".cadastre-*.tmp")
	if err != nil {
		return fileFault(err, path)
	}
	done := false
	defer func() {
		if !done {
			_ = temp.Close()
			_ = os.Remove(temp.Name())
		}
	}()
	if err := fillFile(temp, write); err != nil {
		return fileFault(err, path)
	}
	if err := os.Rename(temp.Name(), target); err != nil {
		return fileFault(err, path)
	}
	done = true
	return nil
}

// fill lets write fill the file, brings it to the disk and closes it.
func fillFile(file *os.File, write func(io.Writer) error) error {
	buffer := bufio.NewWriterSize(file, 1<<16)
	if err := write(buffer); err != nil {
		return err
	}
	return errors.Join(buffer.Flush(), file.Sync(), file.Close())
}

// destination follows links, so that the file behind a link is replaced and not the link,
// and refuses folders and files that are protected against writing, which a rename would replace.
func destination(path string) (string, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return path, nil
	case info.IsDir():
		return "", fault.New(fault.Invalid, "“%s” is a folder. Choose a file name in it.", path)
	case info.Mode()&0o222 == 0:
		return "", fault.New(fault.ReadOnly, "The file “%s” is protected against writing. Choose another name.", path)
	}
	return path, nil
}

// Windows's own error numbers, which package syscall does not name on other systems.
const (
	windowsSharingViolation syscall.Errno = 32
	windowsLockViolation    syscall.Errno = 33
	windowsHandleDiskFull   syscall.Errno = 39
	windowsDiskFull         syscall.Errno = 112
)

// fileFault turns an error of the file system into a fault; other errors pass unchanged.
func fileFault(err error, path string) error {
	var number syscall.Errno
	var known *fault.Error
	if errors.As(err, &known) || !errors.As(err, &number) {
		return err
	}
	windows := runtime.GOOS == "windows"
	switch {
	case windows && (number == windowsSharingViolation || number == windowsLockViolation):
		return fault.Wrap(err, fault.InUse, "Another program has “%s” open. Close it there and try again.", path)
	case number == syscall.ENOSPC, number == syscall.EDQUOT,
		windows && (number == windowsDiskFull || number == windowsHandleDiskFull):
		return fault.Wrap(err, fault.NoSpace, "The disk is full: “%s” was not written. Make room or choose another place.", path)
	case windows && errors.Is(err, fs.ErrPermission):
		return fault.Wrap(err, fault.ReadOnly, "“%s” may not be written: the folder is read-only, or another program has the file open.", path)
	case errors.Is(err, fs.ErrPermission), number == syscall.EROFS:
		return fault.Wrap(err, fault.ReadOnly, "“%s” may not be written, because its folder is read-only. Choose another folder.", path)
	case errors.Is(err, fs.ErrNotExist), number == syscall.ENOTDIR:
		return fault.Wrap(err, fault.NotFound, "There is no folder “%s”. Choose one that exists.", filepath.Dir(path))
	}
	return fault.Wrap(err, fault.Invalid, "“%s” could not be written: %v.", path, number)
}
