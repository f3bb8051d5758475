//go:build !production && !bindings && !bridge

package shell

import "cadastre/store/fault"

func run(Options) error {
	return fault.New(fault.Unsupported,
		"This build of Cadastre has no window; 'go run ./build run' makes one that has.\n%s", withoutWindow)
}
