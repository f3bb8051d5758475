package snapshot

import "testing"

// What is being made while a record changes is patched when it is there, rather than made again.
func TestWhatIsBeingMadeIsPatched(t *testing.T) {
	first, begun, goOn := &memo[int]{}, make(chan bool), make(chan bool)
	go first.get(func() int { close(begun); <-goOn; return 1 }, nil)
	<-begun
	next := first.after([]Slot{7}).after([]Slot{3, 7})
	close(goOn)
	got := next.get(func() int { t.Error("made again"); return 0 }, func(base int, touched []Slot) int {
		if len(touched) != 2 || touched[0] != 3 || touched[1] != 7 {
			t.Errorf("patched for %v", touched)
		}
		return base + 1
	})
	if got != 2 {
		t.Errorf("%d", got)
	}
}
