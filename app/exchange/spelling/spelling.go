// Package spelling reads what people write in cells: choices by code, label and
// common spellings, dates as real files hold them, numbers, links and yes or no.
// It knows the model but no catalogue. It may import store/schema, store/record,
// store/fault, the folding of store/snapshot and app/exchange/workbook.
package spelling

import (
	"strings"
	"unicode"

	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// The codes of what can be wrong with a cell.
const (
	UnknownChoice  fault.Code = "unknown-choice"
	NotADate       fault.Code = "not-a-date"
	AmbiguousDate  fault.Code = "ambiguous-date"
	IncompleteDate fault.Code = "incomplete-date"
	NotANumber     fault.Code = "not-a-number"
	ErrorCell      fault.Code = "error-value"
	BadValue       fault.Code = "bad-value"
)

// A Trouble is a cell that cannot be taken: a fault with what it may have meant.
type Trouble struct {
	*fault.Error
	Suggestions []string
}

func trouble(code fault.Code, suggestions []string, format string, args ...any) *Trouble {
	return &Trouble{fault.New(code, format, args...), suggestions}
}

// A Reader reads the cells of one column.
type Reader struct {
	Model *schema.Model
	Field *schema.Field
	// Dates says how dates that can be read in two ways are meant.
	Dates DateOrder
	// Date1904 is the file's date system, for bare serial numbers.
	Date1904 bool
	// Exact takes cells as our own exports and packages write them, without guessing.
	Exact bool
	// Plain takes rich text as plain text, as our own exports write it.
	Plain bool
}

// Read returns the value of a cell of any kind but a lookup, or what is wrong with it. Words that stand
// for nothing ("n/a", "-") are blank in fields that are no texts.
func (r *Reader) Read(c workbook.Cell) (record.Value, *Trouble) {
	if c.Kind == workbook.Error {
		return record.Value{}, trouble(ErrorCell, nil, "The cell holds the error %s. Correct the formula in the file, or type the value.", c.Value)
	}
	if !r.Exact && Nothing(r.Field, c.Value) {
		return record.Value{}, nil
	}
	switch r.Field.Kind {
	case schema.Choice:
		return r.choice(c)
	case schema.Date, schema.DateTime:
		return r.date(c)
	case schema.Whole, schema.Decimal:
		return r.number(c)
	case schema.RichText:
		return r.clean(record.OfString(r.richText(c.Value)))
	}
	return r.clean(record.OfString(c.Value))
}

func (r *Reader) clean(v record.Value) (record.Value, *Trouble) {
	v, err := record.Clean(r.Field, v)
	if err != nil {
		return v, &Trouble{Error: &fault.Error{Code: BadValue, Message: fault.From(err).Message, Field: r.Field.Key}}
	}
	return v, nil
}

// richText takes what is HTML as it stands and makes HTML of plain text.
func (r *Reader) richText(s string) string {
	if !r.Plain && looksLikeHTML(s) {
		return s
	}
	return record.FromPlainText(s)
}

// looksLikeHTML is true for texts that hold a closing tag or a line break of the subset that we keep.
func looksLikeHTML(s string) bool {
	if !strings.Contains(s, "<") {
		return false
	}
	lower := strings.ToLower(s)
	for _, tag := range []string{"</p>", "</div>", "</ul>", "</ol>", "</li>", "<br>", "<br/>", "<br />", "</strong>", "</b>", "</em>", "</i>", "</a>", "</span>", "</h1>", "</h2>", "</h3>", "</table>"} {
		if strings.Contains(lower, tag) {
			return true
		}
	}
	return false
}

// nothings are the words that people write where there is nothing to write.
var nothings = map[string]bool{"-": true, "--": true, "---": true, "—": true, "–": true, "n/a": true, "na": true, "n.a.": true,
	"null": true, "none": true, "nil": true, "tbd": true, "tba": true, "not applicable": true, "unknown": true, "?": true, "(blank)": true}

// Nothing is true for cells that are blank, or that say in words that there is nothing in a field that
// is no text. A word that is one of the field's choices is not nothing.
func Nothing(f *schema.Field, s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return true
	}
	if record.BehaviourOf(f.Kind).Class == record.String && f.Kind != schema.Email && f.Kind != schema.URL {
		return false
	}
	if f.Kind == schema.Choice {
		if _, ok := matchChoice(schema.Default().ChoiceSet(f.Choice), s); ok {
			return false
		}
	}
	return nothings[strings.ToLower(s)]
}

// Key returns a text as matches compare it: letters and digits only, without case and accents.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, snapshot.Fold(s))
}
