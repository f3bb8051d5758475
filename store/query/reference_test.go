package query_test

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// A reference answers queries as slowly and plainly as possible, a record at a time.
type reference struct {
	snap *snapshot.Snapshot
	query.Query
}

func (r reference) slots() []snapshot.Slot {
	t := r.snap.Table(r.Table)
	var found []snapshot.Slot
	for i := range t.Slots() {
		slot := snapshot.Slot(i)
		if !t.Live(slot) {
			continue
		}
		rec := t.Record(slot)
		ok := r.searched(t.Schema, rec)
		for _, f := range r.Filters {
			ok = ok && r.filter(t.Schema, rec, f)
		}
		if ok {
			found = append(found, slot)
		}
	}
	slices.SortStableFunc(found, func(a, b snapshot.Slot) int { return r.compare(t.Schema, t.Record(a), t.Record(b)) })
	return found
}

func (r reference) searched(t *schema.Table, rec *record.Record) bool {
	for _, word := range strings.Fields(snapshot.Fold(r.Search)) {
		if !slices.ContainsFunc(t.Searched, func(key string) bool {
			return strings.Contains(r.reads(t.Field(key), rec.Values.Get(t.Field(key).Num)), word)
		}) {
			return false
		}
	}
	return true
}

func (r reference) filter(t *schema.Table, rec *record.Record, f schema.Filter) bool {
	var holds []bool
	for _, c := range f.Conditions {
		holds = append(holds, r.condition(t, rec, c))
	}
	for _, g := range f.Groups {
		holds = append(holds, r.filter(t, rec, g))
	}
	found := !slices.Contains(holds, false)
	if f.Any && len(holds) > 0 {
		found = slices.Contains(holds, true)
	}
	return found != (f.Not && len(holds) > 0)
}

func (r reference) condition(t *schema.Table, rec *record.Record, c schema.Condition) bool {
	if step, rest, _ := strings.Cut(c.Field, "."); strings.Contains(step, ":") {
		return r.related(rec, step, schema.Condition{Field: rest, Op: c.Op, Values: c.Values})
	}
	key, rest, further := strings.Cut(c.Field, ".")
	f := t.Field(key)
	v := rec.Values.Get(f.Num)
	if further {
		target := r.snap.Model.Table(f.Target)
		to, ok := r.snap.Record(target.Num, v.ID())
		return ok && r.condition(target, to, schema.Condition{Field: rest, Op: c.Op, Values: c.Values})
	}
	switch c.Op {
	case schema.IsNull:
		return v.IsBlank()
	case schema.IsNotNull:
		return !v.IsBlank()
	case schema.Contains:
		return strings.Contains(r.reads(f, v), snapshot.Fold(c.Values[0]))
	case schema.NotContains:
		return !strings.Contains(r.reads(f, v), snapshot.Fold(c.Values[0]))
	case schema.BeginsWith:
		return strings.HasPrefix(r.reads(f, v), snapshot.Fold(c.Values[0]))
	case schema.EndsWith:
		return strings.HasSuffix(r.reads(f, v), snapshot.Fold(c.Values[0]))
	case schema.Equals, schema.In:
		return r.equalsAny(f, v, c.Values)
	case schema.NotEquals, schema.NotIn:
		return !r.equalsAny(f, v, c.Values)
	case schema.EqualsMe:
		return r.Me != "" && r.equalsAny(f, v, []string{r.Me})
	case schema.Under:
		return r.under(f, v, c.Values[0])
	case schema.Over:
		return r.over(t, f, rec, c.Values[0])
	}
	return !v.IsBlank() && r.within(f, v, c)
}

// related looks through the active records that link here.
func (r reference) related(rec *record.Record, step string, c schema.Condition) bool {
	key, via, _ := strings.Cut(step, ":")
	from := r.snap.Table(r.snap.Model.Table(key).Num)
	for i := range from.Slots() {
		if !from.Live(snapshot.Slot(i)) {
			continue
		}
		other := from.Record(snapshot.Slot(i))
		linked := other.Values.Get(from.Schema.Field(via).Num).ID() == rec.ID && other.Values.Get(schema.State).Int() == schema.StateActive
		if linked && (c.Field == "" || r.condition(from.Schema, other, c)) {
			return c.Field != "" || c.Op == schema.IsNotNull
		}
	}
	return c.Field == "" && c.Op == schema.IsNull
}

// reads is what a person reads, without case and accents.
func (r reference) reads(f *schema.Field, v record.Value) string {
	return snapshot.Fold(r.snap.Display(f, v))
}

func (r reference) equalsAny(f *schema.Field, v record.Value, values []string) bool {
	return slices.ContainsFunc(values, func(text string) bool {
		switch want, _ := record.Parse(f, text); {
		case record.BehaviourOf(f.Kind).Class == record.String:
			return r.reads(f, v) == snapshot.Fold(text)
		case f.Kind == schema.DateTime && !v.IsBlank() && !want.IsBlank():
			return v.Time().Format(time.DateOnly) == want.Time().Format(time.DateOnly)
		default:
			return v == want
		}
	})
}

func (r reference) under(f *schema.Field, v record.Value, top string) bool {
	table := r.snap.Model.Table(f.Target)
	for range 100 {
		if v.IsBlank() {
			return false
		}
		if v.ID().String() == top {
			return true
		}
		rec, ok := r.snap.Record(table.Num, v.ID())
		if !ok || table.ParentField() == nil {
			return false
		}
		v = rec.Values.Get(table.ParentField().Num)
	}
	return false
}

// over climbs from a record and looks whether it comes by another.
func (r reference) over(t *schema.Table, f *schema.Field, rec *record.Record, from string) bool {
	at, err := record.ParseID(from)
	if err != nil {
		return false
	}
	for range 100 {
		passed, ok := r.snap.Record(t.Num, at)
		if !ok {
			return false
		}
		if passed.ID == rec.ID {
			return true
		}
		at = passed.Values.Get(f.Num).ID()
	}
	return false
}

// within compares sizes of numbers, and dates as texts such as 2026-03-31, which sort by day.
func (r reference) within(f *schema.Field, v record.Value, c schema.Condition) bool {
	if f.Kind == schema.Whole || f.Kind == schema.Decimal {
		n := func(text string) float64 { x, _ := strconv.ParseFloat(text, 64); return x }
		return between(c, cmp.Compare[float64], n(record.Format(f, v)), n)
	}
	day := record.Format(f, v)[:10]
	plain := func(text string) string { return text[:10] }
	if len(c.Values) > 0 && strings.Contains(c.Values[0], "-") {
		return between(c, strings.Compare, day, plain)
	}
	now := record.TimeOfDay(r.Today)
	n := 0
	if len(c.Values) > 0 {
		n, _ = strconv.Atoi(c.Values[0])
	}
	date := func(t time.Time) string { return t.Format(time.DateOnly) }
	month := func(ahead int) string { return date(now.AddDate(0, 0, 1-now.Day()).AddDate(0, ahead, 0))[:7] }
	switch c.Op {
	case schema.Today:
		return day == date(now)
	case schema.Past:
		return day < date(now)
	case schema.Future:
		return day > date(now)
	case schema.NextDays:
		return day >= date(now) && day <= date(now.AddDate(0, 0, n))
	case schema.LastDays:
		return day <= date(now) && day >= date(now.AddDate(0, 0, -n))
	case schema.OlderDays:
		return day < date(now.AddDate(0, 0, -n))
	case schema.LaterDays:
		return day > date(now.AddDate(0, 0, n))
	case schema.ThisMonth:
		return day[:7] == month(0)
	case schema.NextMonth:
		return day[:7] == month(1)
	case schema.LastMonth:
		return day[:7] == month(-1)
	case schema.ThisYear:
		return day[:4] == date(now)[:4]
	case schema.NextYear:
		return day[:4] == strconv.Itoa(now.Year()+1)
	case schema.LastYear:
		return day[:4] == strconv.Itoa(now.Year()-1)
	case schema.ThisQuarter, schema.NextQuarter, schema.LastQuarter:
		quarter := now.Year()*4 + (int(now.Month())-1)/3
		at, _ := time.Parse(time.DateOnly, day)
		ahead := map[schema.Operator]int{schema.NextQuarter: 1, schema.LastQuarter: -1}[c.Op]
		return at.Year()*4+(int(at.Month())-1)/3 == quarter+ahead
	}
	panic("no such operator: " + c.Op)
}

func between[T any](c schema.Condition, compare func(a, b T) int, v T, read func(string) T) bool {
	d := compare(v, read(c.Values[0]))
	switch c.Op {
	case schema.Less:
		return d < 0
	case schema.AtMost:
		return d <= 0
	case schema.Greater:
		return d > 0
	case schema.AtLeast:
		return d >= 0
	}
	return d >= 0 && compare(v, read(c.Values[1])) <= 0
}

var (
	collator = collate.New(language.Und)
	numbers  = regexp.MustCompile("[0-9]+")
)

// compareTexts compares numbers by their size: all are written in thirty digits.
func compareTexts(a, b string) int {
	long := func(n string) string { return strings.Repeat("0", 30-len(n)) + n }
	return collator.CompareString(numbers.ReplaceAllStringFunc(a, long), numbers.ReplaceAllStringFunc(b, long))
}

func (r reference) compare(t *schema.Table, a, b *record.Record) int {
	for _, o := range append(slices.Clone(r.Order), schema.Order{Field: t.Primary}) {
		f := r.snap.Model.FieldAt(t, o.Field)
		v, w := r.at(t, a, o.Field), r.at(t, b, o.Field)
		var d int
		switch {
		case v.IsBlank() || w.IsBlank():
			d = cmp.Compare(blankness(v), blankness(w))
		case o.Descending:
			d = -r.compareValues(f, v, w)
		default:
			d = r.compareValues(f, v, w)
		}
		if d != 0 {
			return d
		}
	}
	return 0
}

// at is the value at the end of a path.
func (r reference) at(t *schema.Table, rec *record.Record, path string) record.Value {
	key, rest, further := strings.Cut(path, ".")
	v := rec.Values.Get(t.Field(key).Num)
	if !further {
		return v
	}
	target := r.snap.Model.Table(t.Field(key).Target)
	if to, ok := r.snap.Record(target.Num, v.ID()); ok {
		return r.at(target, to, rest)
	}
	return record.Value{}
}

func blankness(v record.Value) int {
	if v.IsBlank() {
		return 1
	}
	return 0
}

// compareSlots keeps apart two linked records that sort alike, so that what links to one of them stands together.
func (r reference) compareSlots(f *schema.Field, v, w record.Value) int {
	target := r.snap.Table(r.snap.Model.Table(f.Target).Num)
	a, _ := target.Slot(v.ID())
	b, _ := target.Slot(w.ID())
	return cmp.Compare(a, b)
}

func (r reference) compareValues(f *schema.Field, v, w record.Value) int {
	switch record.BehaviourOf(f.Kind).Class {
	case record.String:
		return compareTexts(v.Str(), w.Str())
	case record.Link:
		return cmp.Or(compareTexts(r.snap.Display(f, v), r.snap.Display(f, w)), r.compareSlots(f, v, w))
	case record.Float:
		return cmp.Compare(v.Float(), w.Float())
	}
	if f.Kind == schema.Choice {
		set := r.snap.Model.ChoiceSet(f.Choice)
		return cmp.Compare(set.Position(v.Int()), set.Position(w.Int()))
	}
	return cmp.Compare(v.Int(), w.Int())
}
