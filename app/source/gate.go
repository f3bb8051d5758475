package source

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Gate stands between the rows of a source and the catalogue. It answers for one snapshot and does not change.
type Gate struct {
	*flow
	brought
	key string
	ids record.IDs
	now time.Time
	// tied are the identifiers of the source by table and key, keys the keys by record.
	tied map[tied]snapshot.Slot
	keys map[Cell]string
	// entries are the ledger's about cells of the source.
	entries map[Cell]snapshot.Slot
	codes   codes
}

// tied is a source's key for a record of a table.
type tied struct {
	table *schema.Table
	key   string // folded
}

// Open opens the gate for a source, whether the catalogue knows it already or not. Without a past it knows of values
// that were brought before their policy was made only what sync items say.
func Open(s *snapshot.Snapshot, past Past, key string, now time.Time, ids record.IDs) (*Gate, error) {
	key = strings.TrimSpace(key)
	if key == "" || len(key) > longestKey {
		return nil, fault.New(fault.Usage, "The key of a source system has between 1 and %d characters.", longestKey)
	}
	g := &Gate{flow: flowOf(s), key: key, ids: ids, now: now, tied: map[tied]snapshot.Slot{}, keys: map[Cell]string{}, entries: map[Cell]snapshot.Slot{}}
	g.key = cmp.Or(g.spelling(key), key)
	g.brought = g.readItems()
	if err := g.readGiven(past); err != nil {
		return nil, err
	}
	g.readIdentifiers()
	g.readLedger()
	g.codes = g.codesOf(g.key)
	return g, nil
}

// longestKey is how many bytes the key of a source may have: what its fields hold.
const longestKey = 100

// Key is the source's key as the catalogue spells it.
func (g *Gate) Key() string { return g.key }

// ours is true for a row of the flow about the gate's source.
func (g *Gate) ours(r rows, slot snapshot.Slot) bool {
	return fold(r.text(slot, "sourcesystemkey")) == fold(g.key)
}

func (g *Gate) readIdentifiers() {
	r := g.identifiers
	for slot := range r.All().All() {
		if !g.ours(r, slot) {
			continue
		}
		t, id, there := g.target(r, slot)
		if t == nil {
			continue
		}
		key := r.text(slot, "externalkey")
		g.tied[tied{t, fold(key)}] = slot
		if there {
			g.keys[Cell{Table: t.Num, Record: id}] = key
		}
	}
}

func (g *Gate) readLedger() {
	r := g.ledger
	for slot := range r.All().All() {
		if !g.ours(r, slot) || r.value(slot, "ledgeraspect").Int() != ofField {
			continue
		}
		if cell, ok := g.cell(r, slot, "aspectkey"); ok {
			g.entries[cell] = slot
		}
	}
}

// Known returns the record that a key of the source stands for, NoID for none. The sentence says why it is none
// any more.
func (g *Gate) Known(t *schema.Table, key string) (record.ID, string) {
	slot, there := g.tied[tied{t, fold(key)}]
	if !there {
		return record.NoID, ""
	}
	_, id, there := g.target(g.identifiers, slot)
	if !there {
		return record.NoID, fault.Sentence("The %s that %s calls “%s” was deleted in the catalogue. The key goes to the record that this row finds by name, or makes.", t.Label, g.key, key)
	}
	return id, ""
}

// Another is true for a record that the source knows by another key.
func (g *Gate) Another(t *schema.Table, id record.ID, key string) bool {
	known := g.keys[Cell{Table: t.Num, Record: id}]
	return known != "" && fold(known) != fold(key)
}

// Moved says that the source's key stands for another record than one which is to have it from now on, "" when it
// does not.
func (g *Gate) Moved(t *schema.Table, id record.ID, key string) string {
	known, _ := g.Known(t, key)
	if known == record.NoID || known == id {
		return ""
	}
	return fault.Sentence("Until now %s called “%s” by “%s”. The key goes to the record of this row.", g.key, g.snap.Name(t.Num, known), key)
}

// Ruled is true for a field that a policy is about.
func (g *Gate) Ruled(t *schema.Table, f *schema.Field) bool { return g.policies.about(t, f) != nil }

// Judge says why a value may not go in where now stands, "" when it may, and whether somebody has declined it.
func (g *Gate) Judge(t *schema.Table, id record.ID, f *schema.Field, now, v record.Value) (why string, declined bool) {
	p := g.policies.about(t, f)
	if p == nil {
		return "", false
	}
	c := Cell{t.Num, id, f.Num}
	if !now.IsBlank() {
		why = p.yields(g.holder(&g.brought, c, now), g.key)
	}
	if why == "" && p.certify && !p.auto {
		why = fault.Sentence("“%s” asks that somebody certifies it first.", p.name)
	}
	return why, why != "" && g.wasDeclined(c, f, v)
}

func (g *Gate) wasDeclined(c Cell, f *schema.Field, v record.Value) bool {
	return slices.ContainsFunc(g.declined[g.of(c)], func(i item) bool { return g.says(i, f, v) })
}

// says is true for an item with a value.
func (g *Gate) says(i item, f *schema.Field, v record.Value) bool {
	was, err := g.read(f, i.text)
	return err == nil && was == v
}

// of is a cell as the gate's source sees it.
func (g *Gate) of(c Cell) ofSource { return ofSource{c, fold(g.key)} }
