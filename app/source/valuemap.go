package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// leastConfidence is how sure a value map must be for its values to be taken without asking.
const leastConfidence = 0.7

// A Translation says what a word of a source stands for.
type Translation struct {
	// Table and Field say where: without a field it holds for all links to records of the table.
	Table *schema.Table
	Field *schema.Field
	// Word is as the source writes it, Means the label of the choice or the name of the record.
	Word, Means string
	// Sure is false for one that somebody should be asked about.
	Sure bool
	// Disputed says which value maps contradict each other about the word, "" for one that they agree about.
	Disputed string
}

// word is a word of the source in a list of codes.
type word struct{ list, text string } // both folded

func (g *Gate) readMaps() {
	g.maps = map[word][]snapshot.Slot{}
	r := g.valueMaps
	for slot := range r.All().All() {
		if !g.ours(r, slot) || !r.active(slot) {
			continue
		}
		for _, key := range []string{"sourcecode", "sourcelabel"} {
			w := word{fold(r.text(slot, "codelist")), fold(r.text(slot, key))}
			if w.text != "" && !slices.Contains(g.maps[w], slot) {
				g.maps[w] = append(g.maps[w], slot)
			}
		}
	}
}

// Translations are what the value maps of the source say.
func (g *Gate) Translations() []Translation {
	var out []Translation
	for _, t := range g.snap.Model.Tables {
		for _, f := range t.Fields {
			if f.Kind == schema.Choice {
				out = g.translations(out, Translation{Table: t, Field: f})
			}
		}
		out = g.translations(out, Translation{Table: t})
	}
	return out
}

// lists are the names, folded, by which value maps may call the list of codes of a field of choices, or without
// one that of a table's records.
func (g *Gate) lists(t *schema.Table, f *schema.Field) []string {
	names := []string{fold(t.Label), fold(t.Key), fold(t.Plural)}
	if f != nil {
		names = []string{fold(g.snap.Model.ChoiceSet(f.Choice).Label), fold(f.Label)}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// translations adds those of a list of codes.
func (g *Gate) translations(out []Translation, of Translation) []Translation {
	said, lists := map[string][]snapshot.Slot{}, g.lists(of.Table, of.Field)
	for w, slots := range g.maps {
		if slices.Contains(lists, w.list) {
			said[w.text] = append(said[w.text], slots...)
		}
	}
	for text, slots := range said {
		of.Word = text
		out = append(out, g.meanings(of, slots)...)
	}
	return out
}

// meanings are what some value maps take a word for: one that they agree on, or each that they do not, as disputed.
func (g *Gate) meanings(of Translation, slots []snapshot.Slot) (out []Translation) {
	for _, slot := range slots {
		sure := g.valueMaps.value(slot, "confidence")
		of.Means = g.valueMaps.text(slot, "canonicalcodevalue")
		of.Sure = sure.IsBlank() || sure.Float() >= leastConfidence
		at := slices.IndexFunc(out, func(have Translation) bool { return fold(have.Means) == fold(of.Means) })
		switch {
		case of.Means == "":
		case at < 0:
			out = append(out, of)
		default:
			out[at].Sure = out[at].Sure || of.Sure
		}
	}
	if len(out) == 1 && fold(out[0].Means) == of.Word {
		return nil
	}
	return g.disputed(out, slots)
}

// disputed marks several meanings of one word: none of them is taken before somebody says which.
func (g *Gate) disputed(meanings []Translation, slots []snapshot.Slot) []Translation {
	if len(meanings) < 2 {
		return meanings
	}
	slices.SortFunc(meanings, func(a, b Translation) int { return cmp.Compare(fold(a.Means), fold(b.Means)) })
	var say []string
	for _, slot := range slots {
		if means := g.valueMaps.text(slot, "canonicalcodevalue"); means != "" {
			say = append(say, fmt.Sprintf("“%s” takes it for “%s”", g.valueMaps.Name(slot), means))
		}
	}
	slices.Sort(say)
	why := fault.Sentence("Value maps of %s contradict each other about “%s”: %s. Say what it stands for, or correct one of the maps.", g.key, meanings[0].Word, strings.Join(say, ", "))
	for i := range meanings {
		meanings[i].Sure, meanings[i].Disputed = false, why
	}
	return meanings
}

// learn keeps what somebody decided as value maps of the source.
func (j *journal) learn(decided []Translation) {
	r := j.valueMaps
	for _, d := range decided {
		list := d.Table.Label
		if d.Field != nil {
			if d.Field.Kind != schema.Choice {
				continue
			}
			list = j.snap.Model.ChoiceSet(d.Field.Choice).Label
		}
		v := values{"canonicalcodevalue": record.OfString(d.Means), "confidence": record.OfFloat(1)}
		var slots []snapshot.Slot
		for _, name := range j.lists(d.Table, d.Field) {
			slots = append(slots, j.maps[word{name, fold(d.Word)}]...)
		}
		for _, slot := range slots {
			if fold(r.text(slot, "canonicalcodevalue")) != fold(d.Means) || r.value(slot, "confidence").Float() < leastConfidence {
				j.edit(r.update(slot, v))
			}
		}
		if len(slots) == 0 {
			v["name"] = record.OfString(j.key + ":" + list + ":" + d.Word)
			v["sourcesystemkey"], v["codelist"], v["sourcecode"] = record.OfString(j.key), record.OfString(list), record.OfString(d.Word)
			j.edit(r.create(j.ids(), v))
		}
	}
}
