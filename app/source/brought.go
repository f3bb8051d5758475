package source

import (
	"cmp"

	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// brought is what the sync items say of cells.
type brought struct {
	// last are the items whose values went in last.
	last map[Cell]item
	// waiting are those that wait, by the source that brought them, declined those that somebody has declined.
	waiting  map[ofSource]item
	declined map[ofSource][]item
}

// ofSource is a cell as a source sees it.
type ofSource struct {
	Cell
	source string // folded
}

// An item is a sync item.
type item struct {
	slot   snapshot.Slot
	source string
	text   string
	// applied is when its value went in, 0 for not yet; seq is the change set that touched it last.
	applied int64
	seq     uint64
	id      record.ID
}

// after is true for an item whose value went in after that of another. Where many are touched by one change set, as
// when their record is merged into another, the one that was made later is the later one.
func (i item) after(other item) bool {
	return cmp.Or(cmp.Compare(i.applied, other.applied), cmp.Compare(i.seq, other.seq), i.id.Compare(other.id)) > 0
}

// readItems reads the sync items.
func (f *flow) readItems() brought {
	out := brought{last: map[Cell]item{}, waiting: map[ofSource]item{}, declined: map[ofSource][]item{}}
	for slot := range f.items.All().All() {
		cell, ok := f.cell(f.items, slot, "fieldname")
		if !ok {
			continue
		}
		i := f.item(slot)
		of := ofSource{cell, fold(i.source)}
		switch {
		case i.applied != 0:
			if was, there := out.last[cell]; !there || i.after(was) {
				out.last[cell] = i
			}
		case f.items.active(slot):
			out.waiting[of] = i
		default:
			out.declined[of] = append(out.declined[of], i)
		}
	}
	return out
}

func (f *flow) item(slot snapshot.Slot) item {
	return item{slot: slot, source: f.sourceOf(slot), text: f.items.text(slot, "newvalue"), applied: f.items.value(slot, "applieddatetime").Int(),
		seq: f.items.Seq(slot), id: f.items.ID(slot)}
}

// sourceOf is the source whose job an item belongs to.
func (f *flow) sourceOf(slot snapshot.Slot) string {
	job, there := f.jobs.Slot(f.items.value(slot, "integrationsyncjob").ID())
	if !there {
		return ""
	}
	return f.jobs.text(job, "sourcesystemkey")
}

// holder is the source that gave a cell what it holds, "" for none.
func (f *flow) holder(b *brought, c Cell, now record.Value) string {
	last, there := b.last[c]
	if !there {
		return f.giver(c)
	}
	field := f.snap.Model.TableByNum(c.Table).FieldByNum(c.Field)
	if v, err := f.read(field, last.text); err != nil || v != now {
		return "" // somebody has changed it since
	}
	return last.source
}
