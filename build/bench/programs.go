package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// The programs that do tasks.
const (
	cadastre    = "Cadastre"
	peers       = "the module of peers"
	openpyxl    = "openpyxl"
	xlsxWriter  = "XlsxWriter"
	libreOffice = "LibreOffice"
	window      = "Cadastre in a window"
	emptyWindow = "an empty Wails page"
	page        = "Cadastre in Chromium"
)

// What the build program leaves for the bench, seen from the project's folder.
const (
	peersBinary  = "bin/cadastre-bench-peers"
	emptyBinary  = "bin/cadastre-bench-empty"
	windowBinary = "bin/cadastre"
	bridgeBinary = "bin/cadastre-bridge"
	officeScript = "build/bench/peers/office.py"
)

// A program does tasks, if it is there.
type program struct {
	// command returns the words that start it, given a task's words.
	command func(words []string) []string
	// missing says what it lacks, nil when it can run.
	missing func() error
}

func programs() map[string]program {
	return map[string]program{
		cadastre:    {self, present()},
		peers:       {before(peersBinary), present(peersBinary)},
		openpyxl:    python("openpyxl"),
		xlsxWriter:  python("xlsxwriter"),
		libreOffice: {toCSV, present("soffice")},
		window:      {self, present(windowBinary, "Xvfb")},
		emptyWindow: {self, present(emptyBinary, "Xvfb")},
		page:        {inChromium, present(bridgeBinary, "npm", "chromium")},
	}
}

func before(first ...string) func([]string) []string {
	return func(words []string) []string { return append(first[:len(first):len(first)], words...) }
}

// self does the task in another process of this program.
func self(words []string) []string {
	path, err := os.Executable()
	if err != nil {
		path = os.Args[0]
	}
	return before(path, "job")(words)
}

// toCSV makes LibreOffice open a workbook and write it as csv: PROFILE FOLDER BOOK.
func toCSV(words []string) []string {
	return []string{"soffice", "-env:UserInstallation=file://" + words[0], "--headless", "--norestore",
		"--convert-to", "csv", "--outdir", words[1], words[2]}
}

// inChromium measures in the page: CATALOGUE BOOK NUMBERS.
func inChromium(words []string) []string {
	return []string{"env", "CADASTRE_BENCH_CATALOGUE=" + words[0], "CADASTRE_BENCH_BOOK=" + words[1], "CADASTRE_BENCH_NUMBERS=" + words[2],
		"npm", "run", "--silent", "--prefix", "frontend", "bench"}
}

// present looks for programs, by path or by name.
func present(names ...string) func() error {
	return func() error {
		for _, name := range names {
			if _, err := exec.LookPath(name); err != nil {
				return fmt.Errorf("%s is not there", filepath.Base(name))
			}
		}
		return nil
	}
}

// python runs the script by the first interpreter that has a module: Debian's modules are Debian's own
// interpreter's, and the first on the path may be another.
func python(module string) program {
	with := ""
	for _, interpreter := range []string{"python3", "/usr/bin/python3"} {
		if with == "" && exec.Command(interpreter, "-c", "import "+module).Run() == nil {
			with = interpreter
		}
	}
	return program{before(with, officeScript), func() error {
		if with == "" {
			return fmt.Errorf("python3 has no %s", module)
		}
		return nil
	}}
}
