package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"cadastre/store"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// The model of a catalogue is what its systems are called and described as. It knows nothing of the store.
type state map[string]string

// An op is one thing that a user does: save and import write rows by name, where an empty description
// deletes; backup writes to a file. On a catalogue that is closed, and has a passphrase or none, rekey gives it
// another, and restore puts a backup in its place.
type op struct {
	Kind       string
	Rows       state
	To         string
	Passphrase string
}

// A story is a list of ops with what the catalogue holds after each, and after how many change sets.
type story struct {
	ops    []op
	states []state
	seqs   []uint64
}

// then returns what the catalogue holds, and its change sets, when the first n ops are done.
func (s *story) then(n int) (state, uint64) { return s.states[n], s.seqs[n] }

// tell makes up n ops on a catalogue that holds something.
func tell(r *rand.Rand, now state, seq uint64, n int, dir string) *story {
	s := &story{states: []state{now}, seqs: []uint64{seq}}
	undone := false // the last set that can be taken back has been
	for i := range n {
		o := op{Kind: []string{"save", "save", "save", "save", "import", "import", "undo", "backup"}[r.IntN(8)]}
		last := len(s.ops) - 1
		switch {
		case o.Kind == "undo" && (last < 0 || s.ops[last].Kind == "backup" || undone):
			o.Kind = "save"
		case o.Kind == "backup":
			o.To = fmt.Sprintf("%s/backup-%d-%d%s", dir, seq, i, store.Extension)
		}
		undone = o.Kind == "undo"
		s.add(r, o)
	}
	return s
}

func (s *story) add(r *rand.Rand, o op) {
	now, seq := s.states[len(s.states)-1], s.seqs[len(s.seqs)-1]
	next := now
	switch o.Kind {
	case "save":
		o.Rows = rows(r, now, 1+r.IntN(3), true)
	case "import":
		o.Rows = rows(r, now, 1+r.IntN(300), false)
	case "undo":
		next = s.states[len(s.states)-2]
	}
	if o.Rows != nil {
		next = maps.Clone(now)
		maps.Copy(next, o.Rows)
		maps.DeleteFunc(next, func(_, description string) bool { return description == "" })
	}
	if o.Kind != "backup" {
		seq++
	}
	s.ops, s.states, s.seqs = append(s.ops, o), append(s.states, next), append(s.seqs, seq)
}

// rows makes up new and changed systems, and ones to delete.
func rows(r *rand.Rand, now state, n int, deletes bool) state {
	known := slices.Sorted(maps.Keys(now))
	out := state{}
	for range n {
		name, description := fmt.Sprintf("System %d", r.Uint64()), fmt.Sprintf("What it does: %x", r.Uint64())
		if len(known) > 0 && r.IntN(3) == 0 {
			name = known[r.IntN(len(known))]
			if deletes && r.IntN(3) == 0 {
				description = ""
			}
		}
		out[name] = description
	}
	return out
}

var (
	systems     = schema.Default().Table("itsystem")
	description = systems.Field("description")
)

// held is what a catalogue holds, as the model has it.
func held(snap *snapshot.Snapshot) state {
	t := snap.Table(systems.Num)
	out := state{}
	for slot := range live(t) {
		out[t.Name(slot)] = t.Value(slot, description.Num).Str()
	}
	return out
}
