// Package fault is the one shape of an error in Cadastre: a code that programs
// can rely on, a sentence for the person and a cause for the log. Every package
// may import it; it imports only the standard library.
package fault

import (
	"context"
	"errors"
)

// A Code names a kind of failure. Codes are stable: scripts and the page rely on them.
type Code string

// The codes.
const (
	Invalid     Code = "invalid"         // a value or argument breaks a rule; nothing was changed
	NotFound    Code = "not-found"       // what was named does not exist
	Ambiguous   Code = "ambiguous"       // what was named fits several things
	Conflict    Code = "conflict"        // somebody else's later change is in the way
	InUse       Code = "in-use"          // another program has the catalogue open
	ReadOnly    Code = "read-only"       // the file or folder may not be written
	NoSpace     Code = "no-space"        // the disk is full
	Uncertain   Code = "uncertain"       // the disk failed so that nobody knows what it keeps
	NotOurs     Code = "not-a-catalogue" // the file is something else
	Newer       Code = "newer-format"    // written by a later version of the program
	Damaged     Code = "damaged"         // the file's content is broken
	Unsupported Code = "unsupported"     // a readable file of a sort that we do not read
	TooLarge    Code = "too-large"       // beyond a stated limit
	Rejected    Code = "rejected"        // rows of an import were rejected
	Usage       Code = "usage"           // a command's words are wrong
	Cancelled   Code = "cancelled"       // the user stopped it; nothing was changed
	Locked      Code = "locked"          // the catalogue is encrypted and no passphrase was given
	Internal    Code = "internal"        // a mistake of ours
	// Gone: the file that is open was moved, deleted or replaced by another program
	Gone Code = "gone"
	// WrongPassphrase: the passphrase given is another one
	WrongPassphrase Code = "wrong-passphrase"
)

// An Error is a failure that a person will read.
type Error struct {
	Code Code
	// Message is a whole sentence: what, where and what to do. It may hold names from the catalogue and
	// contents of files, in a form that fits a line; it is shown, never logged.
	Message string
	// Field is the key of the field that the failure is about, if it is about one.
	Field string
	// Fields are sentences by field key where several fields of one record are at fault.
	Fields map[string]string
	// Cause is for the log.
	Cause error
}

// Error returns the sentence.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

// New makes an error with a code and a sentence.
func New(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: Sentence(format, args...)}
}

// Wrap is New with a cause for the log.
func Wrap(cause error, code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: Sentence(format, args...), Cause: cause}
}

// CodeOf returns the code of the outermost Error in err's chain, Cancelled for a
// context's error, Internal for any other error and "" for nil.
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return Cancelled
	}
	return Internal
}

// From returns err as an Error, giving strangers a code and a sentence of their own.
func From(err error) *Error {
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return e
	case CodeOf(err) == Cancelled:
		return Wrap(err, Cancelled, "Stopped. Nothing was changed.")
	}
	return Wrap(err, Internal, "Something went wrong in Cadastre itself: %v. Nothing was changed.", err)
}
