package store

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"cadastre/store/fault"

	berrors "go.etcd.io/bbolt/errors"
)

// guard runs something that touches the file. What goes wrong in it comes back as a fault that names the
// file, also when bbolt panics on broken pages or the mapped file cannot be read any more.
func (s *Store) guard(f func() error) (err error) { return s.explain(s.guarded(f)) }

// guarded is guard for what may go wrong elsewhere than in the file; its errors are not explained.
func (s *Store) guarded(f func() error) (err error) {
	before := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(before)
	defer func() {
		if p := recover(); p != nil {
			err = s.damaged(fmt.Errorf("%v", p))
		}
	}()
	return f()
}

func (s *Store) damaged(cause error) error {
	return fault.Wrap(cause, fault.Damaged, "%s is damaged: part of it cannot be read. Restore a backup; the damaged file has not been changed.", s.path)
}

// explain turns what bbolt and the system return into a fault.
func (s *Store) explain(err error) error {
	var ours *fault.Error
	switch {
	case errors.As(err, &ours) && ours.Code == fault.Damaged && !strings.Contains(ours.Message, s.path):
		return s.damaged(err)
	case err == nil || ours != nil:
		return err
	case errors.Is(err, berrors.ErrTimeout):
		return s.inUse(err)
	case errors.Is(err, berrors.ErrMaxSizeReached), isAny(err, diskFull):
		return fault.Wrap(err, fault.NoSpace, "The disk is full, so the change could not be saved to %s. Nothing was changed. Make room, then try again.", s.path)
	case errors.Is(err, fs.ErrPermission), isAny(err, writeProtected), errors.Is(err, berrors.ErrDatabaseReadOnly):
		return fault.Wrap(err, fault.ReadOnly, "%s may not be written. Check the permissions of the file and its folder.", s.path)
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, fault.NotFound, "The folder of %s is not there.", s.path)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return s.damaged(err)
	case fault.CodeOf(err) == fault.Cancelled:
		return fault.From(err)
	}
	return fault.Wrap(err, fault.Internal, "%s could not be read or written: %v. Nothing was changed.", s.path, err)
}

// isAny is true when err comes from one of the system's errors, also where bbolt kept only its text.
func isAny(err error, causes []syscall.Errno) bool {
	return slices.ContainsFunc(causes, func(cause syscall.Errno) bool {
		return errors.Is(err, cause) || strings.Contains(err.Error(), cause.Error())
	})
}
