package exchange

import (
	"fmt"
	"hash/maphash"
	"os"
	"strings"
	"sync"
)

// shelfMost is how many bytes of rows are kept at the most. Reading more again costs less than holding it beside a
// plan of that size would.
const shelfMost = 32 << 20

// A Shelf keeps the rows of the files that were read last, so that planning them again with another answer does not
// read them again. Files that have changed since are read anew, and so are those with more rows than it holds, and all
// once the catalogue has changed: what was read says whether it comes from a copy.
type Shelf struct {
	mu     sync.Mutex
	label  string
	inputs []*input
	notes  []string
}

var shelfSeed = maphash.MakeSeed()

// labelOf says what is read of files: which, as they are now, what of them, and after which change set of which
// catalogue. It is "" where a file is not to be had.
func (p Planner) labelOf(paths []string, o Options) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q %t", o.OnlySheet, o.Deletions)
	if p.Past != nil {
		if journal := p.Past.Headers(); len(journal) > 0 {
			fmt.Fprintf(&b, " %s", journal[len(journal)-1].ID)
		}
	}
	for _, path := range paths {
		if text, pasted := p.Pasted[path]; pasted {
			fmt.Fprintf(&b, "\n%s\x00%d\x00%x", path, len(text), maphash.String(shelfSeed, text))
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			return ""
		}
		fmt.Fprintf(&b, "\n%s\x00%d\x00%d", path, info.Size(), info.ModTime().UnixNano())
	}
	return b.String()
}

// take returns what is kept under a label, to be planned once.
func (s *Shelf) take(label string) (inputs []*input, notes []string, kept bool) {
	if s == nil || label == "" {
		return nil, nil, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.label != label {
		return nil, nil, false
	}
	return heads(s.inputs), s.notes, true
}

// put keeps inputs, or forgets what was kept where they are too large.
func (s *Shelf) put(label string, inputs []*input, notes []string) {
	if s == nil {
		return
	}
	size := 0
	for _, in := range inputs {
		for i := range in.rows {
			size += len(in.rows[i].cells)
		}
	}
	s.Clear()
	if label == "" || size > shelfMost {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.label, s.inputs, s.notes = label, heads(inputs), notes
}

// Clear forgets what is kept.
func (s *Shelf) Clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.label, s.inputs, s.notes = "", nil, nil
}

// heads are inputs that planning may use up while the others stay as they are.
func heads(inputs []*input) []*input {
	out := make([]*input, len(inputs))
	for i, in := range inputs {
		out[i] = in.head()
	}
	return out
}
