// Package command is a stand-in until the real one lands.
package command

import (
	"fmt"
	"io"
)

// Main runs a command.
func Main(args []string, out, err io.Writer) int {
	fmt.Fprintln(out, "command", args)
	return 0
}
