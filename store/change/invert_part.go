package change

import (
	"fmt"
	"slices"

	"cadastre/store/schema"
)

// A Held is what keeps a change of a set from being taken back.
type Held struct {
	Standing
	// Firm is true where it cannot be taken back over the later changes either.
	Firm bool
	// change is the one of the set that is held; the record that Standing names may be another, which links to it.
	change key
}

// InvertPart returns the draft that takes back those changes of a set that can be, and what holds the others.
// With over it takes back also what has been changed since, and clears links that have been made since. Undoing
// a part leaves the set itself as it is: what has been taken back is a change of its own.
func InvertPart(m *schema.Model, r Reader, set *Set, over bool) (Draft, []Held) {
	part := *set
	var held []Held
	for {
		v := invert(m, r, &part, over)
		if len(v.held) == 0 {
			return Draft{Origin: Origin{Kind: FromUndo}, Summary: v.partSummary(set), Edits: v.edits, Restore: true}, held
		}
		held = append(held, v.held...)
		part.Changes = v.free()
	}
}

// free are the changes of the set that nothing holds.
func (v *inversion) free() []Change {
	held := make(map[key]bool, len(v.held))
	for i := range v.held {
		held[v.held[i].change] = true
	}
	return slices.DeleteFunc(slices.Clone(v.set.Changes), func(c Change) bool { return held[key{c.Table, c.ID}] })
}

func (v *inversion) partSummary(set *Set) string {
	switch part := v.set.Changes; {
	case len(part) == set.Size():
		return "Taken back over later changes: " + set.Summary
	case len(part) == 1:
		return fmt.Sprintf("“%s” taken back: %s", v.name(&part[0]), set.Summary)
	default:
		return fmt.Sprintf("%d records taken back: %s", len(part), set.Summary)
	}
}
