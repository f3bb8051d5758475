package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
)

// What the targets build.
var (
	windowBinary = executable("cadastre")
	bridgeBinary = executable("cadastre-bridge")
	plainBinary  = executable("cadastre-no-window")
)

func executable(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join("bin", name)
}

func binaryTarget(args []string) error {
	if slices.Equal(args, []string{"windows"}) {
		return inOrder(pageLibraries(), pageBuild(), windowsBuild())
	}
	if err := noArguments(args); err != nil {
		return err
	}
	return inOrder(packages(windowPackages), pageLibraries(), pageBuild(), windowBuild())
}

// windowBuild makes a step that builds the program as it is shipped for this machine.
func windowBuild() step {
	tags := "desktop,production"
	if runtime.GOOS == "linux" {
		tags += ",webkit2_41"
	}
	return step{"binary: window", func() error { return goBuild(windowBinary, tags).quietly() }}
}

// bridgeBuild makes a step that builds the loopback stand-in for the window.
func bridgeBuild() step {
	return step{"binary: bridge", func() error { return goBuild(bridgeBinary, "bridge").quietly() }}
}

// plainBuild makes a step that builds the commands alone, without cgo.
func plainBuild() step {
	return step{"binary: commands only", func() error {
		return goBuild(plainBinary, "").with("CGO_ENABLED=0").quietly()
	}}
}

func goBuild(out, tags string, linkerFlags ...string) call {
	flags := fmt.Sprintf("-s -w -X main.version=%s", commit())
	for _, f := range linkerFlags {
		flags += " " + f
	}
	return program("go", "build", "-trimpath", "-tags", tags, "-ldflags", flags, "-o", out, ".")
}

// commit names the commit that is built.
func commit() string {
	name, err := program("git", "describe", "--tags", "--always", "--dirty").output()
	if err != nil {
		return "development"
	}
	return name
}
