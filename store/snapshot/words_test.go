package snapshot

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"cadastre/store/change"
	"cadastre/store/record"
)

var syllables = []string{"per", "mit", "pay", "roll", "Zoë", "ß", "gate", "way", "42", "7", "–", "x", "漢", "é", " ", " ", "\n", "&amp;"}

func anyWords(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(8) {
		b.WriteString(syllables[r.IntN(len(syllables))])
	}
	return b.String()
}

func wordsFields(r *rand.Rand) record.Values {
	description := "<p>" + anyWords(r) + "</p><ul><li>" + anyWords(r) + "</li></ul>"
	return record.Sorted([]record.FieldValue{{Num: 16, Value: record.OfString(anyWords(r))},
		{Num: systems.Field("description").Num, Value: record.OfString(description)},
		{Num: systems.Field("abbreviation").Num, Value: record.OfString(strings.TrimSpace(anyWords(r)))}})
}

// plainTexts are what a person reads of every record, a field at a time.
func plainTexts(t *Table) [][]string {
	texts := make([][]string, t.Slots())
	for s := range t.All().All() {
		for _, key := range t.Schema.Searched {
			texts[s] = append(texts[s], t.fold(t.Schema.Field(key).Num, s))
		}
	}
	return texts
}

func plainlyContaining(texts [][]string, words []string) Bits {
	found := NewBits(len(texts))
	for s, fields := range texts {
		lacks := func(word string) bool {
			return !slices.ContainsFunc(fields, func(text string) bool { return strings.Contains(text, word) })
		}
		if len(fields) > 0 && !slices.ContainsFunc(words, lacks) {
			found.Add(Slot(s))
		}
	}
	return found
}

func sameFound(s *Snapshot, r *rand.Rand) error {
	table := s.Table(systems.Num)
	texts := plainTexts(table)
	for n := range 7 {
		if n == 3 {
			for volume := range volumes {
				table.part(newScribe(), volume, table.searched(volume), 0) // the index is half made
			}
		}
		if n == 5 {
			table.Prepare() // before, all texts are read
		}
		text := Fold(anyWords(r))
		if err := cmp.Or(sameTyped(table, texts, text), sameNearly(table, texts, text)); err != nil {
			return fmt.Errorf("after change set %d: %w", s.Seq, err)
		}
	}
	return nil
}

// sameNearly looks for each word of a text as it may be spelled.
func sameNearly(table *Table, texts [][]string, text string) error {
	for _, word := range strings.Fields(text) {
		got, want := table.Near(word), NewBits(len(texts))
		for s, fields := range texts {
			if slices.ContainsFunc(fields, func(text string) bool { return strings.Contains(text, word) || SpelledNearly(text, word) }) {
				want.Add(Slot(s))
			}
		}
		if !slices.Equal(got, want) {
			return fmt.Errorf("nearly %q: found %d, want %d", word, got.Len(), want.Len())
		}
	}
	return nil
}

// sameTyped looks for a text as it is typed, a letter more each time: in names, and in all searched fields.
func sameTyped(table *Table, texts [][]string, text string) error {
	names := make([][]string, len(texts))
	for s, fields := range texts {
		names[s] = fields[:min(1, len(fields))]
	}
	for i := range text + " " {
		words := strings.Fields(text[:i])
		if len(words) == 0 {
			continue
		}
		got, want := table.Containing(words), plainlyContaining(texts, words)
		if !slices.Equal(got, want) {
			return fmt.Errorf("%q: found %d, want %d", words, got.Len(), want.Len())
		}
		clear(got) // it belongs to whoever has asked
		if got, want := table.Named(words), plainlyContaining(names, words); !slices.Equal(got, want) {
			return fmt.Errorf("%q in names: found %d, want %d", words, got.Len(), want.Len())
		}
	}
	return nil
}

// anyWrite changes, deletes and creates some records of a table at once.
func anyWrite(r *rand.Rand, s *Snapshot, seq uint64, size int) *change.Set {
	set := &change.Set{Header: change.Header{Seq: seq}}
	for range size {
		key := id(uint64(r.IntN(segmentSize + 2000)))
		c := change.Change{Table: systems.Num, ID: key, Op: change.Create, After: wordsFields(r)}
		if now, there := s.Record(systems.Num, key); there {
			c.Op, c.Before = change.Update, now.Values
			if r.IntN(3) == 0 {
				c.Op, c.After = change.Delete, nil
			}
		}
		if !slices.ContainsFunc(set.Changes, func(other change.Change) bool { return other.ID == key }) {
			set.Changes = append(set.Changes, c)
		}
	}
	return set
}

// A search finds the same through the index as by reading every text, from the first moment, through
// changes small and large, in old snapshots as in new ones.
func TestASearchFindsWhatTheTextsContain(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	b := NewBuilder(model)
	for n := range uint64(segmentSize + 1000) {
		b.Add(systems.Num, &record.Record{ID: id(n), Values: wordsFields(r)})
	}
	s := b.Snapshot(1)
	var readers sync.WaitGroup
	for seq := range uint64(8) {
		now, seed := s, rand.New(rand.NewPCG(seq, 1))
		readers.Go(func() {
			if err := sameFound(now, seed); err != nil {
				t.Error(err)
			}
		})
		if seq%3 == 0 {
			readers.Wait() // so that some changes come before and some after the index is made
		}
		s = s.Apply(anyWrite(r, s, seq+2, []int{1, 40, staleMost, 3 * staleMost}[seq%4]))
	}
	readers.Wait()
	if err := sameFound(s, r); err != nil {
		t.Error(err)
	}
}

// Who looks for a word spelled nearly so neither makes the index nor waits for whoever does, who waits for searches.
func TestASearchForWhatIsSpelledNearlySoNeedsNoIndex(t *testing.T) {
	b := NewBuilder(model)
	b.Add(systems.Num, &record.Record{ID: id(1), Values: record.Values{{Num: 16, Value: record.OfString("Payroll")}}})
	table := b.Snapshot(1).Table(systems.Num)
	if table.Near("paiyroll").Len() != 1 || table.NamedNear("paiyroll").Len() != 1 {
		t.Error("not found")
	}
	for volume := range volumes {
		if table.derived.parts[volume].ready() {
			t.Error("the search has made the index of volume", volume)
		}
	}
}

// What is prepared is asked as it is, letter by letter: nothing is made for it.
func TestASearchThroughTheIndexMakesNothingForOne(t *testing.T) {
	b := NewBuilder(model)
	b.Add(systems.Num, &record.Record{ID: id(1), Values: wordsFields(rand.New(rand.NewPCG(1, 2)))})
	table := b.Snapshot(1).Table(systems.Num)
	table.Prepare()
	if made := testing.AllocsPerRun(10, func() { table.parts(inOthers) }); made > 0 {
		t.Errorf("%v pieces of memory for an index that is there", made)
	}
}

// A concordance finds its words also where they are too many to be told by grams.
func TestAWordIsFoundAmongHoweverMany(t *testing.T) {
	for _, words := range []int{10, 300, 11_300, 60_000, 70_000} {
		w := newScribe()
		for n := range words {
			w.add(uint16(n%segmentSize), fmt.Appendf(nil, "w%d", n))
		}
		g := w.finish()
		for _, part := range []string{"w", "7", "99", "w1", "w11", "w12", "123", "w9999", "0w", "é"} {
			var got, want rows
			g.find(part, &got)
			for n := range words {
				if strings.Contains(fmt.Sprintf("w%d", n), part) {
					want[n%segmentSize/64] |= 1 << (n % 64)
				}
			}
			if got != want {
				t.Errorf("%q among %d words: found %d, want %d", part, words, Bits(got[:]).Len(), Bits(want[:]).Len())
			}
		}
	}
}
