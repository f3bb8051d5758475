package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"time"
)

// A report is everything that one run found.
type report struct {
	Machine machine           `json:"machine"`
	Rounds  int               `json:"rounds"`
	Speed   []result          `json:"speed"`
	Growth  []growing         `json:"growth"`
	Absent  map[string]string `json:"absent"`
	failed  []error           // what Cadastre could not do
}

func (r report) print(out io.Writer) {
	fmt.Fprintf(out, "\n%s\n\n", r.Machine.sentence(r.Rounds))
	if len(r.Speed) > 0 {
		speedTable(r.Speed).without("what").print(out)
	}
	if len(r.Growth) > 0 {
		growthTable(r.Growth).print(out)
	}
	for _, task := range slices.Sorted(maps.Keys(r.Absent)) {
		fmt.Fprintf(out, "absent: %s: %s\n", task, r.Absent[task])
	}
}

func (r report) save(path string) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

// A machine is where a run was made.
type machine struct {
	Processor string    `json:"processor"`
	Cores     int       `json:"cores"`
	Memory    float64   `json:"memory"`
	System    string    `json:"system"`
	Go        string    `json:"go"`
	Commit    string    `json:"commit"`
	Load      string    `json:"load"` // of the last minute, when the run began
	Time      time.Time `json:"time"`
}

func (m machine) sentence(rounds int) string {
	text := fmt.Sprintf("%s, %d cores, %s of memory, %s, %s, commit %s, %s, medians of %d rounds", m.Processor, m.Cores, memory.of(m.Memory),
		m.System, m.Go, m.Commit, m.Time.Format("2006-01-02"), rounds)
	if m.Load != "" {
		text += ", load " + m.Load + " when it began"
	}
	return text + "."
}
