package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A step is a part of a target that has a name and takes time.
type step struct {
	name string
	do   func() error
}

// inOrder does the steps one after another, prints a line for each with its time, and
// stops at the first that fails.
func inOrder(steps ...step) error {
	started := time.Now()
	for _, s := range steps {
		fmt.Printf("%-44s", s.name)
		begin := time.Now()
		if err := s.do(); err != nil {
			fmt.Printf(" FAILED after %.1f s\n", time.Since(begin).Seconds())
			return err
		}
		fmt.Printf(" %7.1f s\n", time.Since(begin).Seconds())
	}
	if len(steps) > 1 {
		fmt.Printf("%-44s %7.1f s\n", "all done", time.Since(started).Seconds())
	}
	return nil
}

// A call is a program to run.
type call struct {
	folder string
	env    []string
	words  []string
}

func program(words ...string) call { return call{words: words} }

func (c call) in(folder string) call { c.folder = folder; return c }

func (c call) with(env ...string) call {
	c.env = append(c.env[:len(c.env):len(c.env)], env...)
	return c
}

func (c call) command() *exec.Cmd {
	cmd := exec.Command(c.words[0], c.words[1:]...)
	cmd.Dir = c.folder
	cmd.Env = append(os.Environ(), c.env...)
	return cmd
}

// quietly runs the program; its output is part of the error when it fails.
func (c call) quietly() error {
	_, err := c.output()
	return err
}

// output runs the program and returns what it printed.
func (c call) output() (string, error) {
	out, err := c.command().CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s\n%s: %w", strings.TrimSpace(string(out)), strings.Join(c.words, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// attached runs the program with this one's input and output.
func (c call) attached() error {
	cmd := c.command()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

// calling makes a step of programs that run one after another.
func calling(name string, calls ...call) step {
	return step{name, func() error {
		for _, c := range calls {
			if err := c.quietly(); err != nil {
				return err
			}
		}
		return nil
	}}
}

func noArguments(args []string) error {
	if len(args) > 0 {
		return errors.New("this target takes no arguments")
	}
	return nil
}
