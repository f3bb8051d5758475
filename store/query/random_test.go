package query_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"testing"

	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"pgregory.net/rapid"
)

var model = schema.Default()

func id(n uint64) (out record.ID) {
	binary.BigEndian.PutUint64(out[8:], n)
	out[0] = 1
	return out
}

const perTable = 12 // records in each table

var (
	words = []string{"a", "B", "ä", "ß", "SS", "é", "e\u0301", "9", "10", "0", "x y", "Zoo", "-"}
	today = record.DayOf(record.TimeOfDay(20_512)) // 2026-02-28
)

func anyText() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(words), 1, 3), func(p []string) string { return fmt.Sprint(p)[1 : len(fmt.Sprint(p))-1] })
}

func anyDay() *rapid.Generator[int64] {
	return rapid.OneOf(rapid.Int64Range(today-70, today+70), rapid.Int64Range(today-500, today+500), rapid.SampledFrom([]int64{-1, 0, today, -700_000}))
}

// anyValue draws a value that a field may hold.
func anyValue(f *schema.Field) *rapid.Generator[record.Value] {
	switch f.Kind {
	case schema.Choice:
		return rapid.Map(rapid.SampledFrom(model.ChoiceSet(f.Choice).Options), func(o schema.Option) record.Value { return record.OfInt(o.Code) })
	case schema.Lookup:
		return rapid.Map(rapid.Uint64Range(0, perTable-1), func(n uint64) record.Value { return record.OfID(id(n)) })
	case schema.Date:
		return rapid.Map(anyDay(), record.OfInt)
	case schema.DateTime:
		return rapid.Map(rapid.Custom(func(t *rapid.T) int64 {
			return anyDay().Draw(t, "day")*86400 + rapid.SampledFrom([]int64{0, 1, 43200, 86399}).Draw(t, "second")
		}), record.OfInt)
	case schema.Whole:
		return rapid.Map(rapid.Int64Range(-5, 5), record.OfInt)
	case schema.Decimal:
		return rapid.Map(rapid.Int64Range(-5, 5), func(n int64) record.Value { return record.OfFloat(float64(n) / 2) })
	case schema.RichText:
		return rapid.Map(anyText(), func(s string) record.Value { return record.OfString("<p>" + s + " &amp; <b>so</b></p>") })
	}
	return rapid.Map(anyText(), record.OfString)
}

// asked are tables that have a field of every kind between them.
var asked = []*schema.Table{model.Table("itsystem"), model.Table("itsystemcomponent"), tableWith(schema.Decimal), tableWith(schema.Whole), model.Table("contact")}

func tableWith(k schema.Kind) *schema.Table {
	return model.Tables[slices.IndexFunc(model.Tables, func(t *schema.Table) bool {
		return slices.ContainsFunc(t.Fields, func(f *schema.Field) bool { return f.Kind == k })
	})]
}

func anySnapshot(t *rapid.T) *snapshot.Snapshot {
	b := snapshot.NewBuilder(model)
	for _, table := range model.Tables {
		full := slices.Contains(asked, table)
		for n := range uint64(perTable) {
			values := record.Sorted([]record.FieldValue{{Num: table.PrimaryField().Num, Value: record.OfString(anyText().Draw(t, "name"))}})
			for _, f := range table.Fields {
				if full && f.Key != table.Primary && rapid.IntRange(0, 3).Draw(t, "filled") > 0 && !f.Parent {
					values = values.With(record.FieldValue{Num: f.Num, Value: anyValue(f).Draw(t, f.Key)})
				}
				if f.Parent && n > 0 && rapid.Bool().Draw(t, "below") {
					values = values.With(record.FieldValue{Num: f.Num, Value: record.OfID(id(rapid.Uint64Range(0, n-1).Draw(t, "parent")))})
				}
			}
			if full || n < perTable {
				b.Add(table.Num, &record.Record{ID: id(n), Version: 1, Seq: 1, Values: values})
			}
		}
	}
	return b.Snapshot(1)
}

var (
	textOps  = []schema.Operator{schema.Contains, schema.NotContains, schema.BeginsWith, schema.EndsWith}
	equalOps = []schema.Operator{schema.Equals, schema.NotEquals, schema.In, schema.NotIn}
	nullOps  = []schema.Operator{schema.IsNull, schema.IsNotNull}
	rangeOps = []schema.Operator{schema.Less, schema.AtMost, schema.Greater, schema.AtLeast, schema.Between}
	plainOps = []schema.Operator{schema.Today, schema.Past, schema.Future, schema.ThisMonth, schema.NextMonth, schema.LastMonth, schema.ThisYear,
		schema.NextYear, schema.LastYear, schema.ThisQuarter, schema.NextQuarter, schema.LastQuarter}
	dayOps = []schema.Operator{schema.NextDays, schema.LastDays, schema.OlderDays, schema.LaterDays}
)

func opsOf(f *schema.Field) []schema.Operator {
	ops := slices.Concat(textOps, equalOps, nullOps)
	switch f.Kind {
	case schema.Date, schema.DateTime:
		return slices.Concat(ops, rangeOps, plainOps, dayOps)
	case schema.Whole, schema.Decimal:
		return slices.Concat(ops, rangeOps)
	case schema.Lookup:
		if f.Parent {
			ops = append(ops, schema.Over)
		}
		return append(ops, schema.Under)
	case schema.User:
		return append(ops, schema.EqualsMe)
	}
	return ops
}

func anyCondition(t *rapid.T, table *schema.Table, depth int) schema.Condition {
	if links := model.LinksTo(table.Key); len(links) > 0 && depth == 0 && rapid.IntRange(0, 4).Draw(t, "against a link") == 0 {
		return anyRelated(t, rapid.SampledFrom(links).Draw(t, "link"))
	}
	f := rapid.SampledFrom(table.Fields).Draw(t, "field")
	if f.Kind == schema.Lookup && depth < 2 && rapid.Bool().Draw(t, "further") {
		c := anyCondition(t, model.Table(f.Target), depth+1)
		c.Field = f.Key + "." + c.Field
		return c
	}
	c := schema.Condition{Field: f.Key, Op: rapid.SampledFrom(opsOf(f)).Draw(t, "operator")}
	n := 1
	switch {
	case slices.Contains(textOps, c.Op):
		c.Values = []string{rapid.OneOf(anyText(), rapid.SampledFrom(words)).Draw(t, "text")}
		return c
	case slices.Contains(dayOps, c.Op):
		c.Values = []string{fmt.Sprint(rapid.IntRange(0, 60).Draw(t, "days"))}
		return c
	case slices.Contains(plainOps, c.Op), slices.Contains(nullOps, c.Op), c.Op == schema.EqualsMe:
		return c
	case c.Op == schema.In, c.Op == schema.NotIn:
		n = rapid.IntRange(1, 3).Draw(t, "values")
	case c.Op == schema.Between:
		n = 2
	}
	for range n {
		c.Values = append(c.Values, record.Format(f, anyValue(f).Draw(t, "value")))
	}
	return c
}

func anyRelated(t *rapid.T, l schema.Link) schema.Condition {
	step := l.Table.Key + ":" + l.Field.Key
	if rapid.Bool().Draw(t, "at all") {
		return schema.Condition{Field: step, Op: rapid.SampledFrom(nullOps).Draw(t, "operator")}
	}
	c := anyCondition(t, l.Table, 1)
	c.Field = step + "." + c.Field
	return c
}

func anyFilter(t *rapid.T, table *schema.Table, depth int) schema.Filter {
	f := schema.Filter{Any: rapid.Bool().Draw(t, "any"), Not: rapid.Bool().Draw(t, "not")}
	for range rapid.IntRange(0, 2).Draw(t, "conditions") {
		f.Conditions = append(f.Conditions, anyCondition(t, table, 0))
	}
	if depth < 2 && rapid.Bool().Draw(t, "grouped") {
		f.Groups = append(f.Groups, anyFilter(t, table, depth+1))
	}
	return f
}

func anyQuery(t *rapid.T) query.Query {
	table := rapid.SampledFrom(asked).Draw(t, "table")
	q := query.Query{Table: table.Num, Today: anyDay().Draw(t, "today"), Me: rapid.SampledFrom([]string{"", "a", "B"}).Draw(t, "me")}
	for range rapid.IntRange(0, 2).Draw(t, "filters") {
		q.Filters = append(q.Filters, anyFilter(t, table, 0))
	}
	if rapid.Bool().Draw(t, "searched") {
		q.Search = anyText().Draw(t, "search")
	}
	for range rapid.IntRange(0, 3).Draw(t, "orders") {
		q.Order = append(q.Order, schema.Order{Field: anyPath(t, table, 0), Descending: rapid.Bool().Draw(t, "descending")})
	}
	return q
}

func anyPath(t *rapid.T, table *schema.Table, depth int) string {
	f := rapid.SampledFrom(table.Fields).Draw(t, "by")
	if f.Kind == schema.Lookup && depth < 2 && rapid.Bool().Draw(t, "by further") {
		return f.Key + "." + anyPath(t, model.Table(f.Target), depth+1)
	}
	return f.Key
}

func TestQueriesAnswerAsAPersonWouldByHand(t *testing.T) {
	var snaps []*snapshot.Snapshot
	for n := range 12 {
		snaps = append(snaps, rapid.Custom(anySnapshot).Example(n))
		if n%2 == 0 {
			snaps[n].Prepare()
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(snaps).Draw(t, "catalogue")
		q := anyQuery(t)
		list, err := query.Ask(s, q)
		if err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		want := (reference{s, q}).slots()
		offset, limit := rapid.IntRange(-1, perTable+1).Draw(t, "offset"), rapid.IntRange(-1, perTable+1).Draw(t, "limit")
		from := min(max(offset, 0), len(want))
		if got, want := list.Page(offset, limit), want[from:min(from+max(limit, 0), len(want))]; !slices.Equal(got, want) {
			t.Fatalf("%+v from %d, %d\ngot  %v\nwant %v", q, offset, limit, got, want)
		}
		if got := list.All(); !slices.Equal(got, want) || list.Len() != len(want) {
			t.Fatalf("%+v\ngot  %v of %d\nwant %v", q, got, list.Len(), want)
		}
	})
}

func TestTheWayUpAHierarchyIsFoundAndNothingBesideIt(t *testing.T) {
	s := rapid.Custom(anySnapshot).Example(1)
	for _, table := range model.Tables {
		parent := table.ParentField()
		if parent == nil {
			continue
		}
		for n := range uint64(perTable + 1) { // the last is no record
			over := schema.Condition{Field: parent.Key, Op: schema.Over, Values: []string{id(n).String()}}
			q := query.Query{Table: table.Num, Filters: []schema.Filter{{Conditions: []schema.Condition{over}}}}
			got, err := query.Slots(s, q)
			if want := (reference{s, q}).slots(); err != nil || !slices.Equal(got, want) {
				t.Fatalf("%s over %d: %v, %v, want %v", table.Key, n, got, err, want)
			}
		}
	}
}

// What a view or a script asks wrongly is said, whatever it is, and nothing else goes wrong.
func TestQuestionsThatCannotBeAsked(t *testing.T) {
	s := rapid.Custom(anySnapshot).Example(1)
	system := model.Table("itsystem").Num
	for name, q := range map[string]query.Query{
		"no such table":           {Table: 999},
		"no such field":           filtered("colour", schema.Equals, "red"),
		"no lookup":               filtered("name.name", schema.Equals, "x"),
		"no such field there":     filtered("vendor.colour", schema.Equals, "red"),
		"no such operator":        filtered("name", "sounds-like", "x"),
		"no value":                filtered("name", schema.Contains),
		"two values for one":      filtered("name", schema.BeginsWith, "x", "y"),
		"one value for two":       filtered("nextreviewdate", schema.Between, "2026-01-01"),
		"a text as a date":        filtered("nextreviewdate", schema.Less, "soon"),
		"no number of days":       filtered("nextreviewdate", schema.NextDays, "many"),
		"days that run backwards": filtered("nextreviewdate", schema.NextDays, "-3"),
		"a range of texts":        filtered("name", schema.Less, "x"),
		"no id":                   filtered("vendor", schema.Equals, "Microsoft"),
		"under nothing":           filtered("vendor", schema.Under, "Microsoft"),
		"under a text":            filtered("name", schema.Under, id(1).String()),
		"over another table":      filtered("vendor", schema.Over, id(1).String()),
		"an unknown choice":       filtered("lifecyclestage", schema.Equals, "7"),
		"no such table to relate": filtered("colour:itsystem", schema.IsNull),
		"not linked here":         filtered("itpoamitem:itsystemaccreditation", schema.IsNull),
		"no way to relate":        filtered("itpoamitem:itsystem", schema.Equals, "x"),
		"no such related field":   filtered("itpoamitem:itsystem.colour", schema.Equals, "x"),
		"sorted through no link":  {Table: system, Order: []schema.Order{{Field: "name.name"}}},
		"sorted by nothing there": {Table: system, Order: []schema.Order{{Field: "vendor.colour"}}},
		"sorted by nothing":       {Table: system, Order: []schema.Order{{Field: "colour"}}},
	} {
		if slots, err := query.Slots(s, q); err == nil || fault.CodeOf(err) == fault.Internal {
			t.Errorf("%s: %d records, %v", name, len(slots), err)
		}
	}
}

func filtered(field string, op schema.Operator, values ...string) query.Query {
	return query.Query{Table: model.Table("itsystem").Num, Filters: []schema.Filter{{Conditions: []schema.Condition{{Field: field, Op: op, Values: values}}}}}
}

func TestEveryViewOfTheModelCanBeAsked(t *testing.T) {
	s := rapid.Custom(anySnapshot).Example(2)
	for _, v := range model.Views {
		if _, err := query.Slots(s, query.Query{Table: model.Table(v.Table).Num, Filters: []schema.Filter{v.Filter}, Order: v.Order}); err != nil {
			t.Errorf("%s of %s: %v", v.Key, v.Table, err)
		}
	}
}

func TestFindReadsNamesWithoutCaseAndAccents(t *testing.T) {
	b := snapshot.NewBuilder(model)
	for n, name := range []string{"Café", "cafe", "Cafe 2", ""} {
		values := record.Sorted([]record.FieldValue{{Num: 16, Value: record.OfString(name)}})
		b.Add(model.Table("itsystem").Num, &record.Record{ID: id(uint64(n)), Values: values})
	}
	s := b.Snapshot(1)
	for name, want := range map[string][]record.ID{"CAFÉ": {id(0), id(1)}, "cafe 2": {id(2)}, "caf": nil, "": nil} {
		if got := query.Find(s, model.Table("itsystem").Num, name); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", name, got, want)
		}
	}
}
