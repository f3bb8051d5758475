package snapshot

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever texts hold, they are sorted as the collation compares them, and those that it takes for the same share a rank.
func TestTextsAreSortedAsTheCollationComparesThem(t *testing.T) {
	pieces := []string{"a", "A", "b", "l", "L", "é", "e\u0301", "e", "\u0301", "\u00b7", "ß", "ss", "æ", "ø", "–", "-", " ", "\n", "0", "07", "10", "٣", "漢", "が", "か\u3099", "ﬁ", "Ж", "เ", "ก", "𝒜", "\x00", "\xff", "Straße "}
	text := rapid.Map(rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 3, -1))), func(some []string) string { return strings.Join(some, "") })
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(text, 2, 40).Draw(t, "names")
		table, c := tableOf(names...), newCollator()
		compare := func(a, b Slot) int { return c.Compare(names[a], names[b]) }
		o := table.Order(16)
		for i, s := range o.Sorted[min(1, len(o.Sorted)):] {
			before := o.Sorted[i]
			if got, want := cmp.Compare(o.Ranks[before], o.Ranks[s]), compare(before, s); got != want {
				t.Fatalf("%q and %q rank as %d, want %d", names[before], names[s], got, want)
			}
		}
		if !slices.IsSortedFunc(o.Sorted, func(a, b Slot) int { return cmp.Or(compare(a, b), cmp.Compare(a, b)) }) {
			t.Fatalf("%q is not sorted", names)
		}
	})
}
