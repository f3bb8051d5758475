package ours

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"cadastre/build/bench/job"
	"cadastre/build/window/driver"
)

const (
	windowPatience = time.Minute
	windowEvery    = 20 * time.Millisecond
)

// startWindow starts a program and waits until an expression holds in its page, as seen from the start of
// the process: BINARY EXPRESSION [ARGUMENT...].
func startWindow(words []string) (job.Metrics, error) {
	display, end, err := driver.NewDisplay()
	if err != nil {
		return nil, err
	}
	defer end()
	home, err := os.MkdirTemp("", "cadastre-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(home)
	address, err := driver.FreeAddress()
	if err != nil {
		return nil, err
	}
	cmd := display.Command(home, address, words[0], words[2:]...)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	seconds, err := job.Timed(func() error { return waitForPage(cmd, address, words[1]) })
	if cmd.Process != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // it was killed
	}
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, output.String())
	}
	return job.Metrics{"seconds": seconds}, err
}

func waitForPage(cmd *exec.Cmd, address, expression string) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	var page *driver.Inspector
	err := until(func() (err error) { page, err = driver.Inspect(address); return err })
	if err != nil {
		return err
	}
	return until(func() error {
		answer, err := page.Evaluate("Boolean(" + expression + ")")
		if err == nil && string(answer) != "true" {
			err = fmt.Errorf("the page never shows %s", expression)
		}
		return err
	})
}

// until tries again until do succeeds.
func until(do func() error) error {
	for deadline := time.Now().Add(windowPatience); ; time.Sleep(windowEvery) {
		switch err := do(); {
		case err == nil:
			return nil
		case time.Now().After(deadline):
			return errors.Join(errors.New("the window does not open"), err)
		}
	}
}
