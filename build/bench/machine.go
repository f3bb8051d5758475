package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// thisMachine asks the system what it is. What it does not tell is left out.
func thisMachine() machine {
	m := machine{Processor: runtime.GOARCH, Cores: runtime.NumCPU(), System: runtime.GOOS, Go: runtime.Version(), Time: time.Now().UTC()}
	if name := after("/proc/cpuinfo", "model name\t: "); name != "" {
		m.Processor = name
	}
	if name := strings.Trim(after("/etc/os-release", "PRETTY_NAME="), `"`); name != "" {
		m.System = name
	}
	if _, err := fmt.Sscan(after("/proc/meminfo", "MemTotal:"), &m.Memory); err == nil {
		m.Memory *= 1024
	}
	m.Load, _, _ = strings.Cut(after("/proc/loadavg", ""), " ")
	if commit, err := exec.Command("git", "describe", "--tags", "--always", "--dirty").Output(); err == nil {
		m.Commit = strings.TrimSpace(string(commit))
	}
	return m
}

// after returns the rest of the first line of a file that begins so.
func after(path, begin string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, begin); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}
