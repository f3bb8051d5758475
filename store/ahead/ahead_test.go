package ahead_test

import (
	"errors"
	"iter"
	"slices"
	"testing"

	"cadastre/store/ahead"
)

// count makes n numbers and then fails with err.
func count(n int, err error) func(func() *int) error {
	return func(next func() *int) error {
		for i := range n {
			at := next()
			if at == nil {
				return nil
			}
			*at = i
		}
		if err != nil {
			next()
		}
		return err
	}
}

func TestItemsComeInOrderAndTheErrorLast(t *testing.T) {
	broken := errors.New("broken")
	for _, n := range []int{0, 1, 255, 256, 257, 5000} {
		for _, want := range []error{nil, broken} {
			inOrder(t, ahead.Of(count(n, want)), n, want)
			inOrder(t, ahead.Each(count(n, want)), n, want)
		}
	}
}

func inOrder(t *testing.T, items iter.Seq2[*int, error], n int, want error) {
	t.Helper()
	var got []int
	var failed error
	for item, err := range items {
		if failed = err; err == nil {
			got = append(got, *item)
		}
	}
	if len(got) != n || !slices.IsSorted(got) || failed != want {
		t.Errorf("%d items, then %v: got %d, then %v", n, want, len(got), failed)
	}
}

func TestEachIsHandedOnWhenTheNextIsAskedFor(t *testing.T) {
	seen := make(chan int)
	for item := range ahead.Each(func(next func() *int) error {
		*next() = 1
		next()
		<-seen // or nothing more is made
		return nil
	}) {
		if *item == 1 {
			close(seen)
		}
	}
}

func TestWhatIsMadeHasEndedWhenTheLoopHas(t *testing.T) {
	for _, most := range []int{1, 256, 300, 2000} {
		ended, seen := false, 0
		fill := func(next func() *int) error {
			defer func() { ended = true }()
			return count(1_000_000, nil)(next)
		}
		for range ahead.Of(fill) {
			if seen++; seen == most {
				break
			}
		}
		if !ended {
			t.Errorf("after %d items it still goes on", most)
		}
	}
}

func TestAPanicComesThroughAfterWhatWasMade(t *testing.T) {
	seen := 0
	defer func() {
		if recover() != "no" || seen != 300 {
			t.Errorf("%d items came before it", seen)
		}
	}()
	for range ahead.Of(func(next func() *int) error {
		_ = count(300, nil)(next)
		next()
		panic("no")
	}) {
		seen++
	}
}

func TestMemoryIsUsedAgain(t *testing.T) {
	fresh := 0
	for range ahead.Of(func(next func() *[]byte) error {
		for range 100_000 {
			b := next()
			if cap(*b) == 0 {
				fresh++
				*b = make([]byte, 1)
			}
		}
		return nil
	}) {
	}
	if fresh > 256*8 {
		t.Errorf("%d items were made anew", fresh)
	}
}
