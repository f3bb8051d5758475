package query

import (
	"strings"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// textFilter compares what people read, without case and accents.
func (c *compiler) textFilter(t *snapshot.Table, f *schema.Field, cond schema.Condition) (filter, error) {
	if len(cond.Values) != 1 {
		return nil, badValues(f, cond)
	}
	want := snapshot.Fold(cond.Values[0])
	read := c.reader(t, f)
	switch cond.Op {
	case schema.BeginsWith:
		return each(func(s snapshot.Slot) bool { return strings.HasPrefix(read(s), want) }), nil
	case schema.EndsWith:
		return each(func(s snapshot.Slot) bool { return strings.HasSuffix(read(s), want) }), nil
	case schema.NotContains:
		return each(func(s snapshot.Slot) bool { return !strings.Contains(read(s), want) }), nil
	}
	return each(func(s snapshot.Slot) bool { return strings.Contains(read(s), want) }), nil
}

// reader returns the folded text of a field by slot.
func (c *compiler) reader(t *snapshot.Table, f *schema.Field) func(snapshot.Slot) string {
	column := t.Column(f.Num)
	switch {
	case record.BehaviourOf(f.Kind).Class == record.String:
		folded := t.Folded(f.Num)
		return func(s snapshot.Slot) string { return folded[s] }
	case f.Kind == schema.Lookup:
		target := c.target(f)
		names := target.Folded(target.Schema.PrimaryField().Num)
		return func(s snapshot.Slot) string {
			if slot, ok := target.Slot(column.Link(s)); ok {
				return names[slot]
			}
			return ""
		}
	case f.Kind == schema.Choice:
		labels := foldedLabels(c.snap.Model.ChoiceSet(f.Choice))
		return func(s snapshot.Slot) string {
			code, _ := column.Int(s)
			return labels[code]
		}
	}
	return func(s snapshot.Slot) string { return snapshot.Fold(record.Format(f, column.Value(s))) }
}

func foldedLabels(set *schema.ChoiceSet) map[int64]string {
	labels := make(map[int64]string, len(set.Options))
	for _, o := range set.Options {
		labels[o.Code] = snapshot.Fold(o.Label)
	}
	return labels
}
