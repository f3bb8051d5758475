package api

import (
	"unicode/utf8"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Letter is where in a list the names with a first letter begin; "#" stands for all that is no letter.
type Letter struct {
	Letter string `json:"letter"`
	Row    int    `json:"row"`
}

// Letters are the first letters in the column that a list is sorted by, with the first row of each; none
// where that column has no names.
func (r *Records) Letters(q Query) (out []Letter, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	slots, t, err := r.find(s, snap, q)
	if err != nil {
		return nil, err
	}
	out = []Letter{}
	by, ok := sortedBy(snap, t, q)
	if !ok {
		return out, nil
	}
	seen := map[string]bool{"": true}
	for i, slot := range slots {
		if letter := firstLetter(snap.Display(by.Field, by.Value(slot))); !seen[letter] {
			seen[letter] = true
			out = append(out, Letter{letter, i})
		}
	}
	return out, nil
}

// sortedBy is the column that a list is sorted by first, false where it holds no names.
func sortedBy(snap *snapshot.Snapshot, t *snapshot.Table, q Query) (snapshot.Path, bool) {
	key := t.Schema.Primary
	if len(q.Order) > 0 {
		key = q.Order[0].Field
	}
	by, err := snap.Path(t.Schema, key)
	names := err == nil && (by.Field.Kind == schema.Lookup || record.BehaviourOf(by.Field.Kind).Class == record.String && by.Field.Kind != schema.RichText)
	return by, names
}

func firstLetter(name string) string {
	if name == "" {
		return ""
	}
	first := name[:1]
	if first[0] >= utf8.RuneSelf { // folding takes a hundred times as long as everything else here
		_, size := utf8.DecodeRuneInString(name)
		first = snapshot.Fold(name[:size]) + "#"
	}
	switch c := first[0]; {
	case c >= 'A' && c <= 'Z':
		return first[:1]
	case c >= 'a' && c <= 'z':
		return capitals[c-'a' : c-'a'+1]
	}
	return "#"
}

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
