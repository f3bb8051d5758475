package recognise

import (
	"cmp"
	"slices"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// How says how a column was matched.
type How string

// The ways a column comes to its field.
const (
	ByID       How = "id"       // it holds the records' ids
	ByName     How = "name"     // its header is the field's key or logical name
	ByLabel    How = "label"    // its header is the field's label
	BySynonym  How = "synonym"  // its header is another usual name of the field
	ByRecord   How = "record"   // its header says of which records it is the name
	ByLikeness How = "likeness" // its header is nearly the field's label, and its values fit
	ByTag      How = "tag"      // our own export marked it
	ByList     How = "list"     // the workbook is a list that Power Apps exported, and says so
	Given      How = "given"    // the user said so
	BySource   How = "source"   // it holds the keys of the source system that the file comes from
	BySeveral  How = "several"  // its cells name several records that a table of links ties to the row's
	LeftOut    How = "left out" // the user left it out
	Unplaced   How = "unplaced" // no field fits
)

// A Match is the field that a column fills. Field is nil for columns that fill none; with ByID the column
// holds the records' own ids.
type Match struct {
	Column Column
	Field  *schema.Field
	How    How
	// Link is set for a column whose cells name records that a table of links ties to the row's; Field is nil then.
	Link *Link
}

// The scores of matches. A header that is the field's own name places its column whatever the values are: what they
// stand for is asked. Any other match needs leastScore after its values have been looked at.
const (
	nameScore     = 100
	labelScore    = 95
	wholeScore    = 85 // the table's own label and the name
	synonymScore  = 80
	recordScore   = 75
	likenessScore = 60
	leastScore    = 40
	// ownLeast is what is left of the score of a field's own name when its values say nothing for it.
	ownLeast = 0.93
	// lineWeight is what a single line of a header of two weighs.
	lineWeight = 0.8
	// leastLikeness is how alike names must be that are not the same.
	leastLikeness = 0.75
	// leastFit is the part of a column's values that a field must take when only a synonym speaks for it.
	leastFit = 0.5
	// leastOwnFit is the same where one line of a header of two is the field's own name.
	leastOwnFit = 0.05
)

type candidate struct {
	column int
	field  *schema.Field
	score  float64
	how    How
	// fit is the part of the column's values that the field takes.
	fit float64
}

// MatchColumns finds the field of each column, no field twice.
func MatchColumns(m *schema.Model, t *schema.Table, columns []Column) []Match {
	out := make([]Match, len(columns))
	var candidates []candidate
	most := 1
	for _, c := range columns {
		most = max(most, c.Filled)
	}
	for i, c := range columns {
		out[i] = Match{Column: c, How: Unplaced}
		if holdsIDs(t, c) {
			out[i].How = ByID
			continue
		}
		candidates = append(candidates, candidatesFor(m, t, i, c, float64(c.Filled)/float64(most))...)
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.column, b.column))
	})
	taken := map[*schema.Field]bool{}
	for _, c := range candidates {
		if out[c.column].How == Unplaced && !taken[c.field] {
			taken[c.field] = true
			out[c.column].Field, out[c.column].How = c.field, c.how
		}
	}
	return out
}

// candidatesFor are the fields that a column may fill, which is filled to a part of the fullest. A field that it is
// called like and that takes none of its values stands behind one that does.
func candidatesFor(m *schema.Model, t *schema.Table, column int, c Column, filled float64) (out []candidate) {
	fits := false
	for _, f := range t.Fields {
		score, how, fit := score(m, t, f, c)
		if f.Key == t.Primary { // of several columns that could be the name the fullest is it
			score = judged(score, how, 0.5, filled)
		}
		if score >= leastScore {
			out = append(out, candidate{column, f, score, how, fit})
			fits = fits || fit >= leastOwnFit
		}
	}
	for i := range out {
		if fits && out[i].fit < leastOwnFit {
			out[i].score = leastScore
		}
	}
	return out
}

// holdsIDs is true for a column that is named as an id and holds nothing but UUIDs.
func holdsIDs(t *schema.Table, c Column) bool {
	name := c.phrase
	named := name == "id" || name == "guid" || name == "record id" || name == phrase(t.IDField) || name == phrase(schema.Key(t.IDField)) ||
		c.Header == "(Do Not Modify) "+t.Entity()
	return named && len(c.Distinct) > 0 && !slices.ContainsFunc(c.Distinct, func(cell workbook.Cell) bool {
		_, err := record.ParseID(cell.Value)
		return err != nil
	})
}

// score rates a field for a column by the header and then by the values, and tells how well these fit.
func score(m *schema.Model, t *schema.Table, f *schema.Field, c Column) (float64, How, float64) {
	if f.System {
		return 0, Unplaced, 0
	}
	score, how := headerScore(m, t, f, &c)
	least := leastFit
	if own(how) {
		least = 0
	}
	for _, line := range c.lines { // either line may be what counts, the two together count most
		of := Column{Header: line, words: words(line), phrase: phrase(line)}
		if s, h := headerScore(m, t, f, &of); s*lineWeight > score {
			score, how, least = s*lineWeight, h, leastFit
			if own(h) {
				least = leastOwnFit
			}
		}
	}
	if score == 0 {
		return 0, Unplaced, 0
	}
	fit := Fit(m, f, c.Distinct)
	if fit < least {
		return 0, Unplaced, fit
	}
	return judged(score, how, 0.8, fit), how, fit
}

// own is true for a header that is the field's own name.
func own(h How) bool { return h == ByName || h == ByLabel }

// judged lowers a score by what the values say, from 0 to 1, at most to a part of it. A field's own name stays above
// every synonym.
func judged(score float64, how How, least, values float64) float64 {
	if own(how) {
		least = ownLeast
	}
	return score * (least + (1-least)*values)
}

func headerScore(m *schema.Model, t *schema.Table, f *schema.Field, c *Column) (float64, How) {
	if c.Header == f.Key || c.Header == f.LogicalName {
		return nameScore, ByName
	}
	names := namesOf(f)
	switch {
	case c.phrase == "":
		return 0, Unplaced
	case c.phrase == names.label:
		return labelScore, ByLabel
	case c.phrase == names.key:
		return labelScore - 1, ByName
	}
	if i := slices.Index(names.synonyms, c.phrase); i >= 0 {
		return synonymScore - float64(i)/4, BySynonym
	}
	switch how := namesRecord(m, t, f, c.words); how {
	case ByLabel:
		return wholeScore, how
	case ByRecord:
		return recordScore, how
	}
	if l := likeness(c.words, names.words); len(names.words) > 1 && l >= leastLikeness {
		return likenessScore * l, ByLikeness
	}
	return 0, Unplaced
}

// Fit is the part of a column's different values that a field would take, from 0 to 1. An empty column fits.
func Fit(m *schema.Model, f *schema.Field, cells []workbook.Cell) float64 {
	fits, counted := 0, 0
	for _, c := range cells {
		if spelling.Nothing(f, c.Value) {
			continue
		}
		counted++
		if fitsKind(m, f, c) {
			fits++
		}
	}
	if counted == 0 {
		return 1
	}
	return float64(fits) / float64(counted)
}

func fitsKind(m *schema.Model, f *schema.Field, c workbook.Cell) bool {
	r := spelling.Reader{Model: m, Field: f, Dates: spelling.MonthFirst}
	switch f.Kind {
	case schema.Lookup, schema.User:
		return c.Ref != "" || c.Kind == workbook.Text && !spelling.FitsChoice(m.ChoiceSet("yesno"), c.Value) && !spelling.LooksLikeDate(c)
	case schema.URL:
		return looksLikeURL(c.Value)
	case schema.Choice, schema.Date, schema.DateTime, schema.Whole, schema.Decimal, schema.Email:
		_, trouble := r.Read(c)
		return trouble == nil || trouble.Code == spelling.AmbiguousDate || trouble.Code == spelling.IncompleteDate
	}
	return c.Kind != workbook.Error
}

func looksLikeURL(s string) bool {
	for i := range len(s) - 1 {
		if s[i] == '.' && s[i+1] != ' ' || s[i] == ':' && s[i+1] == '/' {
			return true
		}
	}
	return false
}
