package api

import (
	"iter"
	"time"

	"cadastre/app/exchange"
	"cadastre/app/source"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/snapshot"
)

// GateOf opens the gate for the source system that an import names, nil where it names none.
func GateOf(snap *snapshot.Snapshot, past source.Past, key string, now time.Time) (exchange.Gate, error) {
	if key == "" {
		return nil, nil
	}
	g, err := source.Open(snap, past, key, now, record.NewID)
	if err != nil {
		return nil, err
	}
	return gate{g}, nil
}

// A gate joins imports and source systems, which do not know each other.
type gate struct{ *source.Gate }

// Translations are the value maps of the source as answers.
func (g gate) Translations() (out []exchange.Translation) {
	for _, t := range g.Gate.Translations() {
		a := exchange.Answer{Table: t.Table.Key, Value: t.Word, Use: exchange.MapTo, To: t.Means}
		if t.Field != nil {
			a.Field = t.Field.Key
		}
		out = append(out, exchange.Translation{Answer: a, Sure: t.Sure, Disputed: t.Disputed})
	}
	return out
}

// Edits are what is kept of an import.
func (g gate) Edits(now *snapshot.Snapshot, d exchange.Delivery) (iter.Seq[*change.Edit], error) {
	out := source.Delivery{Files: d.Files, Show: d.Show, Decided: decidedOf(d.Decided)}
	out.Rows = func(yield func(source.Row) bool) {
		for r := range d.Rows {
			if !yield(deliveredOf(r)) {
				return
			}
		}
	}
	return g.Gate.Edits(now, out)
}

func deliveredOf(d exchange.Delivered) source.Row {
	out := source.Row{Table: d.Table, ID: d.ID, Name: d.Name, Key: d.Key, Created: d.Outcome == exchange.Created, Rejected: d.Outcome == exchange.Rejected,
		Taken: d.Taken, Same: d.Same, Declined: d.Declined}
	for _, w := range d.Waiting {
		out.Waiting = append(out.Waiting, source.Withheld(w))
	}
	return out
}

func decidedOf(all []exchange.Question) (out []source.Translation) {
	for _, q := range all {
		out = append(out, source.Translation{Table: q.Table, Field: q.Field, Word: q.Value, Means: q.Becomes, Sure: true})
	}
	return out
}
