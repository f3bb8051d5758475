package source

import (
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Follow are the edits by which what sources know of a record goes on with another that it is merged into: their
// keys, what came of their values, what waits.
func Follow(s *snapshot.Snapshot, t *schema.Table, from, to record.ID) (edits []change.Edit) {
	f := flowOf(s)
	for _, r := range []rows{f.identifiers, f.items, f.ledger} {
		for slot := range r.All().All() {
			if about, id, _ := f.target(r, slot); about == t && id == from {
				edits = append(edits, r.update(slot, values{"targetid": record.OfString(to.String())}))
			}
		}
	}
	return edits
}
