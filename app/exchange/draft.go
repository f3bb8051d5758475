package exchange

import (
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Draft returns the change set that carries the plan out on the catalogue as it is now. A fault Rejected
// says why the plan may not be carried out as it is, Conflict that a record has changed since the plan was
// made, or that one of a name has been made that the plan would make.
func (p *Plan) Draft(who string, now *snapshot.Snapshot) (change.Draft, error) {
	if p.Blocked != "" {
		return change.Draft{}, rejected(p.Blocked)
	}
	if err := p.current(now); err != nil {
		return change.Draft{}, err
	}
	if p.block != nil {
		return p.block.draft(p, who), nil
	}
	d := change.Draft{Who: who, Long: true, Origin: change.Origin{Kind: change.FromImport, Source: p.Source(), Mapping: p.options.Mapping, Told: p.told()}, Summary: p.summary()}
	d.Origin.Problems, d.Origin.Notes = p.found()
	d.Origin.Decided = len(p.Questions) - p.Open()
	sheets := map[int]uint16{}
	for i := range p.Sheets {
		s := &p.Sheets[i]
		if n := len(d.Origin.Files); n == 0 || d.Origin.Files[n-1] != s.File {
			d.Origin.Files = append(d.Origin.Files, s.File)
		}
		if s.Table != nil {
			d.Origin.Sheets = append(d.Origin.Sheets, s.Sheet)
			sheets[i] = uint16(len(d.Origin.Sheets))
		}
	}
	for _, ref := range p.References {
		d.Edits = append(d.Edits, ref.edit())
	}
	beside, err := p.beside(now)
	if err != nil {
		return d, err
	}
	for i := range p.Deletions {
		if e := p.Deletions[i].edit(); e != nil {
			d.Edits = append(d.Edits, *e)
		}
	}
	d.More = func(yield func(*change.Edit) bool) {
		for e := range beside {
			if !yield(e) {
				return
			}
		}
		var e change.Edit
		for i := range p.Rows {
			if r := &p.Rows[i]; r.Outcome == Created || r.Outcome == Updated {
				r.edit(&e, sheets[r.Sheet])
				if !yield(&e) {
					return
				}
			}
		}
	}
	return d, nil
}

// edit makes e what is wanted for the row's record.
func (r *Row) edit(e *change.Edit, sheet uint16) {
	*e = change.Edit{Op: change.Update, Table: r.Table.Num, ID: r.ID, Expect: r.Version, Fields: r.fields.unpack(e.Fields[:0]), Sheet: sheet, Row: uint32(r.Number)}
	if r.Outcome == Created {
		e.Op, e.Since = change.Create, r.since
	}
}

// edit creates the record and marks it as known by name only.
func (r *Reference) edit() change.Edit {
	return change.Edit{Op: change.Create, Table: r.Table.Num, ID: r.ID, Fields: []record.FieldValue{
		{Num: r.Table.PrimaryField().Num, Value: record.OfString(r.Name)},
		{Num: schema.Stub, Value: record.OfInt(schema.CodeYes)},
	}}
}

// current looks whether the records that the plan would make have been made by somebody else, and those
// that it would change have been changed.
func (p *Plan) current(now *snapshot.Snapshot) error {
	if now == p.base {
		return nil
	}
	before, after := newNames(p.base), newNames(now)
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Table == nil || p.base.Table(r.Table.Num) == now.Table(r.Table.Num) {
			continue
		}
		slot, there := now.Table(r.Table.Num).Slot(r.ID)
		switch {
		case r.Outcome == Created && len(after.of(r.Table).slots(r.Name)) > len(before.of(r.Table).slots(r.Name)):
			return fault.New(fault.Conflict, "%s “%s” has been created since the file was read. Read it again.", r.Table.Label, r.Name)
		case r.Outcome == Updated && (!there || now.Table(r.Table.Num).Version(slot) != r.Version):
			return fault.New(fault.Conflict, "%s “%s” has been changed since the file was read. Read it again.", r.Table.Label, r.Name)
		}
	}
	return nil
}
