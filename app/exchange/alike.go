package exchange

import (
	"fmt"
	"strings"

	"cadastre/store/query"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// alikeMost is how many records are compared with each other while importing; more take too long.
const alikeMost = 20_000

// noteAlike tells which rows would create a record that is likely there already, or in another row.
func (w *work) noteAlike() error {
	if w.extent != whole {
		return nil
	}
	created := map[*schema.Table][]*rowWork{}
	var tables []*schema.Table
	for _, s := range w.sheets {
		if s.placed || len(s.table.Telling) == 0 {
			continue
		}
		for i := range s.rows {
			if r := &s.rows[i]; s.outcome(r) == Created {
				if created[s.table] == nil {
					tables = append(tables, s.table)
				}
				created[s.table] = append(created[s.table], r)
			}
		}
	}
	for _, t := range tables {
		if err := w.noteAlikeIn(t, created[t]); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) noteAlikeIn(t *schema.Table, rows []*rowWork) error {
	there := w.snap.Table(t.Num)
	if n := there.Len() + len(rows); n > alikeMost {
		w.plan.Notes = append(w.plan.Notes, fmt.Sprintf("%s are too many to look for likely duplicates before the import. “Find duplicates” in their list does it afterwards.", plural(n, t.Label, t.Plural)))
		return nil
	}
	var names []string
	var records [][]string
	for slot := range there.All().All() {
		names, records = append(names, "“"+there.Name(slot)+"”, which is there already"), append(records, query.Telling(w.snap, there, slot))
	}
	first := len(records)
	for _, r := range rows {
		names, records = append(names, fmt.Sprintf("“%s” in row %d", r.name, r.number)), append(records, r.telling(w.snap, t))
	}
	pairs, err := query.Likeness{Table: t, Records: records, First: first}.Pairs(w.ctx)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		r := rows[p.B-first]
		r.sheet.problem(r, nil, "likely-duplicate", Note, nil, "This may be the same %s as %s: %s. It is created all the same; leave the row out, or merge the two afterwards.",
			t.Label, names[p.A], reasonsText(t, p.Reasons))
	}
	return nil
}

// telling is what the record of a row would hold in the fields by which duplicates are seen.
func (r *rowWork) telling(s *snapshot.Snapshot, t *schema.Table) []string {
	texts := make([]string, len(t.Telling))
	fields := r.fields.unpack(nil)
	for i, key := range t.Telling {
		f := t.Field(key)
		for _, v := range fields {
			if v.Num == f.Num {
				texts[i] = s.Display(f, v.Value)
			}
		}
	}
	if texts[0] == "" {
		texts[0] = r.name
	}
	return texts
}

func reasonsText(t *schema.Table, reasons []query.Reason) string {
	var out []string
	for _, r := range reasons {
		out = append(out, t.Field(r.Field).Label+" "+r.Words)
	}
	return strings.Join(out, ", ")
}
