package command

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"cadastre/app/api"
	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

type listDocument struct {
	Table string    `json:"table"`
	Total int       `json:"total"`
	Rows  []api.Row `json:"rows"`
}

// listMost is how many rows are listed when no limit is given.
const listMost = 100

func list(_ context.Context, env Environment, in []string) error {
	w, err := parse(in, 2, 2, opt("view"), opt("where"), opt("search"), opt("sort"), opt("limit"), sw("json"))
	if err != nil {
		return err
	}
	limit, err := w.number("limit", listMost)
	if err != nil {
		return err
	}
	return env.reading(w.args[0], func(s *store.Store) error {
		snap := s.Snapshot()
		t := exchange.FindTable(s.Model(), w.args[1])
		if t == nil {
			return noTable(w.args[1])
		}
		q, fields, err := env.query(snap, t, w)
		if err != nil {
			return err
		}
		slots, err := query.Slots(snap, q)
		if err != nil {
			return err
		}
		doc := listDocument{Table: t.Key, Total: len(slots), Rows: []api.Row{}}
		for _, slot := range slots[:min(limit, len(slots))] {
			doc.Rows = append(doc.Rows, api.RowOf(snap, snap.Table(t.Num), slot, nil))
		}
		if w.has("json") {
			return writeJSON(env.Out, doc)
		}
		if err := writeTable(env.Out, fields, doc.Rows); err != nil {
			return err
		}
		fmt.Fprintf(env.Err, "%d of %d.\n", len(doc.Rows), doc.Total)
		return nil
	})
}

// query makes the question of the options, and the columns to show.
func (e Environment) query(snap *snapshot.Snapshot, t *schema.Table, w words) (query.Query, []*schema.Field, error) {
	q := query.Query{Table: t.Num, Search: w.one("search"), Today: record.DayOf(e.Clock()), Me: e.Who}
	v := snap.Model.View(t.Key, w.one("view"))
	if v == nil {
		return q, nil, fault.New(fault.Usage, "%s has no view “%s”.", t.Plural, w.one("view"))
	}
	if w.has("view") {
		q.Filters, q.Order = append(q.Filters, v.Filter), v.Order
	}
	for _, text := range w.options["where"] {
		c, err := condition(snap, t, text)
		if err != nil {
			return q, nil, err
		}
		q.Filters = append(q.Filters, schema.Filter{Conditions: []schema.Condition{c}})
	}
	if w.has("sort") {
		name, direction, _ := strings.Cut(w.one("sort"), ":")
		f := exchange.FindField(t, name)
		if f == nil {
			return q, nil, noField(t, name)
		}
		q.Order = []schema.Order{{Field: f.Key, Descending: direction == "desc"}}
	}
	var fields []*schema.Field
	for _, key := range v.Columns {
		fields = append(fields, t.Field(key))
	}
	return q, fields, nil
}

// condition reads FIELD=VALUE, with the value as people write it; an empty value asks for blanks.
func condition(snap *snapshot.Snapshot, t *schema.Table, text string) (schema.Condition, error) {
	f, v, err := assignment(snap, t, text)
	if err != nil {
		return schema.Condition{}, err
	}
	if v.IsBlank() {
		return schema.Condition{Field: f.Key, Op: schema.IsNull}, nil
	}
	return schema.Condition{Field: f.Key, Op: schema.Equals, Values: []string{record.Format(f, v)}}, nil
}

func assignment(snap *snapshot.Snapshot, t *schema.Table, text string) (*schema.Field, record.Value, error) {
	name, value, found := strings.Cut(text, "=")
	if !found {
		return nil, record.Value{}, fault.New(fault.Usage, "“%s” is not of the form FIELD=VALUE.", text)
	}
	f := exchange.FindField(t, name)
	if f == nil {
		return nil, record.Value{}, noField(t, name)
	}
	v, err := exchange.Value(snap, f, value)
	return f, v, err
}

func noField(t *schema.Table, name string) error {
	return fault.New(fault.Usage, "%s has no field “%s”. “cadastre schema” lists them.", t.Plural, name)
}

func writeTable(out io.Writer, fields []*schema.Field, rows []api.Row) error {
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, f := range fields {
		fmt.Fprintf(t, "%s\t", f.Label)
	}
	fmt.Fprintln(t)
	for _, row := range rows {
		for _, f := range fields {
			fmt.Fprintf(t, "%s\t", oneLine(row.Display[f.Key]))
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

// cellMost is how many characters of a value a line shows.
const cellMost = 60

func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > cellMost {
		return string(r[:cellMost-1]) + "…"
	}
	return s
}

func show(_ context.Context, env Environment, in []string) error {
	w, err := parse(in, 3, 3, sw("json"))
	if err != nil {
		return err
	}
	return env.reading(w.args[0], func(s *store.Store) error {
		t, id, err := findRecord(s, w.args[1], w.args[2])
		if err != nil {
			return err
		}
		snap := s.Snapshot()
		rows := snap.Table(t.Num)
		slot, _ := rows.Slot(id)
		row := api.RowOf(snap, rows, slot, nil)
		if w.has("json") {
			return writeJSON(env.Out, row)
		}
		out := tabwriter.NewWriter(env.Out, 0, 4, 2, ' ', 0)
		for _, f := range t.Fields {
			if text := row.Display[f.Key]; text != "" {
				fmt.Fprintf(out, "%s\t%s\n", f.Label, strings.Join(strings.Fields(text), " "))
			}
		}
		return out.Flush()
	})
}

func set(ctx context.Context, env Environment, in []string) error {
	w, err := parse(in, 4, -1)
	if err != nil {
		return err
	}
	return env.with(w.args[0], func(s *store.Store) error {
		t, id, err := findRecord(s, w.args[1], w.args[2])
		if err != nil {
			return err
		}
		snap := s.Snapshot()
		edit := change.Edit{Op: change.Update, Table: t.Num, ID: id}
		for _, text := range w.args[3:] {
			f, v, err := assignment(snap, t, text)
			if err != nil {
				return err
			}
			if f.System {
				return fault.New(fault.Usage, "%s is kept by the program itself.", f.Label)
			}
			edit.Fields = append(edit.Fields, record.FieldValue{Num: f.Num, Value: v})
		}
		h, err := s.Apply(ctx, change.Draft{Who: env.Who, Origin: change.Origin{Kind: change.FromCommand}, Edits: []change.Edit{edit},
			Summary: fmt.Sprintf("%s “%s” changed", t.Label, snap.Name(t.Num, id))})
		switch {
		case err != nil:
			return err
		case h.Seq == 0:
			fmt.Fprintln(env.Err, "Nothing had to change.")
		default:
			fmt.Fprintf(env.Err, "%s (change %d).\n", h.Summary, h.Seq)
		}
		return nil
	})
}
