package snapshot

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever texts come in whatever order, every vector holds what was put into it, also while it is written, and
// goes on to do so while later ones are made of it.
func TestTextsAreWhatWasPutIn(t *testing.T) {
	const cells = 2*chunkSize + 1
	anyText := rapid.OneOf(rapid.Just(""), rapid.StringN(0, 5, -1), rapid.Map(rapid.IntRange(0, 70_000), func(n int) string { return strings.Repeat("x", n) }))
	anyCell := rapid.OneOf(rapid.IntRange(0, cells-1), rapid.IntRange(0, 2*packSize))
	rapid.Check(t, func(t *rapid.T) {
		vectors, want := []texts{{}}, []map[int]string{{}}
		for range rapid.IntRange(1, 8).Draw(t, "forks") {
			from := rapid.IntRange(0, len(vectors)-1).Draw(t, "from")
			next, plain, edit := vectors[from].fork(), map[int]string{}, new(token)
			for i, x := range want[from] {
				plain[i] = x
			}
			for range rapid.IntRange(1, 20).Draw(t, "writes") {
				i, x := anyCell.Draw(t, "cell"), anyText.Draw(t, "text")
				next.set(i, x, edit)
				plain[i] = x
				if j := anyCell.Draw(t, "read"); next.at(j) != plain[j] {
					t.Fatalf("while written: %.20q in cell %d, want %.20q", next.at(j), j, plain[j])
				}
			}
			next.done()
			vectors, want = append(vectors, next), append(want, plain)
		}
		for n, v := range vectors {
			for i := range cells {
				if got := v.at(i); got != want[n][i] {
					t.Fatalf("vector %d has %.20q in cell %d, want %.20q", n, got, i, want[n][i])
				}
			}
		}
	})
}

func TestADifferenceIsACellThatHoldsSomethingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a texts
		edit := new(token)
		for range rapid.IntRange(0, 20).Draw(t, "cells") {
			a.set(rapid.IntRange(0, 2*packSize).Draw(t, "cell"), rapid.StringN(0, 2, 3).Draw(t, "text"), edit)
		}
		a.done()
		b := a.fork()
		edit = new(token)
		want := rows{}
		for range rapid.IntRange(0, 20).Draw(t, "writes") {
			i := rapid.IntRange(0, chunkSize-1).Draw(t, "cell")
			b.set(i, rapid.StringN(0, 2, 3).Draw(t, "text"), edit)
		}
		b.done()
		for i := range chunkSize {
			if a.at(i) != b.at(i) {
				want[i/64] |= 1 << (i % 64)
			}
		}
		var got rows
		if markDifferences(a.chunk(0), b.chunk(0), got[:]); got != want {
			t.Fatalf("%b, want %b", got, want)
		}
	})
}
