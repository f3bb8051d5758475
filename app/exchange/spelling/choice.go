package spelling

import (
	"slices"
	"strconv"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// choice reads a code, a label, a common spelling, or one of these with a remark after it.
func (r *Reader) choice(c workbook.Cell) (record.Value, *Trouble) {
	set := r.Model.ChoiceSet(r.Field.Choice)
	if code, ok := matchChoice(set, c.Value); ok {
		return record.OfInt(code), nil
	}
	return record.Value{}, trouble(UnknownChoice, Nearest(c.Value, labels(set)), "%s has no choice “%s”. Choose one of: %s.", r.Field.Label, c.Value, strings.Join(labels(set), ", "))
}

// FitsChoice is true when a text is a spelling of one of the set's choices.
func FitsChoice(set *schema.ChoiceSet, s string) bool {
	_, ok := matchChoice(set, s)
	return ok
}

// Cuts is true for a text of which only the beginning is a spelling of one of the field's choices.
func (r *Reader) Cuts(s string) bool {
	set := r.Model.ChoiceSet(r.Field.Choice)
	if _, whole := matchWhole(set, s); whole {
		return false
	}
	return FitsChoice(set, s)
}

func matchChoice(set *schema.ChoiceSet, s string) (int64, bool) {
	for _, candidate := range []string{s, beforeRemark(s)} {
		if code, ok := matchWhole(set, candidate); ok {
			return code, true
		}
	}
	return 0, false
}

func matchWhole(set *schema.ChoiceSet, s string) (int64, bool) {
	if n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64); err == nil && set.Position(n) >= 0 {
		return n, true
	}
	key := Key(s)
	if key == "" {
		return 0, false
	}
	for _, o := range set.Options {
		if Key(o.Label) == key {
			return o.Code, true
		}
	}
	for _, o := range set.Options {
		if slices.ContainsFunc(o.Synonyms, func(synonym string) bool { return Key(synonym) == key }) {
			return o.Code, true
		}
	}
	return 0, false
}

// beforeRemark cuts "Yes - internal operations" and "Yes (since 2019)" to "Yes".
func beforeRemark(s string) string {
	for _, mark := range []string{" - ", " – ", " — ", " (", ": ", ";"} {
		if before, _, found := strings.Cut(s, mark); found {
			s = before
		}
	}
	return s
}

func labels(set *schema.ChoiceSet) []string {
	out := make([]string, len(set.Options))
	for i, o := range set.Options {
		out[i] = o.Label
	}
	return out
}
