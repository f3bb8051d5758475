package change

import (
	"cmp"
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
	v := invert(m, r, set, false)
	if len(v.held) > 0 {
		standing := make([]Standing, len(v.held))
		for i := range v.held {
			standing[i] = v.held[i].Standing
		}
		return Draft{}, standing, v.conflict()
	}
	return Draft{Origin: Origin{Kind: FromUndo, Undoes: set.Seq}, Summary: undoSummary(set), Edits: v.edits, Restore: true}, nil, nil
}

func invert(m *schema.Model, r Reader, set *Set, over bool) *inversion {
	v := &inversion{model: m, reader: r, set: set, over: over}
	for i := range set.Changes {
		v.invert(&set.Changes[i])
	}
	v.checkLinks()
	return v
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
	model  *schema.Model
	reader Reader
	set    *Set
	// over takes back also what later changes stand on, where that is possible.
	over  bool
	edits []Edit
	held  []Held
}

func (v *inversion) invert(c *Change) {
	now, exists := v.reader.Record(c.Table, c.ID)
	e := Edit{Table: c.Table, ID: c.ID}
	switch {
	case c.Op == Delete && exists:
		v.stays(c, "it has been created again")
	case c.Op == Delete:
		e.Op, e.Fields, e.Expect, e.Since = Create, c.Before, c.Version, v.set.Seq
	case !exists:
		v.stays(c, "it has been deleted since")
	case !v.over && c.Op == Create && !same(now.Values, c.After):
		v.stands(c, "it has been changed since")
	case c.Op == Create:
		e.Op = Delete
	case !v.over && !holds(now.Values, c):
		v.stands(c, "the same fields have been changed since")
	default:
		e.Op, e.Fields = Update, valuesBefore(c, now.Values)
	}
	v.edits = append(v.edits, e)
}

// valuesBefore leaves who changed the record last, and when, to a later change of other fields.
func valuesBefore(c *Change, now record.Values) (fields []record.FieldValue) {
	changed := c.Fields()
	later := slices.ContainsFunc(changed, func(n schema.FieldNum) bool { return isStamp(n) && now.Get(n) != c.After.Get(n) })
	for _, n := range changed {
		if !later || !isStamp(n) {
			fields = append(fields, record.FieldValue{Num: n, Value: c.Before.Get(n)})
		}
	}
	return fields
}

func isStamp(n schema.FieldNum) bool { return n == schema.ModifiedOn || n == schema.ModifiedBy }

// same compares records without who changed them last.
func same(a, b record.Values) bool {
	for {
		a, b = afterStamps(a), afterStamps(b)
		if len(a) == 0 || len(b) == 0 || a[0] != b[0] {
			return len(a)+len(b) == 0
		}
		a, b = a[1:], b[1:]
	}
}

// afterStamps leaves out the stamps that values begin with.
func afterStamps(v record.Values) record.Values {
	for len(v) > 0 && isStamp(v[0].Num) {
		v = v[1:]
	}
	return v
}

// holds is true when every field that the change touched still has the value that it gave.
func holds(now record.Values, c *Change) bool {
	return !slices.ContainsFunc(c.Fields(), func(n schema.FieldNum) bool { return !isStamp(n) && now.Get(n) != c.After.Get(n) })
}

// stands notes a change of the set on which something stands.
func (v *inversion) stands(c *Change, why string) {
	v.held = append(v.held, Held{Standing: Standing{c.Table, c.ID, v.name(c), why}, change: key{c.Table, c.ID}})
}

// stays notes a change of the set that cannot be taken back over what came later.
func (v *inversion) stays(c *Change, why string) {
	v.stands(c, why)
	v.held[len(v.held)-1].Firm = true
}

func (v *inversion) name(c *Change) string {
	primary := v.model.TableByNum(c.Table).PrimaryField().Num
	return cmp.Or(v.reader.Name(c.Table, c.ID), c.After.Get(primary).Str(), c.Before.Get(primary).Str(), c.ID.String())
}

// conflictNames is how many records the sentence of a conflict names.
const conflictNames = 5

func (v *inversion) conflict() error {
	var names []string
	for _, s := range v.held[:min(len(v.held), conflictNames)] {
		names = append(names, fmt.Sprintf("%s “%s” (%s)", v.model.TableByNum(s.Table).Label, s.Name, s.Why))
	}
	more := ""
	if n := len(v.held) - len(names); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	return fault.New(fault.Conflict, "“%s” cannot be undone, because later changes stand on it: %s%s. Undo the later changes first.",
		v.set.Summary, strings.Join(names, "; "), more)
}
