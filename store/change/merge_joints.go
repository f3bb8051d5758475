package change

import (
	"slices"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// pair is one end of a record of a joining table, and what stands at the other.
type pair struct {
	table schema.TableNum
	field schema.FieldNum
	other record.ID
}

// A joint is a record of a joining table at the record that stays, with what it holds after the merge.
type joint struct {
	id     record.ID
	values record.Values
}

// stand notes a joint that is at the record that stays already.
func (w *merging) stand(l Link) {
	if at, j := w.joint(l); j != nil && !w.one(at.other) {
		w.joints[at] = append(w.joints[at], j)
	}
}

// join lets a joint that moves become one with another that joins the same two, and is true when it did so and goes.
func (w *merging) join(l Link) bool {
	at, j := w.joint(l)
	if j == nil {
		return false
	}
	to := record.NoID
	if !w.one(at.other) {
		to = w.taker(at, j)
	}
	if to == record.NoID && !w.one(at.other) {
		w.joints[at] = append(w.joints[at], j)
		return false
	}
	w.into[Ref{l.Table, l.ID}] = to
	w.edit(Edit{Op: Delete, Table: l.Table, ID: l.ID})
	return true
}

// taker is the joint that takes what another has and it lacks, NoID where all say otherwise.
func (w *merging) taker(at pair, j *joint) record.ID {
	for _, other := range w.joints[at] {
		if lacks, agree := w.agree(at, other, j); agree {
			if len(lacks) > 0 {
				w.edit(Edit{Op: Update, Table: at.table, ID: other.id, Fields: lacks})
			}
			for _, v := range lacks {
				other.values = other.values.Set(v)
			}
			return other.id
		}
	}
	return record.NoID
}

// agree is true when no field holds another value in one joint than in the other, and tells what the first lacks.
// Its name is composed of what it joins; stamps and who owns it are not what it says.
func (w *merging) agree(at pair, one, other *joint) (lacks []record.FieldValue, agree bool) {
	for _, f := range w.model.TableByNum(at.table).Fields {
		a, b := one.values.Get(f.Num), other.values.Get(f.Num)
		switch {
		case f.System || f.Num == schema.Owner || len(f.Parts) > 0 || f.Num == at.field || a == b || b.IsBlank():
		case a.IsBlank():
			lacks = append(lacks, record.FieldValue{Num: f.Num, Value: b})
		default:
			return nil, false
		}
	}
	return lacks, true
}

// joint is the record of a link, where that does nothing but join two; nil for another.
func (w *merging) joint(l Link) (pair, *joint) {
	a, b := w.model.TableByNum(l.Table).Ends()
	if a == nil || l.Field != a.Num && l.Field != b.Num {
		return pair{}, nil
	}
	rec, there := w.reader.Record(l.Table, l.ID)
	if !there {
		return pair{}, nil
	}
	other := a
	if l.Field == a.Num {
		other = b
	}
	return pair{l.Table, l.Field, rec.Values.Get(other.Num).ID()}, &joint{l.ID, slices.Clone(rec.Values)}
}
