package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

const (
	windowTags = "desktop,production,webkit2_41"
	linter     = "bin/golangci-lint"
)

// testTarget checks everything that can be checked by a program.
func testTarget(args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	return inOrder(
		packages(testPackages),
		step{"Go: format", goFormat},
		calling("Go: vet",
			program("go", "vet", "./..."),
			program("go", "vet", "-tags", "bridge", "./..."),
			program("go", "vet", "-tags", windowTags, "./app/shell", ".")),
		calling("Go: linter, from its own modules",
			program("go", "build", "-o", filepath.Join("..", "..", linter),
				"github.com/golangci/golangci-lint/v2/cmd/golangci-lint").in("build/lint")),
		calling("Go: lint", program(linter, "run", "--config", "build/lint/golangci.yml", "./...")),
		calling("Go: tests", program("go", "test", "-timeout", "30m", "./...")),
		calling("Go: tests of the bridge", program("go", "test", "-tags", "bridge", "./app/shell")),
		// Short: it has nothing to look for in what is long and of one goroutine.
		calling("Go: race detector", program("go", "test", "-race", "-short", "-timeout", "30m", "./store/...", "./app/api/...")),
		pageLibraries(),
		bindingsUpToDate(),
		calling("page: types", npm("run", "--silent", "check")),
		calling("page: lint", npm("run", "--silent", "lint")),
		calling("page: tests", npm("run", "--silent", "test")),
		pageBuild(),
		plainBuild(),
		tortureBuild(),
		torture(),
		bridgeBuild(),
		windowBuild(),
		calling("page in Chromium, over the bridge", npm("run", "--silent", "e2e")),
		calling("shipped binary in a real window", program("go", "test", "-count=1", "-tags", "window", "./build/window")),
		windowsBuild(),
		peersBuild(),
		benchBuild(),
		calling("bench: a quick run", program(benchBinary, "--quick")),
	)
}

// goFormat names the Go files of ours that gofmt would change.
func goFormat() error {
	files, err := program("git", "ls-files", "--cached", "--others", "--exclude-standard", "*.go").output()
	if err != nil {
		return err
	}
	changed, err := program(append([]string{"gofmt", "-l"}, strings.Fields(files)...)...).output()
	if err != nil {
		return err
	}
	if changed != "" {
		return fmt.Errorf("gofmt would change:\n%s", changed)
	}
	return nil
}
