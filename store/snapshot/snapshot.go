// Package snapshot is the whole catalogue in memory at one moment: immutable,
// by columns, shared by all readers without locks. Applying a change set makes
// the next snapshot, which shares with the last all that did not change. It may
// import store/schema, store/record, store/change and store/radix.
package snapshot

import (
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Snapshot is the catalogue after change set Seq.
type Snapshot struct {
	Seq    uint64
	Model  *schema.Model
	tables map[schema.TableNum]*Table
}

// Table returns the records of a table; every table of the model has one.
func (s *Snapshot) Table(n schema.TableNum) *Table { return s.tables[n] }

// Len is the number of records in all tables.
func (s *Snapshot) Len() int {
	n := 0
	for _, t := range s.tables {
		n += t.Len()
	}
	return n
}

// Prepare makes what the first question about each table would wait for. Asking meanwhile is fine.
func (s *Snapshot) Prepare() {
	for _, t := range s.Model.All() {
		s.Table(t.Num).Prepare()
	}
}

// Record returns a record by id.
func (s *Snapshot) Record(table schema.TableNum, id record.ID) (*record.Record, bool) {
	t := s.tables[table]
	if t == nil {
		return nil, false
	}
	slot, ok := t.Slot(id)
	if !ok {
		return nil, false
	}
	return t.Record(slot), true
}

// Has is true when a record is there.
func (s *Snapshot) Has(table schema.TableNum, id record.ID) bool {
	t := s.tables[table]
	if t == nil {
		return false
	}
	_, ok := t.Slot(id)
	return ok
}

// Name returns what a record is called, "" if there is none.
func (s *Snapshot) Name(table schema.TableNum, id record.ID) string {
	t := s.tables[table]
	if t == nil {
		return ""
	}
	slot, ok := t.Slot(id)
	if !ok {
		return ""
	}
	return t.Name(slot)
}

// Links calls found for every link from any record to one of the given records of a table.
func (s *Snapshot) Links(to schema.TableNum, ids map[record.ID]bool, found func(change.Link)) {
	target := s.Model.TableByNum(to)
	if target == nil || len(ids) == 0 {
		return
	}
	for _, link := range s.Model.LinksTo(target.Key) {
		t := s.tables[link.Table.Num]
		t.EachLink(link.Field.Num, func(slot Slot, id record.ID) {
			if ids[id] {
				found(change.Link{Table: link.Table.Num, ID: t.ID(slot), Field: link.Field.Num, Target: id})
			}
		})
	}
}

// Apply returns the snapshot after a change set. The set must have been prepared on s.
func (s *Snapshot) Apply(set *change.Set) *Snapshot {
	return s.ApplyEach(set, func(*change.Change) bool { return true })
}

// ApplyEach is Apply that hands on each change that it needs no more, until then answers false; it returns nil then.
func (s *Snapshot) ApplyEach(set *change.Set, then func(*change.Change) bool) *Snapshot {
	b := edit(s)
	for i := range set.Changes {
		b.apply(set.Seq, &set.Changes[i])
		if !then(&set.Changes[i]) {
			return nil
		}
	}
	return b.done(set.Seq)
}

// A Builder fills a snapshot with records that are stored.
type Builder struct {
	model  *schema.Model
	tables map[schema.TableNum]*editor
}

// NewBuilder starts an empty snapshot.
func NewBuilder(m *schema.Model) *Builder {
	tables := m.All()
	p := &patience{}
	empty := &Snapshot{Model: m, tables: make(map[schema.TableNum]*Table, len(tables))}
	for _, t := range tables {
		empty.tables[t.Num] = newTable(t, p)
	}
	return edit(empty)
}

// Add puts a record into a table that the model has. It answers false, and adds nothing, when the record is there already.
func (b *Builder) Add(table schema.TableNum, r *record.Record) bool {
	e := b.tables[table]
	if _, there := e.Slot(r.ID); there {
		return false
	}
	slot := e.insert(r.ID)
	e.version.set(int(slot), int64(r.Version), e.token)
	e.seq.set(int(slot), int64(r.Seq), e.token)
	for _, f := range r.Values {
		e.put(slot, f.Num, f.Value)
	}
	return true
}

// Snapshot ends the building.
func (b *Builder) Snapshot(seq uint64) *Snapshot { return b.done(seq) }

func edit(s *Snapshot) *Builder {
	b := &Builder{model: s.Model, tables: make(map[schema.TableNum]*editor, len(s.tables))}
	for n, t := range s.tables {
		b.tables[n] = &editor{Table: t}
	}
	return b
}

func (b *Builder) done(seq uint64) *Snapshot {
	s := &Snapshot{Seq: seq, Model: b.model, tables: make(map[schema.TableNum]*Table, len(b.tables))}
	for n, e := range b.tables {
		s.tables[n] = e.finish()
	}
	return s
}

func (b *Builder) apply(seq uint64, c *change.Change) {
	e := b.tables[c.Table]
	e.begin()
	slot, there := e.Slot(c.ID)
	switch {
	case c.Op == change.Delete:
		if there {
			e.remove(slot)
		}
		return
	case !there:
		slot = e.insert(c.ID)
	}
	e.version.set(int(slot), int64(c.Version), e.token)
	e.seq.set(int(slot), int64(seq), e.token)
	for _, f := range c.Values() {
		e.put(slot, f.Num, f.Value)
	}
}
