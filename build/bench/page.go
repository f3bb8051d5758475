package main

import (
	"cmp"
	"fmt"
	"os"
	"strings"
)

// pageFile is the page beside the bench. What stands between its markers is written by a run.
const pageFile = "build/bench/README.md"

// writePage puts the tables of a report into the page.
func writePage(path string, r report) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	page := string(text)
	for marker, content := range map[string]string{
		"machine": r.Machine.sentence(r.Rounds) + "\n", "speed": speedTable(r.Speed).markdown(), "growth": growthTable(r.Growth).markdown(),
		"meaning": meanings(r.Speed), "outside": outsides(r.Speed),
	} {
		if page, err = between(page, marker, content); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return os.WriteFile(path, []byte(page), 0o644)
}

// between replaces what stands between a marker and its end.
func between(page, marker, content string) (string, error) {
	begin, end := "<!-- "+marker+" -->\n", "<!-- /"+marker+" -->"
	head, rest, ok := strings.Cut(page, begin)
	_, tail, ends := strings.Cut(rest, end)
	if !ok || !ends {
		return "", fmt.Errorf("there is no %s … %s", strings.TrimSpace(begin), end)
	}
	return head + begin + "\n" + content + "\n" + end + tail, nil
}

func meanings(results []result) string {
	var b strings.Builder
	for _, r := range results {
		fmt.Fprintf(&b, "- **%s**: %s %s\n", r.Name, r.Means, r.stands())
	}
	return b.String()
}

// stands says in figures how a row stands.
func (r result) stands() string {
	if !r.Ours.known() {
		return "(not measured)"
	}
	return "(" + strings.TrimSpace(r.Ours.text(r.Unit)+" "+string(r.Verdict)) + ")"
}

func outsides(results []result) string {
	var b strings.Builder
	for _, r := range results {
		switch r.Verdict {
		case outside:
			fmt.Fprintf(&b, "- **%s**, %s where %s was promised. %s\n", r.Name, strings.TrimSpace(r.Ours.text(r.Unit)+" "+factor(r.Ratio)), r.Budget, cmp.Or(r.Idea, "Why is not known yet."))
		case notMeasured:
			fmt.Fprintf(&b, "- **%s** was not measured: %s\n", r.Name, r.why())
		}
	}
	if b.Len() == 0 {
		return "Every row is inside its budget.\n"
	}
	return b.String()
}

func (r result) why() string {
	for _, reading := range []reading{r.Ours, r.Floor} {
		if reading.Absent != "" {
			return reading.Absent + "."
		}
	}
	return "the program has no such thing yet."
}
