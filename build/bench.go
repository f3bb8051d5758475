package main

import "path/filepath"

var (
	benchBinary = executable("cadastre-bench")
	peersBinary = executable("cadastre-bench-peers")
	emptyBinary = executable("cadastre-bench-empty")
)

// What Debian has of the peers: the bench names as absent what is not there.
var peerPackages = []string{"python3-openpyxl", "python3-xlsxwriter", "libreoffice-calc-nogui"}

// benchTarget builds everything that the bench measures and runs it with the arguments.
func benchTarget(args []string) error {
	err := inOrder(packages(testPackages), optional(packages(peerPackages)), pageLibraries(), pageBuild(), bridgeBuild(),
		windowBuild(), peersBuild(), benchBuild())
	if err != nil {
		return err
	}
	return program(append([]string{benchBinary}, args...)...).attached()
}

// optional makes a step of which it does not matter whether it succeeds.
func optional(s step) step {
	return step{s.name + " that may be absent", func() error {
		_ = s.do()
		return nil
	}}
}

func benchBuild() step {
	return calling("binary: bench", program("go", "build", "-o", benchBinary, "./build/bench"))
}

// peersBuild makes a step that builds what Cadastre is measured against, from modules of its own.
func peersBuild() step {
	build := func(out, tags, pkg string) call {
		return program("go", "build", "-tags", tags, "-o", filepath.Join("..", "..", "..", out), pkg).in("build/bench/peers")
	}
	return calling("binary: the bench's peers", build(peersBinary, "sqlite_fts5", "."), build(emptyBinary, windowTags, "./empty"))
}
