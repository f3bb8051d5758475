package snapshot

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// unprepared does what look does with the concordances that are there already, and reads the texts of the
// records that they lack.
func (t *Table) unprepared(volumes []int, ask func(n int, parts []part, found *rows)) Bits {
	patience := t.derived.library.patience
	patience.searching.RLock()
	defer patience.searching.RUnlock()
	var columns [][]*Column
	for _, volume := range volumes {
		columns = append(columns, t.searched(volume))
	}
	return t.gather(several, func(n int, found *rows) {
		parts := make([]part, 0, len(volumes))
		for i, volume := range volumes {
			parts = append(parts, t.read(volume, columns[i], n))
		}
		ask(n, parts, found)
	})
}

// Read reads the texts that a search would have to look through until Prepare has made their index.
func (t *Table) Read() {
	for volume := range volumes {
		columns := t.searched(volume)
		for n := range t.runs() {
			t.read(volume, columns, n)
		}
	}
}

// A finding is what a search found: as long as somebody goes on typing, the next one looks only there.
type finding struct {
	words   []string
	volumes int
	found   Bits
}

// among puts in the rows of a run that may have some words in so many volumes: all, unless whoever has them
// has been found already. A finding may be nil.
func (f *finding) among(words []string, volumes, n int, rows *rows) {
	if f != nil && volumes <= f.volumes && !slices.ContainsFunc(f.words, func(word string) bool { return !isIn(word, words) }) {
		copy(rows[:], f.found[n*segmentSize/64:])
		return
	}
	rows.fill()
}

// isIn is true when one of some words contains word.
func isIn(word string, words []string) bool {
	return slices.ContainsFunc(words, func(longer string) bool { return strings.Contains(longer, word) })
}

// patience is what whoever makes the index of a table has with those who search in any, on a computer of few cores.
type patience struct {
	searching sync.RWMutex // held by those who look through texts
	last      atomic.Int64 // when somebody has searched
}

const (
	// quiet is how long nobody has searched when the rows of the last search have been painted.
	quiet = 100 * time.Millisecond
	// patient is how long an index may wait in all for one segment.
	patient = 2 * time.Second
)

// note is told that somebody has searched.
func (p *patience) note() { p.last.Store(time.Now().UnixNano()) }

// begin returns what waits until nobody searches; whoever has no patience waits for nobody.
func (p *patience) begin() func() {
	if p == nil {
		return func() {}
	}
	left := patient
	return func() {
		p.searching.Lock()
		p.searching.Unlock() //nolint:staticcheck // nobody is kept out: it waits for those who are at work
		if wait := min(left, quiet-time.Since(time.Unix(0, p.last.Load()))); wait > 0 {
			left -= wait
			time.Sleep(wait)
		}
	}
}
