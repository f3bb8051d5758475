package main

import (
	"errors"
	"io/fs"
	"os"
)

const sampleCatalogue = "bin/sample.cadastre"

// runTarget builds everything and opens the window on a fresh sample catalogue. With
// no display the program itself says so.
func runTarget(args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	err := inOrder(packages(windowPackages), pageLibraries(), pageBuild(), windowBuild(),
		newSample(windowBinary, sampleCatalogue))
	if err != nil {
		return err
	}
	return program(windowBinary, sampleCatalogue).attached()
}

// newSample makes a step that puts a fresh sample catalogue at path.
func newSample(binary, path string) step {
	return step{"sample catalogue", func() error {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return program(binary, "new", path, "--sample").quietly()
	}}
}
