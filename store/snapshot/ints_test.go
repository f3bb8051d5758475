package snapshot

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Whatever integers come in whatever order, every vector holds what was put into it, and goes on to do so
// while later ones are made of it.
func TestIntsAreWhatWasPutIn(t *testing.T) {
	anyInt := rapid.OneOf(rapid.Int64Range(-3, 300), rapid.Int64Range(20_000, 90_000), rapid.Int64Range(-1<<40, 1<<40),
		rapid.SampledFrom([]int64{BlankInt, BlankInt + 1, -1, math.MaxInt64, math.MaxInt64 - 200}))
	rapid.Check(t, func(t *rapid.T) {
		blank := rapid.SampledFrom([]int64{BlankInt, 0}).Draw(t, "blank")
		vectors, want := []ints{{blank: blank}}, []map[int]int64{{}}
		for range rapid.IntRange(1, 8).Draw(t, "forks") {
			from := rapid.IntRange(0, len(vectors)-1).Draw(t, "from")
			next, plain, edit := vectors[from].fork(), map[int]int64{}, new(token)
			for i, x := range want[from] {
				plain[i] = x
			}
			for range rapid.IntRange(1, 20).Draw(t, "writes") {
				i, x := rapid.IntRange(0, 2*chunkSize).Draw(t, "cell"), anyInt.Draw(t, "integer")
				next.set(i, x, edit)
				plain[i] = x
			}
			vectors, want = append(vectors, next), append(want, plain)
		}
		for n, v := range vectors {
			for i := range 2*chunkSize + 1 {
				x, there := want[n][i]
				if got := v.at(i); there && got != x || !there && got != blank {
					t.Fatalf("vector %d has %d in cell %d, want %d (%v)", n, got, i, x, there)
				}
			}
		}
	})
}
