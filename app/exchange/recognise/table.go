package recognise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cadastre/store/schema"
)

// A Guess is a table that a sheet may hold.
type Guess struct {
	Table *schema.Table
	// Why says in a few words what speaks for it.
	Why   string
	score float64
}

// How much what speaks for a table counts.
const (
	exactName   = 100 // the sheet or file is called like the table
	partOfName  = 45  // the name of the sheet or file holds the table's
	perWord     = 10  // for each word of it
	primaryName = 15  // the column of names is there
	ownHeader   = 10  // a header is a field's own name
	otherHeader = 5   // a header is another name of a field
	leastTable  = 40  // below it a sheet is not recognised
)

// Table finds the tables that a sheet may hold, the likeliest first. The first is certain enough to be
// taken when the second answer is true.
func Table(m *schema.Model, s *Sheet, columns []Column) ([]Guess, bool) {
	guesses := make([]Guess, 0, len(m.Tables))
	for _, t := range m.Tables {
		byColumns, matched, named := columnsScore(m, t, columns)
		byName, why := sheetScore(t, s, named)
		if why == "" {
			why = fmt.Sprintf("%d of its columns", matched)
		}
		guesses = append(guesses, Guess{t, why, byName + byColumns})
	}
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(b.score, a.score) })
	return guesses, guesses[0].score >= leastTable && guesses[0].score > guesses[1].score
}

// sheetScore compares the names of the sheet and the file with those of the table. What a file is called says
// less where no column of the sheet names the table's records.
func sheetScore(t *schema.Table, s *Sheet, named bool) (float64, string) {
	best, why := 0.0, ""
	for i, have := range []string{s.Name, withoutEnding(s.File)} {
		for _, want := range append([]string{t.Key, t.LogicalName, t.Label, t.Plural}, t.Synonyms...) {
			score := likeName(words(have), words(want))
			if i > 0 && !named {
				score = min(score, partOfName)
			}
			if score > best {
				best, why = score, fmt.Sprintf("the name “%s”", have)
			}
		}
	}
	return best, why
}

func likeName(have, want []string) float64 {
	stems := func(ws []string) []string {
		out := make([]string, len(ws))
		for i, w := range ws {
			out[i] = stem(w)
		}
		return out
	}
	a, b := stems(have), stems(want)
	switch {
	case slices.Equal(a, b):
		return exactName
	case contains(a, b):
		return partOfName + perWord*float64(len(b))
	}
	return 0
}

func withoutEnding(file string) string {
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		return file[:i]
	}
	return file
}

func columnsScore(m *schema.Model, t *schema.Table, columns []Column) (score float64, matched int, named bool) {
	for _, c := range MatchColumns(m, t, columns) {
		if c.Field == nil {
			continue
		}
		matched++
		switch {
		case c.Field.Key == t.Primary && c.How != ByRecord: // a list of vendors has a contact name, too
			score, named = score+primaryName, true
		case c.How == ByName || c.How == ByLabel:
			score += ownHeader
		default:
			score += otherHeader
		}
	}
	return score, matched, named
}
