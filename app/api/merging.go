package api

import (
	"cadastre/app/exchange"
	"cadastre/store/record"
)

// Deletions returns a screenful of the records whose rows were deleted from the file.
func (i *Import) Deletions(job string, offset, limit int) (out PlanDeletions, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return out, err
	}
	all := p.plan.Deletions
	from := min(max(offset, 0), len(all))
	to := min(from+min(max(limit, 0), pageMost), len(all))
	out = PlanDeletions{Total: len(all), Deletions: []PlanDeletion{}}
	for n := from; n < to; n++ {
		out.Deletions = append(out.Deletions, DeletionOf(&all[n]))
	}
	return out, nil
}

// DeletionOf is a deletion of an import as documents show it.
func DeletionOf(d *exchange.Deletion) PlanDeletion {
	out := PlanDeletion{Table: d.Table.Key, ID: d.ID.String(), Name: d.Name, Links: []LinkCount{}, Kept: d.Kept}
	for _, l := range d.Links {
		out.Links = append(out.Links, LinkCount{Table: l.Table.Key, Field: l.Field.Key, Count: l.Count})
	}
	return out
}

func conflictOf(c *exchange.Conflict) *Conflict {
	if c == nil {
		return nil
	}
	out := &Conflict{Table: c.Table.Key, Record: c.Record.String(), Exported: c.Exported, Now: c.Now, Choice: string(c.Choice)}
	if c.Field != nil {
		out.Field = c.Field.Key
	}
	return out
}

func decisionsOf(all []ImportDecision) ([]exchange.Decision, error) {
	var out []exchange.Decision
	for _, d := range all {
		decision := exchange.Decision{Table: d.Table, Field: d.Field, Choice: exchange.Resolution(d.Choice)}
		if d.Record != "" {
			id, err := record.ParseID(d.Record)
			if err != nil {
				return nil, err
			}
			decision.Record = id
		}
		out = append(out, decision)
	}
	return out, nil
}
