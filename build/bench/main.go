// Command bench measures Cadastre, the floors under it and what people would use instead,
// side by side on the same data, several times in turn, and prints medians and ratios:
//
//	go run ./build bench
//
// builds and runs it. What it measures is data, in rows.go (what is promised) and tasks.go
// (one process each). It may import store and app/exchange; the peers are a module of
// their own.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"cadastre/build/bench/ours"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// garbage is what the program itself sets, in its main.go.
const garbage = 50

func run(args []string) error {
	if len(args) > 0 && args[0] == "job" {
		debug.SetGCPercent(garbage)
		return ours.Jobs.Run(args[1:])
	}
	o, err := parse(args)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r, err := bench(ctx, o)
	if err != nil {
		return err
	}
	return errors.Join(o.publish(r), errors.Join(r.failed...))
}

// options are what a run is asked for.
type options struct {
	sizes  sizes
	rounds int
	only   []string
	folder string
	json   string
	page   bool
	quick  bool
}

func parse(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	only := flags.String("only", "", "measure only these rows, by the beginning of their names, separated by commas; growth is one too")
	all := flags.String("size", "10000,100000,500000", "the numbers of systems")
	components := flags.Int("components", 0, "how many components every system has")
	flags.BoolVar(&o.quick, "quick", false, "small sizes, one round: to see that everything runs")
	fresh := flags.Bool("fresh", false, "make the data anew")
	flags.IntVar(&o.rounds, "rounds", 5, "how many times everything is measured, in turn")
	flags.StringVar(&o.folder, "data", "bin/bench", "the folder that keeps the data")
	flags.StringVar(&o.json, "json", "", "write everything that was measured to this file")
	flags.BoolVar(&o.page, "page", false, "write the tables into "+pageFile)
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if *only != "" {
		o.only = strings.Split(*only, ",")
	}
	if o.quick {
		*all, o.rounds = "200,1000", 1
	}
	if *fresh {
		if err := os.RemoveAll(o.folder); err != nil {
			return o, err
		}
	}
	if o.page && (*only != "" || o.quick) {
		return o, errors.New("--page writes whole tables of full size: leave out --only and --quick")
	}
	sizes, err := numbers(*all)
	o.sizes = newSizes(sizes, *components)
	return o, err
}

func numbers(text string) ([]int, error) {
	var list []int
	for word := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return []int{1}, fmt.Errorf("%q is no number of systems", word)
		}
		list = append(list, n)
	}
	return list, nil
}

// bench measures what was asked for.
func bench(ctx context.Context, o options) (report, error) {
	r := report{Machine: thisMachine(), Rounds: o.rounds}
	l, err := newLab(ctx, o, os.Stderr)
	if err != nil {
		return r, err
	}
	wanted, growth := o.wanted()
	if err := l.rounds(o.needed(wanted, growth), o.rounds); err != nil {
		return r, err
	}
	r.Speed = l.results(wanted, o.sizes.main == judgedAt)
	if growth {
		r.Growth = l.growth(o.sizes)
	}
	r.Absent, r.failed = l.absent, l.failed
	return r, nil
}

// wanted are the rows asked for, and whether growth is.
func (o options) wanted() (list []row, growth bool) {
	asked := func(name string) bool {
		return o.only == nil || slices.ContainsFunc(o.only, func(begin string) bool { return strings.HasPrefix(name, begin) })
	}
	for _, r := range rows(o.sizes) {
		if asked(r.name) {
			list = append(list, r)
		}
	}
	return list, asked("growth")
}

// needed are the tasks that rows and the table of growth take their figures from.
func (o options) needed(wanted []row, growth bool) []task {
	names := map[string]bool{}
	for _, r := range wanted {
		for _, f := range append([]figure{r.ours, r.floor}, r.beside...) {
			names[f.task] = true
		}
	}
	for _, g := range growths {
		for _, n := range o.sizes.all {
			names[at(g.task, n)] = names[at(g.task, n)] || growth
		}
	}
	return slices.DeleteFunc(tasks(o.sizes), func(t task) bool { return !names[t.name] })
}

func (o options) publish(r report) error {
	r.print(os.Stdout)
	if o.json != "" {
		if err := r.save(o.json); err != nil {
			return err
		}
	}
	if o.page && len(r.failed) == 0 {
		return writePage(pageFile, r)
	}
	return nil
}
