// Command torture does to catalogues and imports what no user should have to see, and says what came of it:
// programs killed in the middle of a change, disks that are full or fail, damaged files, hostile files. It
// imports store and app/exchange as the program does, and runs the program's commands where those are what
// matters. It is run by go run ./build torture, from the project's folder, on Linux.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

func main() {
	if os.Getenv(workerMode) != "" {
		work()
		return
	}
	run := run{program: "bin/cadastre-no-window"}
	flags := flag.NewFlagSet("torture", flag.ExitOnError)
	flags.DurationVar(&run.span, "for", time.Minute, "for how long; each fault is tried once in any case")
	flags.Uint64Var(&run.seed, "seed", uint64(time.Now().UnixNano()), "what is tried, and in which order")
	flags.IntVar(&run.round, "round", 0, "with which round to begin")
	flags.BoolVar(&run.light, "light", false, "leave out what takes long by itself")
	flags.StringVar(&run.only, "only", "", "the fault to try, or a part of its name")
	_ = flags.Parse(os.Args[1:]) // it ends the program itself
	if err := run.all(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// trials are all faults.
func trials() (all []trial) {
	all = append(all, kills()...)
	all = append(all, disks()...)
	all = append(all, closed()...)
	all = append(all, damages()...)
	all = append(all, hostiles()...)
	return append(all, formulas()...)
}

// A run tries faults in turn until its time is over.
type run struct {
	span    time.Duration
	seed    uint64
	round   int
	only    string
	light   bool
	program string // the commands
}

func (r *run) all() error {
	var chosen []*tally
	for _, t := range trials() {
		if strings.Contains(t.fault, r.only) && !(r.light && t.heavy) {
			chosen = append(chosen, &tally{trial: t, outcomes: map[string]int{}})
		}
	}
	fmt.Printf("seed %d\n", r.seed)
	begun := time.Now()
	for round := r.round; round == r.round || time.Since(begun) < r.span; round++ {
		for _, t := range chosen {
			if round > r.round && time.Since(begun) >= r.span {
				break
			}
			if err := r.try(t, round); err != nil {
				return err
			}
		}
	}
	return report(chosen, time.Since(begun))
}
