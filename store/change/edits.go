package change

import (
	"cadastre/store/ahead"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A cleaned edit has its values in their normal form, and an id.
type cleaned struct {
	Edit
	table  *schema.Table
	faults []fieldFault
}

// takeAll adds all edits to the work. Those of a long draft are cleaned beside the work on those before them.
func (p *preparation) takeAll(ids record.IDs) error {
	if p.draft.More == nil {
		var c cleaned
		return p.cleanAll(ids, func() *cleaned { return &c }, p.take)
	}
	made := ahead.Of(func(next func() *cleaned) error {
		return p.cleanAll(ids, next, func(*cleaned) error { return nil })
	})
	for c, err := range made {
		if err == nil {
			err = p.take(c)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// cleanAll cleans every edit where next says, until that is nowhere, and calls then for it.
func (p *preparation) cleanAll(ids record.IDs, next func() *cleaned, then func(*cleaned) error) error {
	for e := range p.draft.each {
		c := next()
		if c == nil {
			return nil
		}
		err := p.clean(c, e, ids)
		if err == nil {
			err = then(c)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// clean makes c the edit with an id and with values in their normal form. Who and when are the program's to say.
func (p *preparation) clean(c *cleaned, e *Edit, ids record.IDs) error {
	table := p.model.TableByNum(e.Table)
	if table == nil {
		return fault.New(fault.NotFound, "There is no table number %d in this version of the program.", e.Table)
	}
	if e.Op == Create && e.ID == record.NoID {
		e.ID = ids()
	}
	fields := c.Fields[:0]
	c.Edit, c.table, c.faults = *e, table, nil
	for _, f := range e.Fields {
		if !p.draft.Restore && schema.CreatedOn <= f.Num && f.Num <= schema.ModifiedBy {
			continue
		}
		if field := table.FieldByNum(f.Num); field != nil {
			v, err := record.Clean(field, f.Value)
			if err != nil {
				c.faults = append(c.faults, fieldFault{field, fault.From(err).Message})
			}
			f.Value = v
		}
		fields = append(fields, f)
	}
	c.Fields = fields
	return nil
}
