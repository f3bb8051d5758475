//go:build window

package window

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadastre/build/window/driver"
)

const patience = 30 * time.Second

// binary is the shipped program, as the build program leaves it.
func binary(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../../bin/cadastre")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// An app is the shipped program in a window of its own.
type app struct {
	t       *testing.T
	display display
	page    *driver.Inspector
	ended   chan error
}

// openWindow starts the program and connects to its page.
func openWindow(t *testing.T, args ...string) *app {
	t.Helper()
	a := &app{t: t, display: newDisplay(t), ended: make(chan error, 1)}
	address, err := driver.FreeAddress()
	if err != nil {
		t.Fatal(err)
	}
	cmd := driver.Display(a.display).Command(t.TempDir(), address, binary(t), args...)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { a.ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		if t.Failed() {
			t.Logf("the program printed:\n%.3000s", output.String())
		}
	})
	a.until("the window opens", func() (err error) {
		a.page, err = driver.Inspect(address)
		return err
	})
	return a
}

// until tries again until do succeeds.
func (a *app) until(what string, do func() error) {
	a.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		err := do()
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			a.t.Fatalf("waiting until %s: %v", what, err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// value evaluates a JavaScript expression in the page.
func value[T any](a *app, expression string) T {
	a.t.Helper()
	var v T
	text, err := a.page.Evaluate(expression)
	if err == nil {
		err = json.Unmarshal(text, &v)
	}
	if err != nil {
		a.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// waitFor waits until a JavaScript expression is true in the page.
func (a *app) waitFor(what, expression string) {
	a.t.Helper()
	a.until(what, func() error {
		if !value[bool](a, "Boolean("+expression+")") {
			return fmt.Errorf("the page shows %q", value[string](a, "(document.body?.innerText ?? \"\").slice(0, 500)"))
		}
		return nil
	})
}

// click presses the mouse on the first element of a role that has the text.
func (a *app) click(selector, text string) {
	a.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll(%q)].find((e) => e.innerText.includes(%q))`, selector, text)
	a.waitFor(text+" is there", find)
	at := value[struct{ X, Y float64 }](a, fmt.Sprintf(
		`(({x, y, width, height}) => ({x: x + width / 2, y: y + height / 2}))(%s.getBoundingClientRect())`, find))
	window := strings.Fields(string(a.display.run(a.t, "xdotool", "search", "--onlyvisible", "--name", "Cadastre")))[0]
	a.display.run(a.t, "xdotool", "mousemove", "--window", window,
		fmt.Sprintf("%.0f", at.X), fmt.Sprintf("%.0f", at.Y), "click", "1")
}
