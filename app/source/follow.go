package source

import (
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// Follow are the edits by which what sources know of records goes on with those that they are merged into: their keys
// and what waits always, what came of a value where that value goes. What came of a value that another takes the
// place of stays with the record that goes. Of what a source says otherwise of two of them the last is left.
func Follow(s *snapshot.Snapshot, g change.Merging, into change.Into) []change.Edit {
	f := following{flow: flowOf(s), Merging: g, into: into, booked: map[ofSource]bool{}, waits: map[ofSource]item{}, gone: map[record.ID]bool{}}
	f.each(f.identifiers, func(slot snapshot.Slot, at change.Ref) record.ID { return f.into[at] })
	f.readWaiting()
	f.each(f.items, f.itemGoes)
	f.readBooked()
	f.each(f.ledger, f.entry)
	return f.edits
}

// following is the work on one merge.
type following struct {
	*flow
	change.Merging
	into   change.Into
	booked map[ofSource]bool  // the cells of which the ledger has an entry after the merge
	waits  map[ofSource]item  // what waits then
	gone   map[record.ID]bool // the items that were taken back
	edits  []change.Edit
}

// each asks of every row about a record with which one it goes on, NoID for the one that it is about.
func (f *following) each(r rows, to func(snapshot.Slot, change.Ref) record.ID) {
	for slot := range r.All().All() {
		t, id, there := f.target(r, slot)
		if !there {
			continue
		}
		if next := to(slot, change.Ref{Table: t.Num, ID: id}); next != record.NoID && next != id {
			f.edits = append(f.edits, r.update(slot, values{"targetid": record.OfString(next.String())}))
		}
	}
}

// readWaiting notes what waits for the merged records after the merge, and takes back what a source said of the same
// before.
func (f *following) readWaiting() {
	stay := map[change.Ref]bool{}
	for at, to := range f.into {
		stay[change.Ref{Table: at.Table, ID: to}] = true
	}
	for slot := range f.items.All().All() {
		if c, ok := f.cell(f.items, slot, "fieldname"); ok && f.items.active(slot) && f.items.value(slot, "applieddatetime").IsBlank() {
			at := change.Ref{Table: c.Table, ID: c.Record}
			if to, goes := f.into[at]; goes {
				f.keepLast(Cell{c.Table, to, c.Field}, f.item(slot))
			} else if stay[at] {
				f.keepLast(c, f.item(slot))
			}
		}
	}
}

// keepLast notes what waits for a cell, of one source what it said last.
func (f *following) keepLast(c Cell, i item) {
	of := ofSource{c, fold(i.source)}
	was, there := f.waits[of]
	if there && was.after(i) {
		was, i = i, was
	}
	if f.waits[of] = i; there {
		f.edits = append(f.edits, f.items.remove(was.slot))
		f.gone[was.id] = true
	}
}

// itemGoes is with which record a sync item goes on.
func (f *following) itemGoes(slot snapshot.Slot, at change.Ref) record.ID {
	if f.gone[f.items.ID(slot)] {
		return record.NoID
	}
	c, ok := f.cell(f.items, slot, "fieldname")
	if !ok || f.items.value(slot, "applieddatetime").IsBlank() {
		return f.into[at]
	}
	return f.withValue(c)
}

// entry is with which record an entry of the ledger goes on: one entry of a source for a cell is enough.
func (f *following) entry(slot snapshot.Slot, at change.Ref) record.ID {
	to, of := f.entryOf(slot)
	if to == record.NoID || to == at.ID || f.booked[of] {
		return record.NoID
	}
	f.booked[of] = true
	return to
}

// entryOf is the record that has the value of a ledger's entry after the merge, and the cell there.
func (f *following) entryOf(slot snapshot.Slot) (record.ID, ofSource) {
	c, ok := f.cell(f.ledger, slot, "aspectkey")
	if !ok {
		return record.NoID, ofSource{}
	}
	to := f.withValue(c)
	return to, ofSource{Cell{c.Table, to, c.Field}, fold(f.ledger.text(slot, "sourcesystemkey"))}
}

// readBooked notes the entries of the ledger that stay where they are.
func (f *following) readBooked() {
	for slot := range f.ledger.All().All() {
		to, of := f.entryOf(slot)
		if _, id, there := f.target(f.ledger, slot); there && to == id {
			f.booked[of] = true
		}
	}
}

// withValue is the record that has the value of a cell after the merge: the one that stays where it takes it or has
// the same, and for a value that gives way the one that it gives way to; NoID for the one that has it.
func (f *following) withValue(c Cell) record.ID {
	home := c.Record
	if to, goes := f.into[change.Ref{Table: c.Table, ID: c.Record}]; goes {
		home = to
	}
	by := Cell{c.Table, home, c.Field}
	if from, taken := f.From[c.Field]; taken && c.Table == f.Table.Num && home == f.Keep.ID {
		by.Record = from
	}
	switch {
	case f.now(by) == f.now(c):
		return home
	case c.Record == home:
		return by.Record
	}
	return record.NoID
}
