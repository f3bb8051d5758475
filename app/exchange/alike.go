package exchange

import (
	"cmp"
	"fmt"
	"slices"
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
	var records [][]string
	var twins []Twin
	for slot := range there.All().All() {
		twins, records = append(twins, Twin{t, there.ID(slot), there.Name(slot)}), append(records, query.Telling(w.snap, there, slot))
	}
	for _, r := range rows {
		records = append(records, r.telling(w.snap, t))
	}
	found, err := query.Likeness{Table: t, Records: records, First: len(twins)}.Pairs(w.ctx)
	if err != nil {
		return err
	}
	for _, pairs := range byRow(found, len(twins)) {
		p := pairs[0]
		r, reasons, more := rows[p.B-len(twins)], reasonsText(t, p.Reasons), andMore(len(pairs)-1)
		if r.sheet.standsApart(r.number) {
			continue
		}
		if p.A >= len(twins) {
			other := rows[p.A-len(twins)]
			r.sheet.problem(r, nil, "likely-duplicate", Note, nil, "This may be the same %s as “%s” in row %d%s%s: %s. Each becomes a record of its own unless you leave it out.",
				t.Label, other.name, other.number, other.elsewhere(r.sheet), more, reasons)
			r.problems[len(r.problems)-1].Reasons = reasons
			continue
		}
		twin := &twins[p.A]
		r.sheet.problem(r, nil, "likely-duplicate", Note, nil, "This may be the same %s as “%s”%s, which is in the catalogue: %s. It becomes a record of its own unless you leave the row out or update that record instead.",
			t.Label, twin.Name, more, reasons)
		last := &r.problems[len(r.problems)-1]
		last.Twin, last.Reasons = twin, reasons
	}
	return nil
}

// byRow gathers pairs, the likeliest first, by the row that they are told about; what is in the catalogue, which are
// the records before first, comes before other rows.
func byRow(pairs []query.Pair, first int) (out [][]query.Pair) {
	among := func(p query.Pair) int { return min(max(p.A, first-1), first) } // one place for all records, one for all rows
	slices.SortStableFunc(pairs, func(a, b query.Pair) int { return cmp.Or(cmp.Compare(a.B, b.B), cmp.Compare(among(a), among(b))) })
	for i, p := range pairs {
		if i == 0 || pairs[i-1].B != p.B {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], p)
	}
	return out
}

func andMore(n int) string {
	if n == 0 {
		return ""
	}
	return " and " + plural(n, "other", "others")
}

// telling is what the record of a row would hold in the fields by which duplicates are seen; of a link to what
// the import creates its id.
func (r *rowWork) telling(s *snapshot.Snapshot, t *schema.Table) []string {
	texts := make([]string, len(t.Telling))
	fields := r.fields.unpack(nil)
	for i, key := range t.Telling {
		f := t.Field(key)
		for _, v := range fields {
			if v.Num == f.Num {
				if texts[i] = s.Display(f, v.Value); texts[i] == "" && f.Kind == schema.Lookup && !v.Value.IsBlank() {
					texts[i] = v.Value.ID().String()
				}
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
