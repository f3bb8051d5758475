package main

import (
	"os"
	"path/filepath"
)

// cleanTarget removes what the other targets build; the page's libraries too.
func cleanTarget(args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	built, err := filepath.Glob("frontend/dist/*")
	if err != nil {
		return err
	}
	built = append(built, "bin", "frontend/node_modules", "frontend/e2e/out", resourceFile)
	for _, path := range built {
		if filepath.Base(path) == ".gitkeep" {
			continue
		}
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}
