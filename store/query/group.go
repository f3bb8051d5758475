package query

import (
	"cmp"
	"slices"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Group is records that have the same values.
type Group struct {
	// Keys are the values in their stored form, one for each GroupBy: "" for blank, the first day for an
	// interval, plain text for rich text. Texts are told apart as conditions do: without case and accents.
	Keys []string
	// Texts are what people read for the keys.
	Texts []string
	Count int
	// Values are those of the measures, blank where no record has one.
	Values []record.Value

	splits []*splitter
}

// Filter finds the records of the group among those that were asked for.
func (g Group) Filter() schema.Filter {
	var f schema.Filter
	for i, s := range g.splits {
		s.narrow(&f, g.Keys[i])
	}
	return f
}

// A Part is one value that records are put together by.
type Part struct {
	Key  string
	Text string
	// Filter finds the records that have it.
	Filter schema.Filter
}

// Part returns the value of the group for one of the fields.
func (g Group) Part(i int) Part {
	p := Part{Key: g.Keys[i], Text: g.Texts[i]}
	g.splits[i].narrow(&p.Filter, p.Key)
	return p
}

// Steps returns every interval of a date from one group's to another's, also those in which nothing lies;
// nil when there are more than most.
func Steps(from, to Group, i, most int) []Part {
	s := from.splits[i]
	var steps []Part
	for key := from.Keys[i]; key <= to.Keys[i]; key = s.nextKey(key) {
		if len(steps) == most {
			return nil
		}
		p := Part{Key: key, Text: s.text(s.dayOf(key))}
		s.narrow(&p.Filter, key)
		steps = append(steps, p)
	}
	return steps
}

// Groups puts what a query finds together by the values of fields, and measures each group. Groups are sorted
// as these fields sort, blanks last; the order of the query plays no part. With no field there is one group of
// all, also when nothing is found.
func Groups(s *snapshot.Snapshot, q Query, by []schema.GroupBy, measures []schema.Measure) ([]Group, error) {
	t, all, err := find(s, q)
	if err != nil {
		return nil, err
	}
	found := slices.Collect(all.All())
	splits := make([]*splitter, len(by))
	grouped := grouping{of: make([]int32, len(found)), parts: [][]int32{nil}}
	for i, b := range by {
		if splits[i], err = newSplitter(s, t, b); err != nil {
			return nil, err
		}
		grouped.refine(splits[i].split(found), len(splits[i].firsts))
	}
	groups := make([]Group, len(grouped.parts))
	for i := range groups {
		groups[i] = Group{Values: make([]record.Value, len(measures)), splits: splits}
	}
	for _, n := range grouped.of {
		groups[n].Count++
	}
	for i, m := range measures {
		values, err := measureGroups(s, t, m, found, grouped.of, len(groups))
		if err != nil {
			return nil, err
		}
		for n, v := range values {
			groups[n].Values[i] = v
		}
	}
	return sortGroups(groups, grouped.parts), nil
}

// A grouping says which group each record found belongs to.
type grouping struct {
	of []int32 // by place in what was found
	// parts are the numbers that the splitters gave to a group's values, by group.
	parts [][]int32
}

// refine splits every group by one more field; part numbers its n values by place in what was found.
func (g *grouping) refine(part []int32, n int) {
	if len(g.parts) == 1 && g.parts[0] == nil {
		g.of, g.parts = part, make([][]int32, n)
		for i := range g.parts {
			g.parts[i] = []int32{int32(i)}
		}
		return
	}
	type pair struct{ group, part int32 }
	seen := map[pair]int32{}
	var parts [][]int32
	for i, p := range part {
		key := pair{g.of[i], p}
		group, there := seen[key]
		if !there {
			group = int32(len(parts))
			seen[key] = group
			parts = append(parts, append(slices.Clone(g.parts[key.group]), p))
		}
		g.of[i] = group
	}
	g.parts = parts
}

// sortGroups names the groups and puts them in the order of their fields.
func sortGroups(groups []Group, parts [][]int32) []Group {
	order := make([]int, len(groups))
	for i := range groups {
		order[i] = i
		for n, s := range groups[i].splits {
			value := s.value(parts[i][n])
			groups[i].Keys = append(groups[i].Keys, s.key(value))
			groups[i].Texts = append(groups[i].Texts, s.text(value))
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		for n, s := range groups[a].splits {
			if d := cmp.Compare(s.rank(parts[a][n]), s.rank(parts[b][n])); d != 0 {
				return d
			}
			if d := cmp.Compare(groups[a].Keys[n], groups[b].Keys[n]); d != 0 {
				return d
			}
		}
		return 0
	})
	sorted := make([]Group, len(groups))
	for i, from := range order {
		sorted[i] = groups[from]
	}
	return sorted
}
