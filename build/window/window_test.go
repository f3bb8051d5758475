//go:build window

package window

import (
	"encoding/json"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadastre/build/window/driver"
)

const rowsShown = `document.querySelectorAll('[role="grid"] [role="row"]').length > 10`

func TestTheWindowShowsThePage(t *testing.T) {
	a := openWindow(t)
	a.waitFor("the page is there", `document.querySelector("h1")`)
	a.waitFor("the fonts are loaded", `document.fonts.status === "loaded"`)
	a.until("the window is painted", func() error {
		if n := colours(a.display.picture(t)); n < 16 {
			return errors.New("the picture is blank")
		}
		return nil
	})
}

func TestTheSampleCatalogueShowsItsRows(t *testing.T) {
	a := openWindow(t)
	a.click("button", "Open the sample catalogue")
	a.click("nav a", "IT Systems")
	a.waitFor("the list is full", rowsShown)
	if n := colours(a.display.picture(t)); n < 100 {
		t.Errorf("the window has only %d colours", n)
	}
}

func TestColumnsBeyondTheEdgeCanBeReached(t *testing.T) {
	a := openWindow(t)
	a.click("button", "Open the sample catalogue")
	a.click("nav a", "IT Systems")
	a.waitFor("the list is full", rowsShown)
	a.waitFor("the bar below the list has a height", `document.querySelector(".grid-side-bar").offsetHeight > 4`)
	value[bool](a, `document.querySelector(".grid-side-bar").scrollBy(200, 0), true`)
	a.waitFor("the columns follow the bar", `document.querySelector(".grid-scroll").scrollLeft === 200`)
}

func TestTheCatalogueNamedIsOpened(t *testing.T) {
	catalogue := filepath.Join(t.TempDir(), "agency.cadastre")
	if out, err := exec.Command(binary(t), "new", catalogue, "--sample").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	a := openWindow(t, catalogue)
	a.click("nav a", "IT Systems")
	a.waitFor("the list is full", rowsShown)
}

func TestErrorsArriveAsOneShape(t *testing.T) {
	a := openWindow(t)
	a.waitFor("the services are bound", `window.go?.api?.Window`)
	value[bool](a, `window.go.api.Window.OpenLink("\tjavascript:alert(1)").catch((e) => { window.refused = e.message }), true`)
	a.waitFor("the call is refused", `window.refused`)
	var fault struct{ Code, Message string }
	if err := json.Unmarshal([]byte(value[string](a, `window.refused`)), &fault); err != nil {
		t.Fatal(err)
	}
	if fault.Code != "invalid" || !strings.Contains(fault.Message, "only http, https and mailto") {
		t.Errorf("refused with %+v", fault)
	}
}

func TestUnsavedWorkKeepsTheWindowOpen(t *testing.T) {
	a := openWindow(t)
	a.waitFor("the page is there, with its own answer", `document.querySelector("h1")`)
	value[bool](a, `window.runtime.EventsOff("close-requested"), true`) // the page's own answer
	value[bool](a, `window.runtime.EventsOn("close-requested", () => { window.asked = true }), true`)
	value[bool](a, `window.go.api.Window.SetDirty(true).then(() => window.runtime.Quit()), true`)
	a.waitFor("the page is asked", `window.asked`)

	value[bool](a, `setTimeout(window.go.api.Window.Quit, 100), true`) // after this answer
	select {
	case err := <-a.ended:
		if err != nil {
			t.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		t.Error("the window stays after the work was discarded")
	}
}

func TestWithoutADisplayItSaysSo(t *testing.T) {
	cmd := exec.Command(binary(t))
	cmd.Env = driver.Env(t.TempDir())
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("exit: %v", err)
	}
	for _, want := range []string{"there is no display", "import, export"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q does not say %q", out, want)
		}
	}
}
