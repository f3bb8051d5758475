package dataverse

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"cadastre/store/fault"
)

// damaged says that a part of a package is broken. A context's error and faults pass unchanged.
func damaged(err error, part, name string) error {
	var known *fault.Error
	if errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	why := strings.ToValidUTF8(err.Error(), "\uFFFD")
	return fault.Wrap(err, fault.Damaged, "The part %s of “%s” is damaged: %s. Export the package again.", part, name, why)
}

// openFault says why a file could not be opened as a zip file.
func openFault(err error, name string) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, fault.NotFound, "There is no file “%s”.", name)
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(err, fault.ReadOnly, "You may not read “%s”.", name)
	}
	return fault.Wrap(err, fault.Unsupported, "“%s” is not a package of the Configuration Migration tool, or is damaged: it cannot be opened as a zip file.", name)
}
