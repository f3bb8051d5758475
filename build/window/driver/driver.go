// Package driver starts a program in a window on a display of its own and asks its page.
// The tests of the shipped binary and the bench use it. It imports nothing of ours.
package driver

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
)

// A Display is an X server of its own.
type Display string

// NewDisplay starts Xvfb on a free display. The second result ends it.
func NewDisplay() (Display, func(), error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", nil, err
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1400x900x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	err = server.Start()
	write.Close()
	if err != nil {
		return "", nil, err
	}
	end := func() {
		_ = server.Process.Kill()
		_ = server.Wait() // it was killed
	}
	number, err := bufio.NewReader(read).ReadString('\n') // it comes in parts
	if err != nil {
		end()
		return "", nil, fmt.Errorf("the display does not start: %w", err)
	}
	return Display(":" + strings.TrimSpace(number)), end, nil
}

// Env is an environment in which nothing of the user's is touched.
func Env(home string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "XDG_CONFIG_HOME=" + home + "/config",
		"XDG_DATA_HOME=" + home + "/data", "XDG_CACHE_HOME=" + home + "/cache", "XDG_RUNTIME_DIR=" + home,
		"DBUS_SESSION_BUS_ADDRESS=disabled:", "NO_AT_BRIDGE=1",
	}
}

// Command is a program that will open its window on a display and let it be inspected at an address.
func (d Display) Command(home, address, binary string, args ...string) *exec.Cmd {
	cmd := exec.Command(binary, args...)
	cmd.Env = append(Env(home), "DISPLAY="+string(d), "WEBKIT_INSPECTOR_HTTP_SERVER="+address)
	return cmd
}

// FreeAddress is an address of this machine on which nobody listens.
func FreeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}
