package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const bindingsFolder = "frontend/wailsjs"

func bindingsTarget(args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	return inOrder(step{"bindings", func() error {
		fresh, err := generateBindings()
		if err != nil {
			return err
		}
		return writeBindings(fresh)
	}})
}

// bindingsUpToDate makes a step that fails when frontend/wailsjs is not what the
// services would give now.
func bindingsUpToDate() step {
	return step{"bindings are up to date", func() error {
		fresh, err := generateBindings()
		if err != nil {
			return err
		}
		kept, err := readTree(bindingsFolder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if changed := differences(kept, fresh); len(changed) > 0 {
			return fmt.Errorf("%s differs from app/api; run 'go run ./build bindings' and commit:\n  %s",
				bindingsFolder, strings.Join(changed, "\n  "))
		}
		return nil
	}}
}

// generateBindings returns the files that describe the services to the page. Wails
// writes them where a wails.json lies, when a program built for it reaches wails.Run.
func generateBindings() (map[string][]byte, error) {
	scratch, err := os.MkdirTemp("", "bindings")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(scratch)
	generator := filepath.Join(scratch, "generator")
	// With the flags of plainBuild, so that what both are made of is compiled once.
	if err := program("go", "build", "-trimpath", "-tags", "bindings", "-o", generator, ".").with("CGO_ENABLED=0").quietly(); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(scratch, "wails.json"), []byte("{}"), 0o600); err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(scratch, "frontend"), 0o700); err != nil {
		return nil, err
	}
	if err := program(generator).in(scratch).with("tsoutputtype=interfaces").quietly(); err != nil {
		return nil, err
	}
	return readTree(filepath.Join(scratch, bindingsFolder))
}

func writeBindings(files map[string][]byte) error {
	if err := os.RemoveAll(bindingsFolder); err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(bindingsFolder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// readTree returns the files under folder by their slash-separated path.
func readTree(folder string) (map[string][]byte, error) {
	tree := os.DirFS(folder)
	files := map[string][]byte{}
	err := fs.WalkDir(tree, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[path], err = fs.ReadFile(tree, path)
		return err
	})
	return files, err
}

// differences lists the files that one tree has and the other has not, or otherwise.
func differences(a, b map[string][]byte) []string {
	var names []string
	for name, content := range a {
		if other, ok := b[name]; !ok || !bytes.Equal(content, other) {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
