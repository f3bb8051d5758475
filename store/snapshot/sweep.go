package snapshot

import (
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// unprepared does what withAll does with the concordances that are there already, and looks through the texts
// of the records that they lack: as long as somebody goes on typing, of those that were found before.
func (t *Table) unprepared(words []string, volumes []int) Bits {
	t.derived.library.patience.work()
	defer t.derived.library.patience.rest()
	var columns [][]*Column
	for _, volume := range volumes {
		columns = append(columns, t.searched(volume))
	}
	before := t.derived.lately.Load()
	found := t.gather(several, func(n int, found *rows) {
		before.among(words, len(volumes), n, found)
		parts := make([]part, 0, len(volumes))
		for i, volume := range volumes {
			parts = append(parts, t.read(volume, columns[i], n))
		}
		keepAll(parts, words, found)
	})
	t.derived.lately.Store(&finding{words, len(volumes), found.Clone()})
	return found
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

// A finding is what a search found.
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
	for i := range rows {
		rows[i] = math.MaxUint64
	}
}

// isIn is true when one of some words contains word.
func isIn(word string, words []string) bool {
	return slices.ContainsFunc(words, func(longer string) bool { return strings.Contains(longer, word) })
}

// patience is what whoever makes an index has with those who search meanwhile, on a computer of few cores.
type patience struct {
	mu   sync.RWMutex // held by those who search
	last atomic.Int64 // when one of them was done
}

const (
	// quiet is how long nobody has searched when the rows of the last search have been painted.
	quiet = 100 * time.Millisecond
	// patient is how long an index may wait in all for one segment.
	patient = 2 * time.Second
)

func (p *patience) work() { p.mu.RLock() }

func (p *patience) rest() {
	p.last.Store(time.Now().UnixNano())
	p.mu.RUnlock()
}

// begin returns what waits until nobody searches.
func (p *patience) begin() func() {
	left := patient
	return func() {
		p.mu.Lock()
		p.mu.Unlock() //nolint:staticcheck // nobody is kept out: it waits for those who are at work
		if wait := min(left, quiet-time.Since(time.Unix(0, p.last.Load()))); wait > 0 {
			left -= wait
			time.Sleep(wait)
		}
	}
}
