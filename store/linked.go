package store

import (
	"context"
	"slices"
	"sort"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"

	bolt "go.etcd.io/bbolt"
)

// linkings say in which blocks of the journal something came to link to a record, or ceased to. They are read from the
// journal when somebody first asks, and go on from there.
type linkings struct {
	follower
	of map[touched][]linking // in order
}

// A linking counts the changes in a block of a set by which records came to link to one, or ceased to, in one way.
type linking struct {
	seq, part, total uint32
	way
}

// A way is how a link comes or goes: by which lookup, by what, and whether it is there then.
type way struct {
	table schema.TableNum
	field schema.FieldNum
	op    change.Op
	now   bool
}

// Linked is a change set by which other records came to link to a record or ceased to.
type Linked struct {
	change.Header
	Links []Links
}

// Links are the changes of a set by which records came to link to a record by one lookup, or ceased to, in one way.
type Links struct {
	By *schema.Field
	Op change.Op
	// Now is whether they link to it since.
	Now bool
	// First are the first of them, Total counts all.
	First []change.Change
	Total int
}

// LinkedFrom returns change sets by which other records came to link to a record or ceased to, newest first, each with
// the first few of those changes and their number: at most most sets, beginning with the set from or the one before it,
// or with 0 from the last. next is the set that comes then, 0 for none. It returns Cancelled when ctx ends.
func (s *Store) LinkedFrom(ctx context.Context, table schema.TableNum, id record.ID, from uint64, most, few int) (sets []Linked, next uint64, err error) {
	all, headers, err := s.linkingsOf(ctx, touched{table, id}, from)
	for err == nil && len(all) > 0 && len(sets) < most {
		n := lastSet(all)
		set := Linked{Header: headers[all[n].seq-1]}
		set.Links, err = s.linksIn(ctx, all[n:], touched{table, id}, few)
		sets, all = append(sets, set), all[:n]
	}
	if err != nil {
		return nil, 0, err
	}
	if len(all) > 0 {
		next = uint64(all[len(all)-1].seq)
	}
	return sets, next, nil
}

// lastSet is where those of the last set begin.
func lastSet(all []linking) int {
	n := len(all) - 1
	for n > 0 && all[n-1].seq == all[n].seq {
		n--
	}
	return n
}

// linksIn are the changes of a set by which a record got links or lost them, few of each way: what is known of them is
// counted, and no more is read than holds those few.
func (s *Store) linksIn(ctx context.Context, all []linking, to touched, few int) (found []Links, err error) {
	var ways []way
	for i := range all {
		at := slices.Index(ways, all[i].way)
		if at < 0 {
			at, ways, found = len(ways), append(ways, all[i].way), append(found, s.linksBy(all[i].way))
		}
		found[at].Total += int(all[i].total)
	}
	read := uint32(0) // the last part
	for i := range all {
		if all[i].part == read || len(found[slices.Index(ways, all[i].way)].First) >= few {
			continue
		}
		read = all[i].part
		changes, err := s.changesOf(ctx, &all[i])
		if err != nil {
			return nil, err
		}
		s.firstOf(changes, to, ways, found, few)
	}
	return found, nil
}

// firstOf adds the first of some changes to those of their way, until each has few or all.
func (s *Store) firstOf(changes []change.Change, to touched, ways []way, found []Links, few int) {
	wanting := func(l Links) bool { return len(l.First) < min(few, l.Total) }
	for i := range changes {
		s.eachLink(&changes[i], func(target touched, by way) {
			if target != to {
				return
			}
			if l := &found[slices.Index(ways, by)]; len(l.First) < few {
				l.First = append(l.First, changes[i])
			}
		})
		if !slices.ContainsFunc(found, wanting) {
			return
		}
	}
}

func (s *Store) linksBy(w way) Links {
	return Links{By: s.model.TableByNum(w.table).FieldByNum(w.field), Op: w.op, Now: w.now}
}

// changesOf are the changes in a block, each read for itself: whoever reads many keeps nobody from writing.
func (s *Store) changesOf(ctx context.Context, l *linking) (changes []change.Change, err error) {
	if err := ctx.Err(); err != nil {
		return nil, fault.From(err)
	}
	err = s.view(func(tx *bolt.Tx) (err error) {
		changes, err = s.blockOf(tx, uint64(l.seq), l.part)
		return err
	})
	return changes, err
}

// linkingsOf are those of a record, up to the set from where that is not 0, and the headers of all sets that they may
// be of. They are only ever added to, so that they can be read while others go on.
func (s *Store) linkingsOf(ctx context.Context, to touched, from uint64) ([]linking, []change.Header, error) {
	l := &s.linkings
	l.mu.Lock()
	defer l.mu.Unlock()
	headers := s.Headers()
	err := s.follow(&l.follower, uint64(len(headers)), func(tx *bolt.Tx, seq uint64) error {
		return s.readLinks(ctx, tx, seq)
	}, func() { l.of = nil })
	all := l.of[to]
	if from != 0 {
		all = all[:sort.Search(len(all), func(i int) bool { return uint64(all[i].seq) > from })]
	}
	return all, headers, err
}

func (s *Store) readLinks(ctx context.Context, tx *bolt.Tx, seq uint64) error {
	part := uint32(0)
	return s.eachBlock(tx, seq, func(changes []change.Change) error {
		if err := ctx.Err(); err != nil {
			return fault.From(err)
		}
		part++
		for i := range changes {
			s.eachLink(&changes[i], func(target touched, by way) {
				s.linkings.note(target, linking{uint32(seq), part, 1, by})
			})
		}
		return nil
	})
}

// note adds one to those of its block and its way.
func (l *linkings) note(target touched, one linking) {
	if l.of == nil {
		l.of = map[touched][]linking{}
	}
	known := l.of[target]
	for i := len(known) - 1; i >= 0 && known[i].seq == one.seq && known[i].part == one.part; i-- {
		if known[i].way == one.way {
			known[i].total++
			return
		}
	}
	l.of[target] = append(known, one)
}

// eachLink calls f for each record that a change gave a link to, or took one from.
func (s *Store) eachLink(c *change.Change, f func(target touched, by way)) {
	t := s.model.TableByNum(c.Table)
	if t == nil {
		return
	}
	side := func(values, other record.Values, now bool) {
		for _, v := range values {
			field := t.FieldByNum(v.Num)
			if field != nil && field.Kind == schema.Lookup && !v.Value.IsBlank() && v.Value != other.Get(v.Num) {
				f(touched{s.model.Table(field.Target).Num, v.Value.ID()}, way{c.Table, v.Num, c.Op, now})
			}
		}
	}
	side(c.Before, c.After, false)
	side(c.After, c.Before, true)
}
