package main

import (
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// A trial is one way to do harm.
type trial struct {
	fault string
	// rounds is in how many rounds out of a hundred it is tried; 0 is all.
	rounds int
	heavy  bool // takes long by itself
	try    func(*attempt)
}

// sorted brings trials into the order of their names.
func sorted(all []trial) []trial {
	slices.SortFunc(all, func(a, b trial) int { return strings.Compare(a.fault, b.fault) })
	return all
}

// A tally is what came of a trial.
type tally struct {
	trial
	outcomes map[string]int
	wrong    []string
	spent    time.Duration
}

// An attempt is one try of a trial, which its seed and round decide.
type attempt struct {
	*rand.Rand
	dir     string // empty at the beginning, removed at the end
	program string
	tally   *tally
	where   string
}

// note counts an outcome.
func (a *attempt) note(outcome string) { a.tally.outcomes[outcome]++ }

// wrong tells of something that must not be.
func (a *attempt) wrong(format string, args ...any) {
	sentence := a.where + ": " + fmt.Sprintf(format, args...)
	if len(a.tally.wrong) < 20 {
		fmt.Println("WRONG", sentence)
	}
	a.tally.wrong = append(a.tally.wrong, sentence)
}

// failed ends an attempt that could not be made.
type failed struct{ error }

// must ends the attempt where the machine does not do what it takes.
func (a *attempt) must(err error) {
	if err != nil {
		panic(failed{err})
	}
}

// patience is how long an attempt may take before it counts as hanging.
const patience = 5 * time.Minute

// try makes one attempt.
func (r *run) try(t *tally, round int) error {
	if t.rounds > 0 && round > r.round && (round*t.rounds)%100 >= t.rounds {
		return nil
	}
	name := fnv.New64a()
	_, _ = name.Write([]byte(t.fault)) // a hash takes every write
	dir, err := os.MkdirTemp(memory(), "cadastre-torture-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	a := &attempt{Rand: rand.New(rand.NewPCG(r.seed, name.Sum64()+uint64(round))), dir: dir, program: r.program, tally: t,
		where: fmt.Sprintf("%s (--only %q --seed %d --round %d)", t.fault, t.fault, r.seed, round)}
	hangs := time.AfterFunc(patience, func() {
		debug.SetTraceback("all")
		panic(a.where + " hangs")
	})
	defer hangs.Stop()
	begun := time.Now()
	defer func() { t.spent += time.Since(begun) }()
	a.guarded()
	return nil
}

// memory is a folder that lies in memory, "" where there is none: what is tried here does not depend on how
// long a disk takes.
func memory() string {
	const shared = "/dev/shm"
	if _, err := os.Stat(shared); err != nil {
		return ""
	}
	return shared
}

func (a *attempt) guarded() {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case failed:
			a.wrong("it could not be tried: %v", p.error)
		default:
			a.wrong("panic: %v\n%s", p, debug.Stack())
		}
	}()
	a.tally.try(a)
}

// report prints what was tried and found. It is an error if anything was wrong.
func report(all []*tally, took time.Duration) error {
	wrong := 0
	for _, t := range all {
		var parts []string
		tried := 0
		for _, outcome := range slices.Sorted(maps.Keys(t.outcomes)) {
			tried += t.outcomes[outcome]
			parts = append(parts, fmt.Sprintf("%s %d", outcome, t.outcomes[outcome]))
		}
		wrong += len(t.wrong)
		fmt.Printf("%-34s %7d tried  %7.0f a minute  %3d wrong  %s\n", t.fault, tried, float64(tried)/max(t.spent.Minutes(), 1e-9), len(t.wrong), strings.Join(parts, ", "))
	}
	fmt.Printf("%.0f s, %d wrong\n", took.Seconds(), wrong)
	if wrong > 0 {
		return errors.New("something went wrong")
	}
	return nil
}
