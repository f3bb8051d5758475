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
		q, columns, err := env.query(snap, t, w)
		if err != nil {
			return err
		}
		q.From = s.CameFrom
		slots, err := query.Slots(snap, q)
		if err != nil {
			return err
		}
		doc := listDocument{Table: t.Key, Total: len(slots), Rows: []api.Row{}}
		shown := slots[:min(limit, len(slots))]
		for _, slot := range shown {
			doc.Rows = append(doc.Rows, api.RowOf(snap, snap.Table(t.Num), slot))
		}
		if w.has("json") {
			return writeJSON(env.Out, doc)
		}
		if err := writeTable(env.Out, snap, t, columns, shown); err != nil {
			return err
		}
		fmt.Fprintf(env.Err, "%d of %d.\n", len(doc.Rows), doc.Total)
		return nil
	})
}

// query makes the question of the options, and the columns to show.
func (e Environment) query(snap *snapshot.Snapshot, t *schema.Table, w words) (query.Query, []snapshot.Path, error) {
	q := query.Query{Table: t.Num, Search: w.one("search"), Today: record.DayOf(e.Clock()), Me: e.Who}
	v := api.FindView(snap, t, w.one("view"), e.Who)
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
		by, err := order(t, w.one("sort"))
		if err != nil {
			return q, nil, err
		}
		q.Order = by
	}
	columns, err := snap.Paths(t, v.Columns)
	return q, columns, err
}

// order reads FIELD or FIELD:desc.
func order(t *schema.Table, text string) ([]schema.Order, error) {
	name, direction, directed := strings.Cut(text, ":")
	f := exchange.FindField(t, name)
	switch {
	case f == nil:
		return nil, noField(t, name)
	case directed && direction != "desc" && direction != "asc":
		return nil, fault.New(fault.Usage, "“%s” is no direction to sort in: use %s or %s:desc.", direction, name, name)
	}
	return []schema.Order{{Field: f.Key, Descending: direction == "desc"}}, nil
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

func writeTable(out io.Writer, snap *snapshot.Snapshot, t *schema.Table, columns []snapshot.Path, rows []snapshot.Slot) error {
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, c := range columns {
		fmt.Fprintf(w, "%s\t", snap.Label(t, c))
	}
	fmt.Fprintln(w)
	for _, slot := range rows {
		for _, c := range columns {
			fmt.Fprintf(w, "%s\t", oneLine(snap.Display(c.Field, c.Value(slot))))
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
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
		row := api.RowOf(snap, rows, slot)
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
