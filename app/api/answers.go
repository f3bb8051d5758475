package api

import (
	"encoding/json"
	"sync"

	"cadastre/store"
	"cadastre/store/query"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// answers remembers the last few questions, so that paging through a list asks it once.
type answers struct {
	mu   sync.Mutex
	last []answer
}

type answer struct {
	snapshot *snapshot.Snapshot
	question string
	list     *query.List
}

const answersMost = 8

func newAnswers() *answers { return &answers{} }

func (m *answers) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last = nil
}

// list answers a query on a snapshot.
func (m *answers) list(s *snapshot.Snapshot, q query.Query) (*query.List, error) {
	text, err := json.Marshal(q)
	if err != nil {
		return nil, err
	}
	question := string(text)
	if list := m.find(s, question); list != nil {
		return list, nil
	}
	list, err := query.Ask(s, q)
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last = append(m.last, answer{s, question, list})
	m.last = m.last[max(0, len(m.last)-answersMost):]
	return list, nil
}

func (m *answers) find(s *snapshot.Snapshot, question string) *query.List {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, a := range m.last {
		if a.snapshot == s && a.question == question {
			return a.list
		}
	}
	return nil
}

// queryOf is a page's query of a store's snapshot.
func (a *API) queryOf(s *store.Store, snap *snapshot.Snapshot, q Query) (query.Query, *schema.Table, error) {
	t := snap.Model.Table(q.Table)
	if t == nil {
		return query.Query{}, nil, noTable(q.Table)
	}
	out := query.Query{Table: t.Num, Filters: []schema.Filter{q.Filter}, Search: q.Search, Order: q.Order, Today: a.today(), Me: a.prefs.who(), From: s.CameFrom}
	if q.View == "" {
		return out, t, nil
	}
	v := FindView(snap, t, q.View, out.Me)
	if v == nil {
		return out, t, noView(t, q.View)
	}
	out.Filters = append(out.Filters, v.Filter)
	if len(q.Order) == 0 {
		out.Order = v.Order
	}
	return out, t, nil
}
