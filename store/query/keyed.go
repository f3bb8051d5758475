package query

import (
	"slices"
	"strings"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// keyed returns what the keys in a table stand for that have every word, as far as it is not among what was found: a
// whole key is as good as a name. A key whose record is not there stands for itself.
func (k *seeker) keyed(t *snapshot.Table, limit int, known []Hits) (all []Hits) {
	key, found := t.Schema.Field(t.Schema.Keys.Key), t.Containing(k.words)
	for _, rank := range []Rank{NameBegins, Elsewhere} {
		for slot := range found.All() {
			if len(all) >= limit {
				return all
			}
			text := t.Column(key.Num).Text(slot)
			if r, has := k.keyRank(snapshot.Fold(text)); !has || r != rank {
				continue
			}
			of, at := k.standsFor(t, slot)
			if !hasHit(known, of, at) && !hasHit(all, of, at) {
				all = append(all, Hits{of, []Hit{{Slot: at, Rank: rank, Field: key, Holder: t.Schema, Text: text}}})
			}
		}
	}
	return all
}

// keyRank says how well a key answers, false when it lacks a word.
func (k *seeker) keyRank(key string) (Rank, bool) {
	if key == strings.Join(k.words, " ") {
		return NameBegins, true
	}
	return Elsewhere, !slices.ContainsFunc(k.words, func(word string) bool { return !strings.Contains(key, word) })
}

func hasHit(all []Hits, t *schema.Table, slot snapshot.Slot) bool {
	return slices.ContainsFunc(all, func(hits Hits) bool {
		return hits.Table == t && slices.ContainsFunc(hits.Hits, func(h Hit) bool { return h.Slot == slot })
	})
}

// standsFor returns the record that a key belongs to, which the program calls by its id and people by its name.
func (k *seeker) standsFor(t *snapshot.Table, slot snapshot.Slot) (*schema.Table, snapshot.Slot) {
	keys := t.Schema.Keys
	text := func(key string) string { return t.Column(t.Schema.Field(key).Num).Text(slot) }
	of, called := k.snap.Model.Table(text(keys.Table)), text(keys.Record)
	if of == nil || called == "" {
		return t.Schema, slot
	}
	in := k.snap.Table(of.Num)
	if id, err := record.ParseID(called); err == nil {
		if at, there := in.Slot(id); there {
			return of, at
		}
		return t.Schema, slot
	}
	for at := range in.Named(strings.Fields(snapshot.Fold(called))).All() {
		if snapshot.Fold(in.Name(at)) == snapshot.Fold(called) {
			return of, at
		}
	}
	return t.Schema, slot
}
