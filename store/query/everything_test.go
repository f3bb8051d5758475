package query_test

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"pgregory.net/rapid"
)

// everywhere are the texts of a record that a search of everything looks into, the name first.
func (r reference) everywhere(t *schema.Table, rec *record.Record) (texts []string) {
	for _, key := range t.Searched {
		texts = append(texts, r.reads(t.Field(key), rec.Values.Get(t.Field(key).Num)))
	}
	for _, f := range t.Fields {
		if f.Num != schema.State && !f.System && (f.Kind == schema.Choice || f.Kind == schema.Lookup) {
			texts = append(texts, r.reads(f, rec.Values.Get(f.Num)))
		}
	}
	return texts
}

func allHold(words []string, holds func(word string) bool) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !holds(word) })
}

// rank is how well texts answer to words, false when they do not; spelling counts.
func rank(texts, words []string) (query.Rank, bool) {
	name := texts[0]
	begins := func(word string) bool {
		return regexp.MustCompile(`(^|[^\pL\pN])` + regexp.QuoteMeta(word)).MatchString(name)
	}
	switch {
	case !allHold(words, func(word string) bool {
		return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, word) })
	}):
		return 0, false
	case strings.HasPrefix(name, strings.Join(words, " ")):
		return query.NameBegins, true
	case allHold(words, begins):
		return query.NameWords, true
	case allHold(words, func(word string) bool { return strings.Contains(name, word) }):
		return query.NameContains, true
	}
	return query.Elsewhere, true
}

func TestEverythingFindsWhatStandsAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.Custom(anySnapshot).Example(rapid.IntRange(0, 5).Draw(t, "catalogue"))
		text := rapid.OneOf(anyText(), rapid.SampledFrom([]string{"high", "retired zoo", "a planned"})).Draw(t, "text")
		words := strings.Fields(snapshot.Fold(text))
		got := map[schema.TableNum][]query.Hit{}
		for _, hits := range query.Everything(s, text, 10*perTable) {
			got[hits.Table.Num] = hits.Hits
		}
		for _, table := range model.Tables {
			if table.Logged {
				if len(got[table.Num]) > 0 {
					t.Fatalf("%q finds %v in %s, which nobody fills by hand", text, got[table.Num], table.Key)
				}
				continue
			}
			var want []snapshot.Slot
			ranks := map[snapshot.Slot]query.Rank{}
			r := reference{s, query.Query{Table: table.Num}}
			for _, slot := range r.slots() {
				if n, found := rank(r.everywhere(table, s.Table(table.Num).Record(slot)), words); found {
					want, ranks[slot] = append(want, slot), n
				}
			}
			slices.SortStableFunc(want, func(a, b snapshot.Slot) int { return cmp.Compare(ranks[a], ranks[b]) })
			same := func(slot snapshot.Slot, h query.Hit) bool { return slot == h.Slot && ranks[slot] == h.Rank }
			if near := len(want) == 0 && len(got[table.Num]) > 0; near && got[table.Num][0].Rank < query.NearName || !near && !slices.EqualFunc(want, got[table.Num], same) {
				t.Fatalf("%q in %s: got %v, want %v %v", text, table.Key, got[table.Num], want, ranks)
			}
		}
	})
}

func seek(texts map[string]string, text string) *query.Hit {
	b := snapshot.NewBuilder(model)
	system := model.Table("itsystem")
	var values record.Values
	for key, text := range texts {
		values = values.With(record.FieldValue{Num: system.Field(key).Num, Value: record.OfString(text)})
	}
	b.Add(system.Num, &record.Record{ID: id(1), Values: values})
	for _, hits := range query.Everything(b.Snapshot(1), text, 5) {
		return &hits.Hits[0]
	}
	return nil
}

func TestWordsNearlySpelledAreFound(t *testing.T) {
	texts := map[string]string{"name": "Payroll Service (Zürich)", "description": "<p>Pays the salaries of all employees – and of nobody else, as far as is known.</p>"}
	for text, want := range map[string]query.Rank{
		"payrol": query.NameBegins, "paiyroll": query.NearName, "pyaroll": query.NearName, "payrlol zuerich": query.NearName, "serivce": query.NearName,
		"sallaries": query.NearElsewhere, "emloyes": -1, "payroll salares": query.NearElsewhere, "zurcih": query.NearName,
		"paxxoll": -1, "sny": -1, "knownn nobody zzzz": -1, "eployeees": query.NearElsewhere, "exloyeesxx": -1, "nown": query.Elsewhere, "nowm": -1, "knowm": query.NearElsewhere,
	} {
		switch hit := seek(texts, text); {
		case hit == nil && want >= 0:
			t.Errorf("%q finds nothing", text)
		case hit != nil && hit.Rank != want:
			t.Errorf("%q has rank %d in %q, want %d", text, hit.Rank, hit.Text, want)
		}
	}
}

func TestAHitSaysWhereItIs(t *testing.T) {
	texts := map[string]string{"name": "Payroll", "description": "<p>One two three four five six <b>Séven</b> eight nine ten eleven twelve thirteen fourteen fifteen.</p>"}
	for text, want := range map[string]string{"pay": "name: Payroll", "two": "description: One two three four five six Séven eight nine …",
		"payroll seven": "description: … four five six Séven eight nine ten eleven twelve thirteen fourteen …", "sevne": "description: … four five six Séven eight nine ten eleven twelve thirteen fourteen …"} {
		if hit := seek(texts, text); hit == nil || hit.Field.Key+": "+hit.Text != want {
			t.Errorf("%q: %v, want %s", text, hit, want)
		}
	}
}

// A key is of one system or of none: the catalogue has the system Payroll, known as SNOW:CI0012345, and another key.
func TestARecordIsFoundByTheKeyThatAnotherSystemKnowsItBy(t *testing.T) {
	b, system, keys := snapshot.NewBuilder(model), model.Table("itsystem"), model.Table("integrationidentifier")
	b.Add(system.Num, &record.Record{ID: id(1), Values: record.Values{{Num: system.PrimaryField().Num, Value: record.OfString("Payroll")}}})
	add := func(n uint64, key, table, of string) {
		values := record.Values{}
		for field, text := range map[string]string{"name": "SNOW:" + key, "externalkey": key, "targettable": table, "targetid": of} {
			values = values.With(record.FieldValue{Num: keys.Field(field).Num, Value: record.OfString(text)})
		}
		b.Add(keys.Num, &record.Record{ID: id(n), Values: values})
	}
	add(2, "XCI0012345", "itsystem", id(9).String())
	add(3, "CI0012345", "itsystem", id(1).String())
	add(4, "CI0077", "IT systems", "payroll")
	s := b.Snapshot(1)
	for text, want := range map[string][]string{
		"ci0012345": {"Payroll", "SNOW:XCI0012345"}, "12345": {"SNOW:XCI0012345", "Payroll"}, "0077": {"Payroll"}, "snow": nil, "payroll": {"Payroll"}, "CI00": {"SNOW:XCI0012345", "Payroll"},
	} {
		var got []string
		for _, hits := range query.Everything(s, text, 5) {
			for _, h := range hits.Hits {
				got = append(got, s.Table(hits.Table.Num).Name(h.Slot))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", text, got, want)
		}
	}
	if hit := query.Everything(s, "CI0012345", 1)[0].Hits[0]; hit.Holder != keys || hit.Field.Key != "externalkey" || hit.Text != "CI0012345" {
		t.Errorf("found by %+v", hit)
	}
}
