package exchange

import (
	"iter"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/schema"
)

// decideDates finds the order of days and months for every column of dates: from its own cells, else as
// the user said, else as the other columns of the import have it. A column whose own cells contradict each
// other is left to the user.
func (w *work) decideDates() {
	undecided := []*column{}
	orders := map[spelling.DateOrder]bool{}
	for _, s := range w.sheets {
		for _, c := range s.byField {
			if c.Field.Kind != schema.Date && c.Field.Kind != schema.DateTime {
				continue
			}
			switch c.reader.Dates = spelling.DecideOrder(s.texts(c.Column.Index)); c.reader.Dates {
			case spelling.Undecided:
				undecided = append(undecided, c)
			case spelling.Contradictory:
				c.reader.Dates = spelling.DateOrder(w.options.Dates)
			default:
				orders[c.reader.Dates] = true
			}
		}
	}
	fallback := spelling.DateOrder(w.options.Dates)
	if fallback == spelling.Undecided && len(orders) == 1 {
		for o := range orders {
			fallback = o
		}
	}
	for _, c := range undecided {
		c.reader.Dates = fallback
	}
}

// texts yields the cells of a column below the header that the file holds as texts.
func (s *sheetWork) texts(position int) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !s.hasTexts(position) {
			return
		}
		for cell := range s.filled(position) {
			if cell.Kind == workbook.Text && !yield(cell.Value) {
				return
			}
		}
	}
}
