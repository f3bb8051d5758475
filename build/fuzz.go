package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// A fuzzed is a native fuzz test and the folder of its package.
type fuzzed struct{ name, folder string }

// fuzzTarget runs the fuzz tests in turn, each as long as asked, and prints what each tried and found. What
// makes one fail is in its package's testdata/fuzz then, where every later test tries it again.
func fuzzTarget(args []string) error {
	flags := flag.NewFlagSet("fuzz", flag.ContinueOnError)
	span := flags.Duration("for", time.Minute, "how long each is run")
	only := flags.String("only", "", "the name of one, or a part of it")
	if err := flags.Parse(args); err != nil {
		return err
	}
	tests, err := fuzzTests(*only)
	if err != nil {
		return err
	}
	var failed []error
	for _, f := range tests {
		failed = append(failed, inOrder(step{f.name + " in " + f.folder, func() error { return f.run(*span) }}))
	}
	return errors.Join(failed...)
}

var declared = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(f \*testing\.F\)`)

// fuzzTests finds the fuzz tests whose names hold a text.
func fuzzTests(part string) ([]fuzzed, error) {
	files, err := program("git", "ls-files", "--cached", "--others", "--exclude-standard", "*_test.go").output()
	if err != nil {
		return nil, err
	}
	var tests []fuzzed
	for _, file := range strings.Fields(files) {
		source, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, found := range declared.FindAllSubmatch(source, -1) {
			if name := string(found[1]); strings.Contains(name, part) {
				tests = append(tests, fuzzed{name, filepath.ToSlash(filepath.Dir(file))})
			}
		}
	}
	if len(tests) == 0 {
		return nil, fmt.Errorf("no fuzz test has %q in its name", part)
	}
	return tests, nil
}

// progress is what go test says of a run: its time, what was tried and what of that led further.
var progress = regexp.MustCompile(`execs: (\d+) .*new interesting: \d+ \(total: (\d+)\)`)

func (f fuzzed) run(span time.Duration) error {
	out, err := program("go", "test", "-run", "^$", "-fuzz", "^"+f.name+"$", "-fuzztime", span.String(), "-fuzzminimizetime", "20x", "./"+f.folder).output()
	if err != nil {
		return err
	}
	if all := progress.FindAllStringSubmatch(out, -1); len(all) > 0 {
		last := all[len(all)-1]
		fmt.Printf(" %s tried, %s kept,", last[1], last[2])
	}
	return nil
}
