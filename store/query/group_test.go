package query_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"pgregory.net/rapid"
)

var everyInterval = []schema.Interval{"", schema.Day, schema.Week, schema.Month, schema.Quarter, schema.Year}

func isDate(f *schema.Field) bool { return f.Kind == schema.Date || f.Kind == schema.DateTime }

// anyPlace draws the key of a field, of the table or further on.
func anyPlace(t *rapid.T, table *schema.Table, depth int) (string, *schema.Field) {
	f := rapid.SampledFrom(table.Fields).Draw(t, "field")
	if f.Kind == schema.Lookup && depth < 2 && rapid.Bool().Draw(t, "further") {
		key, end := anyPlace(t, model.Table(f.Target), depth+1)
		return f.Key + "." + key, end
	}
	return f.Key, f
}

func anyGroupBy(t *rapid.T, table *schema.Table) schema.GroupBy {
	key, f := anyPlace(t, table, 0)
	if !isDate(f) {
		return schema.GroupBy{Field: key}
	}
	return schema.GroupBy{Field: key, Interval: rapid.SampledFrom(everyInterval).Draw(t, "interval")}
}

func anyMeasure(t *rapid.T, table *schema.Table) schema.Measure {
	key, f := anyPlace(t, table, 1)
	aggregates := []schema.Aggregate{schema.Count}
	switch {
	case f.Kind == schema.Whole || f.Kind == schema.Decimal:
		aggregates = append(aggregates, schema.Sum, schema.Average, schema.Least, schema.Most)
	case isDate(f):
		aggregates = append(aggregates, schema.Least, schema.Most)
	}
	return schema.Measure{Field: key, Aggregate: rapid.SampledFrom(aggregates).Draw(t, "aggregate")}
}

// follow reads a field of a record, through links.
func (r reference) follow(t *schema.Table, rec *record.Record, key string) (*schema.Field, record.Value) {
	first, rest, further := strings.Cut(key, ".")
	f := t.Field(first)
	if !further {
		return f, rec.Values.Get(f.Num)
	}
	target := r.snap.Model.Table(f.Target)
	if to, ok := r.snap.Record(target.Num, rec.Values.Get(f.Num).ID()); ok {
		return r.follow(target, to, rest)
	}
	end, _ := r.follow(target, &record.Record{}, rest)
	return end, record.Value{}
}

// bucket is what tells groups apart: the text without case and accents, the value, or when an interval began.
func (r reference) bucket(f *schema.Field, v record.Value, interval schema.Interval) string {
	switch {
	case v.IsBlank():
		return ""
	case record.BehaviourOf(f.Kind).Class == record.String:
		return r.reads(f, v)
	case !isDate(f):
		return record.Format(f, v)
	}
	day, _ := time.Parse(time.DateOnly, record.Format(f, v)[:10])
	y, m, d := day.Date()
	switch interval {
	case schema.Week:
		for day.Weekday() != time.Monday {
			day = day.AddDate(0, 0, -1)
		}
		return day.Format(time.DateOnly)
	case schema.Month:
		d = 1
	case schema.Quarter:
		m, d = []time.Month{1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10}[m-1], 1
	case schema.Year:
		m, d = 1, 1
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// parts puts what was found together, in the order in which groups are met.
func (r reference) parts(by []schema.GroupBy) (names []string, members map[string][]snapshot.Slot) {
	t := r.snap.Table(r.Table)
	members = map[string][]snapshot.Slot{}
	found := r.slots()
	slices.Sort(found)
	for _, slot := range found {
		var key []string
		for _, b := range by {
			f, v := r.follow(t.Schema, t.Record(slot), b.Field)
			key = append(key, r.bucket(f, v, b.Interval))
		}
		name := fmt.Sprintf("%q", key)
		if members[name] == nil {
			names = append(names, name)
		}
		members[name] = append(members[name], slot)
	}
	return names, members
}

// measure adds up in the plainest way.
func (r reference) measure(m schema.Measure, slots []snapshot.Slot) record.Value {
	t := r.snap.Table(r.Table)
	var values []record.Value
	var f *schema.Field
	for _, slot := range slots {
		var v record.Value
		if f, v = r.follow(t.Schema, t.Record(slot), m.Field); !v.IsBlank() {
			values = append(values, v)
		}
	}
	size := func(v record.Value) float64 { return v.Float() + float64(v.Int()) }
	order := func(a, b record.Value) int { return cmp.Compare(size(a), size(b)) }
	sum := 0.0
	for _, v := range values {
		sum += size(v)
	}
	switch {
	case m.Aggregate == schema.Count:
		return record.OfInt(int64(len(values)))
	case len(values) == 0:
		return record.Value{}
	case m.Aggregate == schema.Least:
		return slices.MinFunc(values, order)
	case m.Aggregate == schema.Most:
		return slices.MaxFunc(values, order)
	case m.Aggregate == schema.Average:
		return record.OfFloat(sum / float64(len(values)))
	case f.Kind == schema.Whole:
		return record.OfInt(int64(sum))
	}
	return record.OfFloat(sum)
}

func TestGroupsAreWhatAPersonWouldPutTogether(t *testing.T) {
	var snaps []*snapshot.Snapshot
	for n := range 12 {
		snaps = append(snaps, rapid.Custom(anySnapshot).Example(n))
	}
	rapid.Check(t, func(t *rapid.T) {
		r := reference{rapid.SampledFrom(snaps).Draw(t, "catalogue"), anyQuery(t)}
		table := model.TableByNum(r.Table)
		by := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) schema.GroupBy { return anyGroupBy(t, table) }), 1, 3).Draw(t, "by")
		measures := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) schema.Measure { return anyMeasure(t, table) }), 0, 2).Draw(t, "measures")
		groups, err := query.Groups(r.snap, r.Query, by, measures)
		if err != nil {
			t.Fatalf("%+v by %+v, %+v: %v", r.Query, by, measures, err)
		}
		names, members := r.parts(by)
		if len(groups) != len(names) {
			t.Fatalf("%d groups, want %d: %v", len(groups), len(names), names)
		}
		for _, g := range groups {
			r.checkGroup(t, g, members, by, measures)
		}
	})
}

// checkGroup asks for the records behind a group, and compares it with them.
func (r reference) checkGroup(t *rapid.T, g query.Group, members map[string][]snapshot.Slot, by []schema.GroupBy, measures []schema.Measure) {
	behind := r.Query
	behind.Filters = append(slices.Clone(behind.Filters), g.Filter())
	slots, err := query.Slots(r.snap, behind)
	if err != nil || len(slots) == 0 {
		t.Fatalf("%q: %+v finds %d records, %v", g.Keys, g.Filter(), len(slots), err)
	}
	slices.Sort(slots)
	rows := r.snap.Table(r.Table)
	var key []string
	for _, b := range by {
		f, v := r.follow(rows.Schema, rows.Record(slots[0]), b.Field)
		key = append(key, r.bucket(f, v, b.Interval))
	}
	want := members[fmt.Sprintf("%q", key)]
	if !slices.Equal(slots, want) || g.Count != len(want) {
		t.Fatalf("%q counts %d and opens %v, want %v", g.Keys, g.Count, slots, want)
	}
	for i, m := range measures {
		if g.Values[i] != r.measure(m, want) {
			t.Fatalf("%q: %+v is %v, want %v", g.Keys, m, g.Values[i], r.measure(m, want))
		}
	}
}

func TestGroupsSortAsTheirFieldDoes(t *testing.T) {
	s := rapid.Custom(anySnapshot).Example(3)
	for _, table := range asked {
		for _, f := range table.Fields {
			r := reference{s, query.Query{Table: table.Num}}
			by := []schema.GroupBy{{Field: f.Key}}
			groups, err := query.Groups(s, r.Query, by, nil)
			if err != nil {
				t.Fatal(err)
			}
			_, members := r.parts(by)
			var last record.Value
			for i, g := range groups {
				key := g.Keys[0]
				if record.BehaviourOf(f.Kind).Class == record.String {
					key = snapshot.Fold(key)
				}
				v := s.Table(table.Num).Value(members[fmt.Sprintf("%q", []string{key})][0], f.Num)
				switch {
				case i == 0:
				case last.IsBlank(), !v.IsBlank() && r.compareValues(f, last, v) > 0:
					t.Errorf("%s.%s: %q comes too late", table.Key, f.Key, g.Texts[0])
				}
				last = v
			}
		}
	}
}

// Totals are the one group of all, also of nothing.
func TestNoFieldGivesOneGroupOfAll(t *testing.T) {
	s := rapid.Custom(anySnapshot).Example(1)
	for want, q := range map[int]query.Query{perTable: {Table: model.Table("itsystem").Num}, 0: filtered("name", schema.Equals, "nobody")} {
		groups, err := query.Groups(s, q, nil, []schema.Measure{{Aggregate: schema.Count}})
		if err != nil || len(groups) != 1 || groups[0].Count != want || groups[0].Values[0] != record.OfInt(int64(want)) {
			t.Errorf("%+v, %v; want one group of %d", groups, err, want)
		}
	}
}

func TestIntervalsReadAsPeopleSayThem(t *testing.T) {
	b := snapshot.NewBuilder(model)
	systems := model.Table("itsystem")
	day := record.OfDay(time.Date(2027, 1, 2, 0, 0, 0, 0, time.UTC))
	b.Add(systems.Num, &record.Record{ID: id(1), Values: record.Sorted([]record.FieldValue{{Num: systems.Field("nextreviewdate").Num, Value: day}})})
	s := b.Snapshot(1)
	for interval, want := range map[schema.Interval]string{
		schema.Day: "2027-01-02", schema.Week: "Week 53, 2026", schema.Month: "Jan 2027", schema.Quarter: "Q1 2027", schema.Year: "2027",
	} {
		groups, err := query.Groups(s, query.Query{Table: systems.Num}, []schema.GroupBy{{Field: "nextreviewdate", Interval: interval}}, nil)
		if err != nil || groups[0].Texts[0] != want {
			t.Errorf("%s: %+v, %v; want %q", interval, groups, err, want)
		}
	}
}

func TestGroupsThatCannotBeAsked(t *testing.T) {
	s := rapid.Custom(anySnapshot).Example(1)
	q := query.Query{Table: model.Table("itsystem").Num}
	for name, ask := range map[string]struct {
		by schema.GroupBy
		m  schema.Measure
	}{
		"no such field":       {by: schema.GroupBy{Field: "colour"}},
		"no lookup":           {by: schema.GroupBy{Field: "name.name"}},
		"no such field there": {by: schema.GroupBy{Field: "vendor.colour"}},
		"a text by month":     {by: schema.GroupBy{Field: "name", Interval: schema.Month}},
		"no such interval":    {by: schema.GroupBy{Field: "nextreviewdate", Interval: "moon"}},
		"a sum of texts":      {by: schema.GroupBy{Field: "name"}, m: schema.Measure{Field: "name", Aggregate: schema.Sum}},
		"a sum of nothing":    {by: schema.GroupBy{Field: "name"}, m: schema.Measure{Aggregate: schema.Sum}},
		"an average of dates": {by: schema.GroupBy{Field: "name"}, m: schema.Measure{Field: "nextreviewdate", Aggregate: schema.Average}},
		"no such aggregate":   {by: schema.GroupBy{Field: "name"}, m: schema.Measure{Field: "nextreviewdate", Aggregate: "median"}},
	} {
		if ask.m.Aggregate == "" {
			ask.m.Aggregate = schema.Count
		}
		if groups, err := query.Groups(s, q, []schema.GroupBy{ask.by}, []schema.Measure{ask.m}); err == nil || fault.CodeOf(err) == fault.Internal {
			t.Errorf("%s: %+v, %v", name, groups, err)
		}
	}
}

// A list that is grouped shows its rows in the order of the groups: what stands under a group's line is in it.
func TestRowsStandInTheOrderOfTheirGroups(t *testing.T) {
	var snaps []*snapshot.Snapshot
	for n := range 12 {
		snaps = append(snaps, rapid.Custom(anySnapshot).Example(n))
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(snaps).Draw(t, "catalogue")
		table := rapid.SampledFrom(asked).Draw(t, "table")
		q := query.Query{Table: table.Num}
		by := anyGroupBy(t, table)
		groups, err := query.Groups(s, q, []schema.GroupBy{by}, nil)
		if err != nil {
			t.Fatal(err)
		}
		q.Order = []schema.Order{{Field: by.Field, Descending: rapid.Bool().Draw(t, "down")}}
		if q.Order[0].Descending {
			slices.Reverse(groups[:len(groups)-blanks(groups)])
		}
		rows := mustSlots(t, s, q)
		for _, g := range groups {
			behind := q
			behind.Filters = append(slices.Clone(q.Filters), g.Filter())
			want := mustSlots(t, s, behind)
			if got := rows[:g.Count]; !slices.Equal(got, want) {
				t.Fatalf("under %q by %+v stand %v, want %v", g.Texts[0], by, got, want)
			}
			rows = rows[g.Count:]
		}
	})
}

// blanks is 1 where the last group is of records without a value.
func blanks(groups []query.Group) int {
	if n := len(groups); n > 0 && groups[n-1].Keys[0] == "" {
		return 1
	}
	return 0
}

func mustSlots(t *rapid.T, s *snapshot.Snapshot, q query.Query) []snapshot.Slot {
	slots, err := query.Slots(s, q)
	if err != nil {
		t.Fatal(err)
	}
	return slots
}
