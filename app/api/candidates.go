package api

import (
	"slices"
	"strings"

	"cadastre/store/query"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Candidates are the records that a lookup may take: those whose name begins with the text, then those
// that contain it, active ones first.
func (r *Records) Candidates(table, text string, limit int) (out []Candidate, err error) {
	defer rescue(&err)
	s, t, err := r.a.session.table(table)
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	list, err := r.a.session.answers.list(snap, query.Query{Table: t.Num, Search: text, Order: []schema.Order{{Field: "statecode"}}})
	if err != nil {
		return nil, err
	}
	rows := snap.Table(t.Num)
	want := snapshot.Fold(text)
	out = []Candidate{}
	for _, begins := range []bool{true, false} {
		for _, slot := range list.All() {
			if len(out) >= limit {
				return out, nil
			}
			if strings.HasPrefix(snapshot.Fold(rows.Name(slot)), want) == begins {
				out = append(out, candidateOf(snap, rows, slot))
			}
		}
	}
	return out, nil
}

func candidateOf(snap *snapshot.Snapshot, rows *snapshot.Table, slot snapshot.Slot) Candidate {
	c := Candidate{ID: rows.ID(slot).String(), Name: rows.Name(slot), Active: rows.Value(slot, schema.State).Int() == schema.StateActive}
	for _, key := range rows.Schema.Searched[1:] {
		f := rows.Schema.Field(key)
		if text := snap.Display(f, rows.Value(slot, f.Num)); text != "" && f.Kind != schema.RichText {
			c.Detail = text
			break
		}
	}
	return c
}

// usersMost is how many names of people who work with the program are offered.
const usersMost = 20

// Users are the names found in fields of that kind, and the person's own, that contain a text.
func (r *Records) Users(text string) (out []string, err error) {
	defer rescue(&err)
	s, err := r.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	snap := s.Snapshot()
	seen := map[string]bool{r.a.prefs.who(): true}
	for _, t := range snap.Model.Tables {
		rows := snap.Table(t.Num)
		for i := range rows.Slots() {
			if name := rows.Value(snapshot.Slot(i), schema.Owner).Str(); name != "" {
				seen[name] = true
			}
		}
	}
	out = []string{}
	for name := range seen {
		if strings.Contains(snapshot.Fold(name), snapshot.Fold(text)) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out[:min(len(out), usersMost)], nil
}
