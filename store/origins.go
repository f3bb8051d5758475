package store

import (
	"slices"

	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// origins say which change set gave each cell what it holds. They are read from the journal when somebody first
// asks, and go on from there. What takes a set back gives nothing: the cell has its value from before that.
type origins struct {
	follower
	tables map[schema.TableNum]map[schema.FieldNum][]uint32 // numbers of sets by slot
}

// A Source is where a cell has its value from.
type Source struct {
	Field schema.FieldNum
	change.Header
	// Sheet and Row are those of the origin, "" and 0 for none.
	Sheet string
	Row   int
}

// Sources returns for each filled field of a record the change that gave it what it holds.
func (s *Store) Sources(table schema.TableNum, id record.ID) ([]Source, error) {
	given, err := s.given(table, id)
	if err != nil {
		return nil, err
	}
	headers := s.Headers() // of all that gave something
	var out []Source
	places := map[uint64]change.Change{}
	err = s.view(func(tx *bolt.Tx) (err error) {
		for _, f := range given {
			c, known := places[f.seq]
			if !known {
				if c, err = s.findChange(tx, f.seq, table, id); err != nil {
					return err
				}
				places[f.seq] = c
			}
			source := Source{Field: f.num, Header: headers[f.seq-1], Row: int(c.Row)}
			if n := int(c.Sheet); n > 0 && n <= len(source.Sheets) {
				source.Sheet = source.Sheets[n-1]
			}
			out = append(out, source)
		}
		return nil
	})
	return out, err
}

// gift is a field with the number of the set that gave it its value.
type gift struct {
	num schema.FieldNum
	seq uint64
}

func (s *Store) given(table schema.TableNum, id record.ID) (out []gift, err error) {
	s.origins.mu.Lock()
	defer s.origins.mu.Unlock()
	now := s.Snapshot()
	if err := s.readOrigins(now); err != nil {
		return nil, err
	}
	t := now.Table(table)
	slot, there := t.Slot(id)
	for _, f := range t.Schema.Fields {
		if seq := s.origins.at(table, f.Num, slot); there && seq != 0 && !t.Value(slot, f.Num).IsBlank() {
			out = append(out, gift{f.Num, uint64(seq)})
		}
	}
	return out, nil
}

// CameFrom returns the records of a table whose field, or any with 0, is as a change set left it, which may be empty.
// What waited of an import and was let in later came from the import.
func (s *Store) CameFrom(now *snapshot.Snapshot, table schema.TableNum, field schema.FieldNum, seq uint64) (snapshot.Bits, error) {
	s.origins.mu.Lock()
	defer s.origins.mu.Unlock()
	if err := s.readOrigins(now); err != nil {
		return nil, err
	}
	gave := []uint32{uint32(seq)}
	for _, h := range s.Headers() {
		if h.Accepts == seq && seq != 0 {
			gave = append(gave, uint32(h.Seq))
		}
	}
	t := now.Table(table)
	found := snapshot.NewBits(t.Slots())
	for num, cells := range s.origins.tables[table] {
		if field != 0 && field != num {
			continue
		}
		for slot, from := range cells[:min(len(cells), t.Slots())] {
			if slices.Contains(gave, from) && t.Live(snapshot.Slot(slot)) {
				found.Add(snapshot.Slot(slot))
			}
		}
	}
	return found, nil
}

// Givers returns the change sets that gave the cells of a field what they hold, by slot; 0 stands for none.
func (s *Store) Givers(now *snapshot.Snapshot, table schema.TableNum, field schema.FieldNum) ([]uint32, error) {
	s.origins.mu.Lock()
	defer s.origins.mu.Unlock()
	if err := s.readOrigins(now); err != nil {
		return nil, err
	}
	return slices.Clone(s.origins.tables[table][field]), nil
}

// readOrigins goes on to a snapshot, or begins again for an earlier one. The caller holds mu.
func (s *Store) readOrigins(now *snapshot.Snapshot) error {
	o, headers := &s.origins, s.Headers()[:now.Seq]
	return s.follow(&o.follower, now.Seq, func(tx *bolt.Tx, seq uint64) error {
		return s.readSet(tx, now, headers, &headers[seq-1])
	}, func() { o.tables = nil })
}

func (s *Store) readSet(tx *bolt.Tx, now *snapshot.Snapshot, headers []change.Header, h *change.Header) error {
	if takesBack(h) != 0 {
		return s.readBack(tx, now, headers, h)
	}
	return s.eachBlock(tx, h.Seq, func(changes []change.Change) error {
		s.origins.each(now, changes, func(of touched, slot snapshot.Slot, fields []schema.FieldNum) {
			s.origins.give(now, of.table, slot, fields, h.Seq)
		})
		return nil
	})
}

// each calls f for what changes of a set gave the records that are there now.
func (o *origins) each(now *snapshot.Snapshot, changes []change.Change, f func(touched, snapshot.Slot, []schema.FieldNum)) {
	for i := range changes {
		c := &changes[i]
		t := now.Table(c.Table)
		if t == nil || c.Op == change.Delete {
			continue
		}
		slot, there := t.Slot(c.ID)
		if !there {
			continue
		}
		if c.Op == change.Create {
			o.forget(c.Table, slot)
		}
		fields := slices.DeleteFunc(c.Fields(), func(num schema.FieldNum) bool { f := t.Schema.FieldByNum(num); return f == nil || f.System })
		f(touched{c.Table, c.ID}, slot, fields)
	}
}

// give notes which set the fields of a record are from, 0 for none.
func (o *origins) give(now *snapshot.Snapshot, table schema.TableNum, slot snapshot.Slot, fields []schema.FieldNum, seq uint64) {
	for _, num := range fields {
		o.put(table, num, slot, uint32(seq), now.Table(table).Slots())
	}
}

func (o *origins) at(table schema.TableNum, num schema.FieldNum, slot snapshot.Slot) uint32 {
	if cells := o.tables[table][num]; int(slot) < len(cells) {
		return cells[slot]
	}
	return 0
}

// forget makes a slot ready for another record than it held before.
func (o *origins) forget(table schema.TableNum, slot snapshot.Slot) {
	for _, cells := range o.tables[table] {
		if int(slot) < len(cells) {
			cells[slot] = 0
		}
	}
}

func (o *origins) put(table schema.TableNum, num schema.FieldNum, slot snapshot.Slot, seq uint32, slots int) {
	if o.tables == nil {
		o.tables = map[schema.TableNum]map[schema.FieldNum][]uint32{}
	}
	if o.tables[table] == nil {
		o.tables[table] = map[schema.FieldNum][]uint32{}
	}
	cells := o.tables[table][num]
	if int(slot) >= len(cells) {
		cells = append(cells, make([]uint32, slots-len(cells))...)
		o.tables[table][num] = cells
	}
	cells[slot] = seq
}
