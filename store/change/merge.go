package change

import (
	"fmt"
	"slices"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Merging makes one record of two that are the same thing.
type Merging struct {
	Table *schema.Table
	// Keep stays; Drop is deleted. Their versions are those that the person has seen, 0 takes any.
	Keep, Drop               record.ID
	KeepVersion, DropVersion uint64
	// Fields are the values that the record that stays takes; others it has already. A link between the two is not
	// taken, and in a hierarchy none that would make a circle: see above.
	Fields []record.FieldValue
}

// Merge returns the draft that makes one record of two. What links to the record that goes links to the one
// that stays then; a pair that a joining table would hold twice goes as well, and so does one that would join
// the record with itself.
func Merge(m *schema.Model, r Reader, g Merging) (Draft, error) {
	if g.Keep == g.Drop {
		return Draft{}, fault.New(fault.Usage, "A record cannot be merged with itself.")
	}
	d := Draft{Origin: Origin{Kind: FromForm}, Long: true}
	d.Summary = fmt.Sprintf("%s “%s” merged into “%s”", g.Table.Label, r.Name(g.Table.Num, g.Drop), r.Name(g.Table.Num, g.Keep))
	d.Edits = []Edit{{Op: Update, Table: g.Table.Num, ID: g.Keep, Expect: g.KeepVersion, Fields: g.placed(r, g.taken())}}
	d.Edits = append(d.Edits, g.moved(m, r)...)
	d.Edits = append(d.Edits, Edit{Op: Delete, Table: g.Table.Num, ID: g.Drop, Expect: g.DropVersion})
	return d, nil
}

// taken are the values without links between the two, which are gone with the one.
func (g *Merging) taken() []record.FieldValue {
	return slices.DeleteFunc(slices.Clone(g.Fields), func(v record.FieldValue) bool {
		f := g.Table.FieldByNum(v.Num)
		return f != nil && f.Kind == schema.Lookup && !v.Value.IsBlank() && (v.Value.ID() == g.Keep || v.Value.ID() == g.Drop)
	})
}

// placed adds to the values taken what the record that stays lies below, where that is not as it was or as taken.
func (g *Merging) placed(r Reader, fields []record.FieldValue) []record.FieldValue {
	parent := g.Table.ParentField()
	if parent == nil {
		return fields
	}
	up := func(id record.ID) record.ID {
		if rec, there := r.Record(g.Table.Num, id); there {
			return rec.Values.Get(parent.Num).ID()
		}
		return record.NoID
	}
	now := up(g.Keep)
	fields = slices.DeleteFunc(fields, func(v record.FieldValue) bool {
		if v.Num == parent.Num {
			now = v.Value.ID()
		}
		return v.Num == parent.Num
	})
	if to := g.above(up, now); to != up(g.Keep) {
		fields = append(fields, record.FieldValue{Num: parent.Num, Value: record.OfID(to)})
	}
	return fields
}

// above is what the record that stays lies below: what was chosen, unless that lies below one of the two, which
// are one then; else what the other lay below, so that it takes its place; else what it lay below itself.
func (g *Merging) above(up func(record.ID) record.ID, chosen record.ID) record.ID {
	for _, to := range []record.ID{chosen, up(g.Drop), up(g.Keep)} {
		passed := map[record.ID]bool{}
		at := to
		for at != record.NoID && at != g.Keep && at != g.Drop && !passed[at] {
			passed[at] = true
			at = up(at)
		}
		if at != g.Keep && at != g.Drop {
			return to
		}
	}
	return record.NoID
}

// moved are the edits of the records that link to the one that goes.
func (g *Merging) moved(m *schema.Model, r Reader) (edits []Edit) {
	joined := g.joined(m, r)
	r.Links(g.Table.Num, map[record.ID]bool{g.Drop: true}, func(l Link) {
		if l.Table == g.Table.Num && (l.ID == g.Keep || l.ID == g.Drop) {
			return // a link between the two
		}
		e := Edit{Op: Update, Table: l.Table, ID: l.ID, Fields: []record.FieldValue{{Num: l.Field, Value: record.OfID(g.Keep)}}}
		if other, joins := otherEnd(m, r, l); joins && (other == g.Keep || joined[pair{l.Table, l.Field, other}]) {
			e.Op, e.Fields = Delete, nil
		}
		edits = append(edits, e)
	})
	return edits
}

// pair is one end of a record of a joining table, and what stands at the other.
type pair struct {
	table schema.TableNum
	field schema.FieldNum
	other record.ID
}

// joined are the records that the one that stays is joined with.
func (g *Merging) joined(m *schema.Model, r Reader) map[pair]bool {
	out := map[pair]bool{}
	r.Links(g.Table.Num, map[record.ID]bool{g.Keep: true}, func(l Link) {
		if other, joins := otherEnd(m, r, l); joins {
			out[pair{l.Table, l.Field, other}] = true
		}
	})
	return out
}

// otherEnd is what a record that does nothing but join two is linked to besides.
func otherEnd(m *schema.Model, r Reader, l Link) (record.ID, bool) {
	a, b := m.TableByNum(l.Table).Ends()
	rec, there := r.Record(l.Table, l.ID)
	switch {
	case a == nil || !there:
		return record.NoID, false
	case a.Num == l.Field:
		return rec.Values.Get(b.Num).ID(), true
	case b.Num == l.Field:
		return rec.Values.Get(a.Num).ID(), true
	}
	return record.NoID, false
}
