package exchange

import (
	"slices"
	"strings"
	"time"

	"cadastre/app/exchange/dataverse"
	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// Workbooks that Power Apps exported say by themselves which table and fields they hold, and name each record
// by its id. What they do not say is what a record held before somebody changed it. So a cell is taken as the
// file has it, unless somebody has changed the record here after it was last changed there: then it is a conflict.

// seeHeader looks whether a row is the header of a list that Power Apps exported.
func (in *input) seeHeader(r workbook.Row) {
	if in.list == nil || in.listed != nil {
		return
	}
	if in.listed = in.list.Names(r); in.listed != nil {
		in.table, in.headerRow = in.list.Entity, r.Number
	}
}

// useName takes what such a list says of a column.
func (s *sheetWork) useName(m *recognise.Match) {
	name, known := s.listed[m.Column.Index]
	f := s.table.Field(name)
	switch {
	case !known:
	case name == s.list.Columns[0].Name:
		m.Field, m.How = nil, recognise.ByID
	case name == dataverse.ModifiedColumn:
		m.Field, m.How, s.modified = nil, recognise.ByList, m.Column.Index
	case name == dataverse.ChecksumColumn, strings.Contains(name, "."), platform[name]:
		m.Field, m.How = nil, recognise.ByList
	case f != nil && !f.System:
		m.Field, m.How = f, recognise.ByList
	default:
		m.Field, m.How = nil, recognise.Unplaced
	}
}

// matchMadeHere finds the record of a row whose id nothing here has: one of its name that was made in this
// catalogue, for Power Apps gives ids of its own to what it is given.
func (s *sheetWork) matchMadeHere(r *rowWork) {
	if s.listed == nil || r.found || r.name == "" || r.id == record.NoID {
		return
	}
	made := s.free(slices.DeleteFunc(s.work.names.of(s.table).slots(r.name), func(slot snapshot.Slot) bool { return !s.records.ID(slot).Made() }))
	if len(made) != 1 {
		return
	}
	delete(s.claimsOn(s.table).byID, r.id)
	s.claim(r, made[0])
	s.problem(r, nil, "matched-by-name", Note, nil, "The catalogue has no record with the row’s id. The row is taken for “%s”, which was made here.", s.records.Name(made[0]))
}

// changedHere is the set by which somebody has changed a row's record here after it was last changed in Power
// Apps; nil when nobody has, or nobody knows. What imports have changed is no reason to doubt a file.
func (s *sheetWork) changedHere(r *rowWork) *change.Header {
	if s.modified < 0 || !r.found || s.planner.Past == nil {
		return nil
	}
	cell := s.find(r.row, s.modified)
	if cell == nil || cell.Kind != workbook.Date {
		return nil
	}
	there, err := time.ParseInLocation("2006-01-02T15:04:05", cell.Value, time.Local) // Power Apps writes the time of whoever exports
	seq := s.records.Seq(r.slot)
	headers := s.planner.Past.Headers()
	if err != nil || seq == 0 || seq > uint64(len(headers)) {
		return nil
	}
	if h := &headers[seq-1]; h.Kind != change.FromImport && h.Time.After(there) {
		return h
	}
	return nil
}

// unknownBefore is shown where nobody knows what a record held when a file was made.
const unknownBefore = "not known"

// disputed tells about a cell of a record that was changed here after the file was, and is true where the file's
// value was decided for.
func (s *sheetWork) disputed(r *rowWork, c *column, cell *workbook.Cell, v record.Value, by *change.Header) bool {
	if c.same(s.current(r, c), v) {
		return true
	}
	conflict := &Conflict{Table: s.table, Field: c.Field, Record: r.id, Exported: unknownBefore, Now: s.shown(c, s.current(r, c)),
		Choice: s.options.resolution(s.table.Key, c.Field.Key, r.id)}
	s.conflict(r, cell, conflict, "“%s” was changed here on %s, after its last change in Power Apps. %s is %s here, and %s in the file. %s", s.records.Name(r.slot),
		by.Time.Local().Format("2 January 2006, 15:04"), c.Field.Label, quoted(clip(conflict.Now)), quoted(clip(cell.Value)), outcomeOf(conflict.Choice))
	return conflict.Choice == TakeFile
}
