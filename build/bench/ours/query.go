package ours

import (
	"cadastre/build/bench/data"
	"cadastre/build/bench/job"
	"cadastre/store"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// askPage asks a query and makes the rows of one page as people read them.
func askPage(s *snapshot.Snapshot, q query.Query, offset int, shown []*schema.Field) (found int, err error) {
	q.Table = data.Systems.Num
	list, err := query.Ask(s, q)
	if err != nil {
		return 0, err
	}
	t := s.Table(data.Systems.Num)
	for _, slot := range list.Page(offset, data.PageSize) {
		for _, f := range shown {
			s.Display(f, t.Value(slot, f.Num))
		}
	}
	return list.Len(), nil
}

// asking opens a catalogue, asks once, has what is derived made as the window does, and then measures.
func asking(path string, first query.Query, measure func(*snapshot.Snapshot, []*schema.Field, job.Metrics) error) (job.Metrics, error) {
	m := job.Metrics{}
	return m, with(path, func(s *store.Store) (err error) {
		shown := fields(data.Shown)
		m["first"], err = job.Timed(func() error { _, err := askPage(s.Snapshot(), first, 0, shown); return err })
		if err != nil {
			return err
		}
		s.Snapshot().Prepare()
		return measure(s.Snapshot(), shown, m)
	})
}

var byName = []schema.Order{{Field: "name"}}

// filterSortPage asks a thousand different filters: CATALOGUE.
func filterSortPage(words []string) (job.Metrics, error) {
	filters := data.Filters(1000)
	return asking(words[0], filterQuery(filters[0]), func(s *snapshot.Snapshot, shown []*schema.Field, m job.Metrics) error {
		total := 0
		times, err := job.Each(len(filters), func(i int) error {
			found, err := askPage(s, filterQuery(filters[i]), 0, shown)
			total += found
			return err
		})
		add(m, "", times)
		m["found"] = float64(total)
		return err
	})
}

func filterQuery(f data.Filter) query.Query {
	text := func(key string, n int64) string { return record.Format(data.Systems.Field(key), record.OfInt(n)) }
	return query.Query{Order: byName, Filters: []schema.Filter{{Conditions: []schema.Condition{
		{Field: "lifecyclestage", Op: schema.In, Values: []string{text("lifecyclestage", f.Stages[0]), text("lifecyclestage", f.Stages[1])}},
		{Field: "criticality", Op: schema.Equals, Values: []string{text("criticality", f.Criticality)}},
		{Field: "nextreviewdate", Op: schema.Between, Values: []string{text("nextreviewdate", f.From), text("nextreviewdate", f.To)}}}}}}
}

// sortAndPage sorts everything by pairs of fields and shows a page of the middle, twice each, and keeps
// the second: CATALOGUE.
func sortAndPage(words []string) (job.Metrics, error) {
	pairs := data.Sorts()
	return asking(words[0], query.Query{Order: pairs[0]}, func(s *snapshot.Snapshot, shown []*schema.Field, m job.Metrics) error {
		middle := s.Table(data.Systems.Num).Len() / 2
		ask := func(i int) error { _, err := askPage(s, query.Query{Order: pairs[i]}, middle, shown); return err }
		for _, prefix := range []string{"cold-", ""} {
			times, err := job.Each(len(pairs), ask)
			if err != nil {
				return err
			}
			add(m, prefix, times)
		}
		return nil
	})
}

// searchAndPage asks every search, and keeps the time of each: CATALOGUE.
func searchAndPage(words []string) (job.Metrics, error) {
	searches := data.Searches()
	return asking(words[0], query.Query{Search: searches[0], Order: byName}, func(s *snapshot.Snapshot, shown []*schema.Field, m job.Metrics) error {
		times, err := job.Each(len(searches), func(i int) error {
			found, err := askPage(s, query.Query{Search: searches[i], Order: byName}, 0, shown)
			m["found/"+searches[i]] = float64(found)
			return err
		})
		for i, t := range times {
			m["each/"+searches[i]] = t
		}
		add(m, "", times)
		return err
	})
}

// countChoices counts eight choice fields for a thousand filters, every other one of all records: CATALOGUE.
func countChoices(words []string) (job.Metrics, error) {
	filters := data.Filters(1000)
	return asking(words[0], filterQuery(filters[0]), func(s *snapshot.Snapshot, _ []*schema.Field, m job.Metrics) error {
		times, err := job.Each(len(filters), func(i int) error {
			q := query.Query{}
			if i%2 == 0 {
				q = filterQuery(filters[i])
			}
			q.Table = data.Systems.Num
			_, err := query.Facets(s, q, data.Counted)
			return err
		})
		add(m, "", times)
		return err
	})
}

func add(m job.Metrics, prefix string, times []float64) {
	if len(times) == 0 {
		return
	}
	for name, value := range job.Spread(times) {
		m[prefix+name] = value
	}
}
