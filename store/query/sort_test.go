package query_test

import (
	"slices"
	"testing"

	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Pages of a list are asked for one by one: what is equal in every field that is sorted by stands in one order,
// whichever way the list is sorted.
func TestEqualRecordsStandInTheOrderOfTheirSlots(t *testing.T) {
	system := model.Table("itsystem")
	name, short := system.PrimaryField(), system.Field("abbreviation")
	b := snapshot.NewBuilder(model)
	for n := range uint64(6) {
		values := record.Values{{Num: name.Num, Value: record.OfString("Same")}}
		if n >= 3 {
			values = append(values, record.FieldValue{Num: short.Num, Value: record.OfString("S")})
		}
		b.Add(system.Num, &record.Record{ID: id(n), Values: values})
	}
	s := b.Snapshot(1)
	for _, down := range []bool{false, true} {
		list, err := query.Ask(s, query.Query{Table: system.Num, Order: []schema.Order{{Field: short.Key, Descending: down}}})
		if want := []snapshot.Slot{3, 4, 5, 0, 1, 2}; err != nil || !slices.Equal(list.All(), want) {
			t.Errorf("descending %v: %v, want %v (%v)", down, list.All(), want, err)
		}
	}
}
