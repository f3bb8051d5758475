package query

import (
	"math"
	"time"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// isDate is true for fields whose values fall on days.
func isDate(f *schema.Field) bool { return f.Kind == schema.Date || f.Kind == schema.DateTime }

// nowhere stands for the record of a value that is blank.
const nowhere = snapshot.Nowhere

// A splitter numbers the values of one field as it meets them.
type splitter struct {
	snapshot.Path
	by   schema.GroupBy
	snap *snapshot.Snapshot
	// firsts are by number a record that has the value, nowhere for blank.
	firsts []snapshot.Slot
	ranker ranker
}

func newSplitter(s *snapshot.Snapshot, t *snapshot.Table, by schema.GroupBy) (*splitter, error) {
	p, err := s.Path(t.Schema, by.Field)
	switch {
	case err != nil:
		return nil, err
	case !isDate(p.Field) && by.Interval != "":
		return nil, fault.New(fault.Invalid, "%s is no date, and cannot be grouped by %s.", p.Field.Label, by.Interval)
	case isDate(p.Field) && intervals[by.Interval] == nil:
		return nil, fault.New(fault.Invalid, "%s cannot be grouped by “%s”.", p.Field.Label, by.Interval)
	}
	return &splitter{Path: p, by: by, snap: s, ranker: rankerOf(s, p.End(), p.Field, false)}, nil
}

// split returns the number of each record's value.
func (s *splitter) split(found []snapshot.Slot) (numbers []int32) {
	column := s.End().Column(s.Field.Num)
	switch class := record.BehaviourOf(s.Field.Kind).Class; {
	case class == record.String:
		folded := s.End().Folded(s.Field.Num)
		numbers, s.firsts = numbered(found, s.Reach, func(slot snapshot.Slot) (string, bool) { return folded[slot], folded[slot] != "" })
	case class == record.Link:
		numbers, s.firsts = numbered(found, s.Reach, func(slot snapshot.Slot) (record.ID, bool) { id := column.Link(slot); return id, id != record.NoID })
	case isDate(s.Field):
		numbers, s.firsts = numberedInts(found, s.Reach, s.days())
		return s.coarsen(numbers)
	case class == record.Int:
		numbers, s.firsts = numberedInts(found, s.Reach, column.Int)
	default:
		numbers, s.firsts = numbered(found, s.Reach, func(slot snapshot.Slot) (uint64, bool) {
			v := column.Value(slot)
			return math.Float64bits(v.Float()), !v.IsBlank()
		})
	}
	return numbers
}

// days returns the day that the value in a slot falls on.
func (s *splitter) days() func(snapshot.Slot) (int64, bool) {
	column := s.End().Column(s.Field.Num)
	if s.Field.Kind == schema.Date {
		return column.Int
	}
	return func(slot snapshot.Slot) (int64, bool) {
		n, filled := column.Int(slot)
		return int64(math.Floor(float64(n) / secondsPerDay)), filled
	}
}

// coarsen puts days together by the interval.
func (s *splitter) coarsen(days []int32) []int32 {
	reach := func(slot snapshot.Slot) (snapshot.Slot, bool) { return slot, slot != nowhere }
	dayOf := s.days()
	coarse, firsts := numbered(s.firsts, reach, func(slot snapshot.Slot) (int64, bool) {
		day, filled := dayOf(slot)
		return startOf(s.by.Interval, day), filled
	})
	for i, n := range days {
		days[i] = coarse[n]
	}
	s.firsts = firsts
	return days
}

// value returns the value with a number; of dates it is the first day of the interval.
func (s *splitter) value(n int32) record.Value {
	slot := s.firsts[n]
	switch {
	case slot == nowhere:
		return record.Value{}
	case isDate(s.Field):
		day, _ := s.days()(slot)
		return record.OfInt(startOf(s.by.Interval, day))
	}
	return s.End().Value(slot, s.Field.Num)
}

// rank sorts values by their numbers as the field sorts.
func (s *splitter) rank(n int32) uint64 {
	if s.firsts[n] == nowhere {
		return blank
	}
	var rank [1]uint64
	s.ranker(s.firsts[n:n+1], rank[:])
	return rank[0]
}

func (s *splitter) key(v record.Value) string {
	switch {
	case v.IsBlank():
		return ""
	case isDate(s.Field):
		return dayText(v.Int())
	case s.Field.Kind == schema.RichText:
		return record.PlainText(v.Str())
	}
	return record.Format(s.Field, v)
}

func (s *splitter) text(v record.Value) string {
	if isDate(s.Field) && !v.IsBlank() {
		return intervals[s.by.Interval].text(record.TimeOfDay(v.Int()))
	}
	return s.snap.Display(s.Field, v)
}

// narrow adds to a filter that the field has the value with a key.
func (s *splitter) narrow(f *schema.Filter, key string) {
	switch {
	case key != "" && isDate(s.Field):
		f.Conditions = append(f.Conditions, schema.Condition{Field: s.by.Field, Op: schema.Between, Values: bounds(s.by.Interval, key)})
	case key != "":
		f.Conditions = append(f.Conditions, schema.Condition{Field: s.by.Field, Op: schema.Equals, Values: []string{key}})
	case s.Own():
		f.Conditions = append(f.Conditions, schema.Condition{Field: s.by.Field, Op: schema.IsNull})
	default:
		f.Groups = append(f.Groups, s.missing())
	}
}

// missing finds records where the field, or a link on the way to it, is blank.
func (s *splitter) missing() schema.Filter {
	f := schema.Filter{Any: true, Conditions: []schema.Condition{{Field: s.by.Field, Op: schema.IsNull}}}
	for via := range s.Via() {
		f.Conditions = append(f.Conditions, schema.Condition{Field: via, Op: schema.IsNull})
	}
	return f
}

// dayOf is the day that the key of a date says; nextKey is the key of the interval after it.
func (s *splitter) dayOf(key string) record.Value {
	t, _ := time.Parse(time.DateOnly, key) // dayText wrote it
	return record.OfDay(t)
}

func (s *splitter) nextKey(key string) string {
	t := record.TimeOfDay(s.dayOf(key).Int())
	return dayText(record.DayOf(intervals[s.by.Interval].after(t)))
}
