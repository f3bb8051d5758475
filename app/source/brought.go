package source

import (
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
	// seq is the change set that touched it last.
	seq uint64
}

// readItems reads the sync items.
func (f *flow) readItems() brought {
	out := brought{last: map[Cell]item{}, waiting: map[ofSource]item{}, declined: map[ofSource][]item{}}
	for slot := range f.items.All().All() {
		cell, ok := f.cell(f.items, slot, "fieldname")
		if !ok {
			continue
		}
		i := item{slot, f.sourceOf(slot), f.items.text(slot, "newvalue"), f.items.Seq(slot)}
		of := ofSource{cell, fold(i.source)}
		switch {
		case !f.items.value(slot, "applieddatetime").IsBlank():
			if was, there := out.last[cell]; !there || was.seq < i.seq {
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
		return ""
	}
	field := f.snap.Model.TableByNum(c.Table).FieldByNum(c.Field)
	if v, err := f.read(field, last.text); err != nil || v != now {
		return "" // somebody has changed it since
	}
	return last.source
}
