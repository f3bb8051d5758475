package api

import (
	"context"
	"path/filepath"

	"cadastre/app/exchange"
	"cadastre/store/fault"
	"cadastre/store/record"
)

// Deletions returns a screenful of the records whose rows were deleted from the file.
func (i *Import) Deletions(job string, offset, limit int) (out PlanDeletions, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return out, err
	}
	all := p.Deletions
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

// GiveBack asks where to save what is to be corrected and writes it in the background: the file that it came in,
// with the cells at fault marked. Nil means that it was cancelled. Taken says that the plan was carried out.
func (i *Import) GiveBack(job string, taken bool) (out *Job, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return nil, err
	}
	path, err := i.whereTo(p.FilesToCorrect())
	if err != nil || path == "" {
		return nil, err
	}
	started := i.a.jobs.start("export", "Writing "+filepath.Base(path), func(ctx context.Context, r *running) error {
		r.result(path)
		_, err := p.GiveBack(ctx, path, taken)
		return err
	})
	return &started, nil
}

// whereTo asks for the file, or for the folder of several.
func (i *Import) whereTo(files []string) (string, error) {
	if len(files) == 0 {
		return "", fault.New(fault.Invalid, "Nothing is to be corrected in these files.")
	}
	const title = "Save what is to be corrected"
	if len(files) > 1 {
		return i.a.host.OpenFolder(title)
	}
	return i.a.host.SaveFile(title, files[0], []FileFilter{{Name: "What is to be corrected", Pattern: "*" + filepath.Ext(files[0])}})
}
