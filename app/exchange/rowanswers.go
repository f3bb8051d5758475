package exchange

import (
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// The notes on rows that are left out because somebody has said so: of the row, of a value in it.
const rowLeftOut, valueLeftOut = "row-left-out", "value-left-out"

// A RowAnswer says what becomes of one row, whatever it looks like.
type RowAnswer struct {
	File, Sheet string
	// Row is its number in the sheet.
	Row int
	// Record is the one that the row is about, NoID to leave the row out.
	Record record.ID
	// Apart lets the row stand for itself, however like another it is, instead of leaving it out.
	Apart bool
}

// decidedRows are what was said of the rows of a sheet, by number. What cells of a sheet name has no rows of its own.
func (w *work) decidedRows(in *input) map[int]*RowAnswer {
	if in.derived {
		return nil
	}
	var out map[int]*RowAnswer
	for i := range w.options.Rows {
		if a := &w.options.Rows[i]; strings.EqualFold(a.File, in.File) && strings.EqualFold(a.Sheet, in.Name) {
			if out == nil {
				out = map[int]*RowAnswer{}
			}
			out[a.Row] = a
		}
	}
	return out
}

// leavesOut is true for a row that is left out as somebody has said.
func (s *sheetWork) leavesOut(number int) bool {
	a := s.decided[number]
	return a != nil && a.Record == record.NoID && !a.Apart
}

// standsApart is true for a row that is like no other as somebody has said.
func (s *sheetWork) standsApart(number int) bool {
	a := s.decided[number]
	return a != nil && a.Apart
}

// matchDecided gives a row the record that it was said to be about.
func (s *sheetWork) matchDecided(r *rowWork, a *RowAnswer) {
	if slot, there := s.records.Slot(a.Record); there {
		s.claim(r, slot)
		return
	}
	s.problem(r, nil, "no-such-record", RejectsRow, nil, "The %s that this row was to update is not in the catalogue any more. Say anew what becomes of the row.", s.table.Label)
}

// A byName is a name in a table.
type byName struct {
	table *schema.Table
	name  string
}

// comesByName are the records that would be created because cells name them.
func (w *work) comesByName() map[byName]bool {
	out := make(map[byName]bool, len(w.references))
	for _, r := range w.references {
		out[byName{r.Table, fold(r.Name)}] = true
	}
	return out
}

// noteNamed says of a row that was left out by a decision that its record comes all the same.
func (s *sheetWork) noteNamed(comes map[byName]bool) {
	for i := range s.rows {
		r := &s.rows[i]
		if r.out != Skipped || len(r.problems) == 0 || len(comes) == 0 {
			continue
		}
		if p := &r.problems[0]; (p.Code == rowLeftOut || p.Code == valueLeftOut) && comes[byName{s.table, fold(r.name)}] {
			p.Message += fault.Sentence(" “%s” is created all the same, by its name alone: other rows link to it.", clip(r.name))
		}
	}
}
