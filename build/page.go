package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
)

const pageFolder = "frontend"

func pageTarget(args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	return inOrder(pageLibraries(), pageBuild())
}

// pageLibraries makes a step that installs what package-lock.json names, unless it has
// done so already for the same file.
func pageLibraries() step {
	return step{"page: libraries", func() error {
		lock, err := os.ReadFile(filepath.Join(pageFolder, "package-lock.json"))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(lock)
		want := hex.EncodeToString(sum[:])
		stamp := filepath.Join(pageFolder, "node_modules", ".installed")
		if have, err := os.ReadFile(stamp); err == nil && string(have) == want {
			return nil
		}
		if err := npm("ci", "--no-audit", "--no-fund").quietly(); err != nil {
			return err
		}
		return os.WriteFile(stamp, []byte(want), 0o644)
	}}
}

func pageBuild() step { return calling("page: build", npm("run", "--silent", "build")) }

func npm(words ...string) call {
	return program(append([]string{"npm"}, words...)...).in(pageFolder)
}
