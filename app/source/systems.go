package source

import (
	"cmp"
	"slices"

	"cadastre/store/snapshot"
)

// A System is a source system: nothing but a key, by which the flow's tables name it.
type System struct {
	Key string
	// Records is how many records it has a key for.
	Records int
	// Seen is when it last brought something, in seconds, 0 for never.
	Seen int64
}

// Systems are the source systems that the catalogue knows, by key.
func Systems(s *snapshot.Snapshot) []System {
	var out []System
	for _, sys := range flowOf(s).systems() {
		out = append(out, *sys)
	}
	slices.SortFunc(out, func(a, b System) int { return cmp.Compare(fold(a.Key), fold(b.Key)) })
	return out
}

func (f *flow) systems() map[string]*System {
	out := map[string]*System{}
	of := func(key string) *System {
		if out[fold(key)] == nil {
			out[fold(key)] = &System{Key: key}
		}
		return out[fold(key)]
	}
	for _, r := range []rows{f.identifiers, f.valueMaps, f.jobs, f.ledger} {
		for slot := range r.All().All() {
			key := r.text(slot, "sourcesystemkey")
			if key == "" {
				continue
			}
			sys := of(key)
			switch r {
			case f.identifiers:
				sys.Records++
				sys.Seen = max(sys.Seen, r.value(slot, "lastseendatetime").Int())
			case f.jobs:
				sys.Seen = max(sys.Seen, r.value(slot, "submitteddatetime").Int())
			}
		}
	}
	for _, p := range f.policies {
		for _, key := range p.sources {
			of(key)
		}
	}
	return out
}

// spelling is a source's key as the catalogue spells it, "" for one that it does not know.
func (f *flow) spelling(key string) string {
	if sys := f.systems()[fold(key)]; sys != nil {
		return sys.Key
	}
	return ""
}
