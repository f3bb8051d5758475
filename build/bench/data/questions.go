package data

import (
	"fmt"
	"strings"

	"cadastre/store/schema"
)

// PageSize is how many rows a page has.
const PageSize = 100

// Shown are the fields of systems that a page shows.
var Shown = []string{"name", "abbreviation", "systemcode", "criticality", "lifecyclestage", "operationalstatus", "nextreviewdate",
	"vendor", "pointofcontact", "url"}

// Counted are the choice fields of systems whose choices are counted.
var Counted = []string{"criticality", "securityclassification", "lifecyclestage", "operationalstatus", "primaryithostingmodel",
	"visibility", "catalogstatus", "systemtype"}

// A Filter asks for systems in one of two stages, of one criticality, due for review within some days.
type Filter struct {
	Stages      [2]int64
	Criticality int64
	From, To    int64 // days since 1970-01-01
}

// Filters returns n filters, no two alike for long.
func Filters(n int) []Filter {
	s := newSource(3)
	code := func(key string) int64 {
		options := schema.Default().ChoiceSet(Systems.Field(key).Choice).Options
		return options[s.IntN(len(options))].Code
	}
	filters := make([]Filter, n)
	for i := range filters {
		from := firstDay + s.Int64N(days)
		filters[i] = Filter{[2]int64{code("lifecyclestage"), code("lifecyclestage")}, code("criticality"), from, from + 30 + s.Int64N(days)}
	}
	return filters
}

// Searches returns what people type into the search: words and parts of words, common, rare and absent,
// one to three of them, with and without accents and capitals, down to a single letter.
func Searches() []string {
	searches := strings.Fields("permit perm registry ANALYTICS forecasting cafe café dépot ubersicht 4711 123456 SYS-0004711 zzzz qua e pe er 7")
	s := newSource(4)
	for range 10 {
		searches = append(searches, s.word()+" "+s.word(), fmt.Sprintf("%s %s %d", s.word(), s.word(), 100+s.IntN(900)))
	}
	return searches
}

// Sorts returns the pairs of fields, one of every kind, that the list is sorted by.
func Sorts() [][]schema.Order {
	keys := []string{"name", "vendor", "lifecyclestage", "nextreviewdate", "url", "description"}
	var pairs [][]schema.Order
	for i, first := range keys {
		for j, second := range keys {
			if i != j {
				pairs = append(pairs, []schema.Order{{Field: first}, {Field: second, Descending: i < j}})
			}
		}
	}
	return pairs
}
