package main

import "path/filepath"

// tortureTarget does to catalogues and imports what no user should have to see: see build/torture.
func tortureTarget(args []string) error {
	if err := inOrder(plainBuild(), tortureBuild()); err != nil {
		return err
	}
	return program(append([]string{tortureBinary}, args...)...).attached()
}

var tortureBinary = filepath.FromSlash("bin/torture")

func tortureBuild() step {
	return calling("binary: torture", program("go", "build", "-o", tortureBinary, "./build/torture"))
}

// torture makes a step of a short run that is the same each time.
func torture() step {
	return calling("torture, a little", program(tortureBinary, "--light", "--for", "1s", "--seed", "1"))
}
