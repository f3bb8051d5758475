//go:build window

package window

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cadastre/build/window/driver"
)

// The program and the web view's helpers speak to nobody: not even to this machine.
func TestTheProgramHasNoSocketOfAnyNetwork(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if found := networkSockets(t, os.Getpid()); len(found) == 0 {
		t.Fatal("a port that this test listens on is not found")
	}

	catalogue := filepath.Join(t.TempDir(), "agency.cadastre")
	if out, err := exec.Command(binary(t), "new", catalogue, "--sample").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	a := &app{t: t, display: newDisplay(t)}
	cmd := exec.Command(binary(t), catalogue) // without the inspector, which listens
	cmd.Env = append(driver.Env(t.TempDir()), "DISPLAY="+string(a.display))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // it was killed
	}()
	a.until("the list is painted", func() error {
		if n := colours(a.display.picture(t)); n < 100 {
			return errors.New("the picture is blank")
		}
		return nil
	})
	tree := descendants(t, cmd.Process.Pid)
	if len(tree) < 2 {
		t.Errorf("the web view's helpers are not found: %v", tree)
	}
	for _, pid := range tree {
		if found := networkSockets(t, pid); len(found) > 0 {
			name, _ := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
			t.Errorf("%s has %q", strings.TrimSpace(string(name)), found)
		}
	}
}

// descendants are a process and all that it has started.
func descendants(t *testing.T, root int) []int {
	t.Helper()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	children := map[int][]int{}
	for _, path := range stats {
		stat, _ := os.ReadFile(path) // it may have ended
		_, rest, _ := strings.Cut(string(stat), ") ")
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if words := strings.Fields(rest); len(words) > 1 {
			parent, _ := strconv.Atoi(words[1])
			children[parent] = append(children[parent], pid)
		}
	}
	tree := []int{root}
	for i := 0; i < len(tree); i++ {
		tree = append(tree, children[tree[i]]...)
	}
	return tree
}

// networkSockets are the TCP and UDP sockets of a process, as the system lists them.
func networkSockets(t *testing.T, pid int) (found []string) {
	t.Helper()
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", pid))
	if err != nil {
		t.Fatal(err)
	}
	var inodes []string
	for _, file := range files {
		to, _ := os.Readlink(file) // it may have been closed
		if inode, ok := strings.CutPrefix(to, "socket:["); ok {
			inodes = append(inodes, strings.TrimSuffix(inode, "]"))
		}
	}
	for _, protocol := range []string{"tcp", "tcp6", "udp", "udp6"} {
		list, _ := os.ReadFile(fmt.Sprintf("/proc/%d/net/%s", pid, protocol)) // not every system has all
		for _, line := range strings.Split(string(list), "\n") {
			if words := strings.Fields(line); len(words) > 9 && slices.Contains(inodes, words[9]) {
				found = append(found, protocol+" "+words[1])
			}
		}
	}
	return found
}

// What the page may load and run is its own, and nothing that stands in it.
func TestThePolicyKeepsThePageToItself(t *testing.T) {
	a := openWindow(t)
	a.waitFor("the page is there", `document.querySelector("h1")`)
	value[bool](a, `document.addEventListener("securitypolicyviolation", (e) => (window.refused ??= []).push(e.effectiveDirective)), true`)
	for directive, attempt := range map[string]string{
		"script-src-elem": `document.head.append(Object.assign(document.createElement("script"), {textContent: "window.ran = true"}))`,
		"script-src-attr": `document.body.insertAdjacentHTML("beforeend", "<img src='data:,' onerror='window.ran = true'>")`,
		"connect-src":     `fetch("http://127.0.0.1:9/").catch(() => {})`,
		"img-src":         `new Image().src = "http://127.0.0.1:9/x.png"`,
		"base-uri":        `document.head.append(Object.assign(document.createElement("base"), {href: "http://127.0.0.1:9/"}))`,
	} {
		value[bool](a, attempt+", true")
		a.waitFor(directive+" refuses", fmt.Sprintf(`window.refused?.includes(%q)`, directive))
	}
	if value[bool](a, `Boolean(window.ran)`) {
		t.Error("a script that stood in the page has run")
	}
}
