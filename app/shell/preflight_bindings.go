//go:build bindings

package shell

import "fmt"

// Generating the bindings opens no window: nothing needs to be there.
func preflight() error { return nil }

func noDisplay(why string) error { return fmt.Errorf("%s", why) }
