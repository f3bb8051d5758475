package query

import (
	"slices"
	"strconv"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

func (c *compiler) condition(t *snapshot.Table, cond schema.Condition) (test, error) {
	key, rest, further := strings.Cut(cond.Field, ".")
	f := t.Schema.Field(key)
	if f == nil {
		return nil, fault.New(fault.Invalid, "%s has no field “%s”.", t.Schema.Plural, cond.Field)
	}
	if further {
		return c.throughLink(t, f, schema.Condition{Field: rest, Op: cond.Op, Values: cond.Values})
	}
	switch cond.Op {
	case schema.IsNull:
		return func(s snapshot.Slot) bool { return t.Value(s, f.Num).IsBlank() }, nil
	case schema.IsNotNull:
		return func(s snapshot.Slot) bool { return !t.Value(s, f.Num).IsBlank() }, nil
	case schema.Contains, schema.NotContains, schema.BeginsWith, schema.EndsWith:
		return c.textTest(t, f, cond)
	case schema.Equals, schema.NotEquals, schema.In, schema.NotIn:
		return c.equalTest(t, f, cond)
	case schema.EqualsMe:
		return c.equalTest(t, f, schema.Condition{Field: cond.Field, Op: schema.Equals, Values: []string{c.me}})
	case schema.Under:
		return c.underTest(t, f, cond)
	}
	return c.rangeTest(t, f, cond)
}

// throughLink tests a field of the record that a lookup points to.
func (c *compiler) throughLink(t *snapshot.Table, f *schema.Field, cond schema.Condition) (test, error) {
	if f.Kind != schema.Lookup {
		return nil, fault.New(fault.Invalid, "%s is no lookup: “%s.%s” leads nowhere.", f.Label, f.Key, cond.Field)
	}
	target := c.snap.Table(c.snap.Model.Table(f.Target).Num)
	holds, err := c.condition(target, cond)
	if err != nil {
		return nil, err
	}
	return func(s snapshot.Slot) bool {
		slot, ok := target.Slot(t.Value(s, f.Num).ID())
		return ok && holds(slot)
	}, nil
}

// textTest compares what people read, without case and accents.
func (c *compiler) textTest(t *snapshot.Table, f *schema.Field, cond schema.Condition) (test, error) {
	if len(cond.Values) != 1 {
		return nil, badValues(f, cond)
	}
	want := snapshot.Fold(cond.Values[0])
	read := c.reader(t, f)
	switch cond.Op {
	case schema.BeginsWith:
		return func(s snapshot.Slot) bool { return strings.HasPrefix(read(s), want) }, nil
	case schema.EndsWith:
		return func(s snapshot.Slot) bool { return strings.HasSuffix(read(s), want) }, nil
	case schema.NotContains:
		return func(s snapshot.Slot) bool { return !strings.Contains(read(s), want) }, nil
	}
	return func(s snapshot.Slot) bool { return strings.Contains(read(s), want) }, nil
}

// reader returns the folded text of a field by slot.
func (c *compiler) reader(t *snapshot.Table, f *schema.Field) func(snapshot.Slot) string {
	if record.BehaviourOf(f.Kind).Class == record.String {
		folded := t.Folded(f.Num)
		return func(s snapshot.Slot) string { return folded[s] }
	}
	return func(s snapshot.Slot) string { return snapshot.Fold(c.snap.Display(f, t.Value(s, f.Num))) }
}

func (c *compiler) equalTest(t *snapshot.Table, f *schema.Field, cond schema.Condition) (test, error) {
	negative := cond.Op == schema.NotEquals || cond.Op == schema.NotIn
	if len(cond.Values) == 0 {
		return nil, badValues(f, cond)
	}
	if record.BehaviourOf(f.Kind).Class == record.String {
		want := make([]string, len(cond.Values))
		for i, v := range cond.Values {
			want[i] = snapshot.Fold(v)
		}
		read := c.reader(t, f)
		return func(s snapshot.Slot) bool { return slices.Contains(want, read(s)) != negative }, nil
	}
	want := make([]record.Value, len(cond.Values))
	for i, text := range cond.Values {
		v, err := record.Parse(f, text)
		if err != nil {
			return nil, err
		}
		want[i] = v
	}
	return func(s snapshot.Slot) bool { return slices.Contains(want, t.Value(s, f.Num)) != negative }, nil
}

// underTest holds for records whose lookup points to a record or to one below it in its hierarchy.
func (c *compiler) underTest(t *snapshot.Table, f *schema.Field, cond schema.Condition) (test, error) {
	if f.Kind != schema.Lookup || len(cond.Values) != 1 {
		return nil, badValues(f, cond)
	}
	top, err := record.ParseID(cond.Values[0])
	if err != nil {
		return nil, err
	}
	target := c.snap.Table(c.snap.Model.Table(f.Target).Num)
	parent := target.Schema.ParentField()
	return func(s snapshot.Slot) bool {
		id := t.Value(s, f.Num).ID()
		for range target.Len() + 1 {
			if id == top {
				return true
			}
			slot, ok := target.Slot(id)
			if !ok || parent == nil {
				return false
			}
			id = target.Value(slot, parent.Num).ID()
		}
		return false
	}, nil
}

func badValues(f *schema.Field, cond schema.Condition) error {
	return fault.New(fault.Invalid, "The condition “%s %s %s” cannot be asked.", f.Label, cond.Op, strings.Join(cond.Values, ", "))
}

func number(cond schema.Condition) (int64, bool) {
	if len(cond.Values) != 1 {
		return 0, false
	}
	n, err := strconv.ParseInt(cond.Values[0], 10, 32)
	return n, err == nil && n >= 0
}
