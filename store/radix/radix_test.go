package radix_test

import (
	"cmp"
	"slices"
	"testing"

	"cadastre/store/radix"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestNumbersAreSortedBySomeOfTheirBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOf(rapid.Uint64()).Draw(t, "numbers")
		least := rapid.IntRange(0, 63).Draw(t, "least")
		most := rapid.IntRange(least, 64).Draw(t, "most")
		bits := func(n uint64) uint64 { return n >> least & (1<<(most-least) - 1) }
		want := slices.Clone(numbers)
		slices.SortStableFunc(want, func(a, b uint64) int { return cmp.Compare(bits(a), bits(b)) })
		if got, _ := radix.Sort(numbers, make([]uint64, len(numbers)), least, most); !slices.Equal(got, want) {
			t.Fatal(gocmp.Diff(want, got))
		}
	})
}
