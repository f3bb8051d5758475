package change

import (
	"fmt"
	"slices"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Standing is a record whose later change stands on a set that somebody wants to take back.
type Standing struct {
	Table schema.TableNum
	ID    record.ID
	Name  string
	Why   string
}

// Invert returns the draft that takes a set back: the values that were before come again, on the records
// as they stand. Where later changes stand on the set it returns a fault Conflict that names the records,
// and them all.
func Invert(m *schema.Model, r Reader, set *Set) (Draft, []Standing, error) {
	v := &inversion{model: m, reader: r, set: set}
	for i := range set.Changes {
		v.invert(&set.Changes[i])
	}
	v.checkLinks()
	if len(v.standing) > 0 {
		return Draft{}, v.standing, v.conflict()
	}
	return Draft{Origin: Origin{Kind: FromUndo, Undoes: set.Seq}, Summary: undoSummary(set), Edits: v.edits, Restore: true}, nil, nil
}

// undoSummary says what is taken back; taking back an undo does the first thing again.
func undoSummary(set *Set) string {
	if rest, ok := strings.CutPrefix(set.Summary, "Undo: "); ok && set.Undoes != 0 {
		return "Redo: " + rest
	}
	if rest, ok := strings.CutPrefix(set.Summary, "Redo: "); ok && set.Undoes != 0 {
		return "Undo: " + rest
	}
	return "Undo: " + set.Summary
}

type inversion struct {
	model    *schema.Model
	reader   Reader
	set      *Set
	edits    []Edit
	standing []Standing
}

func (v *inversion) invert(c *Change) {
	now, exists := v.reader.Record(c.Table, c.ID)
	e := Edit{Table: c.Table, ID: c.ID}
	switch {
	case c.Op == Delete && exists:
		v.stands(c, "it has been created again")
	case c.Op == Delete:
		e.Op, e.Fields, e.Expect, e.Since = Create, c.Before, c.Version, v.set.Seq
	case !exists:
		v.stands(c, "it has been deleted since")
	case c.Op == Create && !same(now.Values, c.After):
		v.stands(c, "it has been changed since")
	case c.Op == Create:
		e.Op = Delete
	case !holds(now.Values, c):
		v.stands(c, "the same fields have been changed since")
	default:
		e.Op = Update
		for _, n := range c.Fields() {
			e.Fields = append(e.Fields, record.FieldValue{Num: n, Value: c.Before.Get(n)})
		}
	}
	v.edits = append(v.edits, e)
}

// checkLinks finds links to records that would go, and from records that would come back to ones that are gone.
func (v *inversion) checkLinks() {
	gone := map[schema.TableNum]map[record.ID]bool{}
	own := map[key]bool{}
	for i := range v.edits {
		own[key{v.edits[i].Table, v.edits[i].ID}] = true
		if v.edits[i].Op == Delete {
			if gone[v.edits[i].Table] == nil {
				gone[v.edits[i].Table] = map[record.ID]bool{}
			}
			gone[v.edits[i].Table][v.edits[i].ID] = true
		}
	}
	for table, ids := range gone {
		v.reader.Links(table, ids, func(l Link) {
			if !own[key{l.Table, l.ID}] {
				why := fmt.Sprintf("it links to “%s” since", v.reader.Name(table, l.Target))
				v.standing = append(v.standing, Standing{l.Table, l.ID, v.reader.Name(l.Table, l.ID), why})
			}
		})
	}
}

// same compares records without who changed them last.
func same(a, b record.Values) bool {
	plain := func(f record.FieldValue) bool { return f.Num == schema.ModifiedOn || f.Num == schema.ModifiedBy }
	return slices.Equal(slices.DeleteFunc(slices.Clone(a), plain), slices.DeleteFunc(slices.Clone(b), plain))
}

// holds is true when every field that the change touched still has the value that it gave.
func holds(now record.Values, c *Change) bool {
	for _, n := range c.Fields() {
		if n != schema.ModifiedOn && n != schema.ModifiedBy && now.Get(n) != c.After.Get(n) {
			return false
		}
	}
	return true
}

func (v *inversion) stands(c *Change, why string) {
	name := v.reader.Name(c.Table, c.ID)
	if name == "" {
		primary := v.model.TableByNum(c.Table).PrimaryField().Num
		name = c.After.Get(primary).Str() + c.Before.Get(primary).Str()
	}
	v.standing = append(v.standing, Standing{c.Table, c.ID, name, why})
}

// conflictNames is how many records the sentence of a conflict names.
const conflictNames = 5

func (v *inversion) conflict() error {
	var names []string
	for _, s := range v.standing[:min(len(v.standing), conflictNames)] {
		names = append(names, fmt.Sprintf("%s “%s” (%s)", v.model.TableByNum(s.Table).Label, s.Name, s.Why))
	}
	more := ""
	if n := len(v.standing) - len(names); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	return fault.New(fault.Conflict, "“%s” cannot be undone, because later changes stand on it: %s%s. Undo the later changes first.",
		v.set.Summary, strings.Join(names, "; "), more)
}
