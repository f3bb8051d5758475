package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// match finds the record of each row: by id, by the key fields, by name. Rows without a record get a new id.
func (s *sheetWork) match() error {
	groups := map[string][]*rowWork{}
	var order []string
	for i, row := range s.Rows[s.header+1:] {
		if i%readEvery == 0 {
			if err := s.ctx.Err(); err != nil {
				return err
			}
			s.planner.progress("Matching "+s.File, i, len(s.Rows))
		}
		r := s.newRow(row)
		s.rows = append(s.rows, r)
		if r.out == "" && !s.matchByID(r) {
			k := s.keyOf(r)
			if groups[k] == nil {
				order = append(order, k)
			}
			groups[k] = append(groups[k], r)
		}
	}
	for _, k := range order {
		s.matchGroup(k, groups[k])
	}
	for _, r := range s.rows {
		s.settle(r)
	}
	return nil
}

func (s *sheetWork) newRow(row workbook.Row) *rowWork {
	r := &rowWork{row: row, name: s.nameOf(row)}
	if strings.EqualFold(r.name, s.headerName()) && s.repeatsHeader(row) {
		r.out = Skipped
		s.problem(r, nil, "repeated-header", Note, nil, "The row repeats the header and is left out.")
	}
	return r
}

func (s *sheetWork) headerName() string {
	if c := s.columnOf(s.table.PrimaryField()); c != nil {
		return c.Column.Header
	}
	return ""
}

func (s *sheetWork) repeatsHeader(row workbook.Row) bool {
	return slices.EqualFunc(row.Cells, s.Rows[s.header].Cells, func(a, b workbook.Cell) bool { return a.Column == b.Column && a.Value == b.Value })
}

// nameOf is what the row calls its record: the name, or the parts that it is composed of.
func (s *sheetWork) nameOf(row workbook.Row) string {
	primary := s.table.PrimaryField()
	if name := s.text(row, primary); name != "" || len(primary.Parts) == 0 {
		return name
	}
	var parts []string
	for _, key := range primary.Parts {
		if part := s.text(row, s.table.Field(key)); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// text is the cell of a row that fills a field.
func (s *sheetWork) text(row workbook.Row, f *schema.Field) string {
	c := s.columnOf(f)
	if c == nil {
		return ""
	}
	return strings.TrimSpace(cellAt(row, c.Column.Index).Value)
}

func cellAt(row workbook.Row, column int) workbook.Cell {
	i, ok := slices.BinarySearchFunc(row.Cells, column, func(c workbook.Cell, column int) int { return c.Column - column })
	if !ok {
		return workbook.Cell{Column: column}
	}
	return row.Cells[i]
}

// matchByID answers true when the row's id has decided its record.
func (s *sheetWork) matchByID(r *rowWork) bool {
	if s.ids < 0 {
		return false
	}
	cell := cellAt(r.row, s.ids)
	if strings.TrimSpace(cell.Value) == "" {
		return false
	}
	id, err := record.ParseID(strings.TrimSpace(cell.Value))
	if err != nil {
		s.problem(r, &cell, "bad-id", RejectsRow, nil, "“%s” is no id. Empty the cell to create a record.", cell.Value)
		return true
	}
	r.id = id
	if slot, ok := s.snap.Table(s.table.Num).Slot(id); ok {
		r.slot, r.found = slot, true
	}
	return true
}

// keyOf is what the row and its record have in common: the key fields where they are filled, else the name.
func (s *sheetWork) keyOf(r *rowWork) string {
	var parts []string
	for _, f := range s.key {
		if text := s.text(r.row, f); text != "" {
			parts = append(parts, snapshot.Fold(text))
		}
	}
	if len(s.key) > 0 && len(parts) == len(s.key) {
		return "k" + strings.Join(parts, "\x00")
	}
	return "n" + snapshot.Fold(r.name)
}

// matchGroup matches the rows that share a key with the records that have it.
func (s *sheetWork) matchGroup(key string, rows []*rowWork) {
	byName := key[0] == 'n'
	if !byName && len(rows) > 1 {
		for _, r := range rows[1:] {
			s.problem(r, nil, "duplicate-key", RejectsRow, nil, "Row %d has the same %s. Each row needs its own.", rows[0].row.Number, s.keyLabels())
		}
		rows = rows[:1]
	}
	if byName && rows[0].name == "" {
		return // settle says that the name is missing
	}
	candidates := s.candidates(key, rows[0])
	switch {
	case len(rows) == 1 && len(candidates) > 1:
		s.chooseOne(rows[0], candidates)
	default:
		s.pair(rows, candidates)
	}
	if byName && len(rows) > 1 {
		s.problem(rows[0], nil, "shared-name", Note, nil, "%s are called “%s”; each is kept as a record of its own.", plural(len(rows), "row", "rows"), rows[0].name)
	}
}

func (s *sheetWork) keyLabels() string {
	var out []string
	for _, f := range s.key {
		out = append(out, f.Label)
	}
	return strings.Join(out, " and ")
}

// candidates are the records that have a key and that no other row has claimed by id, oldest first.
func (s *sheetWork) candidates(key string, r *rowWork) []snapshot.Slot {
	var found []snapshot.Slot
	if key[0] == 'k' {
		found = s.names.byKey(s.table, s.key, key[1:])
	}
	if len(found) == 0 && r.name != "" {
		found = s.withoutKey(s.names.slots(s.table, r.name), key[0] == 'k')
	}
	t := s.snap.Table(s.table.Num)
	slices.SortFunc(found, func(a, b snapshot.Slot) int { return t.ID(a).Compare(t.ID(b)) })
	return slices.DeleteFunc(found, func(slot snapshot.Slot) bool { return s.taken[t.ID(slot)] != "" })
}

// withoutKey keeps, of records found by name for a row with a key, those whose own key is blank: one with
// another key is another record.
func (s *sheetWork) withoutKey(found []snapshot.Slot, keyed bool) []snapshot.Slot {
	found = slices.Clone(found)
	if !keyed {
		return found
	}
	t := s.snap.Table(s.table.Num)
	return slices.DeleteFunc(found, func(slot snapshot.Slot) bool {
		return slices.ContainsFunc(s.key, func(f *schema.Field) bool { return !t.Value(slot, f.Num).IsBlank() })
	})
}

// chooseOne takes the record of several that agrees with the row most, or rejects the row.
func (s *sheetWork) chooseOne(r *rowWork, candidates []snapshot.Slot) {
	best, second := -1, -1
	var slot snapshot.Slot
	for _, c := range candidates {
		if a := s.agreement(r, c); a > best {
			best, second, slot = a, best, c
		} else {
			second = max(second, a)
		}
	}
	if best > second {
		s.claim(r, slot)
		return
	}
	s.problem(r, nil, "ambiguous-record", RejectsRow, s.describe(candidates),
		"%s are called “%s”, and the row fits each of them. Add the id, or a key that tells them apart.", plural(len(candidates), s.table.Label, s.table.Plural), r.name)
}

// describe tells records of the same name apart.
func (s *sheetWork) describe(candidates []snapshot.Slot) []string {
	t := s.snap.Table(s.table.Num)
	var out []string
	for _, slot := range candidates[:min(len(candidates), 5)] {
		out = append(out, fmt.Sprintf("%s (%s)", t.Name(slot), t.ID(slot)))
	}
	return out
}

// pair gives each row the first free record that agrees with it in all cells, then the most agreeing one.
func (s *sheetWork) pair(rows []*rowWork, candidates []snapshot.Slot) {
	rest := rows[:0:0]
	for _, r := range rows {
		all := s.filled(r)
		i := slices.IndexFunc(candidates, func(c snapshot.Slot) bool { return s.agreement(r, c) == all })
		if i < 0 {
			rest = append(rest, r)
			continue
		}
		s.claim(r, candidates[i])
		candidates = slices.Delete(candidates, i, i+1)
	}
	for _, r := range rest {
		if len(candidates) == 0 {
			return
		}
		best := slices.MaxFunc(candidates, func(a, b snapshot.Slot) int { return cmp.Compare(s.agreement(r, a), s.agreement(r, b)) })
		s.claim(r, best)
		candidates = slices.DeleteFunc(candidates, func(c snapshot.Slot) bool { return c == best })
	}
}

// agreement counts the filled cells of a row that say what the record says.
func (s *sheetWork) agreement(r *rowWork, slot snapshot.Slot) int {
	t := s.snap.Table(s.table.Num)
	n := 0
	s.eachFilled(r, func(c *column, cell *workbook.Cell, v record.Value) {
		now := t.Value(slot, c.Field.Num)
		if c.Field.Kind == schema.Lookup && s.showsSame(c.Field, now, cell.Value) || !v.IsBlank() && s.sameContent(c.Field, now, v) {
			n++
		}
	})
	return n
}

// filled is the most that agreement can count.
func (s *sheetWork) filled(r *rowWork) int {
	n := 0
	s.eachFilled(r, func(*column, *workbook.Cell, record.Value) { n++ })
	return n
}

// eachFilled calls f for every mapped cell that can be read and is not blank; lookups come without a value.
func (s *sheetWork) eachFilled(r *rowWork, f func(*column, *workbook.Cell, record.Value)) {
	for i := range r.row.Cells {
		cell := &r.row.Cells[i]
		c := s.columns[cell.Column]
		if c == nil || !s.exact() && spelling.Nothing(c.Field, cell.Value) {
			continue
		}
		if c.Field.Kind == schema.Lookup {
			f(c, cell, record.Value{})
		} else if v, trouble := c.reader.Read(*cell); trouble == nil && !v.IsBlank() {
			f(c, cell, v)
		}
	}
}

func (s *sheetWork) claim(r *rowWork, slot snapshot.Slot) {
	r.slot, r.found, r.id = slot, true, s.snap.Table(s.table.Num).ID(slot)
}

// settle gives rows without a record a new one and rejects what cannot stand.
func (s *sheetWork) settle(r *rowWork) {
	if r.out != "" {
		return
	}
	at := fmt.Sprintf("row %d of %s", r.row.Number, s.Name)
	switch {
	case r.id != record.NoID && s.taken[r.id] != "":
		s.problem(r, nil, "duplicate-record", RejectsRow, nil, "%s is about the same record. Keep one of the two rows.", capital(s.taken[r.id]))
		return
	case !r.found && s.options.Mode == UpdateOnly:
		r.out = Skipped
		s.problem(r, nil, "not-in-catalogue", Note, nil, "“%s” is not in the catalogue, and only records that are there are updated.", r.name)
		return
	case r.found && s.options.Mode == CreateOnly:
		r.out = Skipped
		s.problem(r, nil, "already-there", Note, nil, "“%s” is in the catalogue already, and only new records are created.", r.name)
		return
	case !r.found && r.name == "":
		s.problem(r, nil, "missing-name", RejectsRow, nil, "The row has no %s, so there is nothing to call the record.", s.table.PrimaryField().Label)
		return
	}
	if r.id == record.NoID {
		r.id = s.planner.IDs()
	}
	s.taken[r.id] = at
	if !r.found {
		s.work.plan.created[r.id] = r.name
		s.names.add(s.table, r.name, r.id)
	}
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
