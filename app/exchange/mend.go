package exchange

import (
	"slices"

	"cadastre/app/exchange/workbook"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// mend takes back what rows cannot have once all are known: parents in a circle, and where only the good
// cells are taken, names that came to nothing, with the links to what such rows would have made.
func (w *work) mend() {
	lost := map[record.ID]bool{}
	for _, s := range w.sheets {
		s.mendParents()
		for i := range s.rows {
			if r := &s.rows[i]; r.out == "" && !r.found && s.options.Partial && !s.hasName(r) {
				s.rejectNameless(r)
				lost[r.id] = true
			}
		}
	}
	if len(lost) > 0 {
		w.unlink(lost)
	}
}

// hasName is true when a new record will have a name: its own, or one composed of its parts.
func (s *sheetWork) hasName(r *rowWork) bool {
	primary := s.table.PrimaryField()
	return slices.ContainsFunc(r.fields.unpack(nil), func(v record.FieldValue) bool {
		return v.Num == primary.Num || slices.Contains(primary.Parts, s.table.FieldByNum(v.Num).Key)
	})
}

// unlink takes the links to lost records from the rows that have them.
func (w *work) unlink(lost map[record.ID]bool) {
	for _, s := range w.sheets {
		for i := range s.rows {
			r := &s.rows[i]
			fields := r.fields.unpack(nil)
			for _, v := range fields {
				if lost[v.Value.ID()] {
					s.tellLost(r, s.table.FieldByNum(v.Num))
				}
			}
			if left := slices.DeleteFunc(fields, func(v record.FieldValue) bool { return lost[v.Value.ID()] }); len(left) < len(fields) {
				s.setFields(r, left)
			}
		}
	}
}

// tellLost tells that a row names a lost record.
func (s *sheetWork) tellLost(r *rowWork, f *schema.Field) {
	s.problem(r, s.cellOf(f, ""), "unknown-name", RejectsCell, nil, "%s names a record whose own row is rejected. Correct that row first.", f.Label)
}

func (s *sheetWork) setFields(r *rowWork, fields []record.FieldValue) {
	s.buf = packFields(s.buf[:0], fields)
	r.fields = packedFields(s.kept.keep(s.buf))
}

// cellOf stands for a cell that has been read.
func (s *sheetWork) cellOf(f *schema.Field, value string) *workbook.Cell {
	if c := s.byField[f]; c != nil {
		return &workbook.Cell{Column: c.Column.Index, Value: value}
	}
	return nil
}

// mendParents takes parents back that would put a record above itself. All rows of a circle are told.
func (s *sheetWork) mendParents() {
	f := s.table.ParentField()
	if f == nil || s.byField[f] == nil {
		return
	}
	parents := s.work.parents(s.table, f)
	ascent := change.Ascent{Parent: func(id record.ID) record.ID {
		if up, planned := parents[id]; planned {
			return up
		}
		slot, _ := s.records.Slot(id)
		return s.records.Value(slot, f.Num).ID()
	}}
	for i := range s.rows {
		r := &s.rows[i]
		fields := r.fields.unpack(nil)
		at := slices.IndexFunc(fields, func(v record.FieldValue) bool { return v.Num == f.Num })
		if r.out != "" || at < 0 || fields[at].Value.IsBlank() || !ascent.Returns(r.id, fields[at].Value.ID()) {
			continue
		}
		name := s.names.of(s.table).called(fields[at].Value.ID())
		s.problem(r, s.cellOf(f, name), "circle", RejectsCell, nil, "%s “%s” would make a circle: it is this record or lies below it. Choose another.", f.Label, name)
		s.setFields(r, slices.Delete(fields, at, at+1))
	}
}

// parents are those that the import would give to records of a table.
func (w *work) parents(t *schema.Table, f *schema.Field) map[record.ID]record.ID {
	out := map[record.ID]record.ID{}
	for _, s := range w.sheets {
		for i := range s.rows {
			for _, v := range s.rows[i].fields.unpack(nil) {
				if s.table == t && v.Num == f.Num {
					out[s.rows[i].id] = v.Value.ID()
				}
			}
		}
	}
	return out
}
