package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// What the targets need beside Go and Node.
var (
	windowPackages = []string{"build-essential", "pkg-config", "libgtk-3-dev", "libwebkit2gtk-4.1-dev"}
	testPackages   = slices.Concat(windowPackages, []string{"xvfb", "chromium", "imagemagick", "xdotool",
		"libreoffice-calc-nogui", "python3-uno"})
)

// packages makes a step that sees to it that Debian packages are there: it installs
// the missing ones as root or by sudo without a password, and otherwise says how.
func packages(names []string) step {
	return step{"system packages", func() error {
		if !onDebian() {
			return nil // the compiler will name what is missing
		}
		missing := slices.DeleteFunc(slices.Clone(names), installed)
		if len(missing) == 0 {
			return nil
		}
		prefix, ok := asRoot()
		if !ok {
			return fmt.Errorf("these Debian packages are missing; install them with\n\n  sudo apt-get install -y %s",
				strings.Join(missing, " "))
		}
		aptGet := slices.Concat(prefix, []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"})
		if err := program(slices.Concat(aptGet, []string{"update"})...).quietly(); err != nil {
			return err
		}
		return program(slices.Concat(aptGet, []string{"install"}, missing)...).quietly()
	}}
}

func onDebian() bool {
	_, err := exec.LookPath("dpkg-query")
	return err == nil
}

func installed(name string) bool {
	status, err := program("dpkg-query", "-W", "-f", "${Status}", name).output()
	return err == nil && strings.HasSuffix(status, " installed")
}

// asRoot returns the words that let a program run as root, and whether there are any.
func asRoot() ([]string, bool) {
	if os.Geteuid() == 0 {
		return []string{}, true
	}
	return []string{"sudo", "-n"}, program("sudo", "-n", "true").quietly() == nil
}
