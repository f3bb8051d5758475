package exchange

import (
	"cadastre/app/exchange/spelling"
	"cadastre/store/schema"
)

// decideDates finds the order of days and months for every column of dates: from its own cells, else as
// the user said, else as the other columns of the import have it.
func (w *work) decideDates() {
	undecided := []*column{}
	orders := map[spelling.DateOrder]bool{}
	for _, s := range w.sheets {
		for _, c := range s.columns {
			if c.Field.Kind != schema.Date && c.Field.Kind != schema.DateTime {
				continue
			}
			c.reader.Dates = spelling.DecideOrder(s.texts(c.Column.Index))
			if c.reader.Dates == spelling.Undecided {
				undecided = append(undecided, c)
			} else {
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

// texts yields the cells of a column.
func (s *sheetWork) texts(column int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, row := range s.Rows[s.header+1:] {
			for i := range row.Cells {
				if row.Cells[i].Column == column && !yield(row.Cells[i].Value) {
					return
				}
			}
		}
	}
}
