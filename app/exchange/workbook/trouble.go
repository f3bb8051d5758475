package workbook

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"cadastre/store/fault"
)

// saveAgain is what helps against nearly every broken or foreign workbook.
const saveAgain = "Open it in Excel or LibreOffice, check it, save it as .xlsx under a new name and bring that in."

// broken says in the middle of a sentence why a part of a file cannot be believed.
type broken string

func (b broken) Error() string { return string(b) }

func brokenf(format string, args ...any) error { return broken(fmt.Sprintf(format, args...)) }

// stopped carries the error of a row's receiver past everything that explains errors.
type stopped struct{ error }

// explain turns what went wrong while reading something, such as a sheet, into
// a fault with a sentence; faults, a cancelled context and the receiver's own
// error pass unchanged.
func explain(err error, what string) error {
	var own stopped
	var known *fault.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return own.error
	case errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	return fault.Wrap(err, fault.Damaged, "%s is damaged: %v. %s", what, err, saveAgain)
}

// thousands writes a count as a person does.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// plural writes a count with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}
