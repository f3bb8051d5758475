package store

import (
	"context"
	"slices"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// Undo takes a change set back as a new one, made by who; with 0 the last that can be. A fault Conflict
// names the records on which later changes stand.
func (s *Store) Undo(ctx context.Context, seq uint64, who string) (change.Header, error) {
	return s.invert(ctx, who, func(headers []change.Header) (uint64, error) {
		if seq == 0 {
			undo, _ := change.Stacks(headers)
			return top(undo, "There is nothing to undo.")
		}
		return undoable(headers, seq)
	})
}

// undoable returns the set whose taking back takes back a set today.
func undoable(headers []change.Header, seq uint64) (uint64, error) {
	if seq > uint64(len(headers)) {
		return seq, nil
	}
	last, done := change.Latest(headers, seq)
	if !done {
		return 0, fault.New(fault.Conflict, "“%s” has been undone already.", headers[seq-1].Summary)
	}
	return last, nil
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
	if err == nil {
		err = s.goOn(draft.Edits, seq)
	}
	if err != nil {
		return change.Header{}, err
	}
	draft.Who = who
	return s.apply(ctx, draft)
}

// An Undoing says what of a change set is to be taken back.
type Undoing struct {
	Seq uint64
	// Wanted says which of its changes; nil for all.
	Wanted func(*change.Change) bool
	// Over takes back also what has been changed since.
	Over bool
}

// An UndoPlan is what an undoing would do.
type UndoPlan struct {
	// Set is the set that would be taken back, with the changes wanted; after redoing it is the last that did it.
	Set   change.Set
	Draft change.Draft
	// Held are the changes that stay, or whose later changes would go.
	Held []change.Held
}

// PlanUndo says what taking back a change set, or a part of it, would do now. A fault Conflict says that it has
// been taken back already.
func (s *Store) PlanUndo(u Undoing) (UndoPlan, error) {
	last, err := undoable(s.Headers(), u.Seq)
	if err != nil {
		return UndoPlan{}, err
	}
	set, err := s.Set(last)
	if err != nil {
		return UndoPlan{}, err
	}
	if u.Wanted != nil {
		set.Changes = slices.DeleteFunc(set.Changes, func(c change.Change) bool { return !u.Wanted(&c) })
	}
	p := UndoPlan{Set: set}
	p.Draft, p.Held = change.InvertPart(s.model, remembering{s.Snapshot(), s}, &set, u.Over)
	p.Draft.Origin.Part = u.Seq
	return p, s.goOn(p.Draft.Edits, last)
}

// goOn lets records that come back go on from their last deletion, which may be later than the set that is
// taken back: they may have come back once already since.
func (s *Store) goOn(edits []change.Edit, since uint64) error {
	back := map[touched]*change.Edit{}
	for i := range edits {
		if e := &edits[i]; e.Op == change.Create {
			back[touched{e.Table, e.ID}] = e
		}
	}
	if len(back) == 0 {
		return nil
	}
	later := s.Headers()[since:]
	return s.view(func(tx *bolt.Tx) error {
		for i := range later {
			if later[i].Deleted == 0 {
				continue
			}
			if err := s.goOnFrom(tx, later[i].Seq, back); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) goOnFrom(tx *bolt.Tx, seq uint64, back map[touched]*change.Edit) error {
	return s.eachBlock(tx, seq, func(changes []change.Change) error {
		for i := range changes {
			c := &changes[i]
			if e := back[touched{c.Table, c.ID}]; e != nil && c.Op == change.Delete {
				e.Since, e.Expect = seq, c.Version
			}
		}
		return nil
	})
}

// UndoPart takes back what of a change set can be, as a change of its own made by who. What PlanUndo shows
// as held stays as it is. A fault Conflict says that nothing can be taken back.
func (s *Store) UndoPart(ctx context.Context, u Undoing, who string) (change.Header, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	p, err := s.PlanUndo(u)
	if err != nil {
		return change.Header{}, err
	}
	if len(p.Draft.Edits) == 0 {
		return change.Header{}, fault.New(fault.Conflict, "Nothing of “%s” can be taken back: later changes stand on all of it.", p.Set.Summary)
	}
	p.Draft.Who = who
	return s.apply(ctx, p.Draft)
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
