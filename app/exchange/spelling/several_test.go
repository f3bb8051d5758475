package spelling_test

import (
	"slices"
	"testing"

	"cadastre/app/exchange/spelling"
)

func TestTheSeparatorIsTheOneThatTheColumnReallyUses(t *testing.T) {
	none := func(string) bool { return false }
	for _, c := range []struct {
		what  string
		cells []string
		known func(string) bool
		want  string
	}{
		{"semicolons", []string{"Java; Oracle", "Java", "Angular; Go"}, none, ";"},
		{"lines", []string{"Java\nOracle, Inc.", "Go\nRust"}, none, "\n"},
		{"commas between names that come again", []string{"Java, Oracle", "Java", "Oracle, Go", "Go"}, none, ","},
		{"commas between names that the catalogue has", []string{"Java, Oracle"}, func(string) bool { return true }, ","},
		{"company names", []string{"Tyler, Inc.", "Dell, Inc.", "Tyler, Inc., Dell, Inc."}, none, ""},
		{"addresses", []string{"815 E Street, San Diego,CA", "3 Whitehall Court, London"}, none, ""},
		{"semicolons between company names", []string{"Tyler, Inc.; Dell, Inc.", "Apple, Inc.; IBM"}, none, ";"},
		{"a semicolon that stands once, between names of which one comes again", []string{"Java; Oracle", "Java", "Go"}, none, ";"},
		{"a line break that stands once, between names of which the catalogue has one", []string{"Java\nOracle", "Go", "Rust"}, func(s string) bool { return s == "Java" }, "\n"},
		{"a semicolon that stands once", []string{"A; b", "C", "D"}, none, ""},
	} {
		if got := spelling.Separator(slices.Values(c.cells), c.known); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
