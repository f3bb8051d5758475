package store

import (
	"path/filepath"
	"syscall"
	"unsafe"
)

var driveType = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")

const remoteDrive = 4

// networkOf names the network that a folder is on, "" when it is on this machine.
func networkOf(folder string) string {
	root, err := syscall.UTF16PtrFromString(filepath.VolumeName(folder) + `\`)
	if err != nil {
		return ""
	}
	if kind, _, _ := driveType.Call(uintptr(unsafe.Pointer(root))); kind != remoteDrive {
		return ""
	}
	return "a network drive"
}
