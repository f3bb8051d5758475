package api

import (
	"time"

	"cadastre/store"
	"cadastre/store/change"
)

// noteTakenBack notes which changes of a set have been taken back for their record alone, and when.
func noteTakenBack(s *store.Store, seq uint64, changes []RecordChange) error {
	places := map[RecordRef]*RecordChange{}
	for i := range changes {
		places[RecordRef{Table: changes[i].Table, ID: changes[i].Record}] = &changes[i]
	}
	headers := s.Headers()
	undone := change.Undone(headers)
	for i := range headers {
		h := &headers[i]
		if h.Part != seq || undone[h.Seq] {
			continue
		}
		part, err := s.Set(h.Seq)
		if err != nil {
			return err
		}
		for _, c := range part.Changes {
			t := s.Model().TableByNum(c.Table)
			if t == nil {
				continue
			}
			if of := places[RecordRef{Table: t.Key, ID: c.ID.String()}]; of != nil && of.Op == opposite[c.Op] {
				of.TakenBack = h.Time.Format(time.RFC3339)
			}
		}
	}
	return nil
}

// opposite is what an operation takes back.
var opposite = map[change.Op]string{change.Create: change.Delete.String(), change.Update: change.Update.String(), change.Delete: change.Create.String()}
