package sampledata

import (
	"bytes"
	"reflect"
	"testing"
	"time"
	_ "time/tzdata"
)

func TestRelativeDates(t *testing.T) {
	for cell, want := range map[string]string{
		"today+45":             "2027-01-06",
		"today-400":            "2025-10-18",
		"today+0":              "2026-11-22",
		"today-3T14:05:00Z":    "2026-11-19T14:05:00Z",
		"2024-07-09":           "2024-07-09",
		"today":                "today",
		"see today+45":         "see today+45",
		"today+45 and later":   "today+45 and later",
		"<p>due today-400</p>": "<p>due today-400</p>",
	} {
		if got := dated(cell, day); got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
}

// TestDatesAreCivil proves that a date depends on today's civil day alone, also
// where clocks skip midnight.
func TestDatesAreCivil(t *testing.T) {
	santiago, err := time.LoadLocation("America/Santiago")
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2026, time.August, 7, 0, 30, 0, 0, santiago)
	if got := dated("today+30", start); got != "2026-09-06" {
		t.Errorf("thirty days after 7 August is %s", got)
	}
}

func TestSameDaySameBytes(t *testing.T) {
	morning, err := Files(day.Add(-20 * time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	night, err := Files(day)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(morning, night) {
		t.Error("the sample differs between morning and night")
	}
	for _, file := range night {
		if bytes.Contains(file.CSV, []byte("today+")) || bytes.Contains(file.CSV, []byte("today-")) {
			t.Errorf("%s still has a relative date", file.Name)
		}
	}
}
