package main

import (
	"fmt"
	"strconv"
)

// A unit says how a figure is written.
type unit string

const (
	times  unit = "time"   // seconds
	memory unit = "memory" // bytes
	rate   unit = "rate"   // a second
	share  unit = "share"  // of one
)

func (u unit) of(v float64) string {
	switch u {
	case times:
		return scaled(v, []step{{60, "min"}, {1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}})
	case memory:
		return scaled(v, []step{{1e9, "GB"}, {1e6, "MB"}, {1e3, "KB"}, {1, "B"}})
	case share:
		return fmt.Sprintf("%.3g%%", v*100)
	}
	return fmt.Sprintf("%.0f", v)
}

type step struct {
	size float64
	name string
}

func scaled(v float64, steps []step) string {
	for i, s := range steps {
		if v >= s.size || i == len(steps)-1 {
			return fmt.Sprintf("%.*f %s", decimals(v/s.size), v/s.size, s.name)
		}
	}
	return ""
}

// decimals gives a number three digits that count.
func decimals(v float64) int {
	switch {
	case v < 10:
		return 2
	case v < 100:
		return 1
	}
	return 0
}

// count writes a whole number as people read it: 100,000.
func count(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

func (b bound) text(u unit) string {
	switch {
	case b.ratio > 0:
		return fmt.Sprintf("≤ %.2g ×", b.ratio)
	case b.least > 0:
		return "≥ " + u.of(b.least)
	}
	return "≤ " + u.of(b.most)
}
