package source

import (
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
}

// word is a word of the source in a list of codes.
type word struct{ list, text string } // both folded

func (g *Gate) readMaps() {
	g.maps = map[word]snapshot.Slot{}
	r := g.valueMaps
	for slot := range r.All().All() {
		if !g.ours(r, slot) || !r.active(slot) {
			continue
		}
		for _, key := range []string{"sourcecode", "sourcelabel"} {
			if text := r.text(slot, key); text != "" {
				g.maps[word{fold(r.text(slot, "codelist")), fold(text)}] = slot
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
				out = g.translations(out, Translation{Table: t, Field: f}, g.snap.Model.ChoiceSet(f.Choice).Label, f.Label)
			}
		}
		out = g.translations(out, Translation{Table: t}, t.Key, t.Label, t.Plural)
	}
	return out
}

// translations adds those of a list of codes, which goes by any of some names.
func (g *Gate) translations(out []Translation, of Translation, names ...string) []Translation {
	lists := map[string]bool{}
	for _, name := range names {
		lists[fold(name)] = true
	}
	for w, slot := range g.maps {
		if !lists[w.list] {
			continue
		}
		sure := g.valueMaps.value(slot, "confidence")
		of.Word, of.Means = w.text, g.valueMaps.text(slot, "canonicalcodevalue")
		of.Sure = sure.IsBlank() || sure.Float() >= leastConfidence
		if of.Means != "" && fold(of.Means) != w.text {
			out = append(out, of)
		}
	}
	return out
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
		if slot, there := j.maps[word{fold(list), fold(d.Word)}]; !there {
			v["name"] = record.OfString(j.key + ":" + list + ":" + d.Word)
			v["sourcesystemkey"], v["codelist"], v["sourcecode"] = record.OfString(j.key), record.OfString(list), record.OfString(d.Word)
			j.edit(r.create(j.ids(), v))
		} else if fold(r.text(slot, "canonicalcodevalue")) != fold(d.Means) || r.value(slot, "confidence").Float() < leastConfidence {
			j.edit(r.update(slot, v))
		}
	}
}
