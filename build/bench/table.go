package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A table is lines of cells under a head.
type table struct {
	head  []string
	lines [][]string
}

// speedTable says what was promised, what was measured, and how they stand.
func speedTable(results []result) table {
	t := table{head: []string{"", "what", "budget", "Cadastre", "against", "ratio", "verdict", "for comparison"}}
	for _, r := range results {
		t.lines = append(t.lines, []string{r.Name, r.What, r.Budget, r.Ours.text(r.Unit), r.against(), factor(r.Ratio), string(r.Verdict), r.besides()})
	}
	return t
}

func (r reading) text(u unit) string {
	switch {
	case r.known():
		text := u.of(r.Median)
		if _, which, many := strings.Cut(r.Metric, "/"); many {
			text += " (“" + which + "”)"
		}
		return text
	case r.Absent != "":
		return "absent: " + r.Absent
	}
	return "–"
}

func (r result) against() string {
	if r.Floor.Task == "" {
		return ""
	}
	name := r.Floor.Task
	if name == r.Ours.Task { // measured by the same process
		name = r.Floor.Metric
	}
	return name + " " + r.Floor.text(r.Unit)
}

func (r result) besides() string {
	var list []string
	for _, b := range r.Beside {
		if !b.known() {
			continue
		}
		text := b.Task + " " + b.text(r.Unit)
		if b.Ratio > 0 {
			text += ", " + factor(b.Ratio)
		}
		list = append(list, text)
	}
	return strings.Join(list, "; ")
}

func factor(ratio float64) string {
	if ratio == 0 {
		return ""
	}
	return fmt.Sprintf("%.*f ×", decimals(ratio), ratio)
}

// growthTable says how every cost grows, and how many times more the largest is than the smallest.
func growthTable(growth []growing) table {
	var t table
	for _, g := range growth {
		if t.head == nil {
			t.head = append(t.head, "what")
			for _, n := range g.Sizes {
				t.head = append(t.head, count(n))
			}
			t.head = append(t.head, "grows", "what it is")
		}
		line := []string{g.What}
		for _, c := range g.Costs {
			line = append(line, c.text(g.Unit))
		}
		first, last := g.Costs[0], g.Costs[len(g.Costs)-1]
		t.lines = append(t.lines, append(line, factor(ratio(last, first)), g.Means))
	}
	return t
}

// without leaves a column out.
func (t table) without(column string) table {
	at := slices.Index(t.head, column)
	cut := func(line []string) []string { return slices.Delete(slices.Clone(line), at, at+1) }
	short := table{head: cut(t.head)}
	for _, line := range t.lines {
		short.lines = append(short.lines, cut(line))
	}
	return short
}

// print writes a table in columns.
func (t table) print(out io.Writer) {
	widths := make([]int, len(t.head))
	all := append([][]string{t.head}, t.lines...)
	for _, line := range all {
		for i, cell := range line[:len(line)-1] {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, line := range all {
		for i, cell := range line {
			fmt.Fprint(out, cell, strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(cell))), "  ")
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintln(out)
}

// markdown writes a table as a page shows it.
func (t table) markdown() string {
	var b strings.Builder
	line := func(cells []string) {
		b.WriteString("| " + strings.ReplaceAll(strings.Join(cells, "\x00"), "|", "\\|") + " |\n")
	}
	line(t.head)
	line(strings.Split(strings.Repeat("---\x00", len(t.head)-1)+"---", "\x00"))
	for _, cells := range t.lines {
		line(cells)
	}
	return strings.ReplaceAll(b.String(), "\x00", " | ")
}
