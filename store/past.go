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

// An Earlier names a version of a record.
type Earlier struct {
	Table   schema.TableNum
	ID      record.ID
	Version uint64
}

// Then is what a record was at an earlier version.
type Then struct {
	// Values are nil for a version that the record has not had, or at which it was deleted.
	Values record.Values
	// Seq is the number of the set that made the version.
	Seq uint64
	// Deleted is the number of the set that deleted the record since, 0 when it is there; Last its version then.
	Deleted, Last uint64
}

// AsOf returns what records were at earlier versions, seen from a snapshot, in the order asked. Each change set
// in between is read once.
func (s *Store) AsOf(ctx context.Context, now *snapshot.Snapshot, wanted []Earlier) ([]Then, error) {
	b := backwards{open: map[uint64][]*rewind{}, gone: map[touched][]*rewind{}, out: make([]Then, len(wanted))}
	for i, w := range wanted {
		b.begin(now, &rewind{Earlier: w, at: i})
	}
	headers := s.Headers()
	err := s.view(func(tx *bolt.Tx) error {
		for seq := now.Seq; seq > 0 && len(b.open)+len(b.gone) > 0; seq-- {
			if err := ctx.Err(); err != nil {
				return fault.From(err)
			}
			if err := s.stepBack(tx, &headers[seq-1], &b); err != nil {
				return err
			}
		}
		return nil
	})
	return b.out, err
}

type touched struct {
	table schema.TableNum
	id    record.ID
}

// backwards is records on their way back.
type backwards struct {
	// open are by the set that made the version that each has reached.
	open map[uint64][]*rewind
	// gone are deleted, and it is not known yet when.
	gone map[touched][]*rewind
	out  []Then
}

// A rewind is one of them.
type rewind struct {
	Earlier
	at      int
	version uint64
	seq     uint64
	values  record.Values
}

func (b *backwards) begin(now *snapshot.Snapshot, r *rewind) {
	switch present, there := now.Record(r.Table, r.ID); {
	case r.Version == 0:
	case there:
		r.version, r.seq, r.values = present.Version, present.Seq, present.Values
		b.settle(r)
	default:
		k := touched{r.Table, r.ID}
		b.gone[k] = append(b.gone[k], r)
	}
}

// settle notes a record that has arrived, and lets the others go on.
func (b *backwards) settle(r *rewind) {
	if r.version == r.Version && len(r.values) > 0 {
		b.out[r.at].Values, b.out[r.at].Seq = r.values, r.seq
	} else if r.version > r.Version {
		b.open[r.seq] = append(b.open[r.seq], r)
	}
}

// stepBack takes a set back from the records that have reached it, or that it deleted.
func (s *Store) stepBack(tx *bolt.Tx, h *change.Header, b *backwards) error {
	reached := map[touched][]*rewind{}
	for _, r := range b.open[h.Seq] {
		k := touched{r.Table, r.ID}
		reached[k] = append(reached[k], r)
	}
	delete(b.open, h.Seq)
	if len(reached) == 0 && (h.Deleted == 0 || len(b.gone) == 0) {
		return nil
	}
	return s.eachBlock(tx, h.Seq, func(changes []change.Change) error {
		for i := range changes {
			c := &changes[i]
			if c.Prev >= h.Seq {
				return fault.New(fault.Damaged, "Entry %d of the journal follows on a later one.", h.Seq)
			}
			k := touched{c.Table, c.ID}
			for _, r := range append(reached[k], b.deletedBy(k, c, h.Seq)...) {
				r.takeBack(c)
				b.settle(r)
			}
		}
		return nil
	})
}

// deletedBy returns those of the records gone that a change deleted.
func (b *backwards) deletedBy(k touched, c *change.Change, seq uint64) []*rewind {
	if c.Op != change.Delete {
		return nil
	}
	found := b.gone[k]
	delete(b.gone, k)
	for _, r := range found {
		b.out[r.at].Deleted, b.out[r.at].Last = seq, c.Version
	}
	return found
}

func (r *rewind) takeBack(c *change.Change) {
	before := make([]record.FieldValue, 0, len(c.Before)+len(c.After))
	for _, n := range c.Fields() {
		before = append(before, record.FieldValue{Num: n, Value: c.Before.Get(n)})
	}
	r.values, r.version, r.seq = r.values.With(before...), c.Version-1, c.Prev
}

// Names returns every name that a record has had, the latest first.
func (s *Store) Names(table schema.TableNum, id record.ID) ([]string, error) {
	sets, err := s.History(table, id)
	primary := s.model.TableByNum(table).PrimaryField().Num
	var names []string
	for i := range sets {
		c := &sets[i].Changes[0]
		for _, v := range []record.Value{c.After.Get(primary), c.Before.Get(primary)} {
			if name := v.Str(); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, err
}
