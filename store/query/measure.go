package query

import (
	"math"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A tally is what is known of the filled values of a group.
type tally struct {
	n           int64
	total       float64
	least, most float64
}

func (t *tally) add(x float64) {
	t.n++
	t.total += x
	t.least, t.most = min(t.least, x), max(t.most, x)
}

// measureGroups measures n groups; of numbers them by place in what was found.
func measureGroups(s *snapshot.Snapshot, t *snapshot.Table, m schema.Measure, found []snapshot.Slot, of []int32, n int) ([]record.Value, error) {
	size, class, err := sizes(s, t, m)
	if err != nil {
		return nil, err
	}
	tallies := make([]tally, n)
	for i := range tallies {
		tallies[i] = tally{least: math.Inf(1), most: math.Inf(-1)}
	}
	for i, slot := range found {
		if x, filled := size(slot); filled {
			tallies[of[i]].add(x)
		}
	}
	values := make([]record.Value, n)
	for i := range tallies {
		values[i] = tallies[i].value(m.Aggregate, class)
	}
	return values, nil
}

func (t *tally) value(a schema.Aggregate, class record.Class) record.Value {
	switch {
	case a == schema.Count:
		return record.OfInt(t.n)
	case t.n == 0:
		return record.Value{}
	case a == schema.Average:
		return record.OfFloat(t.total / float64(t.n))
	case a == schema.Sum:
		return ofClass(t.total, class)
	case a == schema.Least:
		return ofClass(t.least, class)
	}
	return ofClass(t.most, class)
}

// ofClass is a number in the class of its field; whole numbers fit into a float64 exactly.
func ofClass(x float64, class record.Class) record.Value {
	if class == record.Int {
		return record.OfInt(int64(x))
	}
	return record.OfFloat(x)
}

// sizes returns what a measure adds up of a record, false where it is blank, and the class of the field.
func sizes(s *snapshot.Snapshot, t *snapshot.Table, m schema.Measure) (func(snapshot.Slot) (float64, bool), record.Class, error) {
	if m.Aggregate == schema.Count && m.Field == "" {
		return func(snapshot.Slot) (float64, bool) { return 1, true }, record.Int, nil
	}
	p, err := s.Path(t.Schema, m.Field)
	if err != nil {
		return nil, record.Blank, err
	}
	if !measurable(p.Field.Kind, m.Aggregate) {
		return nil, record.Blank, fault.New(fault.Invalid, "%s has no “%s”.", p.Field.Label, m.Aggregate)
	}
	column := p.End().Column(p.Field.Num)
	return func(slot snapshot.Slot) (float64, bool) {
		to, ok := p.Reach(slot)
		if !ok {
			return 0, false
		}
		v := column.Value(to)
		if v.Class() == record.Float {
			return v.Float(), true
		}
		return float64(v.Int()), !v.IsBlank()
	}, record.BehaviourOf(p.Field.Kind).Class, nil
}

func measurable(k schema.Kind, a schema.Aggregate) bool {
	switch a {
	case schema.Count:
		return true
	case schema.Sum, schema.Average:
		return k == schema.Whole || k == schema.Decimal
	case schema.Least, schema.Most:
		return k == schema.Whole || k == schema.Decimal || k == schema.Date || k == schema.DateTime
	}
	return false
}
