package change

import (
	"fmt"
	"maps"
	"slices"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Merging makes one record of several that are the same thing.
type Merging struct {
	Table *schema.Table
	// Keep stays, Drop are deleted.
	Keep Seen
	Drop []Seen
	// From says of which of them a field's value is taken; the record that stays has the others already. A link
	// between them is not taken, and in a hierarchy none that would make a circle: see above.
	From map[schema.FieldNum]record.ID
}

// Seen is a record at the version that a person has seen, 0 for any.
type Seen struct {
	ID      record.ID
	Version uint64
}

// A Ref names a record of a table.
type Ref struct {
	Table schema.TableNum
	ID    record.ID
}

// Into says as which record one goes on that a merge deletes.
type Into map[Ref]record.ID

// Merge returns the draft that makes one record of several. What links to those that go links to the one that
// stays then. Records of a joining table that would join the same two become one as well, where none says
// otherwise than the other; one that would join the record with itself goes.
func Merge(m *schema.Model, r Reader, g Merging) (Draft, Into, error) {
	w := merging{Merging: g, model: m, reader: r, gone: map[record.ID]bool{}, into: Into{}, joints: map[pair][]*joint{}}
	if err := w.begin(); err != nil {
		return Draft{}, nil, err
	}
	d := Draft{Origin: Origin{Kind: FromForm}, Long: true, Summary: w.summary()}
	w.edit(Edit{Op: Update, Table: g.Table.Num, ID: g.Keep.ID, Expect: g.Keep.Version, Fields: w.placed(w.taken())})
	w.move()
	for _, drop := range g.Drop {
		w.edit(Edit{Op: Delete, Table: g.Table.Num, ID: drop.ID, Expect: drop.Version})
	}
	d.Edits = w.edits
	return d, w.into, nil
}

// merging is the work on one merge.
type merging struct {
	Merging
	model  *schema.Model
	reader Reader
	edits  []Edit
	gone   map[record.ID]bool
	into   Into
	joints map[pair][]*joint
}

func (w *merging) edit(e Edit) { w.edits = append(w.edits, e) }

// begin notes what goes, and refuses what makes no sense.
func (w *merging) begin() error {
	for _, drop := range w.Drop {
		if drop.ID == w.Keep.ID || w.gone[drop.ID] {
			return fault.New(fault.Usage, "A record cannot be merged with itself.")
		}
		w.gone[drop.ID] = true
		w.into[Ref{w.Table.Num, drop.ID}] = w.Keep.ID
	}
	if len(w.Drop) == 0 {
		return fault.New(fault.Usage, "A merge needs two records at least.")
	}
	for num, from := range w.From {
		if !w.one(from) {
			return fault.New(fault.Usage, "%s cannot come from a record that is not merged.", w.Table.FieldByNum(num).Label)
		}
	}
	return nil
}

// one is true for the records that become one.
func (w *merging) one(id record.ID) bool { return id == w.Keep.ID || w.gone[id] }

func (w *merging) summary() string {
	name := func(id record.ID) string { return w.reader.Name(w.Table.Num, id) }
	if len(w.Drop) == 1 {
		return fmt.Sprintf("%s “%s” merged into “%s”", w.Table.Label, name(w.Drop[0].ID), name(w.Keep.ID))
	}
	return fmt.Sprintf("%d %s merged into “%s”", len(w.Drop), w.Table.Plural, name(w.Keep.ID))
}

// taken are the values that come from others, without links between them, which are gone with those.
func (w *merging) taken() (out []record.FieldValue) {
	for _, num := range slices.Sorted(maps.Keys(w.From)) {
		rec, there := w.reader.Record(w.Table.Num, w.From[num])
		if !there || w.From[num] == w.Keep.ID {
			continue // whoever applies this says that it is gone
		}
		f, v := w.Table.FieldByNum(num), rec.Values.Get(num)
		if f.Kind == schema.Lookup && f.Target == w.Table.Key && !v.IsBlank() && w.one(v.ID()) && !f.Parent {
			continue
		}
		out = append(out, record.FieldValue{Num: num, Value: v})
	}
	return out
}

// placed adds to the values taken what the record that stays lies below, where that is not as it was or as taken.
func (w *merging) placed(fields []record.FieldValue) []record.FieldValue {
	parent := w.Table.ParentField()
	if parent == nil {
		return fields
	}
	up := func(id record.ID) record.ID {
		if rec, there := w.reader.Record(w.Table.Num, id); there {
			return rec.Values.Get(parent.Num).ID()
		}
		return record.NoID
	}
	now := up(w.Keep.ID)
	fields = slices.DeleteFunc(fields, func(v record.FieldValue) bool {
		if v.Num == parent.Num {
			now = v.Value.ID()
		}
		return v.Num == parent.Num
	})
	if to := w.above(up, now); to != up(w.Keep.ID) {
		fields = append(fields, record.FieldValue{Num: parent.Num, Value: record.OfID(to)})
	}
	return fields
}

// above is what the record that stays lies below: what was chosen, unless that is one of those that become one or
// lies below it; then what that one lies below, of which the same holds.
func (w *merging) above(up func(record.ID) record.ID, chosen record.ID) record.ID {
	passed := map[record.ID]bool{}
	for at := chosen; at != record.NoID && !passed[at]; at = up(at) {
		passed[at] = true
		if w.one(at) {
			chosen = up(at)
		}
	}
	return chosen
}

// move lets what links to the records that go link to the one that stays.
func (w *merging) move() {
	w.reader.Links(w.Table.Num, map[record.ID]bool{w.Keep.ID: true}, func(l Link) { w.stand(l) })
	w.reader.Links(w.Table.Num, w.gone, func(l Link) {
		_, left := w.into[Ref{l.Table, l.ID}]
		if left || l.Table == w.Table.Num && w.one(l.ID) || w.join(l) {
			return
		}
		w.edit(Edit{Op: Update, Table: l.Table, ID: l.ID, Fields: []record.FieldValue{{Num: l.Field, Value: record.OfID(w.Keep.ID)}}})
	})
}
