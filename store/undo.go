package store

import (
	"context"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Undo takes a change set back as a new one, made by who; with 0 the last that can be. A fault Conflict
// names the records on which later changes stand.
func (s *Store) Undo(ctx context.Context, seq uint64, who string) (change.Header, error) {
	return s.invert(ctx, who, func(headers []change.Header) (uint64, error) {
		if seq == 0 {
			undo, _ := change.Stacks(headers)
			return top(undo, "There is nothing to undo.")
		}
		if seq > uint64(len(headers)) {
			return seq, nil
		}
		last, done := change.Latest(headers, seq)
		if !done {
			return 0, fault.New(fault.Conflict, "“%s” has been undone already.", headers[seq-1].Summary)
		}
		return last, nil
	})
}

// Redo does again what was undone last.
func (s *Store) Redo(ctx context.Context, who string) (change.Header, error) {
	return s.invert(ctx, who, func(headers []change.Header) (uint64, error) {
		_, redo := change.Stacks(headers)
		return top(redo, "There is nothing to redo.")
	})
}

func top(stack []uint64, otherwise string) (uint64, error) {
	if len(stack) == 0 {
		return 0, fault.New(fault.NotFound, "%s", otherwise)
	}
	return stack[len(stack)-1], nil
}

// invert takes back the set that choose names, while nobody else writes.
func (s *Store) invert(ctx context.Context, who string, choose func([]change.Header) (uint64, error)) (change.Header, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	seq, err := choose(s.Headers())
	if err != nil {
		return change.Header{}, err
	}
	set, err := s.Set(seq)
	if err != nil {
		return change.Header{}, err
	}
	draft, _, err := change.Invert(s.model, remembering{s.Snapshot(), s}, &set)
	if err != nil {
		return change.Header{}, err
	}
	draft.Who = who
	return s.apply(ctx, draft)
}

// remembering is a snapshot that also knows what deleted records were called.
type remembering struct {
	*snapshot.Snapshot
	store *Store
}

// Name returns what a record is called, or was.
func (r remembering) Name(table schema.TableNum, id record.ID) string {
	if name := r.Snapshot.Name(table, id); name != "" {
		return name
	}
	t := r.Model.TableByNum(table)
	sets, err := r.store.History(table, id)
	if err != nil || len(sets) == 0 || t == nil {
		return ""
	}
	return sets[0].Changes[0].Before.Get(t.PrimaryField().Num).Str()
}
