package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Rank says how well a record answers to a text; the less the better.
type Rank int

// The ranks. NearName and NearElsewhere are of words that are spelled a little otherwise.
const (
	NameBegins Rank = iota
	NameWords
	NameContains
	Elsewhere
	NearName
	NearElsewhere
	ranks
)

// A Hit is a record that answers to a text.
type Hit struct {
	Slot snapshot.Slot
	Rank Rank
	// Field is where the first word stands that the name lacks, and the primary field when it lacks none.
	Field *schema.Field
	// Holder is the table that Field is of where another than the record's own has the word, nil otherwise.
	Holder *schema.Table
	// Text is what the field says around that word.
	Text string
}

// Hits are the records of one table that answer to a text, the best first, otherwise by name.
type Hits struct {
	Table *schema.Table
	Hits  []Hit
}

// Everything looks for a text in all tables that people fill: every word of it must occur in the record's searched
// fields, in the labels of its choices or in the names of what it links to. In a table where nothing
// has them, words of the searched fields that are spelled nearly as one of four letters and more are
// found. A record that another system knows by a key is found by that key. At most so many records come of each
// table, and by keys; all come in the order of their best.
func Everything(s *snapshot.Snapshot, text string, limit int) []Hits {
	k := &seeker{snap: s, words: strings.Fields(snapshot.Fold(text)), names: map[nameKey]snapshot.Bits{}}
	if len(k.words) == 0 {
		return nil
	}
	var all []Hits
	for _, t := range s.Model.Tables {
		if t.Logged {
			continue
		}
		if hits := k.table(s.Table(t.Num), limit); len(hits) > 0 {
			all = append(all, Hits{t, hits})
		}
	}
	for _, t := range s.Model.Tables {
		if t.Keys != nil {
			all = append(all, k.keyed(s.Table(t.Num), limit, all)...)
		}
	}
	slices.SortStableFunc(all, func(a, b Hits) int { return cmp.Compare(a.Hits[0].Rank, b.Hits[0].Rank) })
	return all
}

// A seeker looks for words.
type seeker struct {
	snap  *snapshot.Snapshot
	words []string
	names map[nameKey]snapshot.Bits
	// near takes words for found that are spelled nearly so.
	near bool
}

type nameKey struct {
	table schema.TableNum
	word  string
}

func (k *seeker) table(t *snapshot.Table, limit int) []Hit {
	k.near = false
	hits := k.best(t, t.Containing(k.words), limit)
	if len(hits) < limit {
		hits = k.best(t, k.each(t, k.anywhere), limit)
	}
	if len(hits) == 0 {
		k.near = true
		hits = k.best(t, k.each(t, (*snapshot.Table).Near), limit)
	}
	return hits
}

// each returns the records that every word is found in.
func (k *seeker) each(t *snapshot.Table, find func(*snapshot.Table, string) snapshot.Bits) snapshot.Bits {
	found := t.All()
	for _, word := range k.words {
		found.And(find(t, word))
	}
	return found
}

// anywhere returns the records that have a word in a searched field, a choice or a link.
func (k *seeker) anywhere(t *snapshot.Table, word string) snapshot.Bits {
	found := t.Containing([]string{word})
	for _, f := range pickedFields(t.Schema) {
		switch f.Kind {
		case schema.Choice:
			if codes := k.labelled(f, word); len(codes) > 0 {
				found.Or(t.KeepHaving(t.All(), f.Num, codes))
			}
		case schema.Lookup:
			target := k.snap.Table(k.snap.Model.Table(f.Target).Num)
			if named := k.named(target, word); named.Len() > 0 {
				ids := newIDSet(target, named)
				t.EachLink(f.Num, func(s snapshot.Slot, id record.ID) {
					if ids.has(id) {
						found.Add(s)
					}
				})
			}
		}
	}
	return found
}

// labelled returns the codes of the choices whose label has a word.
func (k *seeker) labelled(f *schema.Field, word string) (codes []int64) {
	for _, o := range k.snap.Model.ChoiceSet(f.Choice).Options {
		if strings.Contains(snapshot.Fold(o.Label), word) {
			codes = append(codes, o.Code)
		}
	}
	return codes
}

// named returns the records whose name has a word.
func (k *seeker) named(t *snapshot.Table, word string) snapshot.Bits {
	if k.near {
		return t.NamedNear(word)
	}
	key := nameKey{t.Schema.Num, word}
	if _, known := k.names[key]; !known {
		k.names[key] = t.Named([]string{word})
	}
	return k.names[key]
}

// best returns the best of what was found. Only the names that have every word are looked at.
func (k *seeker) best(t *snapshot.Table, found snapshot.Bits, limit int) (hits []Hit) {
	named := k.each(t, k.named)
	named.And(found)
	found.AndNot(named)
	var byRank [ranks][]snapshot.Slot
	for _, slot := range byName(t, named).All() {
		rank := k.rank(t, slot)
		if len(byRank[rank]) < limit {
			byRank[rank] = append(byRank[rank], slot)
		} else if rank == NameBegins {
			break // nothing better comes
		}
	}
	if k.near {
		byRank[NearElsewhere] = byName(t, found).Page(0, limit)
	} else {
		byRank[Elsewhere] = byName(t, found).Page(0, limit)
	}
	for rank, slots := range byRank {
		for _, slot := range slots[:min(len(slots), limit-len(hits))] {
			hit := Hit{Slot: slot, Rank: Rank(rank)}
			hit.Field, hit.Text = k.where(t, slot)
			hits = append(hits, hit)
		}
	}
	return hits
}

// rank says how well a record answers whose name has every word.
func (k *seeker) rank(t *snapshot.Table, slot snapshot.Slot) Rank {
	if k.near {
		return NearName
	}
	switch name := snapshot.Fold(t.Name(slot)); {
	case strings.HasPrefix(name, strings.Join(k.words, " ")):
		return NameBegins
	case !slices.ContainsFunc(k.words, func(word string) bool { return !beginsWord(name, word) }):
		return NameWords
	}
	return NameContains
}

// beginsWord is true when a word stands where one of text begins.
func beginsWord(text, word string) bool {
	for at := 0; ; at++ {
		next := strings.Index(text[at:], word)
		if next < 0 {
			return false
		}
		at += next
		if before, _ := utf8.DecodeLastRuneInString(text[:at]); !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return true
		}
	}
}

func (k *seeker) holds(text, word string) bool {
	return strings.Contains(text, word) || k.near && snapshot.SpelledNearly(text, word)
}

// where returns the field that has the first word that the name lacks, and the words around it.
func (k *seeker) where(t *snapshot.Table, slot snapshot.Slot) (*schema.Field, string) {
	name := snapshot.Fold(t.Name(slot))
	for _, word := range k.words {
		if k.holds(name, word) {
			continue
		}
		for _, f := range fieldsToSearch(t.Schema) {
			if text := k.snap.Display(f, t.Value(slot, f.Num)); k.holds(snapshot.Fold(text), word) {
				return f, k.excerpt(text, word)
			}
		}
	}
	return t.Schema.PrimaryField(), t.Name(slot)
}

// fieldsToSearch are the searched fields, then choices and lookups.
func fieldsToSearch(t *schema.Table) (fields []*schema.Field) {
	for _, key := range t.Searched {
		fields = append(fields, t.Field(key))
	}
	return append(fields, pickedFields(t)...)
}

// pickedFields are the choices and lookups that say what a record is: not the state, which most share.
func pickedFields(t *schema.Table) (fields []*schema.Field) {
	for _, f := range t.Fields {
		if f.Num != schema.State && !f.System && (f.Kind == schema.Choice || f.Kind == schema.Lookup) {
			fields = append(fields, f)
		}
	}
	return fields
}

const (
	wordsBefore = 3
	wordsAfter  = 8
	excerptMost = 200 // letters
)

// excerpt returns the words of a text around the one that has a word.
func (k *seeker) excerpt(text, word string) string {
	words := strings.Fields(text)
	at := slices.IndexFunc(words, func(w string) bool { return k.holds(snapshot.Fold(w), word) })
	from, to := max(0, at-wordsBefore), min(len(words), at+wordsAfter)
	part := strings.Join(words[from:to], " ")
	if letters := []rune(part); len(letters) > excerptMost {
		part, to = string(letters[:excerptMost]), 0
	}
	if from > 0 {
		part = "… " + part
	}
	if to < len(words) {
		part += " …"
	}
	return part
}
