package api

import (
	"cadastre/app/source"
	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// Compare puts records of a table beside each other and proposes how those that are not in apart become one: keep
// is the id of the one that stays, "" to propose it.
func (d *Duplicates) Compare(table string, ids, apart []string, keep string) (out Comparison, err error) {
	defer rescue(&err)
	s, t, err := d.a.session.table(table)
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	c := comparing{rows: snap.Table(t.Num), apart: map[record.ID]bool{}}
	if err := c.read(ids, apart); err != nil {
		return out, err
	}
	stays := record.NoID
	if keep != "" {
		if stays, err = record.ParseID(keep); err != nil {
			return out, err
		}
	}
	authority, err := source.Authority(snap, s, t)
	if err != nil {
		return out, err
	}
	best := query.BestOf(c.rows, c.merged(), stays, authority)
	out = Comparison{Rows: make([]Row, len(c.slots)), Keep: best.Keep.String(), Why: best.Why, From: make(map[string]Proposal, len(best.From))}
	for i, slot := range c.slots {
		out.Rows[i] = RowOf(snap, c.rows, slot)
	}
	for num, choice := range best.From {
		out.From[t.FieldByNum(num).Key] = Proposal{ID: choice.ID.String(), Why: choice.Why}
	}
	return out, nil
}

// comparing is the records that are compared.
type comparing struct {
	rows  *snapshot.Table
	slots []snapshot.Slot
	apart map[record.ID]bool
}

func (c *comparing) read(ids, apart []string) error {
	all, err := parseIDs(ids)
	if err != nil {
		return err
	}
	if len(all) < 2 {
		return fault.New(fault.Usage, "It takes two records to compare them.")
	}
	for _, id := range all {
		slot, there := c.rows.Slot(id)
		if !there {
			return goneFault(c.rows.Schema)
		}
		c.slots = append(c.slots, slot)
	}
	others, err := parseIDs(apart)
	for _, id := range others {
		c.apart[id] = true
	}
	return err
}

// merged are the records that would become one: all of them where fewer than two would be left.
func (c *comparing) merged() (all []record.ID) {
	var ids []record.ID
	for _, slot := range c.slots {
		id := c.rows.ID(slot)
		if all = append(all, id); !c.apart[id] {
			ids = append(ids, id)
		}
	}
	if len(ids) < 2 {
		return all
	}
	return ids
}
