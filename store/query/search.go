package query

import (
	"strings"

	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// searchTest holds for records in which every word occurs somewhere in the searched fields.
func searchTest(t *snapshot.Table, search string) test {
	words := strings.Fields(snapshot.Fold(search))
	if len(words) == 0 {
		return always
	}
	var columns [][]string
	for _, key := range t.Schema.Searched {
		f := t.Schema.Field(key)
		if record.BehaviourOf(f.Kind).Class == record.String {
			columns = append(columns, t.Folded(f.Num))
		}
	}
	return func(s snapshot.Slot) bool {
		for _, word := range words {
			if !occurs(columns, s, word) {
				return false
			}
		}
		return true
	}
}

func occurs(columns [][]string, s snapshot.Slot, word string) bool {
	for _, texts := range columns {
		if strings.Contains(texts[s], word) {
			return true
		}
	}
	return false
}
