package exchange

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
)

// A Division gives the rows of one sheet to several tables, by the values of a column.
type Division struct {
	// Column is the position of the column, A being 0; Header names it instead where a mapping does.
	Column int    `json:"column"`
	Header string `json:"-"`
	// Tables are the keys of tables by value, case and accents aside; "" leaves the rows out. Rows of other values
	// go to the sheet's own table.
	Tables map[string]string `json:"tables"`
}

// tableOf tells the key of the table for a value, the sheet's own where the division does not say.
func (d *Division) tableOf(own string) func(value string) string {
	tables := make(map[string]string, len(d.Tables))
	for _, value := range slices.Sorted(maps.Keys(d.Tables)) {
		tables[fold(value)] = d.Tables[value]
	}
	return func(value string) string {
		if key, given := tables[fold(value)]; given {
			return key
		}
		return own
	}
}

// A DividedValue is one value of the column that divides a sheet, or that may.
type DividedValue struct {
	Value string
	// Table is the key of the table for its rows, "" to leave them out.
	Table string
	Rows  int
}

// divide makes a sheet of each part of one, in the order in which the parts come.
func (w *work) divide(in *input, opts SheetOptions) error {
	s := w.newSheet(in, opts)
	s.findHeader(opts)
	if s.header < 0 {
		return w.addPart(in, SheetOptions{HeaderRow: opts.HeaderRow}) // which says so
	}
	columns := recognise.Columns(s.head, s.below)
	by := opts.Divide.at(s.head)
	own := ""
	if guesses, certain := recognise.Table(s.model, &s.Sheet, columns); opts.Table != "" {
		own = opts.Table
	} else if certain {
		own = guesses[0].Table.Key
	}
	values := s.dividedBy(&by, own)
	parts, tableOf := map[string]*input{}, by.tableOf(own)
	for i, row := range in.rows[s.header+1:] {
		key := tableOf(s.textAt(row, by.Column))
		part := parts[key]
		if part == nil {
			part = in.head()
			part.rows = slices.Clone(in.rows[:s.header+1])
			if w.partOptions(in, partName(key)).Skip || key == "" {
				part.rows = nil // of what is left out the header is no row
			}
			parts[key] = part
		}
		part.rows = append(part.rows, in.rows[s.header+1+i])
	}
	for _, key := range partOrder(values) {
		if parts[key] == nil {
			continue
		}
		if err := w.addDivided(parts[key], key, s.head.Number); err != nil {
			return err
		}
		last := w.all[len(w.all)-1].plan
		last.Part, last.HeaderRow, last.Values, last.whole = partName(key), s.head.Number, values, &opts
		last.by = headerAt(s.head, by.Column)
		if last.Table != nil {
			last.Why = "what “" + strings.TrimSpace(last.by) + "” says"
		}
	}
	return nil
}

// addDivided adds the rows of one table.
func (w *work) addDivided(part *input, key string, header int) error {
	opts := w.partOptions(part, partName(key))
	opts.Part, opts.HeaderRow, opts.Table, opts.Skip = partName(key), header, key, opts.Skip || key == ""
	return w.addPart(part, opts)
}

// leftOutPart is the name of the part of a divided sheet that goes to no table.
const leftOutPart = "-"

func partName(table string) string { return cmp.Or(table, leftOutPart) }

func headerAt(head workbook.Row, column int) string {
	for _, c := range head.Cells {
		if c.Column == column {
			return c.Value
		}
	}
	return ""
}

// at is the division with the position of its column below a header.
func (d Division) at(head workbook.Row) Division {
	if d.Header != "" {
		for _, c := range head.Cells {
			if sameHeader(c.Value, d.Header) {
				d.Column = c.Column
			}
		}
	}
	return d
}

// partOptions are what the user said of the rows of one table in a divided sheet.
func (w *work) partOptions(in *input, part string) SheetOptions {
	for _, o := range w.options.Sheets {
		if o.of(in) && o.Part == part {
			return o
		}
	}
	o, _ := mapped(w.model, w.options.Mapped, &in.Sheet, part)
	return o
}

// partOrder lists the tables of a division, those with most rows first.
func partOrder(values []DividedValue) (keys []string) {
	rows := map[string]int{}
	for _, v := range values {
		if _, seen := rows[v.Table]; !seen {
			keys = append(keys, v.Table)
		}
		rows[v.Table] += v.Rows
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(rows[b], rows[a]) })
	return keys
}

// dividedBy counts the values of a column that divides a sheet, the most frequent first.
func (s *sheetWork) dividedBy(d *Division, own string) []DividedValue {
	var out []DividedValue
	at, tableOf := map[string]int{}, d.tableOf(own)
	for _, row := range s.input.rows[s.header+1:] {
		value := s.textAt(row, d.Column)
		i, seen := at[fold(value)]
		if !seen {
			i = len(out)
			at[fold(value)] = i
			out = append(out, DividedValue{Value: value, Table: tableOf(value)})
		}
		out[i].Rows++
	}
	slices.SortStableFunc(out, func(a, b DividedValue) int { return cmp.Compare(b.Rows, a.Rows) })
	return out
}

func (s *sheetWork) textAt(r row, position int) string {
	cell := s.find(r, position)
	if cell == nil {
		return ""
	}
	return record.OneLine(cell.Value)
}

// proposeDivision finds a column whose values name several tables, and says how it would divide the sheet.
func (s *sheetWork) proposeDivision(columns []recognise.Column) {
	if s.exact() || s.placed || s.extent != whole {
		return
	}
	column, tables := recognise.Divides(s.model, s.table, columns)
	if tables == nil {
		return
	}
	d := &Division{Column: column, Tables: tables}
	s.plan.Proposal, s.plan.Values = d, s.dividedBy(d, s.table.Key)
}
