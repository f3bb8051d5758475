package exchange

import "cadastre/app/exchange/recognise"

// The headers of the columns that hold ids and versions.
const (
	idHeader      = "Record ID"
	versionHeader = "Record Version"
)

// realign follows columns whose cells were written anew elsewhere, which what our export noted about the sheet
// does not do by itself: a column that is called like another one of ours is that one. Where that other one was only
// given a new name the place counts, as it does for every column that is called like none. A column that is called like
// one that is still there is not what stood in its place either.
func (s *sheetWork) realign(columns []recognise.Column) {
	a := alignment{headers: map[int]string{}, labels: map[string]string{}, homes: map[string]int{}}
	for _, c := range columns {
		a.headers[c.Index] = plain(c.Header)
	}
	for at, key := range s.fields {
		if label := s.headerOf(key); label != "" {
			a.labels[plain(label)] = key
		}
		a.homes[key] = at
	}
	out := make(map[int]string, len(s.fields))
	taken := map[string]bool{}
	take := func(at int, key string) {
		if key != "" && out[at] == "" && !taken[key] {
			out[at], taken[key] = key, true
		}
	}
	for at, key := range s.fields {
		if a.labels[a.headers[at]] == key {
			take(at, key)
		}
	}
	for _, c := range columns {
		take(c.Index, a.moved(c))
	}
	for at, key := range s.fields {
		if other := a.labels[a.headers[at]]; other == "" || a.headers[at] == plain(s.headerOf(key)) {
			take(at, key)
		}
	}
	s.fields = out
}

// An alignment is what the columns of one of our exports are called now: headers by position, the keys by the
// headers that were exported, and where they stood.
type alignment struct {
	headers map[int]string
	labels  map[string]string
	homes   map[string]int
}

// moved is the key of a column of ours that was written anew where c is, "" for none.
func (a alignment) moved(c recognise.Column) string {
	key := a.labels[plain(c.Header)]
	if key == "" {
		return ""
	}
	if now := a.headers[a.homes[key]]; now != "" && a.labels[now] == "" {
		return "" // that one has a new name
	}
	return key
}

// headerOf is how our exports call a column.
func (s *sheetWork) headerOf(key string) string {
	switch key {
	case idKey:
		return idHeader
	case versionKey:
		return versionHeader
	}
	path, err := s.snap.Path(s.table, key)
	if err != nil {
		return "" // of a later program
	}
	return s.snap.Label(s.table, path)
}
