package exchange

import (
	"fmt"
	"slices"
	"strings"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// matchGroups gathers the rows that share a key, over all sheets of a table, and matches them together.
// Rows without a key wait.
func (w *work) matchGroups(keyOf func(*sheetWork, *rowWork) groupKey, match func(*sheetWork, string, []*rowWork)) {
	var groups []group
	place := map[groupKey]int32{}
	for _, s := range w.sheets {
		for i := range s.rows {
			r := &s.rows[i]
			if r.out != "" || r.id != record.NoID {
				continue
			}
			key := keyOf(s, r)
			if key.text == "" {
				continue
			}
			r.next = nil
			if at, there := place[key]; there {
				groups[at].last.next, groups[at].last = r, r
				continue
			}
			place[key] = int32(len(groups))
			groups = append(groups, group{key.text, r, r})
		}
	}
	var rows []*rowWork
	for _, g := range groups {
		rows = rows[:0]
		for r := g.first; r != nil; r = r.next {
			rows = append(rows, r)
		}
		match(g.first.sheet, g.text, rows)
	}
}

// A groupKey is what rows of one group share: their table, the fields of the key, and what these say.
type groupKey struct {
	table  *schema.Table
	fields string
	text   string
}

// A group is the rows with one key.
type group struct {
	text        string
	first, last *rowWork
}

// keyOf is the key of a row, without a text when a part of it is blank.
func (s *sheetWork) keyOf(r *rowWork) groupKey {
	if len(s.key) == 0 {
		return groupKey{}
	}
	parts := make([]string, len(s.key))
	for i, c := range s.key {
		parts[i] = s.keyText(c, s.find(r.row, c.Column.Index))
	}
	return groupKey{s.table, s.keyed, joinKey(parts)}
}

func (s *sheetWork) nameKey(r *rowWork) groupKey { return groupKey{table: s.table, text: fold(r.name)} }

// matchByKey matches the rows that share a key with the record that has it. What it leaves open is matched
// by name.
func (s *sheetWork) matchByKey(key string, rows []*rowWork) {
	if len(rows) > 1 {
		s.tellShared(rows)
		return
	}
	fields := make([]*schema.Field, len(s.key))
	for i, c := range s.key {
		fields[i] = c.Field
	}
	if found := s.free(s.names.of(s.table).keyed(fields, key)); len(found) > 0 {
		s.choose(rows[0], found)
	}
}

// tellShared says that rows have the same key: where the user chose it that is an error.
func (s *sheetWork) tellShared(rows []*rowWork) {
	labels := make([]string, len(s.key))
	for i, c := range s.key {
		labels[i] = c.Field.Label
	}
	for _, r := range rows[1:] {
		of := rows[0].elsewhere(r.sheet)
		if s.strict {
			r.sheet.problem(r, nil, "duplicate-key", RejectsRow, nil, "Row %d%s has the same %s. Each row needs its own.", rows[0].number, of, strings.Join(labels, " and "))
		} else {
			r.sheet.problem(r, nil, "shared-key", Note, nil, "Row %d%s has the same %s, so both are matched by name.", rows[0].number, of, strings.Join(labels, " and "))
		}
	}
}

// matchByName matches the rows that share a name with the records that have it.
func (s *sheetWork) matchByName(_ string, rows []*rowWork) {
	rows = skipTwins(rows)
	named := s.names.of(s.table).slots(rows[0].name)
	free := s.free(named)
	if len(rows) == 1 && len(free) > 0 {
		s.choose(rows[0], free)
	} else if len(free) > 0 {
		pair(rows, free)
	}
	tellNames(rows, len(named))
}

// skipTwins leaves out rows that are the same as another of their sheet in every cell.
func skipTwins(rows []*rowWork) []*rowWork {
	if len(rows) < 2 {
		return rows
	}
	seen := make(map[string]*rowWork, len(rows))
	return slices.DeleteFunc(rows, func(r *rowWork) bool {
		var b strings.Builder
		fmt.Fprintf(&b, "%p", r.sheet)
		for _, c := range r.sheet.open(r) {
			fmt.Fprintf(&b, "\x00%d\x00%s", c.Column, c.Value)
		}
		first := seen[b.String()]
		if first == nil {
			seen[b.String()] = r
			return false
		}
		r.sheet.skip(r, "repeated-row", "The row is the same as row %d in every cell and is left out.", first.number)
		return true
	})
}

// toldRows is how many rows of the same name a note lists.
const toldRows = 5

// tellNames says which rows have one name and are records of their own.
func tellNames(rows []*rowWork, there int) {
	created := 0
	for _, r := range rows {
		if r.id == record.NoID && r.out == "" {
			created++
		}
	}
	first := rows[0]
	switch {
	case len(rows) > 1:
		first.sheet.problem(first, nil, "shared-name", Note, nil, "%s are called “%s”: rows %s. Each is kept as a record of its own.",
			plural(len(rows), "row", "rows"), first.name, numbers(rows))
	case created > 0 && there > 0:
		first.sheet.problem(first, nil, "shared-name", Note, nil, "There is another %s called “%s”. The row becomes a record of its own.", first.sheet.table.Label, first.name)
	}
}

func numbers(rows []*rowWork) string {
	var out []string
	for _, r := range rows[:min(len(rows), toldRows)] {
		out = append(out, fmt.Sprintf("%d%s", r.number, r.elsewhere(rows[0].sheet)))
	}
	if len(rows) > toldRows {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}

// free are the records that no row has claimed, oldest first.
func (s *sheetWork) free(slots []snapshot.Slot) []snapshot.Slot {
	claimed := s.claimsOn(s.table).bySlot
	slots = slices.DeleteFunc(slots, func(slot snapshot.Slot) bool { return claimed[slot] != nil })
	if len(slots) > 1 {
		slices.SortFunc(slots, func(a, b snapshot.Slot) int { return s.records.ID(a).Compare(s.records.ID(b)) })
	}
	return slots
}

// choose takes the record of several that agrees with the row most, or rejects the row.
func (s *sheetWork) choose(r *rowWork, candidates []snapshot.Slot) {
	candidates = slices.DeleteFunc(candidates, func(slot snapshot.Slot) bool { return s.another(r, slot) })
	if len(candidates) == 1 {
		s.claim(r, candidates[0])
	}
	if len(candidates) < 2 {
		return
	}
	best, second := -1, -1
	var slot snapshot.Slot
	for _, c := range candidates[:min(len(candidates), comparedMost)] {
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
	var told []string
	for _, c := range candidates[:min(len(candidates), toldRows)] {
		told = append(told, describe(s.records.Name(c), s.records.ID(c)))
	}
	s.problem(r, nil, "ambiguous-record", RejectsRow, told,
		"%s are called “%s”, and the row fits each of them. Add the id, or a key that tells them apart.", plural(len(candidates), s.table.Label, s.table.Plural), r.name)
}

// comparedMost bounds the comparisons of cells within one name: what thousands of equal names would cost.
const comparedMost = 2_000_000

// pair gives each row the first free record that agrees with it in all cells, then the most agreeing one.
func pair(rows []*rowWork, candidates []snapshot.Slot) {
	effort := comparedMost
	from, rest := 0, []*rowWork{}
	for _, r := range rows {
		if i := r.sheet.agreeing(r, candidates, from, &effort); i >= 0 {
			r.sheet.claim(r, candidates[i])
			candidates = slices.Delete(candidates, i, i+1)
			from = i // an unchanged file has its rows in the order of their records
		} else {
			rest = append(rest, r)
		}
	}
	for _, r := range rest {
		if i := r.sheet.nearest(r, candidates, &effort); i >= 0 {
			r.sheet.claim(r, candidates[i])
			candidates = slices.Delete(candidates, i, i+1)
		}
	}
}

// agreeing returns the first candidate, from a place on and round, that says all that the row says; -1 for none.
func (s *sheetWork) agreeing(r *rowWork, candidates []snapshot.Slot, from int, effort *int) int {
	for i := range candidates {
		if *effort--; *effort < 0 {
			return -1
		}
		at := (from + i) % len(candidates)
		if !s.another(r, candidates[at]) && s.agrees(r, candidates[at]) {
			return at
		}
	}
	return -1
}

// nearest returns the candidate that says most of what the row says, -1 when there is none.
func (s *sheetWork) nearest(r *rowWork, candidates []snapshot.Slot, effort *int) int {
	best, at := -1, -1
	for i, c := range candidates {
		if s.another(r, c) {
			continue
		}
		if *effort--; *effort < 0 && at >= 0 {
			return at
		}
		if a := s.agreement(r, c); a > best {
			best, at = a, i
		}
	}
	return at
}

// another is true for a record whose identifier is filled and not the row's.
func (s *sheetWork) another(r *rowWork, slot snapshot.Slot) bool {
	if r.delivered != nil && r.delivered.Key != "" && s.gate.Another(s.table, s.records.ID(slot), r.delivered.Key) {
		return true
	}
	for _, c := range s.key {
		row := s.keyText(c, s.find(r.row, c.Column.Index))
		if now := s.snap.Display(c.Field, c.held.Value(slot)); row != "" && now != "" && fold(now) != row {
			return true
		}
	}
	return false
}

// agrees is true when the record says all that the row says.
func (s *sheetWork) agrees(r *rowWork, slot snapshot.Slot) bool {
	cells := s.open(r)
	for i := range cells {
		if says, same := s.sameCell(&cells[i], slot); says && !same {
			return false
		}
	}
	return true
}

// agreement counts the cells of a row that say what the record says.
func (s *sheetWork) agreement(r *rowWork, slot snapshot.Slot) int {
	n := 0
	cells := s.open(r)
	for i := range cells {
		if _, same := s.sameCell(&cells[i], slot); same {
			n++
		}
	}
	return n
}

// sameCell answers whether a cell says something about its record, and whether the record says the same.
func (s *sheetWork) sameCell(cell *workbook.Cell, slot snapshot.Slot) (says, same bool) {
	c := s.column(cell.Column)
	if c == nil || !s.exact() && spelling.Nothing(c.Field, cell.Value) && c.answers.to(cell.Value) == nil {
		return false, false
	}
	return s.sameValue(c, cell, c.held.Value(slot))
}

// sameValue answers whether a cell says something about its field, and whether it says a value.
func (s *sheetWork) sameValue(c *column, cell *workbook.Cell, now record.Value) (says, same bool) {
	if c.target != nil {
		return true, slices.Contains(s.meaning(c, strings.TrimSpace(cell.Value)).links, now)
	}
	if c.shows(now, cell.Value) {
		return true, true
	}
	v, trouble := c.read(cell)
	if trouble != nil || v.IsBlank() {
		return false, false
	}
	return true, c.same(now, v)
}
