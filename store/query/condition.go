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

func (c *compiler) condition(t *snapshot.Table, cond schema.Condition) (filter, error) {
	if schema.IsRelated(cond.Field) {
		return c.related(t, cond)
	}
	if cond.Op == schema.CameFrom && cond.Field == "" {
		return c.cameFrom(t, 0, cond)
	}
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
		return isBlank(t, f), nil
	case schema.IsNotNull:
		return not(isBlank(t, f)), nil
	case schema.Contains, schema.NotContains, schema.BeginsWith, schema.EndsWith:
		return c.textFilter(t, f, cond)
	case schema.Equals, schema.In:
		return c.equalFilter(t, f, cond)
	case schema.NotEquals, schema.NotIn:
		equal, err := c.equalFilter(t, f, cond)
		return not(equal), err
	case schema.EqualsMe:
		if c.me == "" {
			return nothing, nil
		}
		return c.equalFilter(t, f, schema.Condition{Field: cond.Field, Op: schema.Equals, Values: []string{c.me}})
	case schema.Under:
		return c.underFilter(t, f, cond)
	case schema.Over:
		return overFilter(t, f, cond)
	case schema.CameFrom:
		return c.cameFrom(t, f.Num, cond)
	}
	return c.rangeFilter(t, f, cond)
}

// throughLink asks a field of the record that a lookup points to; without one it does not hold.
func (c *compiler) throughLink(t *snapshot.Table, f *schema.Field, cond schema.Condition) (filter, error) {
	if f.Kind != schema.Lookup {
		return nil, fault.New(fault.Invalid, "%s is no lookup: “%s.%s” leads nowhere.", f.Label, f.Key, cond.Field)
	}
	target := c.target(f)
	keep, err := c.condition(target, cond)
	if err != nil {
		return nil, err
	}
	return linked(t.Column(f.Num), target, keep(target.All())), nil
}

// target is the table that a lookup points into.
func (c *compiler) target(f *schema.Field) *snapshot.Table {
	return c.snap.Table(c.snap.Model.Table(f.Target).Num)
}

func (c *compiler) equalFilter(t *snapshot.Table, f *schema.Field, cond schema.Condition) (filter, error) {
	if len(cond.Values) == 0 {
		return nil, badValues(f, cond)
	}
	column := t.Column(f.Num)
	if record.BehaviourOf(f.Kind).Class == record.String {
		want := make([]string, len(cond.Values))
		for i, v := range cond.Values {
			want[i] = snapshot.Fold(v)
		}
		folded := t.Folded(f.Num)
		return each(func(s snapshot.Slot) bool { return slices.Contains(want, folded[s]) }), nil
	}
	want, err := parseAll(f, cond.Values)
	switch {
	case err != nil:
		return nil, err
	case slices.ContainsFunc(want, record.Value.IsBlank):
		return each(func(s snapshot.Slot) bool { return slices.ContainsFunc(want, sameAs(f, column.Value(s))) }), nil
	case record.BehaviourOf(f.Kind).Class == record.Int:
		return intFilter(t, f, want), nil
	case f.Kind == schema.Lookup:
		return linkFilter(column, want), nil
	}
	return each(func(s snapshot.Slot) bool { return slices.Contains(want, column.Value(s)) }), nil
}

func parseAll(f *schema.Field, texts []string) ([]record.Value, error) {
	values := make([]record.Value, len(texts))
	for i, text := range texts {
		v, err := record.Parse(f, text)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return values, nil
}

// sameAs compares with a value; moments are the same when their day is.
func sameAs(f *schema.Field, v record.Value) func(record.Value) bool {
	return func(w record.Value) bool {
		if f.Kind == schema.DateTime && !v.IsBlank() && !w.IsBlank() {
			return measure(f, v) == measure(f, w)
		}
		return v == w
	}
}

func intFilter(t *snapshot.Table, f *schema.Field, want []record.Value) filter {
	column := t.Column(f.Num)
	if f.Kind == schema.DateTime {
		return each(func(s snapshot.Slot) bool { return slices.ContainsFunc(want, sameAs(f, column.Value(s))) })
	}
	numbers := make([]int64, len(want))
	for i, v := range want {
		numbers[i] = v.Int()
	}
	if f.Kind == schema.Choice {
		return having(t, f, numbers...)
	}
	return oneOf(column, numbers)
}

func linkFilter(column *snapshot.Column, want []record.Value) filter {
	ids := make([]record.ID, len(want))
	for i, v := range want {
		ids[i] = v.ID()
	}
	return each(func(s snapshot.Slot) bool { return slices.Contains(ids, column.Link(s)) })
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
