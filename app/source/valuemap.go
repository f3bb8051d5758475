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

// codes are what the value maps of one source say.
type codes struct {
	*flow
	key  string
	maps map[word][]snapshot.Slot
}

// codesOf reads the value maps of a source.
func (f *flow) codesOf(key string) codes {
	c := codes{flow: f, key: key, maps: map[word][]snapshot.Slot{}}
	r := f.valueMaps
	for slot := range r.All().All() {
		if fold(r.text(slot, "sourcesystemkey")) != fold(key) || !r.active(slot) {
			continue
		}
		for _, key := range []string{"sourcecode", "sourcelabel"} {
			w := word{fold(r.text(slot, "codelist")), fold(r.text(slot, key))}
			if w.text != "" && !slices.Contains(c.maps[w], slot) {
				c.maps[w] = append(c.maps[w], slot)
			}
		}
	}
	return c
}

// noteIdle notes which value maps of certain sources have no effect.
func (f *flow) noteIdle(of func(key string) bool) {
	r := f.valueMaps
	if r.Len() == 0 {
		return
	}
	known := f.allLists()
	for slot := range r.All().All() {
		if list := r.text(slot, "codelist"); r.active(slot) && of(r.text(slot, "sourcesystemkey")) && !known[fold(list)] {
			f.notes = append(f.notes, fault.Sentence("The value map “%s” has no effect: no field, list of choices or table is called “%s”. Correct its Code List.", r.Name(slot), list))
		}
	}
}

// Translations are what the value maps of the source say.
func (g *Gate) Translations() []Translation { return g.codes.all() }

func (c codes) all() []Translation {
	var out []Translation
	for _, t := range c.snap.Model.Tables {
		for _, f := range t.Fields {
			if f.Kind == schema.Choice {
				out = c.translations(out, Translation{Table: t, Field: f})
			}
		}
		out = c.translations(out, Translation{Table: t})
	}
	return out
}

// lists are the names, folded, by which value maps may call the list of codes of a field of choices, or without
// one that of a table's records, which is also called as the links to it are.
func (f *flow) lists(t *schema.Table, field *schema.Field) []string {
	if field != nil {
		return distinct(fold(f.snap.Model.ChoiceSet(field.Choice).Label), fold(field.Label))
	}
	names := []string{fold(t.Label), fold(t.Key), fold(t.Plural)}
	for _, from := range f.snap.Model.Tables {
		for _, link := range from.Fields {
			if link.Target == t.Key && !link.System {
				names = append(names, fold(link.Label))
			}
		}
	}
	return distinct(names...)
}

// allLists are the names of all lists of codes.
func (f *flow) allLists() map[string]bool {
	known := map[string]bool{}
	for _, t := range f.snap.Model.Tables {
		for _, field := range append([]*schema.Field{nil}, t.Fields...) {
			if field != nil && field.Kind != schema.Choice {
				continue
			}
			for _, name := range f.lists(t, field) {
				known[name] = true
			}
		}
	}
	return known
}

func distinct(names ...string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

// translations adds those of a list of codes.
func (c codes) translations(out []Translation, of Translation) []Translation {
	said, lists := map[string][]snapshot.Slot{}, c.lists(of.Table, of.Field)
	for w, slots := range c.maps {
		if slices.Contains(lists, w.list) {
			said[w.text] = append(said[w.text], slots...)
		}
	}
	for text, slots := range said {
		of.Word = text
		out = append(out, c.meanings(of, slots)...)
	}
	return out
}

// translated reads a word for which value maps of the source say what it stands for. Without one, err is what is
// said of the word itself.
func (c codes) translated(t *schema.Table, f *schema.Field, text string, err error) (record.Value, error) {
	of := Translation{Table: t, Field: f}
	if f.Kind == schema.Lookup {
		of = Translation{Table: c.snap.Model.Table(f.Target)}
	}
	of.Word = fold(text)
	meanings := c.meanings(of, c.about(of))
	if len(meanings) == 0 {
		return record.Value{}, err
	}
	said := meanings[0]
	if said.Disputed != "" {
		return record.Value{}, fault.New(fault.Invalid, "%s", said.Disputed)
	}
	if !said.Sure {
		return record.Value{}, fault.New(fault.Invalid, "A value map of %s takes “%s” for “%s”, but is not sure. Say in the map how sure it is, or decline it.", c.key, text, said.Means)
	}
	v, err := c.read(f, said.Means)
	if err != nil {
		return v, fault.New(fault.Invalid, "A value map of %s takes “%s” for “%s”, which is no %s. Correct the map, or decline it.", c.key, text, said.Means, f.Label)
	}
	return v, nil
}

// about are the value maps about a word.
func (c codes) about(of Translation) (slots []snapshot.Slot) {
	for _, name := range c.lists(of.Table, of.Field) {
		slots = append(slots, c.maps[word{name, fold(of.Word)}]...)
	}
	return slots
}

// meanings are what some value maps take a word for: one that they agree on, or each that they do not, as disputed.
func (c codes) meanings(of Translation, slots []snapshot.Slot) (out []Translation) {
	for _, slot := range slots {
		sure := c.valueMaps.value(slot, "confidence")
		of.Means = c.valueMaps.text(slot, "canonicalcodevalue")
		of.Sure = sure.IsBlank() || sure.Float() >= leastConfidence
		at := slices.IndexFunc(out, func(have Translation) bool { return c.agree(of.Table, of.Field, have.Means, of.Means) })
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
	return c.disputed(out, slots)
}

// agree is true for two meanings that are one choice or one record, or else one word.
func (f *flow) agree(t *schema.Table, field *schema.Field, one, other string) bool {
	return f.meaning(t, field, one) == f.meaning(t, field, other)
}

// meaning is what value maps take a word for, in one spelling for all.
func (f *flow) meaning(t *schema.Table, field *schema.Field, text string) string {
	var v record.Value
	var err error
	if field != nil {
		v, err = f.readChoice(field, text)
	} else {
		v, err = f.readRecord(t, text)
	}
	switch {
	case err != nil:
		return fold(text)
	case field != nil:
		return fmt.Sprint(v.Int())
	}
	return v.ID().String()
}

// disputed marks several meanings of one word: none of them is taken before somebody says which.
func (c codes) disputed(meanings []Translation, slots []snapshot.Slot) []Translation {
	if len(meanings) < 2 {
		return meanings
	}
	slices.SortFunc(meanings, func(a, b Translation) int { return cmp.Compare(fold(a.Means), fold(b.Means)) })
	var say []string
	for _, slot := range slots {
		if means := c.valueMaps.text(slot, "canonicalcodevalue"); means != "" {
			say = append(say, fmt.Sprintf("“%s” takes it for “%s”", c.valueMaps.Name(slot), means))
		}
	}
	slices.Sort(say)
	why := fault.Sentence("Value maps of %s contradict each other about “%s”: %s. Say what it stands for, or correct one of the maps.", c.key, meanings[0].Word, strings.Join(say, ", "))
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
		slots := j.codes.about(d)
		for _, slot := range slots {
			if !j.agree(d.Table, d.Field, r.text(slot, "canonicalcodevalue"), d.Means) || r.value(slot, "confidence").Float() < leastConfidence {
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
