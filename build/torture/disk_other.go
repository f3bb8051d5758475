//go:build !linux

package main

func smallDisk(a *attempt) { a.note("not tried: only on Linux") }

func readOnly(a *attempt) { a.note("not tried: only on Linux") }

func (a *attempt) mount(string) (disk string, unmount func()) {
	a.note("not tried: only on Linux")
	return "", nil
}
