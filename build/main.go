// Command build makes, checks and runs Cadastre:
//
//	go run ./build TARGET
//
// Each target is a file of this package. It needs Go, Node and a C compiler; the
// Debian packages that a target needs it installs when it may, and names otherwise.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A target is one thing that the program can be asked to do.
type target struct {
	name, does string
	run        func(args []string) error
}

func targets() []target {
	return []target{
		{"run", "build everything and open the window on the sample catalogue", runTarget},
		{"binary", "build the program into bin/ (binary windows: for Windows)", binaryTarget},
		{"page", "build the page into frontend/dist", pageTarget},
		{"bindings", "write frontend/wailsjs anew from app/api", bindingsTarget},
		{"serve", "serve the page to a browser: serve [--catalogue FILE] [--port N] [--sample]", serveTarget},
		{"test", "check everything", testTarget},
		{"fuzz", "look for inputs that break a reader: fuzz [--for 1m] [--only NAME]", fuzzTarget},
		{"bench", "measure us, the floors and the peers; bench -h tells more", benchTarget},
		{"torture", "do harm and see what comes of it: torture [--for 1m] [--seed N] [--only FAULT]", tortureTarget},
		{"audit", "ask which faults are known in what it is made of; needs a network", auditTarget},
		{"screenshots", "take the pictures of the README into build/pictures", screenshotsTarget},
		{"clean", "remove what was built", cleanTarget},
	}
}

func main() {
	if err := dispatch(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func dispatch(args []string) error {
	if err := enterRoot(); err != nil {
		return err
	}
	if len(args) > 0 {
		for _, t := range targets() {
			if t.name == args[0] {
				return t.run(args[1:])
			}
		}
	}
	fmt.Println("go run ./build TARGET, where TARGET is one of")
	for _, t := range targets() {
		fmt.Printf("  %-12s %s\n", t.name, t.does)
	}
	return errors.New("no such target")
}

// enterRoot makes the folder that holds wails.json the current one.
func enterRoot() error {
	folder, err := os.Getwd()
	if err != nil {
		return err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "wails.json")); err == nil {
			return os.Chdir(folder)
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return errors.New("run this inside the project's folder")
		}
		folder = parent
	}
}
