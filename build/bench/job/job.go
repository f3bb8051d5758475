// Package job is how the bench and what it starts talk: a process does one job, prints
// what it measured as one line of JSON, and ends. It imports nothing of ours.
package job

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"
)

// Metrics are what a job measured: times in seconds, sizes in bytes, counts.
type Metrics map[string]float64

// Jobs are what a program can do, by name, with the words that follow it.
type Jobs map[string]func(words []string) (Metrics, error)

// Run does the job that the words name and prints its metrics.
func (j Jobs) Run(words []string) error {
	if len(words) == 0 || j[words[0]] == nil {
		return fmt.Errorf("there is no job %q", words)
	}
	m, err := j[words[0]](words[1:])
	if err != nil {
		return fmt.Errorf("%s: %w", words[0], err)
	}
	return json.NewEncoder(os.Stdout).Encode(m)
}

// Timed returns the seconds that do takes.
func Timed(do func() error) (float64, error) {
	start := time.Now()
	err := do()
	return time.Since(start).Seconds(), err
}

// Each times do for 0 to n, one after the other.
func Each(n int, do func(i int) error) ([]float64, error) {
	times := make([]float64, n)
	for i := range times {
		var err error
		if times[i], err = Timed(func() error { return do(i) }); err != nil {
			return nil, err
		}
	}
	return times, nil
}

// Spread is the middle, the upper end and the worst of many times.
func Spread(times []float64) Metrics {
	sorted := slices.Sorted(slices.Values(times))
	at := func(share float64) float64 { return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)] }
	return Metrics{"p50": at(0.5), "p95": at(0.95), "p99": at(0.99), "worst": sorted[len(sorted)-1]}
}
