package main

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"strconv"
)

// serveTarget builds the page and the bridge, and serves a catalogue to a browser on
// this machine. With --sample the catalogue is made from the sample if it is not there.
func serveTarget(args []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	catalogue := flags.String("catalogue", "", "the catalogue to open; none: the welcome page")
	port := flags.Int("port", 0, "the port to listen on; 0: any free one")
	sample := flags.Bool("sample", false, "make the catalogue from the sample if it is not there")
	if err := flags.Parse(args); err != nil {
		return err
	}
	steps := []step{pageLibraries(), pageBuild(), bridgeBuild()}
	if *sample && *catalogue == "" {
		*catalogue = sampleCatalogue
	}
	if _, err := os.Stat(*catalogue); *sample && errors.Is(err, fs.ErrNotExist) {
		steps = append(steps, newSample(bridgeBinary, *catalogue))
	}
	if err := inOrder(steps...); err != nil {
		return err
	}
	words := []string{bridgeBinary}
	if *catalogue != "" {
		words = append(words, *catalogue)
	}
	return program(words...).with("CADASTRE_PORT=" + strconv.Itoa(*port)).attached()
}
